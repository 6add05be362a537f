package skolem.cli.report;

import java.nio.file.Path;
import java.util.Locale;
import skolem.explicit.search.RandomWalks;
import skolem.frontend.verdict.Verdict;

/// What `simulate` prints for people.
public final class SimulateText {
  private SimulateText() {}

  public static String title(Path specification, int behaviours, int length, long seed) {
    return String.format(
        Locale.ROOT,
        "Simulating %s: %d behaviours of at most %s, seed %d",
        specification,
        behaviours,
        VerdictText.steps(length),
        seed);
  }

  /// @param verdict empty where nothing is violated
  public static String result(RandomWalks.Result result, Verdict verdict) {
    String seen =
        String.format(Locale.ROOT, "%d behaviours, %,d steps", result.behaviours(), result.steps());
    if (result.initialStates() == 0) {
      return "There is no initial state: everything holds of nothing.\n";
    }
    return verdict.answers().isEmpty()
        ? "No violation in what was seen (" + seen + "); other behaviours may have one.\n"
        : VerdictText.of(verdict) + "\nSeen: " + seen + ".\n";
  }
}
