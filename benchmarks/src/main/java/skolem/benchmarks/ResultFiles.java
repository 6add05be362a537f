package skolem.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import skolem.benchmarks.corpus.SuiteRow;
import skolem.benchmarks.run.Measurement;
import skolem.benchmarks.run.RowResult;
import skolem.benchmarks.table.GrowthPlot;
import skolem.benchmarks.table.ResultPage;
import skolem.benchmarks.table.ResultTable;

/// The files of a run of the suite in one folder. They are complete as far as the run has come, so
/// that a run that is cut off leaves what it has measured.
final class ResultFiles {
  private static final String PAGE = "benchmarks.md";
  private static final String ROWS = "benchmarks.csv";
  private static final String RUNS = "benchmarks-runs.csv";
  private static final String ALONG_PARAMETERS = "benchmarks-parameters.svg";
  private static final String ALONG_BOUND = "benchmarks-bound.svg";

  private final Path folder;
  private final ResultPage page;

  private ResultFiles(Path folder, ResultPage page) {
    this.folder = folder;
    this.page = page;
  }

  /// Begins new files in place of those of an earlier run.
  static ResultFiles start(Path folder, ResultPage page) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(ROWS), ResultTable.rowHeader());
    Files.writeString(folder.resolve(RUNS), ResultTable.runHeader());
    for (String name : List.of(PAGE, ALONG_PARAMETERS, ALONG_BOUND)) {
      Files.deleteIfExists(folder.resolve(name));
    }
    return new ResultFiles(folder, page);
  }

  /// Adds a run that is over.
  void addRun(SuiteRow row, int run, Measurement measurement) throws IOException {
    Files.writeString(
        folder.resolve(RUNS),
        ResultTable.runLine(row, run, measurement),
        StandardOpenOption.APPEND);
  }

  /// Adds the last of these rows, and rewrites page and plots.
  void addRow(List<RowResult> results) throws IOException {
    Files.writeString(
        folder.resolve(ROWS), ResultTable.rowLine(results.getLast()), StandardOpenOption.APPEND);
    List<String> plots = new ArrayList<>();
    plot(ALONG_PARAMETERS, GrowthPlot.alongParameters(results), plots);
    plot(ALONG_BOUND, GrowthPlot.alongBound(results), plots);
    Files.writeString(folder.resolve(PAGE), page.text(results, plots));
  }

  private void plot(String name, String svg, List<String> written) throws IOException {
    if (!svg.isEmpty()) {
      Files.writeString(folder.resolve(name), svg);
      written.add(name);
    }
  }
}
