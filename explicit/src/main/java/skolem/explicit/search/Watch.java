package skolem.explicit.search;

import org.jspecify.annotations.Nullable;

/// Watches a search from outside: whether it must end, and when to tell of its progress.
final class Watch {
  static final String HEAP_FULL =
      "the memory is full (" + (Runtime.getRuntime().maxMemory() >> 20) + " MiB for Java)";

  private static final long NANOSECONDS_BETWEEN_LOOKS = 100_000_000;

  private final SearchOptions options;
  private final HeapWatch heap = new HeapWatch();
  private long lastLook = System.nanoTime();
  private @Nullable String reason;

  Watch(SearchOptions options) {
    this.options = options;
  }

  /// Why the search must end, or null.
  @Nullable String reason() {
    if (reason == null && options.interrupted().getAsBoolean()) {
      reason = "interrupted";
    }
    return reason;
  }

  /// The heap was too small for something.
  void heapFull() {
    reason = HEAP_FULL;
  }

  /// To be called often.
  void look(Discovery discovery, int level, int waiting) {
    long now = System.nanoTime();
    if (now - lastLook < NANOSECONDS_BETWEEN_LOOKS) {
      return;
    }
    lastLook = now;
    if (heap.isFull()) {
      heapFull();
    }
    options
        .progress()
        .report(level, discovery.generated(), discovery.distinct(), waiting + discovery.waiting());
  }
}
