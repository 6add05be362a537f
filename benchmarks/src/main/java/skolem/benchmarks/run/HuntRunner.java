package skolem.benchmarks.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import skolem.benchmarks.corpus.Hunt;
import skolem.cli.measure.ProcessMeter;

/// Looks for the faults of hunts at their large parameters, once with each engine.
///
/// @param root the root of the project, where the launcher is
/// @param scratch where configurations are written
/// @param checkLimit the time after which `check` is stopped
/// @param exploreLimit the time after which `explore` is stopped; zero to leave it out
public record HuntRunner(Path root, Path scratch, Duration checkLimit, Duration exploreLimit) {

  /// Runs `check`, and `explore` where it has time.
  public HuntResult run(Hunt hunt) throws IOException, InterruptedException {
    Measurement check = measure(hunt, "check", checkLimit);
    return new HuntResult(
        hunt,
        check,
        exploreLimit.isZero() ? List.of() : List.of(measure(hunt, "explore", exploreLimit)));
  }

  private Measurement measure(Hunt hunt, String command, Duration limit)
      throws IOException, InterruptedException {
    List<String> line = new ArrayList<>();
    line.add(root.resolve("skolem").toString());
    line.addAll(hunt.arguments(command, hunt.large(), root, scratch));
    line.addAll(List.of("--output", "json"));
    if (command.equals("check")) {
      line.add("--length");
      line.add(Integer.toString(hunt.large().depth() + 1));
    }
    return Measurement.of(ProcessMeter.run(line, root, limit));
  }
}
