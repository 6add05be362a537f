package skolem.benchmarks.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import skolem.benchmarks.corpus.SuiteRow;
import skolem.benchmarks.run.Answer;
import skolem.benchmarks.run.RowResult;

/// How the cost grows along rows that differ in one number only.
///
/// @param points in the order of that number
record Series(String name, List<Point> points) {
  private static final int FEWEST_POINTS = 3;

  /// A row with an answer.
  ///
  /// @param x the number in which the rows differ
  /// @param seconds the median of the CPU time
  record Point(int x, double seconds) {}

  /// The rows that differ in the bound only.
  static List<Series> alongBound(List<RowResult> results) {
    SequencedMap<String, List<Point>> groups = new LinkedHashMap<>();
    for (RowResult result : results) {
      SuiteRow row = result.row();
      if (row.length().isPresent()) {
        String key = row.name() + " " + row.command() + " " + row.parametersText();
        add(groups, key, row.length().getAsInt(), result);
      }
    }
    return series(groups);
  }

  /// The rows that differ in their parameters only; a row stands at its greatest parameter.
  static List<Series> alongParameters(List<RowResult> results) {
    SequencedMap<String, List<Point>> groups = new LinkedHashMap<>();
    for (RowResult result : results) {
      SuiteRow row = result.row();
      int x = row.parameters().values().stream().mapToInt(Integer::intValue).max().orElse(0);
      String bound = row.length().isPresent() ? " length " + row.lengthText() : "";
      add(groups, row.name() + " " + row.command() + bound, x, result);
    }
    return series(groups);
  }

  private static void add(
      SequencedMap<String, List<Point>> groups, String key, int x, RowResult result) {
    OptionalDouble seconds =
        Figures.median(result.runs().stream().map(run -> run.cpuSeconds()).toList());
    if (result.answer() == Answer.HOLDS && seconds.isPresent()) {
      groups.computeIfAbsent(key, _ -> new ArrayList<>()).add(new Point(x, seconds.getAsDouble()));
    }
  }

  private static List<Series> series(SequencedMap<String, List<Point>> groups) {
    List<Series> series = new ArrayList<>();
    groups.forEach((name, points) -> {
      if (points.stream().mapToInt(Point::x).distinct().count() >= FEWEST_POINTS) {
        series.add(
            new Series(name, points.stream().sorted(Comparator.comparingInt(Point::x)).toList()));
      }
    });
    return series;
  }
}
