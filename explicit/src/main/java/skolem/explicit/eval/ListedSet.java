package skolem.explicit.eval;

import java.math.BigInteger;
import java.util.Iterator;
import skolem.frontend.source.Span;
import skolem.frontend.value.SetValue;
import skolem.frontend.value.Value;

/// A set whose elements are at hand.
record ListedSet(SetValue set) implements DescribedSet {
  @Override
  public Decision decide(Value value) {
    return Comparison.member(value, set);
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
    return set.iterator();
  }

  @Override
  public BigInteger size(Span at) {
    return BigInteger.valueOf(set.size());
  }

  @Override
  public String describe() {
    return EvaluationErrors.text(set);
  }

  @Override
  public SetValue toValue(Span at) {
    return set;
  }
}
