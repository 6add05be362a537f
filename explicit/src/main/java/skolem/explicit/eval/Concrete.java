package skolem.explicit.eval;

import skolem.frontend.source.Span;
import skolem.frontend.value.Value;

/// A value in full.
record Concrete(Value value) implements Denotation {
  @Override
  public Value toValue(Span at) {
    return value;
  }
}
