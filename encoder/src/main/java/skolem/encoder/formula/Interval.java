package skolem.encoder.formula;

import java.math.BigInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The integers from `low` to `high`; null stands for no bound on that side.
public record Interval(@Nullable BigInteger low, @Nullable BigInteger high) {
  public static final Interval ALL = new Interval(null, null);
  public static final Interval NATURALS = new Interval(BigInteger.ZERO, null);

  public static Interval of(BigInteger value) {
    return new Interval(value, value);
  }

  public static Interval of(long low, long high) {
    return new Interval(BigInteger.valueOf(low), BigInteger.valueOf(high));
  }

  public boolean isBounded() {
    return low != null && high != null;
  }

  /// The least interval that holds both.
  public Interval hull(Interval other) {
    return new Interval(
        low == null || other.low == null ? null : low.min(other.low),
        high == null || other.high == null ? null : high.max(other.high));
  }

  Interval plus(Interval other) {
    return new Interval(
        low == null || other.low == null ? null : low.add(other.low),
        high == null || other.high == null ? null : high.add(other.high));
  }

  Interval times(Interval other) {
    if (low == null || high == null || other.low == null || other.high == null) {
      return nonNegative() && other.nonNegative() ? NATURALS : ALL;
    }
    BigInteger a = low.multiply(other.low);
    BigInteger b = low.multiply(other.high);
    BigInteger c = high.multiply(other.low);
    BigInteger d = high.multiply(other.high);
    return new Interval(
        Stream.of(a, b, c, d).min(BigInteger::compareTo).orElseThrow(),
        Stream.of(a, b, c, d).max(BigInteger::compareTo).orElseThrow());
  }

  /// Where quotients, rounded down, by integers in `divisor` lie, but for 0.
  Interval quotient(Interval divisor) {
    if (divisor.low != null && divisor.low.signum() > 0 && divisor.low.equals(divisor.high)) {
      return new Interval(
          low == null ? null : floor(low, divisor.low),
          high == null ? null : floor(high, divisor.low));
    }
    if (low == null || high == null) {
      return ALL;
    }
    BigInteger bound = low.abs().max(high.abs());
    return new Interval(bound.negate(), bound);
  }

  private static BigInteger floor(BigInteger dividend, BigInteger positive) {
    return dividend.subtract(dividend.mod(positive)).divide(positive);
  }

  /// Whether all of `other` lies within.
  boolean contains(Interval other) {
    return (low == null || (other.low != null && low.compareTo(other.low) <= 0))
        && (high == null || (other.high != null && other.high.compareTo(high) <= 0));
  }

  /// The only integer within, or null.
  @Nullable BigInteger only() {
    return low != null && low.equals(high) ? low : null;
  }

  /// Where remainders by positive divisors in `this` lie.
  Interval remainders() {
    return new Interval(
        BigInteger.ZERO, high == null ? null : high.subtract(BigInteger.ONE).max(BigInteger.ZERO));
  }

  private boolean nonNegative() {
    return low != null && low.signum() >= 0;
  }
}
