package skolem.encoder.transition;

import org.jspecify.annotations.Nullable;
import skolem.encoder.eval.States;
import skolem.encoder.symbolic.SymValue;
import skolem.frontend.kernel.Level;
import skolem.frontend.kernel.Variable;

/// Which variables an action gives values to.
enum Mode {
  /// Unprimed ones: an initial predicate.
  INITIAL,
  /// Primed ones: a next-state relation.
  NEXT;

  /// The least level of an expression that can assign.
  Level assigningLevel() {
    return this == INITIAL ? Level.STATE : Level.ACTION;
  }

  @Nullable SymValue value(States states, Variable variable) {
    return this == INITIAL ? states.current(variable) : states.next(variable);
  }

  States assign(States states, Variable variable, SymValue value) {
    return this == INITIAL ? states.withCurrent(variable, value) : states.withNext(variable, value);
  }
}
