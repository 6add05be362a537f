package skolem.benchmarks.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import skolem.benchmarks.corpus.TlcRow;
import skolem.benchmarks.run.ExploreResult;

/// The page that holds `explore` against TLC, row by row.
///
/// @param command what makes the page again
public record AgreementPage(String command) {
  private static final List<String> HEADER =
      List.of(
          "specification",
          "TLC",
          "explore",
          "remark",
          "distinct",
          "depth",
          "generated",
          "generated (TLC)",
          "CPU s",
          "CPU s (TLC)",
          "generated per CPU s",
          "of TLC's rate");

  private static final int WORDS = 4;

  public String text(List<ExploreResult> results) {
    long ended = results.stream().filter(r -> !r.verdict().equals("timeout")).count();
    long disagree = results.stream().filter(ExploreResult::disagrees).count();
    long liveness = results.stream().filter(ExploreResult::missesLiveness).count();
    return """
    # Agreement with TLC

    Command: `%s`, on %d processors (%s, %s).

    %d specifications that TLC finishes; `explore` finishes %d. On %d of them it does not find \
    TLC's verdict, distinct states and depth. On %d, TLC finds a violation of liveness, which \
    `explore` does not look for; it then visits every state, and distinct states and depth are \
    TLC's of the whole graph. A search that ends at a violation has seen as many states as its \
    order has brought; there, counts are given and not compared, but for the verdict. CPU \
    seconds are of the whole process, one run each, TLC's with its check of liveness.

    %s\
    """
        .formatted(
            command,
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            results.size(),
            ended,
            disagree,
            liveness,
            MarkdownTable.of(HEADER, WORDS, results.stream().map(AgreementPage::cells).toList()));
  }

  private static List<String> cells(ExploreResult result) {
    TlcRow row = result.row();
    OptionalDouble rate = rate(result.generated(), result.cpuSeconds());
    OptionalDouble reference = rate(row.generated(), row.cpuSeconds());
    return List.of(
        row.name(),
        row.verdict(),
        result.verdict(),
        remark(result),
        compared(result.distinct(), row.distinct()),
        compared(result.depth(), row.depth()),
        text(result.generated()),
        text(row.generated()),
        text(result.cpuSeconds(), 1),
        text(row.cpuSeconds(), 1),
        text(rate, 0),
        rate.isPresent() && reference.isPresent() && reference.getAsDouble() > 0
            ? text(OptionalDouble.of(rate.getAsDouble() / reference.getAsDouble()), 2)
            : "");
  }

  private static OptionalDouble rate(OptionalLong generated, OptionalDouble seconds) {
    return generated.isPresent() && seconds.isPresent() && seconds.getAsDouble() > 0
        ? OptionalDouble.of(generated.getAsLong() / seconds.getAsDouble())
        : OptionalDouble.empty();
  }

  private static String remark(ExploreResult result) {
    TlcRow row = result.row();
    List<String> remarks = new ArrayList<>();
    if (result.verdict().equals("timeout")) {
      remarks.add("stopped at the time limit");
    } else if (result.disagrees()) {
      remarks.add("**disagrees**");
    }
    if (result.missesLiveness()) {
      remarks.add("liveness is not checked");
    }
    boolean whole = result.verdict().equals("success");
    if (whole && !result.generated().equals(row.generated())) {
      remarks.add(
          row.composesActions()
              ? "TLC counts each successor of `A \\cdot B` twice"
              : "other generated states");
    }
    return String.join("; ", remarks);
  }

  private static String compared(OptionalLong ours, OptionalLong theirs) {
    return ours.equals(theirs) ? text(ours) : text(ours) + " (TLC " + text(theirs) + ")";
  }

  private static String text(OptionalLong number) {
    return number.isPresent() ? Long.toString(number.getAsLong()) : "–";
  }

  private static String text(OptionalDouble number, int places) {
    return number.isPresent()
        ? String.format(Locale.ROOT, "%." + places + "f", number.getAsDouble())
        : "";
  }
}
