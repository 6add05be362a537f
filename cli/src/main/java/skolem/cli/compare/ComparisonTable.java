package skolem.cli.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import skolem.cli.plot.Line;
import skolem.cli.plot.LinePlot;

/// The replies as text, a row for each, and what a sweep over sizes shows.
public final class ComparisonTable {
  private final String parameter;
  private final SortedMap<Integer, Comparison> bySize = new TreeMap<>();

  /// @param parameter the name of the constant whose sizes differ; empty where there is none
  public ComparisonTable(String parameter) {
    this.parameter = parameter;
  }

  public String head() {
    return row(parameter, "engine", "answer", "depth", "states", "CPU s", "wall s", "MiB");
  }

  /// Adds the replies for a size.
  ///
  /// @return their rows
  public String add(int size, Comparison comparison) {
    bySize.put(size, comparison);
    StringBuilder out = new StringBuilder();
    for (Reply reply : comparison.replies()) {
      out.append(
          row(
              parameter.isEmpty() ? "" : Integer.toString(size),
              reply.engine(),
              shortened(reply.answer()),
              reply.depth().isPresent() ? Integer.toString(reply.depth().getAsInt()) : "",
              reply.states().isPresent() ? "%,d".formatted(reply.states().getAsLong()) : "",
              decimal(reply.use().cpuSeconds()),
              decimal(OptionalDouble.of(reply.use().wallSeconds())),
              reply.use().peakMebibytes().isPresent()
                  ? Long.toString(Math.round(reply.use().peakMebibytes().getAsDouble()))
                  : ""));
    }
    comparison.disagreements().forEach(d -> out.append("  DISAGREEMENT: ").append(d).append('\n'));
    return out.toString();
  }

  private String row(String size, String... cells) {
    String first = parameter.isEmpty() ? "" : "  %6s".formatted(size);
    return String.format(
        Locale.ROOT,
        "%s  %-9s %-42s %6s %12s %8s %8s %6s%n",
        first,
        cells[0],
        cells[1],
        cells[2],
        cells[3],
        cells[4],
        cells[5],
        cells[6]);
  }

  private static String shortened(String answer) {
    return answer.length() <= 42 ? answer : answer.substring(0, 41) + "…";
  }

  private static String decimal(OptionalDouble value) {
    return value.isPresent() ? String.format(Locale.ROOT, "%.2f", value.getAsDouble()) : "";
  }

  /// From which size on the first engine answers for less CPU time than another, as text.
  public List<String> crossovers() {
    List<String> found = new ArrayList<>();
    List<Reply> engines = bySize.isEmpty() ? List.of() : bySize.firstEntry().getValue().replies();
    for (int i = 1; i < engines.size(); i++) {
      OptionalInt size = crossover(i);
      String names = engines.getFirst().engine() + " takes less than " + engines.get(i).engine();
      found.add(
          size.isPresent()
              ? names + " from " + parameter + " = " + size.getAsInt() + " on"
              : names + " at none of the last sizes");
    }
    return found;
  }

  /// The least size from which on the first engine is ahead of the one at this place.
  private OptionalInt crossover(int other) {
    OptionalInt size = OptionalInt.empty();
    for (Map.Entry<Integer, Comparison> entry : bySize.reversed().entrySet()) {
      List<Reply> replies = entry.getValue().replies();
      if (!isAhead(replies.getFirst(), replies.get(other))) {
        break;
      }
      size = OptionalInt.of(entry.getKey());
    }
    return size;
  }

  private static boolean isAhead(Reply one, Reply other) {
    return one.isAnswer() && (!other.isAnswer() || seconds(one) < seconds(other));
  }

  private static double seconds(Reply reply) {
    return reply.use().cpuSeconds().orElse(reply.use().wallSeconds());
  }

  /// CPU time over the sizes, a line for each engine, as SVG; sizes without an answer are left out.
  public String plot() {
    Map<String, List<Line.Point>> points = new LinkedHashMap<>();
    bySize.forEach((size, comparison) -> {
      for (Reply reply : comparison.replies()) {
        List<Line.Point> line = points.computeIfAbsent(reply.engine(), _ -> new ArrayList<>());
        if (reply.isAnswer()) {
          line.add(new Line.Point(size, seconds(reply)));
        }
      }
    });
    List<Line> lines = new ArrayList<>();
    points.forEach((engine, line) -> lines.add(new Line(engine, line)));
    return LinePlot.svg(lines, parameter, "CPU s");
  }
}
