package skolem.explicit.eval;

import java.math.BigInteger;
import java.util.Collections;
import java.util.Iterator;
import skolem.frontend.source.Span;
import skolem.frontend.value.ModelValue;
import skolem.frontend.value.TupleValue;
import skolem.frontend.value.Value;

/// `Seq(base)`: infinite unless the base is empty.
record SequenceSpace(DescribedSet base) implements DescribedSet {
  @Override
  public Decision decide(Value value) {
    return switch (value) {
      case TupleValue tuple -> decideElements(tuple);
      case ModelValue model -> InfiniteSet.decideModelValue(model);
      default -> Decision.INCOMPARABLE;
    };
  }

  private Decision decideElements(TupleValue tuple) {
    Decision all = Decision.YES;
    for (int i = 0; i < tuple.size() && all != Decision.NO; i++) {
      all = all.and(base.decide(tuple.get(i)));
    }
    return all;
  }

  @Override
  public boolean isFinite() {
    return base.isEmpty();
  }

  @Override
  public boolean isInfinite() {
    return base.isInfinite() || (base.isFinite() && !base.isEmpty());
  }

  @Override
  public Iterator<Value> elements(Span at) {
    if (isFinite()) {
      return Collections.<Value>singleton(TupleValue.EMPTY).iterator();
    }
    throw InfiniteSet.notEnumerable(at, describe());
  }

  @Override
  public BigInteger size(Span at) {
    if (isFinite()) {
      return BigInteger.ONE;
    }
    throw InfiniteSet.notEnumerable(at, describe());
  }

  @Override
  public String describe() {
    return "Seq(" + base.describe() + ")";
  }
}
