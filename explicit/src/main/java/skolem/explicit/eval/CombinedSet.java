package skolem.explicit.eval;

import java.math.BigInteger;
import java.util.Iterator;
import skolem.frontend.source.Span;
import skolem.frontend.value.SetValue;
import skolem.frontend.value.Value;

/// `left \cup right`, `left \cap right` or `left \ right`, of which not both are written out.
record CombinedSet(Combination combination, DescribedSet left, DescribedSet right, Span span)
    implements DescribedSet {

  enum Combination {
    UNION("\\cup"),
    INTERSECTION("\\cap"),
    DIFFERENCE("\\");

    private final String symbol;

    Combination(String symbol) {
      this.symbol = symbol;
    }
  }

  @Override
  public Decision decide(Value value) {
    return switch (combination) {
      case UNION -> left.decide(value).or(right.decide(value));
      case INTERSECTION -> left.decide(value).and(right.decide(value));
      case DIFFERENCE -> left.decide(value).and(right.decide(value).not());
    };
  }

  @Override
  public boolean isFinite() {
    return switch (combination) {
      case UNION -> left.isFinite() && right.isFinite();
      case INTERSECTION -> left.isFinite() || right.isFinite();
      case DIFFERENCE -> left.isFinite();
    };
  }

  @Override
  public boolean isInfinite() {
    return switch (combination) {
      case UNION -> left.isInfinite() || right.isInfinite();
      case INTERSECTION -> false;
      case DIFFERENCE -> left.isInfinite() && right.isFinite();
    };
  }

  @Override
  public Iterator<Value> elements(Span at) {
    return switch (combination) {
      case UNION -> SetOps.comparable(union(at), at).iterator();
      case INTERSECTION ->
          isFromLeft()
              ? new FilteredSet.Filter(left.elements(at), value -> right.contains(value, span))
              : new FilteredSet.Filter(right.elements(at), value -> left.contains(value, span));
      case DIFFERENCE ->
          new FilteredSet.Filter(left.elements(at), value -> !right.contains(value, span));
    };
  }

  @Override
  public Iterator<Value> each(Span at) {
    return combination == Combination.UNION ? union(at).iterator() : elements(at);
  }

  /// Whether an intersection is gone through by the left side: as in TLC, by the one that is
  /// written out.
  private boolean isFromLeft() {
    return left.isFinite() && (SetOps.isWritten(left) || !SetOps.isWritten(right));
  }

  private SetValue union(Span at) {
    return SetOps.merge(left.written(at), right.written(at));
  }

  @Override
  public BigInteger size(Span at) {
    return BigInteger.valueOf(toValue(at).size());
  }

  @Override
  public String describe() {
    return left.describe() + " " + combination.symbol + " " + right.describe();
  }
}
