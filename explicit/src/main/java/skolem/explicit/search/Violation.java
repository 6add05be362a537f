package skolem.explicit.search;

import skolem.frontend.value.Value;
import skolem.frontend.verdict.Fault;

/// A violation found in a state.
final class Violation {
  static final String DEADLOCK = "Deadlock";
  static final String DEFINEDNESS = "Definedness";

  /// Not to be changed.
  final Value[] state;

  /// The index of the state that it was found from, or [FingerprintTable#NONE].
  final int predecessor;

  final Fault fault;

  Violation(Value[] state, int predecessor, Fault fault) {
    this.state = state;
    this.predecessor = predecessor;
    this.fault = fault;
  }

  /// The name of the property that a fault violates.
  static String property(Fault fault) {
    return switch (fault) {
      case Fault.InvariantFalse f -> f.invariant();
      case Fault.StepFalse f -> f.property();
      case Fault.TraceFalse f -> f.property();
      case Fault.Deadlock _ -> DEADLOCK;
      case Fault.EvaluationError _ -> DEFINEDNESS;
    };
  }
}
