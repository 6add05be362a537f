package skolem.cli.command;

import java.io.PrintWriter;
import skolem.cli.report.ExploreText;
import skolem.explicit.search.SearchOptions;

/// Prints a line about a search every few seconds.
final class ProgressLines implements SearchOptions.Progress {
  private static final double SECONDS_BETWEEN_LINES = 3;

  private final PrintWriter out;
  private long lastLine = System.nanoTime();
  private long generatedThen;

  ProgressLines(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void report(int level, long generated, int distinct, int waiting) {
    long now = System.nanoTime();
    double seconds = (now - lastLine) / 1e9;
    if (seconds < SECONDS_BETWEEN_LINES) {
      return;
    }
    double rate = (generated - generatedThen) / seconds;
    out.println(ExploreText.progress(level, generated, distinct, waiting, rate));
    out.flush();
    lastLine = now;
    generatedThen = generated;
  }
}
