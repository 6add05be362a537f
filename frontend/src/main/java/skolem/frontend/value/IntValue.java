package skolem.frontend.value;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/// An integer of any size; those of 64 bits are held as a `long`.
public final class IntValue implements Value {
  private static final IntValue[] SMALL = new IntValue[1280];

  static {
    for (int i = 0; i < SMALL.length; i++) {
      SMALL[i] = new IntValue(i - 256, null);
    }
  }

  public static final IntValue ZERO = of(0);
  public static final IntValue ONE = of(1);

  private final long small;
  private final @Nullable BigInteger big;

  private IntValue(long small, @Nullable BigInteger big) {
    this.small = small;
    this.big = big;
  }

  public static IntValue of(long value) {
    return value >= -256 && value < 1024 ? SMALL[(int) value + 256] : new IntValue(value, null);
  }

  public static IntValue of(BigInteger value) {
    return value.bitLength() < 64 ? of(value.longValue()) : new IntValue(0, value);
  }

  /// Whether the value fits a `long`.
  public boolean isLong() {
    return big == null;
  }

  /// The value, where [#isLong].
  public long longValue() {
    if (big != null) {
      throw new ArithmeticException(big + " does not fit 64 bits");
    }
    return small;
  }

  public BigInteger bigValue() {
    return big != null ? big : BigInteger.valueOf(small);
  }

  public int signum() {
    return big != null ? big.signum() : Long.signum(small);
  }

  public IntValue plus(IntValue other) {
    if (big == null && other.big == null) {
      long sum = small + other.small;
      if (((small ^ sum) & (other.small ^ sum)) >= 0) {
        return of(sum);
      }
    }
    return of(bigValue().add(other.bigValue()));
  }

  public IntValue minus(IntValue other) {
    if (big == null && other.big == null) {
      long difference = small - other.small;
      if (((small ^ other.small) & (small ^ difference)) >= 0) {
        return of(difference);
      }
    }
    return of(bigValue().subtract(other.bigValue()));
  }

  public IntValue times(IntValue other) {
    if (big == null && other.big == null) {
      long high = Math.multiplyHigh(small, other.small);
      long low = small * other.small;
      if ((high == 0 && low >= 0) || (high == -1 && low < 0)) {
        return of(low);
      }
    }
    return of(bigValue().multiply(other.bigValue()));
  }

  public IntValue negated() {
    return ZERO.minus(this);
  }

  int compareWith(IntValue other) {
    return big == null && other.big == null
        ? Long.compare(small, other.small)
        : bigValue().compareTo(other.bigValue());
  }

  @Override
  public long fingerprint() {
    long seed = Fingerprint.seed(2);
    return big != null
        ? Fingerprint.ofText(seed, big.toString(Character.MAX_RADIX))
        : Fingerprint.add(seed, small);
  }

  @Override
  public int rank() {
    return 2;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof IntValue that
        && small == that.small
        && (big == null ? that.big == null : big.equals(that.big));
  }

  @Override
  public int hashCode() {
    return big != null ? big.hashCode() : Long.hashCode(small) * 0x9E3779B1;
  }

  @Override
  public void appendTo(StringBuilder out) {
    if (big != null) {
      out.append(big);
    } else {
      out.append(small);
    }
  }

  @Override
  public String toString() {
    return big != null ? big.toString() : Long.toString(small);
  }
}
