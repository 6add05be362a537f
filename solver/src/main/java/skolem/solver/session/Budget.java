package skolem.solver.session;

import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How much time one check may take, by the clock on the wall, how much memory its engine, and how
/// many processors.
///
/// @param limit positive, or null for no limit
/// @param bytes by how many bytes an engine may grow; null for no limit
/// @param alone after how much time an engine may use a second processor; null for never
public record Budget(@Nullable Duration limit, @Nullable Long bytes, @Nullable Duration alone) {
  public static final Budget UNLIMITED = new Budget(null, null, null);

  public Budget {
    if (limit != null && !limit.isPositive()) {
      throw new IllegalArgumentException("a budget of " + limit);
    }
  }

  public static Budget of(Duration limit) {
    return new Budget(limit, null, null);
  }

  /// What is left of this budget after so much time; at least a millisecond.
  public Budget after(long nanoseconds) {
    return new Budget(
        limit == null ? null : atLeast(Duration.ofMillis(1), limit.minusNanos(nanoseconds)),
        bytes,
        alone == null ? null : atLeast(Duration.ZERO, alone.minusNanos(nanoseconds)));
  }

  private static Duration atLeast(Duration least, Duration time) {
    return time.compareTo(least) < 0 ? least : time;
  }

  /// One of so many equal shares of the time; at least a millisecond.
  public Budget share(int shares) {
    return limit == null
        ? this
        : new Budget(atLeast(Duration.ofMillis(1), limit.dividedBy(shares)), bytes, alone);
  }

  /// This much time, and so much memory.
  public Budget withMemory(@Nullable Long most) {
    return new Budget(limit, most, alone);
  }

  /// With a second processor after so much time.
  public Budget withHelpAfter(Duration time) {
    return new Budget(limit, bytes, time);
  }

  /// The smaller of the two, in time and in memory; processors as in this one.
  public Budget within(Budget other) {
    return new Budget(least(limit, other.limit), least(bytes, other.bytes), alone);
  }

  private static <T extends Comparable<T>> @Nullable T least(@Nullable T left, @Nullable T right) {
    if (left == null || right == null) {
      return left == null ? right : left;
    }
    return left.compareTo(right) <= 0 ? left : right;
  }

  /// Whether so much time is all of this budget.
  public boolean usedUpBy(long nanoseconds) {
    return limit != null && limit.toNanos() <= nanoseconds;
  }

  /// The phrase for a check that used up its budget, such as "timed out after 0.5 s".
  public String exceeded() {
    if (limit == null) {
      return "gave up";
    }
    BigDecimal seconds = BigDecimal.valueOf(limit.toMillis(), 3).stripTrailingZeros();
    return "timed out after " + seconds.toPlainString() + " s";
  }
}
