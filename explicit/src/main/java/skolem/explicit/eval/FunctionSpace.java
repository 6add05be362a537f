package skolem.explicit.eval;

import java.math.BigInteger;
import java.util.Collections;
import java.util.Iterator;
import skolem.frontend.source.Span;
import skolem.frontend.value.FunctionValue;
import skolem.frontend.value.ModelValue;
import skolem.frontend.value.SetValue;
import skolem.frontend.value.TupleValue;
import skolem.frontend.value.Value;

/// `[domain -> range]`.
record FunctionSpace(DescribedSet domain, DescribedSet range) implements DescribedSet {
  @Override
  public Decision decide(Value value) {
    return switch (value) {
      case FunctionValue function -> decideDomain(function).and(decideResults(function));
      case ModelValue model -> InfiniteSet.decideModelValue(model);
      default -> Decision.INCOMPARABLE;
    };
  }

  private Decision decideDomain(FunctionValue function) {
    if (domain.isInfinite()
        || (domain.isFinite()
            && !domain.size(Span.NONE).equals(BigInteger.valueOf(function.size())))) {
      return Decision.NO;
    }
    Decision all = domain.isFinite() ? Decision.YES : Decision.INCOMPARABLE;
    for (int i = 0; i < function.size() && all != Decision.NO; i++) {
      all = all.and(domain.decide(function.argument(i)));
    }
    return all;
  }

  private Decision decideResults(FunctionValue function) {
    Decision all = Decision.YES;
    for (int i = 0; i < function.size() && all != Decision.NO; i++) {
      all = all.and(range.decide(function.result(i)));
    }
    return all;
  }

  @Override
  public boolean isFinite() {
    return domain.isFinite() && (range.isFinite() || domain.isEmpty());
  }

  @Override
  public boolean isInfinite() {
    return domain.isInfinite()
        ? range.isInfinite()
            || (range.isFinite() && range.size(Span.NONE).compareTo(BigInteger.ONE) > 0)
        : domain.isFinite() && !domain.isEmpty() && range.isInfinite();
  }

  @Override
  public Iterator<Value> elements(Span at) {
    SetValue arguments = domain.toValue(at);
    if (arguments.isEmpty()) {
      return Collections.<Value>singleton(TupleValue.EMPTY).iterator();
    }
    return new Odometer(
        Collections.nCopies(arguments.size(), range.toValue(at)),
        results -> FunctionValue.ofAscending(arguments.elements(), results));
  }

  @Override
  public BigInteger size(Span at) {
    int arguments = domain.size(at).intValueExact();
    return arguments == 0 ? BigInteger.ONE : range.size(at).pow(arguments);
  }

  @Override
  public String describe() {
    return "[" + domain.describe() + " -> " + range.describe() + "]";
  }
}
