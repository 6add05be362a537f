package skolem.cli.command;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/// Lets a run that the user or the system ends (Ctrl-C, SIGTERM) say what it knows before it goes,
/// and end with a status of its own.
final class LastWords implements AutoCloseable {
  private final AtomicBoolean taken = new AtomicBoolean();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Supplier<ExitStatus> words;
  private final Thread hook = new Thread(this::speak, "last-words");

  private LastWords(Supplier<ExitStatus> words) {
    this.words = words;
  }

  /// @param words says what is known; called on another thread, while the run may still go on
  static LastWords of(Supplier<ExitStatus> words) {
    LastWords last = new LastWords(words);
    Runtime.getRuntime().addShutdownHook(last.hook);
    return last;
  }

  private void speak() {
    if (taken.compareAndSet(false, true)) {
      int status = ExitStatus.BUG.number();
      try {
        status = words.get().number();
      } finally {
        Runtime.getRuntime().halt(status);
      }
    }
    await();
  }

  /// From here on, the run itself says how it ended; where it is being ended already, this does not
  /// return.
  void finish() {
    if (!taken.compareAndSet(false, true)) {
      await();
    }
  }

  private void await() {
    try {
      closed.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    taken.set(true);
    closed.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      // The process has begun to end meanwhile.
    }
  }
}
