package skolem.benchmarks.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import skolem.benchmarks.corpus.Growth;
import skolem.cli.measure.ProcessLimits;
import skolem.cli.measure.ProcessMeter;

/// Proves at growing sizes, until a run takes more than it may, or ends without a proof, or the
/// size has passed a million.
///
/// @param root the root of the project, where the launcher is
/// @param limits of each run
public record GrowthRunner(Path root, ProcessLimits limits) {
  private static final int GREATEST = 1_000_000;
  private static final List<String> MEASURED =
      List.of("--workers", "1", "--k", "1", "--reach", "-1", "--output", "json");

  /// Runs one proof at all sizes that can be afforded.
  ///
  /// @param listener is told of each run as it is over
  public GrowthResult run(Growth growth, Consumer<GrowthResult.Run> listener)
      throws IOException, InterruptedException {
    List<GrowthResult.Run> runs = new ArrayList<>();
    if (!Files.exists(root.resolve(growth.specification()))) {
      return new GrowthResult(growth, runs);
    }
    Growth.Sizes sizes = growth.sizes();
    int size = sizes == null ? 0 : sizes.first();
    while (size <= GREATEST) {
      GrowthResult.Run run = new GrowthResult.Run(size, measure(growth.arguments(size)));
      runs.add(run);
      listener.accept(run);
      if (sizes == null || !run.isProved()) {
        break;
      }
      size = sizes.after(size);
    }
    return new GrowthResult(growth, runs);
  }

  private Measurement measure(List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(root.resolve("skolem").toString()));
    command.addAll(arguments);
    command.addAll(MEASURED);
    return Measurement.of(ProcessMeter.run(command, root, limits));
  }
}
