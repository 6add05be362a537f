package skolem.explicit.eval;

import java.math.BigInteger;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import skolem.frontend.source.Span;
import skolem.frontend.value.SetValue;
import skolem.frontend.value.Value;

/// `{x \in base : predicate}` of a base that is not written out.
///
/// The first enumeration is lazy, so that a search may stop early; the second writes the set out.
final class FilteredSet implements DescribedSet {
  private final DescribedSet base;
  private final Predicate<Value> predicate;
  private boolean enumerated;
  private @Nullable SetValue written;

  FilteredSet(DescribedSet base, Predicate<Value> predicate) {
    this.base = base;
    this.predicate = predicate;
  }

  @Override
  public Decision decide(Value value) {
    if (written != null) {
      return Comparison.member(value, written);
    }
    Decision inBase = base.decide(value);
    return inBase == Decision.YES ? Decision.of(predicate.test(value)) : inBase;
  }

  @Override
  public boolean isFinite() {
    return base.isFinite();
  }

  @Override
  public boolean isInfinite() {
    return false;
  }

  @Override
  public Iterator<Value> elements(Span at) {
    if (enumerated) {
      return toValue(at).iterator();
    }
    enumerated = true;
    return new Filter(base.elements(at), predicate);
  }

  @Override
  public Iterator<Value> each(Span at) {
    return written == null ? new Filter(base.each(at), predicate) : written.iterator();
  }

  @Override
  public BigInteger size(Span at) {
    return BigInteger.valueOf(toValue(at).size());
  }

  @Override
  public SetValue toValue(Span at) {
    if (written == null) {
      enumerated = false;
      written = SetOps.comparable(written(at), at);
    }
    return written;
  }

  @Override
  public String describe() {
    return "{x \\in " + base.describe() + " : …}";
  }

  /// Those of the `source` that pass.
  static final class Filter implements Iterator<Value> {
    private final Iterator<Value> source;
    private final Predicate<Value> predicate;
    private @Nullable Value ahead;

    Filter(Iterator<Value> source, Predicate<Value> predicate) {
      this.source = source;
      this.predicate = predicate;
    }

    @Override
    public boolean hasNext() {
      while (ahead == null && source.hasNext()) {
        Value candidate = source.next();
        if (predicate.test(candidate)) {
          ahead = candidate;
        }
      }
      return ahead != null;
    }

    @Override
    public Value next() {
      if (!hasNext() || ahead == null) {
        throw new NoSuchElementException();
      }
      Value value = ahead;
      ahead = null;
      return value;
    }
  }
}
