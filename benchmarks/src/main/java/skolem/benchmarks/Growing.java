package skolem.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import skolem.benchmarks.corpus.Growth;
import skolem.benchmarks.run.GrowthResult;
import skolem.benchmarks.run.GrowthRunner;
import skolem.benchmarks.table.GrowthPage;
import skolem.cli.measure.ProcessLimits;

/// Measures proofs at growing sizes: `benchmarks/grow`. Exits with 1 where one fails.
public final class Growing {
  private static final String USAGE =
      """
      Usage: benchmarks/grow DIR [SECONDS] [NAMES]
        DIR      where benchmarks-growth.md, .csv and plots are written, complete as far as the
                 run has come
        SECONDS  N grows until a run takes so much CPU time (default: 60)
        NAMES    only these specifications, with commas between them
      """;

  private static final int USAGE_STATUS = 2;
  private static final String STEM = "benchmarks-growth";

  /// A run on a busy machine may wait for so many times its CPU time.
  private static final int PATIENCE = 5;

  private Growing() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length < 1 || arguments.length > 3) {
      System.err.print(USAGE);
      System.exit(USAGE_STATUS);
    }
    Path root = Path.of(System.getProperty("skolem.root", "")).toAbsolutePath();
    Duration limit = Duration.ofSeconds(arguments.length > 1 ? Long.parseLong(arguments[1]) : 60);
    List<String> names = arguments.length > 2 ? List.of(arguments[2].split(",")) : List.of();
    List<Growth> all =
        Growth.read(Files.readAllLines(root.resolve("benchmarks/growth.tsv"))).stream()
            .filter(growth -> names.isEmpty() || names.contains(growth.name()))
            .toList();
    GrowthPage page =
        new GrowthPage("benchmarks/grow " + String.join(" ", arguments), limit.toSeconds());
    GrowthRunner runner =
        new GrowthRunner(root, new ProcessLimits(limit.multipliedBy(PATIENCE), limit));
    List<GrowthResult> results = new ArrayList<>();
    for (Growth growth : all) {
      System.err.print(growth.name() + ":");
      results.add(runner.run(growth, run -> System.err.print(" " + shortText(run))));
      System.err.println(results.getLast().runs().isEmpty() ? " not here" : "");
      write(Path.of(arguments[0]), page, results);
    }
    System.exit(results.stream().allMatch(GrowthPage::isAsExpected) ? 0 : 1);
  }

  private static String shortText(GrowthResult.Run run) {
    double seconds = run.measurement().cpuSeconds().orElse(run.measurement().wallSeconds());
    return String.format(
        Locale.ROOT, "%d %s %.1f s", run.size(), run.measurement().answer().text(), seconds);
  }

  private static void write(Path folder, GrowthPage page, List<GrowthResult> results)
      throws IOException {
    Files.createDirectories(folder);
    List<String> plots = GrowthPage.plots(results);
    List<String> files = new ArrayList<>();
    for (int i = 0; i < plots.size(); i++) {
      files.add(STEM + "-" + (i + 1) + ".svg");
      Files.writeString(folder.resolve(files.getLast()), plots.get(i));
    }
    Files.writeString(folder.resolve(STEM + ".csv"), GrowthPage.csv(results));
    Files.writeString(folder.resolve(STEM + ".md"), page.text(results, files));
  }
}
