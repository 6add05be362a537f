package skolem.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import skolem.benchmarks.corpus.Suite;
import skolem.benchmarks.corpus.SuiteRow;
import skolem.benchmarks.run.Measurement;
import skolem.benchmarks.run.RowResult;
import skolem.benchmarks.run.RowRunner;
import skolem.benchmarks.table.ResultPage;

/// Runs the suite row by row: `benchmarks/run`.
public final class Benchmarks {
  private static final int USAGE_STATUS = 2;

  private Benchmarks() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    BenchmarkOptions options;
    List<SuiteRow> rows;
    Path root = Path.of(System.getProperty("skolem.root", "")).toAbsolutePath();
    try {
      options = BenchmarkOptions.read(List.of(arguments));
      rows = rows(root, options);
    } catch (IllegalArgumentException e) {
      System.err.println("benchmarks: " + e.getMessage());
      System.err.print(BenchmarkOptions.USAGE);
      System.exit(USAGE_STATUS);
      return;
    }
    Path scratch = Files.createTempDirectory("skolem-benchmarks");
    try {
      RowRunner runner = new RowRunner(root, scratch, options.runs(), options.limit());
      run(rows, runner, options);
    } finally {
      Files.deleteIfExists(scratch.resolve(RowRunner.CONFIGURATION));
      Files.deleteIfExists(scratch);
    }
  }

  private static List<SuiteRow> rows(Path root, BenchmarkOptions options) throws IOException {
    Path file = options.suite().orElse(root.resolve("benchmarks/suite.tsv"));
    List<SuiteRow> rows =
        Suite.read(Files.readAllLines(file)).rows().stream().filter(options::includes).toList();
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("no row of " + file + " fits --only " + options.only());
    }
    return rows;
  }

  private static void run(List<SuiteRow> rows, RowRunner runner, BenchmarkOptions options)
      throws IOException, InterruptedException {
    ResultPage page =
        new ResultPage(options.command(), options.runs(), options.limit().toSeconds());
    ResultFiles files =
        options.out().isPresent() ? ResultFiles.start(options.out().get(), page) : null;
    List<RowResult> results = new ArrayList<>();
    for (SuiteRow row : rows) {
      System.err.print(row.title() + ":");
      RowResult result =
          runner.run(
              row,
              (run, measurement) -> {
                System.err.print(" " + shortText(measurement));
                if (files != null) {
                  files.addRun(row, run, measurement);
                }
              });
      System.err.println();
      results.add(result);
      if (files != null) {
        files.addRow(results);
      }
    }
    if (files == null) {
      System.out.print(page.text(results, List.of()));
    }
  }

  private static String shortText(Measurement measurement) {
    double seconds = measurement.cpuSeconds().orElse(measurement.wallSeconds());
    return String.format(Locale.ROOT, "%s %.2f s", measurement.answer().text(), seconds);
  }
}
