package skolem.benchmarks.table;

import java.util.List;
import skolem.benchmarks.run.RowResult;

/// The page on a run of the suite: how it was measured, and the table.
///
/// @param arguments what the suite was called with
/// @param runs how many runs of each row were counted
/// @param limit the seconds after which a run was stopped
public record ResultPage(String arguments, int runs, long limit) {

  /// The page in Markdown.
  ///
  /// @param plots the names of the plots beside the page
  public String text(List<RowResult> results, List<String> plots) {
    StringBuilder out = new StringBuilder();
    out.append(
        """
        # Benchmarks

        Command: `benchmarks/run%s`, on %d processors (%s, %s).

        A row was run once without being counted, then %d times; a run was stopped after %d s. CPU s, \
        wall s and peak MiB are medians over the whole process, its start and the launcher included; \
        least and greatest are those of CPU s. The stages, start-up to solving, are wall seconds, and \
        variables and clauses are those of the propositional form. Reference CPU s was measured with \
        the first prototype, whose transition relations were written by hand and which had no parser. \
        A row that did not end in time or stayed undecided is listed as such.

        """
            .formatted(
                arguments.isEmpty() ? "" : " " + arguments,
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                runs,
                limit));
    out.append(ResultTable.page(results));
    for (String plot : plots) {
      out.append("\n![").append(plot).append("](").append(plot).append(")\n");
    }
    return out.toString();
  }
}
