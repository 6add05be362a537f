package skolem.explicit.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import skolem.explicit.eval.Labeling;
import skolem.frontend.model.Model;
import skolem.frontend.source.RejectedException;
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

  /// Looked for only where the state seemed new, or lies outside the constraints.
  final List<Model.Named> falseInvariants;

  /// What kept the invariants from being evaluated.
  final @Nullable RejectedException stateError;

  /// The action properties that the step to it makes false.
  final List<Model.Named> falseSteps;

  /// What kept the constraints or action properties from being evaluated.
  final @Nullable RejectedException stepError;

  Found(
      Value[] state,
      Labeling label,
      int ordinal,
      boolean within,
      long fingerprint,
      List<Model.Named> falseInvariants,
      @Nullable RejectedException stateError,
      List<Model.Named> falseSteps,
      @Nullable RejectedException stepError) {
    this.state = state;
    this.label = label;
    this.ordinal = ordinal;
    this.within = within;
    this.fingerprint = fingerprint;
    this.falseInvariants = falseInvariants;
    this.stateError = stateError;
    this.falseSteps = falseSteps;
    this.stepError = stepError;
  }

  /// Whether anything is wrong with the state or the step to it.
  boolean isFaulty() {
    return stateError != null
        || stepError != null
        || !falseInvariants.isEmpty()
        || !falseSteps.isEmpty();
  }
}
