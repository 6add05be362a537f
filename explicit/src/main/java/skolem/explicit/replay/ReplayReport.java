package skolem.explicit.replay;

import skolem.frontend.source.Span;

/// What replaying a trace says of it.
public sealed interface ReplayReport {
  /// The trace is a behaviour of the model and, where one is expected, the fault is at its end.
  record Confirmed() implements ReplayReport {}

  /// @param step the step that is wrong, from 1; 0 for the initial state
  /// @param place the conjunct that fails, or the nearest known place
  record Refuted(int step, String reason, Span place) implements ReplayReport {}

  /// Not known: a quantifier over Nat or Int was met that no integer looked at decides.
  ///
  /// @param place of the set
  record Undecided(String reason, Span place) implements ReplayReport {}
}
