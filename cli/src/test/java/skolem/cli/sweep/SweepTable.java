package skolem.cli.sweep;

import java.util.List;
import java.util.Locale;
import skolem.cli.sweep.RowOutcome.Kind;

/// The outcomes of a sweep as a page.
final class SweepTable {
  private SweepTable() {}

  static String page(String corpus, Sweep sweep, List<RowOutcome> outcomes) {
    StringBuilder out = new StringBuilder();
    out.append("# `check` over the corpus `").append(corpus).append("`\n\n");
    out.append(
        """
        Each row is checked up to TLC's depth (where TLC did not finish, the one that it had \
        reached), and at most %d steps where TLC has no counterexample, within %d s by the clock. Times are those of the whole process, by the clock; each row has a \
        process of its own.

        """
            .formatted(sweep.longest(), sweep.seconds()));
    for (Kind kind : Kind.values()) {
      long count = outcomes.stream().filter(o -> o.kind() == kind).count();
      out.append("- ").append(kind.text()).append(": ").append(count).append('\n');
    }
    out.append("\n| row | TLC | steps | outcome | s | |\n|---|---|---:|---|---:|---|\n");
    outcomes.forEach(outcome -> row(outcome, out));
    return out.toString();
  }

  private static void row(RowOutcome outcome, StringBuilder out) {
    out.append(
        String.format(
            Locale.ROOT,
            "| %s | %s | %d | %s | %.1f | %s |%n",
            outcome.row().name(),
            outcome.row().found(),
            outcome.bound(),
            outcome.kind().text(),
            outcome.taken().toMillis() / 1e3,
            outcome.detail().replace("|", "\\|")));
  }
}
