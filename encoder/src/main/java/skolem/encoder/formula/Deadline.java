package skolem.encoder.formula;

import java.time.Duration;

/// When the making of formulas is to end, by the clock on the wall.
///
/// It is asked so often that it looks at the clock only now and then.
public final class Deadline {
  /// So many calls pass between two looks at the clock; a power of two.
  private static final int EVERY = 1 << 10;

  /// The time is over: what was being made is not finished.
  public static final class OverException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private OverException() {
      super("the time is over", null, false, false);
    }
  }

  private final boolean limited;
  private final long end;
  private int calls;

  private Deadline(boolean limited, long end) {
    this.limited = limited;
    this.end = end;
  }

  public static Deadline never() {
    return new Deadline(false, 0);
  }

  public static Deadline after(Duration time) {
    return new Deadline(true, System.nanoTime() + time.toNanos());
  }

  /// @throws OverException where the time is over
  public void check() {
    if (limited && (++calls & (EVERY - 1)) == 0 && System.nanoTime() - end >= 0) {
      throw new OverException();
    }
  }
}
