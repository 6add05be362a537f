package skolem.explicit.search;

import skolem.explicit.eval.Labeling;
import skolem.frontend.value.Value;

/// A state as a worker found it: as a successor, or as an initial state.
final class Found {
  /// Not to be changed.
  final Value[] state;

  final Labeling label;

  /// Its place among the successors of one state, from 1.
  final int ordinal;

  /// Whether it lies within the constraints.
  final boolean within;

  /// Only where it lies within the constraints.
  final long fingerprint;

  /// The invariants that it makes false: looked for only where it seemed new, or lies outside the
  /// constraints.
  final StateSpace.Wrong ofState;

  /// The action properties that the step to it makes false.
  final StateSpace.Wrong ofStep;

  Found(
      Value[] state,
      Labeling label,
      int ordinal,
      boolean within,
      long fingerprint,
      StateSpace.Wrong ofState,
      StateSpace.Wrong ofStep) {
    this.state = state;
    this.label = label;
    this.ordinal = ordinal;
    this.within = within;
    this.fingerprint = fingerprint;
    this.ofState = ofState;
    this.ofStep = ofStep;
  }

  /// Whether anything is wrong with the state or the step to it.
  boolean isFaulty() {
    return !ofState.isNothing() || !ofStep.isNothing();
  }
}
