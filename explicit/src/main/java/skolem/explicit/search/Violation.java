package skolem.explicit.search;

import skolem.frontend.value.Value;
import skolem.frontend.verdict.Fault;

/// A violation found in a state.
final class Violation {
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
}
