package skolem.solver.session;

import org.jspecify.annotations.Nullable;

/// Interrupts a running check when its budget is used up: a thread that sleeps until then, or looks
/// at the memory now and then, unless closed before. Without a limit there is no thread.
public final class Watchdog implements AutoCloseable {
  private static final long LOOK_MILLISECONDS = 50;
  private static final long MEGABYTE = 1 << 20;

  private final Budget budget;
  private final long before;
  private final Runnable interruption;
  private boolean closed;
  private boolean fired;
  private boolean full;

  private Watchdog(Budget budget, long before, Runnable interruption) {
    this.budget = budget;
    this.before = before;
    this.interruption = interruption;
  }

  /// @param before what [#memory] was before the engine was opened
  /// @param interruption makes the solver give up; run on another thread, never after [#close]
  public static Watchdog over(Budget budget, long before, Runnable interruption) {
    Watchdog watchdog = new Watchdog(budget, before, interruption);
    if (budget.limit() != null || budget.bytes() != null) {
      long start = System.nanoTime();
      Thread.ofPlatform().daemon().name("solver-watchdog").start(() -> watchdog.watch(start));
    }
    return watchdog;
  }

  /// The memory that counts for engines.
  public static long memory() {
    return ProcessMemory.outsideHeap();
  }

  private synchronized void watch(long start) {
    try {
      while (!closed && !full && !budget.usedUpBy(System.nanoTime() - start)) {
        wait(pause(start));
        full = !closed && isFull();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    if (!closed) {
      fired = true;
      interruption.run();
    }
  }

  /// In milliseconds, at least one.
  private long pause(long start) {
    long left =
        budget.limit() == null
            ? Long.MAX_VALUE
            : budget.limit().minusNanos(System.nanoTime() - start).toMillis() + 1;
    return Math.max(1, budget.bytes() == null ? left : Math.min(left, LOOK_MILLISECONDS));
  }

  private boolean isFull() {
    Long most = budget.bytes();
    return most != null && memory() - before > most;
  }

  /// Whether the interruption was run.
  public synchronized boolean fired() {
    return fired;
  }

  /// Why it was run, the time not being up.
  ///
  /// @return null where the time is up, or nothing was run
  public synchronized @Nullable EngineFailure failure(String engine) {
    Long most = budget.bytes();
    return full && most != null
        ? new EngineFailure(engine + " stopped at the memory limit of " + most / MEGABYTE + " MB")
        : null;
  }

  @Override
  public synchronized void close() {
    closed = true;
    notifyAll();
  }
}
