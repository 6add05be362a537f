package skolem.explicit.eval;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import skolem.frontend.source.Span;
import skolem.frontend.value.SetValue;
import skolem.frontend.value.Value;

/// `SUBSET base`.
record PowerSet(DescribedSet base) implements DescribedSet {
  @Override
  public Decision decide(Value value) {
    if (!(value instanceof SetValue set)) {
      return Decision.INCOMPARABLE;
    }
    Decision all = Decision.YES;
    for (int i = 0; i < set.size() && all != Decision.NO; i++) {
      all = all.and(base.decide(set.get(i)));
    }
    return all;
  }

  @Override
  public boolean isFinite() {
    return base.isFinite();
  }

  @Override
  public boolean isInfinite() {
    return base.isInfinite();
  }

  @Override
  public Iterator<Value> elements(Span at) {
    return new BySize(base.toValue(at));
  }

  @Override
  public BigInteger size(Span at) {
    return BigInteger.TWO.pow(base.size(at).intValueExact());
  }

  @Override
  public String describe() {
    return "SUBSET " + base.describe();
  }

  /// The subsets by size, those of one size lexicographically: the order of values.
  private static final class BySize implements Iterator<Value> {
    private final SetValue base;
    private int[] chosen = new int[0];
    private boolean done;

    BySize(SetValue base) {
      this.base = base;
    }

    @Override
    public boolean hasNext() {
      return !done;
    }

    @Override
    public Value next() {
      if (done) {
        throw new NoSuchElementException();
      }
      List<Value> subset = new ArrayList<>(chosen.length);
      for (int index : chosen) {
        subset.add(base.get(index));
      }
      advance();
      return SetValue.ofAscending(subset);
    }

    private void advance() {
      int size = chosen.length;
      int place = size - 1;
      while (place >= 0 && chosen[place] == base.size() - size + place) {
        place--;
      }
      if (place >= 0) {
        int from = chosen[place] + 1;
        for (int i = place; i < size; i++) {
          chosen[i] = from + i - place;
        }
      } else if (size == base.size()) {
        done = true;
      } else {
        chosen = new int[size + 1];
        for (int i = 0; i <= size; i++) {
          chosen[i] = i;
        }
      }
    }
  }
}
