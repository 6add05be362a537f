package skolem.cli.report;

import java.nio.file.Path;
import java.util.Locale;
import skolem.explicit.search.Exploration;
import skolem.frontend.verdict.Verdict;

/// What `explore` prints for people.
public final class ExploreText {
  private ExploreText() {}

  public static String title(Path specification) {
    return "Exploring " + specification;
  }

  /// The line for a level that is complete.
  public static String level(int level, long generated, int distinct, int waiting) {
    return String.format(
        Locale.ROOT,
        "  level %3d  %,d states generated, %,d distinct, %,d waiting",
        level,
        generated,
        distinct,
        waiting);
  }

  /// The verdict, the trace if there is one, and the counts as TLC gives them.
  public static String result(Exploration exploration, Verdict verdict, long nanoseconds) {
    StringBuilder out = new StringBuilder(VerdictText.of(verdict));
    out.append('\n');
    out.append(
        String.format(
            Locale.ROOT,
            "%d states generated, %d distinct states found, %d initial; the depth is %d.%n",
            exploration.generated(),
            exploration.distinct(),
            exploration.initialStates(),
            exploration.depth()));
    exploration
        .distinctByAction()
        .forEach(
            (action, count) ->
                out.append("  ").append(action).append(": ").append(count).append(" distinct\n"));
    out.append(String.format(Locale.ROOT, "Time: %.2f s%n", nanoseconds / 1e9));
    return out.toString();
  }
}
