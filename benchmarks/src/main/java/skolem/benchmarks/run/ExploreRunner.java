package skolem.benchmarks.run;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import skolem.benchmarks.corpus.TlcRow;
import skolem.cli.measure.ProcessMeter;
import skolem.cli.measure.ProcessUse;

/// Runs `skolem explore` once on rows of a corpus.
///
/// @param root the root of the project, where the launcher is
/// @param corpus the folder of the corpus
/// @param limit the time after which a run is stopped
public record ExploreRunner(Path root, Path corpus, Duration limit) {

  public ExploreResult run(TlcRow row) throws IOException, InterruptedException {
    Path folder = corpus.resolve(row.name());
    Path libraries = corpus.resolve("lib");
    List<String> command =
        List.of(
            root.resolve("skolem").toString(),
            "explore",
            folder.resolve(row.module()).toString(),
            "--config",
            folder.resolve(row.configuration()).toString(),
            "--path",
            libraries.resolve("community") + File.pathSeparator + libraries.resolve("tlaps"),
            "--skip-properties",
            "--output",
            "json");
    ProcessUse use = ProcessMeter.run(command, root, limit);
    boolean answered = use.exit().isPresent() && use.output().startsWith("{");
    Breakdown numbers = answered ? Breakdown.read(use.output()) : Breakdown.NONE;
    return new ExploreResult(
        row,
        use.exit().isPresent() ? verdict(use.exit().getAsInt()) : "timeout",
        count(numbers.get("states.generated")),
        count(numbers.get("states.distinct")),
        count(numbers.get("states.depth")),
        use.cpuSeconds());
  }

  private static OptionalLong count(OptionalDouble number) {
    return number.isPresent()
        ? OptionalLong.of(Math.round(number.getAsDouble()))
        : OptionalLong.empty();
  }

  /// The word that TLC has for an exit status.
  private static String verdict(int exit) {
    return switch (exit) {
      case 0 -> "success";
      case 11 -> "deadlock failure";
      case 12 -> "safety failure";
      case 13 -> "liveness failure";
      case 14 -> "assert failure";
      case 30 -> "undecided";
      default -> "status " + exit;
    };
  }
}
