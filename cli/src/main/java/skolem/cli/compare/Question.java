package skolem.cli.compare;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// What every engine is asked.
///
/// @param specification the module
/// @param configuration the whole model: constants, behaviour, properties
/// @param path folders with more modules
/// @param scratch a folder that is free to use
/// @param length the greatest number of steps, for engines that have such a bound
/// @param deadlock whether to look for deadlocks, where the configuration does not say no
/// @param limit the time for each engine
public record Question(
    Path specification,
    Path configuration,
    List<Path> path,
    Path scratch,
    int length,
    boolean deadlock,
    Duration limit) {
  public Question {
    path = List.copyOf(path);
  }
}
