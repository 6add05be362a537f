package skolem.benchmarks.run;

import java.io.IOException;
import java.util.OptionalDouble;
import skolem.cli.measure.ProcessUse;

/// One measured run.
///
/// @param cpuSeconds of the whole process, its start included
/// @param breakdown what the run tells about itself
public record Measurement(
    Answer answer,
    double wallSeconds,
    OptionalDouble cpuSeconds,
    OptionalDouble peakMebibytes,
    Breakdown breakdown) {

  /// What a run used, and what it tells about itself; if it was stopped, as far as it came to that.
  ///
  /// @throws IOException where what a run tells that came to its end cannot be read
  static Measurement of(ProcessUse use) throws IOException {
    Answer answer = use.exit().isPresent() ? Answer.of(use.exit().getAsInt()) : Answer.TIMED_OUT;
    Breakdown breakdown = breakdown(use.output(), answer);
    return new Measurement(
        answer,
        use.wallSeconds(),
        firstOf(use.cpuSeconds(), breakdown.get("cpuSeconds")),
        firstOf(breakdown.get("peakMemoryMiB"), use.peakMebibytes()),
        breakdown);
  }

  private static Breakdown breakdown(String output, Answer answer) throws IOException {
    if (!output.startsWith("{")) {
      return Breakdown.NONE;
    }
    try {
      return Breakdown.read(output);
    } catch (IOException e) {
      if (answer == Answer.TIMED_OUT) {
        return Breakdown.NONE;
      }
      throw e;
    }
  }

  private static OptionalDouble firstOf(OptionalDouble first, OptionalDouble second) {
    return first.isPresent() ? first : second;
  }
}
