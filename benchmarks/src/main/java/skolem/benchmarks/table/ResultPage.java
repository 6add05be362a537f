package skolem.benchmarks.table;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import skolem.benchmarks.corpus.Bound;
import skolem.benchmarks.run.Measurement;
import skolem.benchmarks.run.RowResult;

/// The page on a run of the suite: how it was measured, and the table.
///
/// @param command what measures again what the page tells
/// @param runs how many runs of each row were counted
/// @param limit the seconds after which a run was stopped
public record ResultPage(String command, int runs, long limit) {
  /// A row that takes longer, in seconds of CPU time, is long.
  private static final double LONG = 5;

  /// The page in Markdown.
  ///
  /// @param plots the names of the plots beside the page
  public String text(List<RowResult> results, List<String> plots) {
    StringBuilder out = new StringBuilder();
    out.append(
        """
        # Benchmarks

        Command: `%s`, on %d processors (%s, %s).

        Each row was run once without being counted; counted runs: %d, time limit: %d s. CPU s, \
        wall s and peak MiB are medians over the whole process, its start and the launcher included; \
        least and greatest are those of CPU s. The stages, start-up to solving, are wall seconds, and \
        variables and clauses are those of the propositional form. Reference CPU s was measured with \
        the first prototype, whose transition relations were written by hand and which had no parser. \
        A row that did not end in time or stayed undecided is listed as such.

        """
            .formatted(
                command,
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                runs,
                limit));
    Map<Boolean, List<RowResult>> byTime =
        results.stream()
            .collect(
                Collectors.partitioningBy(result -> result.row().bound() instanceof Bound.Within));
    List<RowResult> deepest = byTime.getOrDefault(true, List.of());
    List<RowResult> steps = byTime.getOrDefault(false, List.of());
    if (!steps.isEmpty()) {
      out.append(ResultTable.page(steps));
    }
    if (!deepest.isEmpty()) {
      out.append(
          """

          ## As deep as the time allows

          These rows were run once. Deepest bound is the number of steps within which nothing was \
          violated when the run ended, after that time by the clock at the latest; or every bound, \
          where that was known after so many steps.

          """);
      out.append(ResultTable.deepest(deepest));
    }
    out.append(ofLongRows(results));
    for (String plot : plots) {
      out.append("\n![").append(plot).append("](").append(plot).append(")\n");
    }
    return out.toString();
  }

  /// What part of the time of long rows the solver had, at the least.
  private static String ofLongRows(List<RowResult> results) {
    List<Double> shares =
        results.stream()
            .filter(row ->
                Figures.median(row.runs().stream().map(Measurement::cpuSeconds).toList()).orElse(0)
                    > LONG)
            .map(ResultPage::solversShare)
            .toList();
    return shares.isEmpty()
        ? ""
        : """

        Rows of more than %.0f s of CPU time: %d. The solver had at least %.0f %% of the time of each, \
        by the clock.
        """
            .formatted(LONG, shares.size(), Math.floor(100 * Collections.min(shares)));
  }

  private static double solversShare(RowResult row) {
    return Figures.median(
            row.runs().stream()
                .map(run -> {
                  OptionalDouble solving = run.breakdown().get("seconds.solving");
                  return solving.isPresent()
                      ? OptionalDouble.of(solving.getAsDouble() / run.wallSeconds())
                      : solving;
                })
                .toList())
        .orElse(0);
  }
}
