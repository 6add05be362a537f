package skolem.benchmarks.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import skolem.benchmarks.corpus.Bound;
import skolem.benchmarks.corpus.SuiteRow;
import skolem.cli.measure.ProcessMeter;

/// Runs the rows of a suite, each several times after one run that is not counted.
///
/// @param root the root of the project, where the launcher is
/// @param scratch where configurations are written
/// @param runs how many runs of a row are counted
/// @param limit the time after which a run is stopped
public record RowRunner(Path root, Path scratch, int runs, Duration limit) {
  /// The name of the configuration in the scratch folder.
  public static final String CONFIGURATION = "model.cfg";

  /// Is told each run that counts.
  public interface RunListener {
    /// A run is over.
    ///
    /// @param run its number, from 1
    void done(int run, Measurement measurement) throws IOException;
  }

  /// Runs a row. One that times out, fails or stays undecided is not run again, nor one that goes
  /// as far as its time allows.
  ///
  /// @param listener is told as soon as a run is over
  public RowResult run(SuiteRow row, RunListener listener)
      throws IOException, InterruptedException {
    List<String> command = command(row);
    Measurement warmUp = measure(command);
    if (row.bound() instanceof Bound.Within || !isAnswer(warmUp)) {
      listener.done(1, warmUp);
      return new RowResult(row, List.of(warmUp));
    }
    List<Measurement> counted = new ArrayList<>();
    for (int run = 1; run <= runs; run++) {
      Measurement measurement = measure(command);
      listener.done(run, measurement);
      if (!isAnswer(measurement)) {
        return new RowResult(row, List.of(measurement));
      }
      counted.add(measurement);
    }
    return new RowResult(row, List.copyOf(counted));
  }

  private static boolean isAnswer(Measurement measurement) {
    return switch (measurement.answer()) {
      case HOLDS, VIOLATED -> true;
      case UNDECIDED, TIMED_OUT, REFUSED, FAILED -> false;
    };
  }

  private List<String> command(SuiteRow row) throws IOException {
    Path configuration = scratch.resolve(CONFIGURATION);
    Files.writeString(
        configuration, row.configuration(Files.readString(root.resolve(row.template()))));
    List<String> command = new ArrayList<>();
    command.add(root.resolve("skolem").toString());
    command.add(row.command());
    command.add(row.specification());
    command.add("--config");
    command.add(configuration.toString());
    command.addAll(row.bound().options());
    if (row.command().equals("check")) {
      command.add("--output");
      command.add("json");
    }
    command.addAll(row.options());
    return command;
  }

  private Measurement measure(List<String> command) throws IOException, InterruptedException {
    return Measurement.of(ProcessMeter.run(command, root, limit));
  }
}
