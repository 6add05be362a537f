package skolem.benchmarks.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import skolem.benchmarks.corpus.Bound;
import skolem.benchmarks.corpus.SuiteRow;
import skolem.benchmarks.run.Answer;
import skolem.benchmarks.run.RowResult;
import skolem.cli.plot.Line;

/// How the cost grows along rows that differ in one number only: the median of the CPU time over
/// that number, of rows with an answer.
final class Series {
  private static final int FEWEST_POINTS = 3;

  private Series() {}

  /// The rows that differ in the bound only.
  static List<Line> alongBound(List<RowResult> results) {
    SequencedMap<String, List<Line.Point>> groups = new LinkedHashMap<>();
    for (RowResult result : results) {
      SuiteRow row = result.row();
      if (row.bound() instanceof Bound.Steps(var steps)) {
        String key = row.name() + " " + row.command() + " " + row.parametersText();
        add(groups, key, steps, result);
      }
    }
    return series(groups);
  }

  /// The rows that differ in their parameters only; a row stands at its greatest parameter.
  static List<Line> alongParameters(List<RowResult> results) {
    SequencedMap<String, List<Line.Point>> groups = new LinkedHashMap<>();
    for (RowResult result : results) {
      SuiteRow row = result.row();
      if (!(row.bound() instanceof Bound.Within)) {
        int x = row.parameters().values().stream().mapToInt(Integer::intValue).max().orElse(0);
        add(groups, row.name() + " " + row.command() + row.bound().suffix(), x, result);
      }
    }
    return series(groups);
  }

  private static void add(
      SequencedMap<String, List<Line.Point>> groups, String key, int x, RowResult result) {
    OptionalDouble seconds =
        Figures.median(result.runs().stream().map(run -> run.cpuSeconds()).toList());
    if (result.answer() == Answer.HOLDS && seconds.isPresent()) {
      groups
          .computeIfAbsent(key, _ -> new ArrayList<>())
          .add(new Line.Point(x, seconds.getAsDouble()));
    }
  }

  private static List<Line> series(SequencedMap<String, List<Line.Point>> groups) {
    List<Line> series = new ArrayList<>();
    groups.forEach((name, points) -> {
      if (points.stream().mapToInt(Line.Point::x).distinct().count() >= FEWEST_POINTS) {
        series.add(
            new Line(
                name, points.stream().sorted(Comparator.comparingInt(Line.Point::x)).toList()));
      }
    });
    return series;
  }
}
