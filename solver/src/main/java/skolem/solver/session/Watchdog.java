package skolem.solver.session;

/// Interrupts a running check when its budget is used up: a thread that sleeps until then, unless
/// closed before. Without a limit there is no thread.
public final class Watchdog implements AutoCloseable {
  private final Runnable interruption;
  private boolean closed;
  private boolean fired;

  private Watchdog(Runnable interruption) {
    this.interruption = interruption;
  }

  /// @param interruption makes the solver give up; run on another thread, never after [#close]
  public static Watchdog over(Budget budget, Runnable interruption) {
    Watchdog watchdog = new Watchdog(interruption);
    if (budget.limit() != null) {
      long deadline = System.nanoTime() + budget.limit().toNanos();
      Thread.ofPlatform().daemon().name("solver-watchdog").start(() -> watchdog.watch(deadline));
    }
    return watchdog;
  }

  private synchronized void watch(long deadline) {
    try {
      long left = deadline - System.nanoTime();
      while (!closed && left > 0) {
        wait(left / 1_000_000, (int) (left % 1_000_000));
        left = deadline - System.nanoTime();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    if (!closed) {
      fired = true;
      interruption.run();
    }
  }

  /// Whether the interruption was run.
  public synchronized boolean fired() {
    return fired;
  }

  @Override
  public synchronized void close() {
    closed = true;
    notifyAll();
  }
}
