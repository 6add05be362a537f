package skolem.cli.command;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Lets a run that the user or the system ends (Ctrl-C, SIGTERM) report before it goes.
///
/// While this is open, the end of the process waits until it is closed, for a limited time: a run
/// may be in the middle of something that takes much longer. The exit status is then the one that
/// the signal brings, 130 or 143.
final class Interruption implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hook = new Thread(this::request, "interruption");
  private volatile boolean requested;

  private Interruption() {}

  static Interruption awaited() {
    Interruption interruption = new Interruption();
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  private void request() {
    requested = true;
    try {
      if (!closed.await(LONGEST.toMillis(), TimeUnit.MILLISECONDS)) {
        System.err.println("skolem: ended in the middle of something that takes long");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Whether the process is to end.
  boolean requested() {
    return requested;
  }

  @Override
  public void close() {
    closed.countDown();
    if (!requested) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException _) {
        // The process has begun to end meanwhile.
      }
    }
  }
}
