package skolem.benchmarks.run;

import java.util.List;
import java.util.OptionalInt;
import skolem.benchmarks.corpus.Hunt;

/// What both engines found of a seeded fault.
///
/// @param explore at most one run
public record HuntResult(Hunt hunt, Measurement check, List<Measurement> explore) {

  /// The depth at which `check` found a violation.
  public OptionalInt depth() {
    return check.answer() == Answer.VIOLATED && check.breakdown().get("safeDepth").isPresent()
        ? OptionalInt.of((int) check.breakdown().get("safeDepth").getAsDouble() + 1)
        : OptionalInt.empty();
  }
}
