package skolem.frontend.verdict;

/// What a checker says of one property, with its evidence.
public sealed interface Outcome {
  /// No violation in any behaviour of at most `steps` steps.
  record HoldsUpTo(int steps) implements Outcome {}

  /// No violation in any behaviour.
  ///
  /// @param reason how that is known, for people
  record Holds(String reason) implements Outcome {}

  record Violated(Trace trace, Fault fault) implements Outcome {}

  /// No violation in behaviours of at most `safeSteps` steps (-1: not even in initial states); what
  /// lies beyond is not known.
  record Undecided(int safeSteps, String reason) implements Outcome {}

  /// The property was not looked at.
  record NotChecked(String reason) implements Outcome {}
}
