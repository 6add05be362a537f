package skolem.benchmarks.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import skolem.benchmarks.run.GrowthResult;
import skolem.benchmarks.run.Measurement;
import skolem.cli.plot.Line;
import skolem.cli.plot.LinePlot;

/// What proofs cost at growing sizes: a page in Markdown, the runs as CSV, and plots.
///
/// @param command what measures again what the page tells
/// @param limit the CPU seconds after which a run was stopped
public record GrowthPage(String command, long limit) {
  private static final List<String> COLUMNS =
      List.of("specification", "N is the number of", "CPU s at N", "not at", "peak MiB");

  private static final int WORDS = 4;
  private static final int LINES_IN_A_PLOT = 6;
  private static final int FEWEST_POINTS = 3;

  /// The greatest size in a plot is at most so many times that of any of its lines.
  private static final int LIKE_SIZES = 6;

  /// @param plots the names of the plots beside the page
  public String text(List<GrowthResult> results, List<String> plots) {
    StringBuilder out = new StringBuilder();
    out.append(
        """
        # What proofs cost at growing sizes

        Command: `%s`, on %d processors (%s, %s). Each run is a process of its own, run once, with \
        `--workers 1`; its CPU seconds include the start of Java. A proof is initiation, \
        consecution for each action, the implication of the safety property where there is one, \
        and the questions about vacuity. N grows until a run has taken %d CPU seconds, at which it \
        is stopped, or has no memory left, or N has come to a million, or a \
        set is too large to be listed, which is refused; peak MiB is that of the last proof.

        """
            .formatted(
                command,
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                limit));
    out.append(MarkdownTable.of(COLUMNS, WORDS, results.stream().map(this::row).toList()));
    plots.forEach(plot -> out.append("\n![").append(plot).append("](").append(plot).append(")\n"));
    return out.toString();
  }

  private List<String> row(GrowthResult result) {
    boolean fixed = result.growth().sizes() == null;
    List<String> cells = new ArrayList<>();
    cells.add(result.growth().name());
    cells.add(fixed ? "nothing can grow" : result.growth().grows());
    if (result.runs().isEmpty()) {
      cells.addAll(List.of("skipped: the specification is not here", "", ""));
      return cells;
    }
    cells.add(
        result.proved().stream()
            .map(run -> (fixed ? "" : run.size() + ": ") + seconds(run.measurement()))
            .collect(Collectors.joining(" · ")));
    cells.add(
        result
            .end()
            .map(run -> (fixed ? "" : run.size() + ": ") + end(run.measurement()))
            .orElse(""));
    cells.add(
        result.proved().isEmpty()
            ? ""
            : number(result.proved().getLast().measurement().peakMebibytes(), 0));
    return cells;
  }

  private String end(Measurement measurement) {
    return switch (measurement.answer()) {
      case TIMED_OUT -> "over " + limit + " s";
      case UNDECIDED -> "no memory left after " + seconds(measurement) + " s";
      case REFUSED -> "refused";
      case HOLDS, VIOLATED, FAILED -> "**" + measurement.answer().text() + "**";
    };
  }

  private static String seconds(Measurement measurement) {
    return number(measurement.cpuSeconds(), 1);
  }

  private static String number(OptionalDouble number, int places) {
    return number.isPresent()
        ? String.format(Locale.ROOT, "%." + places + "f", number.getAsDouble())
        : "";
  }

  /// All runs as CSV.
  public static String csv(List<GrowthResult> results) {
    StringBuilder out =
        new StringBuilder(
            CsvLine.of(List.of("name", "size", "answer", "cpuSeconds", "wallSeconds", "peakMiB")));
    for (GrowthResult result : results) {
      for (GrowthResult.Run run : result.runs()) {
        Measurement measured = run.measurement();
        out.append(
            CsvLine.of(
                List.of(
                    result.growth().name(),
                    result.growth().sizes() == null ? "" : Integer.toString(run.size()),
                    measured.answer().text(),
                    number(measured.cpuSeconds(), 2),
                    number(OptionalDouble.of(measured.wallSeconds()), 2),
                    number(measured.peakMebibytes(), 0))));
      }
    }
    return out.toString();
  }

  /// Plots of a few specifications each, those together that grow to like sizes.
  public static List<String> plots(List<GrowthResult> results) {
    List<Line> lines =
        results.stream()
            .map(GrowthPage::line)
            .filter(line -> line.points().size() >= FEWEST_POINTS)
            .sorted(Comparator.comparingLong(GrowthPage::greatest))
            .toList();
    List<List<Line>> groups = new ArrayList<>();
    for (Line line : lines) {
      if (groups.isEmpty() || !fits(line, groups.getLast())) {
        groups.add(new ArrayList<>());
      }
      groups.getLast().add(line);
    }
    return groups.stream().map(group -> LinePlot.svg(group, "N", "CPU s")).toList();
  }

  private static boolean fits(Line line, List<Line> group) {
    return group.size() < LINES_IN_A_PLOT
        && greatest(line) <= LIKE_SIZES * greatest(group.getFirst());
  }

  private static long greatest(Line line) {
    return line.points().getLast().x();
  }

  private static Line line(GrowthResult result) {
    List<Line.Point> points = new ArrayList<>();
    for (GrowthResult.Run run : result.proved()) {
      OptionalDouble seconds = run.measurement().cpuSeconds();
      if (seconds.isPresent()) {
        points.add(new Line.Point(run.size(), seconds.getAsDouble()));
      }
    }
    return new Line(result.growth().name(), points);
  }

  /// Whether everything is proved, as far as it could be afforded.
  public static boolean isAsExpected(GrowthResult result) {
    return result
        .end()
        .map(run ->
            switch (run.measurement().answer()) {
              case HOLDS, TIMED_OUT, UNDECIDED, REFUSED -> true;
              case VIOLATED, FAILED -> false;
            })
        .orElse(true);
  }
}
