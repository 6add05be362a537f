package skolem.benchmarks.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import skolem.benchmarks.corpus.SuiteRow;
import skolem.benchmarks.run.Answer;
import skolem.benchmarks.run.Measurement;
import skolem.benchmarks.run.RowResult;

/// The results of rows as cells, for people and for programs.
public final class ResultTable {
  private static final List<String> RUN_COLUMNS =
      List.of(
          "name",
          "command",
          "parameters",
          "length",
          "run",
          "answer",
          "cpuSeconds",
          "wallSeconds",
          "peakMiB",
          "startUp",
          "frontEnd",
          "encoding",
          "solving",
          "variables",
          "clauses",
          "safeDepth");

  private static final List<String> ROW_COLUMNS =
      List.of(
          "name",
          "command",
          "parameters",
          "length",
          "runs",
          "answer",
          "cpuMedian",
          "cpuMin",
          "cpuMax",
          "referenceCpu",
          "wallMedian",
          "wallMin",
          "wallMax",
          "peakMiBMedian",
          "peakMiBMin",
          "peakMiBMax",
          "startUp",
          "frontEnd",
          "encoding",
          "solving",
          "variables",
          "clauses",
          "safeDepth");

  private static final List<String> PAGE_COLUMNS =
      List.of(
          "specification",
          "command",
          "parameters",
          "answer",
          "bound",
          "CPU s",
          "least",
          "greatest",
          "reference CPU s",
          "wall s",
          "peak MiB",
          "start-up",
          "front end",
          "encoding",
          "solving",
          "variables",
          "clauses");

  private static final int PAGE_WORDS = 4;

  private static final List<String> DEEPEST_COLUMNS =
      List.of(
          "specification",
          "parameters",
          "time",
          "deepest bound",
          "CPU s",
          "peak MiB",
          "solving",
          "variables",
          "clauses");

  private static final int DEEPEST_WORDS = 3;

  private static final String DEEPEST = "safeDepth";

  private static final List<String> STAGES =
      List.of("seconds.startUp", "seconds.frontEnd", "seconds.encoding", "seconds.solving");

  private static final List<String> SIZES = List.of("solver.variables", "solver.clauses");

  private ResultTable() {}

  /// The first line of the CSV file of single runs.
  public static String runHeader() {
    return CsvLine.of(RUN_COLUMNS);
  }

  /// The line of a single run in CSV.
  public static String runLine(SuiteRow row, int run, Measurement measurement) {
    List<String> cells = identity(row);
    cells.add(Integer.toString(run));
    cells.add(measurement.answer().text());
    cells.add(number(measurement.cpuSeconds(), 2));
    cells.add(number(OptionalDouble.of(measurement.wallSeconds()), 3));
    cells.add(number(measurement.peakMebibytes(), 1));
    STAGES.forEach(stage -> cells.add(number(measurement.breakdown().get(stage), 3)));
    SIZES.forEach(size -> cells.add(number(measurement.breakdown().get(size), 0)));
    cells.add(number(measurement.breakdown().get(DEEPEST), 0));
    return CsvLine.of(cells);
  }

  /// The first line of the CSV file of rows.
  public static String rowHeader() {
    return CsvLine.of(ROW_COLUMNS);
  }

  /// The line of a row in CSV.
  public static String rowLine(RowResult result) {
    List<String> cells = identity(result.row());
    cells.add(Integer.toString(result.runs().size()));
    cells.add(result.answer().text());
    cells.addAll(figures(result, Measurement::cpuSeconds, 2));
    cells.add(number(result.row().reference(), 2));
    cells.addAll(figures(result, run -> OptionalDouble.of(run.wallSeconds()), 3));
    cells.addAll(figures(result, Measurement::peakMebibytes, 1));
    cells.addAll(split(result, 3));
    cells.add(number(told(result, DEEPEST), 0));
    return CsvLine.of(cells);
  }

  /// The table of the rows in Markdown.
  public static String page(List<RowResult> results) {
    return MarkdownTable.of(
        PAGE_COLUMNS, PAGE_WORDS, results.stream().map(ResultTable::pageRow).toList());
  }

  /// The table in Markdown of rows that went as far as their time allowed.
  public static String deepest(List<RowResult> results) {
    return MarkdownTable.of(
        DEEPEST_COLUMNS, DEEPEST_WORDS, results.stream().map(ResultTable::deepestRow).toList());
  }

  private static List<String> deepestRow(RowResult result) {
    return List.of(
        result.row().name(),
        result.row().parametersText(),
        result.row().bound().text(),
        switch (result.answer()) {
          case UNDECIDED, TIMED_OUT -> number(told(result, DEEPEST), 0);
          case HOLDS -> "every, after " + number(told(result, DEEPEST), 0);
          case VIOLATED, REFUSED, FAILED -> "**" + result.answer().text() + "**";
        },
        figures(result, Measurement::cpuSeconds, 1).getFirst(),
        figures(result, Measurement::peakMebibytes, 0).getFirst(),
        number(told(result, "seconds.solving"), 1),
        number(told(result, "solver.variables"), 0),
        number(told(result, "solver.clauses"), 0));
  }

  private static List<String> pageRow(RowResult result) {
    SuiteRow row = result.row();
    List<String> cells =
        new ArrayList<>(
            List.of(
                row.name(),
                row.command(),
                row.parametersText(),
                result.answer() == Answer.HOLDS ? "holds" : "**" + result.answer().text() + "**",
                row.bound().text()));
    cells.addAll(figures(result, Measurement::cpuSeconds, 2));
    cells.add(number(row.reference(), 2));
    cells.add(figures(result, run -> OptionalDouble.of(run.wallSeconds()), 2).getFirst());
    cells.add(figures(result, Measurement::peakMebibytes, 0).getFirst());
    cells.addAll(split(result, 2));
    return cells;
  }

  private static List<String> identity(SuiteRow row) {
    return new ArrayList<>(
        List.of(row.name(), row.command(), row.parametersText(), row.bound().text()));
  }

  /// Median, least and greatest; empty cells where the quantity is not known.
  private static List<String> figures(
      RowResult result, Function<Measurement, OptionalDouble> quantity, int digits) {
    List<Double> known =
        result.runs().stream()
            .map(quantity)
            .flatMapToDouble(OptionalDouble::stream)
            .boxed()
            .toList();
    if (known.isEmpty()) {
      return List.of("", "", "");
    }
    Figures figures = Figures.of(known);
    return List.of(
        number(figures.median(), digits),
        number(figures.least(), digits),
        number(figures.greatest(), digits));
  }

  private static List<String> split(RowResult result, int digits) {
    List<String> cells = new ArrayList<>();
    STAGES.forEach(stage -> cells.add(number(told(result, stage), digits)));
    SIZES.forEach(size -> cells.add(number(told(result, size), 0)));
    return cells;
  }

  private static OptionalDouble told(RowResult result, String path) {
    return Figures.median(result.runs().stream().map(run -> run.breakdown().get(path)).toList());
  }

  private static String number(OptionalDouble number, int digits) {
    return number.isPresent() ? number(number.getAsDouble(), digits) : "";
  }

  private static String number(double number, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", number);
  }
}
