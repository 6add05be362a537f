package skolem.cli.command;

import java.io.PrintWriter;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import skolem.cli.report.CheckText;
import skolem.frontend.verdict.Outcome;
import skolem.solver.bmc.CheckListener;
import skolem.solver.bmc.CheckProgress;

/// Shows how a check goes on: a line for each depth; while a question takes long, a line every few
/// seconds, or on a terminal one that changes.
final class CheckDisplay implements CheckListener, AutoCloseable {
  private static final Duration ON_TERMINAL = Duration.ofMillis(500);
  private static final Duration ELSEWHERE = Duration.ofSeconds(5);

  private final @Nullable PrintWriter out;
  private final CheckText text;
  private final boolean terminal;
  private final Thread heart = new Thread(this::beat, "heartbeat");
  private @Nullable CheckProgress progress;
  private int depth;
  private int branches;
  private boolean asking;
  private boolean liveLine;
  private long lastLine;
  private boolean closed;

  /// @param out null to show nothing
  CheckDisplay(CheckText text, @Nullable PrintWriter out) {
    this.out = out;
    this.text = text;
    this.terminal = Terminal.isThere();
    heart.setDaemon(true);
    if (out != null) {
      heart.start();
    }
  }

  /// How far the check is; null before it begins.
  synchronized @Nullable CheckProgress progress() {
    return progress;
  }

  @Override
  public synchronized void begins(CheckProgress checkProgress) {
    this.progress = checkProgress;
  }

  @Override
  public synchronized void asking(int depthAsked, int branchesAsked) {
    this.depth = depthAsked;
    this.branches = branchesAsked;
    this.asking = true;
    this.lastLine = System.nanoTime();
  }

  @Override
  public synchronized void done(int depthDone, int branchesDone, int nodes, Duration elapsed) {
    asking = false;
    println(text.done(depthDone, branchesDone, nodes, elapsed));
  }

  @Override
  public synchronized void found(Outcome.Violated violated) {
    println(text.found(violated));
  }

  @Override
  public void close() {
    fallSilent();
  }

  /// Takes a changing line away and shows nothing more.
  synchronized void fallSilent() {
    closed = true;
    clear();
    notifyAll();
  }

  private synchronized void beat() {
    try {
      while (!closed) {
        Duration pause = terminal ? ON_TERMINAL : ELSEWHERE;
        wait(pause.toMillis());
        boolean isDue = System.nanoTime() - lastLine >= pause.toNanos();
        if (asking && isDue && !closed && progress != null) {
          show(text.asking(depth, branches, progress.elapsed()));
          lastLine = System.nanoTime();
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void show(String line) {
    if (out == null) {
      return;
    }
    if (terminal) {
      out.print("\r" + line + "\u001b[K");
      out.flush();
      liveLine = true;
    } else {
      println(line);
    }
  }

  private void println(String line) {
    if (out != null) {
      clear();
      out.println(line);
      out.flush();
    }
  }

  private void clear() {
    if (out != null && liveLine) {
      out.print("\r\u001b[K");
      out.flush();
      liveLine = false;
    }
  }
}
