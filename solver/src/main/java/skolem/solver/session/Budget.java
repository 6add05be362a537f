package skolem.solver.session;

import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How much time one check may take, by the clock on the wall.
///
/// @param limit positive, or null for no limit
public record Budget(@Nullable Duration limit) {
  public static final Budget UNLIMITED = new Budget(null);

  public Budget {
    if (limit != null && !limit.isPositive()) {
      throw new IllegalArgumentException("a budget of " + limit);
    }
  }

  public static Budget of(Duration limit) {
    return new Budget(limit);
  }

  /// What is left of this budget after so much time; at least a millisecond.
  public Budget after(long nanoseconds) {
    if (limit == null) {
      return this;
    }
    Duration left = limit.minusNanos(nanoseconds);
    return new Budget(left.compareTo(Duration.ofMillis(1)) < 0 ? Duration.ofMillis(1) : left);
  }

  /// The smaller of the two.
  public Budget within(Budget other) {
    if (limit == null || other.limit == null) {
      return limit == null ? other : this;
    }
    return limit.compareTo(other.limit) <= 0 ? this : other;
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
