package skolem.benchmarks.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import skolem.benchmarks.corpus.Hunt;
import skolem.benchmarks.corpus.Parameters;
import skolem.benchmarks.run.Answer;
import skolem.benchmarks.run.HuntResult;
import skolem.benchmarks.run.Measurement;

/// The page on seeded faults at large parameters, in Markdown.
///
/// @param exploreSeconds the time after which `explore` was stopped
public record HuntPage(long exploreSeconds) {
  private static final List<String> COLUMNS =
      List.of(
          "specification",
          "fault",
          "parameters",
          "`explore`",
          "steps",
          "found at",
          "CPU s",
          "peak MiB",
          "states visited",
          "levels");

  private static final int WORDS = 4;

  public String text(List<HuntResult> results) {
    return """
    # Seeded faults at large parameters

    Command: `benchmarks/hunt`, on %d processors (%s, %s). Each run is a process of its own, run \
    once. Steps is the fewest that lead to a violation, as argued in the specification under \
    `benchmarks/hunts`; found at, CPU s (of the whole process) and peak MiB are those of `check`. \
    The last columns are what `explore` has visited when it was done, or was stopped after %d s \
    by the clock.

    """
            .formatted(
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                exploreSeconds)
        + MarkdownTable.of(COLUMNS, WORDS, results.stream().map(HuntPage::row).toList());
  }

  private static List<String> row(HuntResult result) {
    Hunt hunt = result.hunt();
    Measurement check = result.check();
    List<String> cells = new ArrayList<>();
    cells.add(hunt.name());
    cells.add(hunt.fault());
    cells.add(Parameters.text(hunt.large().parameters()));
    cells.add(result.explore().isEmpty() ? "not run" : answer(result.explore().getFirst()));
    cells.add(Integer.toString(hunt.large().depth()));
    cells.add(
        result.depth().isPresent()
            ? Integer.toString(result.depth().getAsInt())
            : "**" + check.answer().text() + "**");
    cells.add(number(check.cpuSeconds(), 1));
    cells.add(number(check.peakMebibytes(), 0));
    for (String count : List.of("states.distinct", "states.depth")) {
      cells.add(
          result.explore().isEmpty()
              ? ""
              : number(result.explore().getFirst().breakdown().get(count), 0));
    }
    return cells;
  }

  private static String answer(Measurement explore) {
    return explore.answer() == Answer.TIMED_OUT ? "not finished" : explore.answer().text();
  }

  private static String number(OptionalDouble number, int places) {
    return number.isPresent()
        ? String.format(Locale.ROOT, "%." + places + "f", number.getAsDouble())
        : "";
  }
}
