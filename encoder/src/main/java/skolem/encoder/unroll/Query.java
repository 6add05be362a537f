package skolem.encoder.unroll;

import skolem.encoder.formula.Formula;
import skolem.frontend.source.Diagnostic;
import skolem.frontend.source.Span;

/// Something bad that a state may show: the question for the solver, and what it means.
public sealed interface Query {
  /// The formula that is TRUE where the state is bad.
  Formula bad();

  /// A conjunct of an invariant is false.
  record ConjunctFalse(Formula bad, String invariant, Span conjunct) implements Query {}

  /// The last step is not one that an action property allows.
  record StepFalse(Formula bad, String property, Span action) implements Query {}

  /// No step is possible.
  record Stuck(Formula bad) implements Query {}

  /// An expression that is evaluated here has no value, or an `Assert` is false.
  record Undefined(Formula bad, Diagnostic diagnostic) implements Query {}
}
