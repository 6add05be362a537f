package skolem.explicit.eval;

import skolem.frontend.source.Span;
import skolem.frontend.value.Value;

/// What an expression denotes: a value in full, or a set or function that is known by a rule.
///
/// Rules keep `Nat`, `SUBSET S`, `[S -> T]` and functions on infinite domains usable without
/// listing their elements.
sealed interface Denotation permits Concrete, DescribedSet, RuleFunction {

  /// The value in full; an error where it is infinite or too large.
  Value toValue(Span at);
}
