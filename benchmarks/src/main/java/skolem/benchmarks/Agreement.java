package skolem.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import skolem.benchmarks.corpus.TlcRow;
import skolem.benchmarks.run.ExploreResult;
import skolem.benchmarks.run.ExploreRunner;
import skolem.benchmarks.table.AgreementPage;

/// Runs `explore` on every specification of a corpus that TLC finishes, and writes what both find:
/// `benchmarks/agreement`. Exits with 1 where they disagree.
public final class Agreement {
  private static final String USAGE =
      """
      Usage: benchmarks/agreement CORPUS FILE [SECONDS] [NAMES]
        CORPUS   a folder with an index.tsv of specifications and what TLC finds
        FILE     the page that is written, complete as far as the run has come
        SECONDS  stop a run after this time (default: 1200)
        NAMES    only these specifications, with commas between them
      """;

  private static final int USAGE_STATUS = 2;

  private Agreement() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length < 2 || arguments.length > 4) {
      System.err.print(USAGE);
      System.exit(USAGE_STATUS);
    }
    Path corpus = Path.of(arguments[0]);
    Duration limit = Duration.ofSeconds(arguments.length > 2 ? Long.parseLong(arguments[2]) : 1200);
    List<String> names = arguments.length > 3 ? List.of(arguments[3].split(",")) : List.of();
    Path root = Path.of(System.getProperty("skolem.root", "")).toAbsolutePath();
    List<ExploreResult> results =
        run(
            rows(corpus, names),
            new ExploreRunner(root, corpus.toAbsolutePath(), limit),
            new AgreementPage("benchmarks/agreement " + String.join(" ", arguments)),
            Path.of(arguments[1]));
    System.exit(results.stream().anyMatch(ExploreResult::disagrees) ? 1 : 0);
  }

  /// Those that TLC finishes, the cheapest first.
  private static List<TlcRow> rows(Path corpus, List<String> names) throws IOException {
    return TlcRow.read(Files.readAllLines(corpus.resolve("index.tsv"))).stream()
        .filter(TlcRow::ended)
        .filter(row -> names.isEmpty() || names.contains(row.name()))
        .sorted(Comparator.comparingDouble(row -> row.cpuSeconds().orElse(0)))
        .toList();
  }

  private static List<ExploreResult> run(
      List<TlcRow> rows, ExploreRunner runner, AgreementPage page, Path file)
      throws IOException, InterruptedException {
    List<ExploreResult> results = new ArrayList<>();
    for (TlcRow row : rows) {
      ExploreResult result = runner.run(row);
      results.add(result);
      System.err.println(
          row.name() + ": " + result.verdict() + (result.disagrees() ? ", TLC disagrees" : ""));
      Files.writeString(file, page.text(results));
    }
    return results;
  }
}
