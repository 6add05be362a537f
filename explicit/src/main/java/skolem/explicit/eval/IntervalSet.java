package skolem.explicit.eval;

import java.math.BigInteger;
import java.util.Iterator;
import java.util.NoSuchElementException;
import skolem.frontend.source.Span;
import skolem.frontend.value.IntValue;
import skolem.frontend.value.ModelValue;
import skolem.frontend.value.Value;

/// `low..high`; empty where `low > high`.
record IntervalSet(long low, long high) implements DescribedSet {
  @Override
  public Decision decide(Value value) {
    if (low > high) {
      return Decision.NO;
    }
    return switch (value) {
      case IntValue i -> Decision.of(i.isLong() && low <= i.longValue() && i.longValue() <= high);
      case ModelValue model -> InfiniteSet.decideModelValue(model);
      default -> Decision.INCOMPARABLE;
    };
  }

  @Override
  public boolean isFinite() {
    return true;
  }

  @Override
  public boolean isInfinite() {
    return false;
  }

  @Override
  public Iterator<Value> elements(Span at) {
    return new Iterator<>() {
      private long ahead = low;

      @Override
      public boolean hasNext() {
        return ahead <= high;
      }

      @Override
      public Value next() {
        if (ahead > high) {
          throw new NoSuchElementException();
        }
        return IntValue.of(ahead++);
      }
    };
  }

  @Override
  public BigInteger size(Span at) {
    return low > high
        ? BigInteger.ZERO
        : BigInteger.valueOf(high).subtract(BigInteger.valueOf(low)).add(BigInteger.ONE);
  }

  @Override
  public String describe() {
    return low + ".." + high;
  }
}
