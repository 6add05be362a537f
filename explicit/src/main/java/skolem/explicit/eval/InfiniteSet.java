package skolem.explicit.eval;

import java.math.BigInteger;
import java.util.Iterator;
import skolem.frontend.source.RejectedException;
import skolem.frontend.source.Span;
import skolem.frontend.value.IntValue;
import skolem.frontend.value.ModelValue;
import skolem.frontend.value.StringValue;
import skolem.frontend.value.Value;

/// The infinite sets that have a name.
enum InfiniteSet implements DescribedSet {
  NATURALS("Nat"),
  INTEGERS("Int"),
  REALS("Real"),
  STRINGS("STRING"),
  /// `Any`.
  EVERYTHING("Any");

  private final String text;

  InfiniteSet(String text) {
    this.text = text;
  }

  @Override
  public Decision decide(Value value) {
    if (this == EVERYTHING) {
      return Decision.YES;
    }
    return switch (value) {
      case IntValue i when this == NATURALS -> Decision.of(i.signum() >= 0);
      case IntValue _ when this != STRINGS -> Decision.YES;
      case StringValue _ when this == STRINGS -> Decision.YES;
      case ModelValue model -> decideModelValue(model);
      default -> Decision.INCOMPARABLE;
    };
  }

  /// Whether a model value is in a set that holds none.
  static Decision decideModelValue(ModelValue model) {
    return model.type() == 0 ? Decision.NO : Decision.INCOMPARABLE;
  }

  @Override
  public boolean isFinite() {
    return false;
  }

  @Override
  public boolean isInfinite() {
    return true;
  }

  @Override
  public Iterator<Value> elements(Span at) {
    throw notEnumerable(at, text);
  }

  @Override
  public BigInteger size(Span at) {
    throw notEnumerable(at, text);
  }

  @Override
  public String describe() {
    return text;
  }

  static RejectedException notEnumerable(Span at, String set) {
    return EvaluationErrors.undefined(
        at, "the elements of " + set + ", which is infinite, cannot be enumerated");
  }
}
