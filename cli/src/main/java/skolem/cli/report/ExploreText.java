package skolem.cli.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import skolem.explicit.search.Exploration;
import skolem.explicit.search.Statistics;
import skolem.frontend.verdict.Verdict;

/// What `explore` prints for people.
public final class ExploreText {
  private ExploreText() {}

  public static String title(Path specification) {
    return "Exploring " + specification;
  }

  /// The line for how far a search is.
  ///
  /// @param rate states generated per second of late
  public static String progress(int level, long generated, int distinct, int waiting, double rate) {
    return String.format(
        Locale.ROOT,
        "  level %d: %,d states generated (%,.0f/s), %,d distinct, %,d waiting",
        level,
        generated,
        rate,
        distinct,
        waiting);
  }

  /// The verdict, the traces if there are any, and the counts as TLC gives them.
  public static String result(Exploration exploration, Verdict verdict, long nanoseconds) {
    Statistics counts = exploration.statistics();
    StringBuilder out = new StringBuilder(VerdictText.of(verdict));
    out.append(DiagnosticText.of(exploration.postconditions()));
    out.append('\n');
    out.append(
        String.format(
            Locale.ROOT,
            "%d states generated, %d distinct states found, %d initial; the depth is %d.%n",
            counts.generated(),
            counts.distinct(),
            counts.initialStates(),
            counts.depth()));
    if (counts.waiting() > 0) {
      out.append(counts.waiting()).append(" of them were not expanded.\n");
    }
    actions(counts, out);
    degrees(counts.outDegrees(), out);
    double seconds = nanoseconds / 1e9;
    out.append(
        String.format(
            Locale.ROOT,
            "Time: %.2f s; %,.0f states generated per second%n",
            seconds,
            counts.generated() / seconds));
    return out.toString();
  }

  private static void actions(Statistics counts, StringBuilder out) {
    counts
        .actions()
        .forEach((action, count) -> {
          if (count.steps() > 0) {
            out.append("  ").append(action).append(": ").append(count.steps());
            out.append(" steps, ").append(count.distinct()).append(" distinct\n");
          }
        });
    List<String> never = counts.neverTaken();
    if (!never.isEmpty() && counts.outDegrees().states() > 0) {
      out.append("Never enabled in a state that was expanded: ");
      out.append(String.join(", ", never)).append('\n');
    }
  }

  private static void degrees(Statistics.OutDegrees degrees, StringBuilder out) {
    if (degrees.states() > 0) {
      out.append(
          String.format(
              Locale.ROOT,
              "Different successors of a state: %d to %d, %.2f on average, 95%% have at most %d%n",
              degrees.minimum(),
              degrees.maximum(),
              degrees.average(),
              degrees.percentile95()));
    }
  }
}
