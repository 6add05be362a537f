package skolem.frontend.verdict;

import skolem.frontend.source.Diagnostic;
import skolem.frontend.source.Span;

/// What is wrong at the end of a trace.
public sealed interface Fault {
  /// The name of the property that is violated; of what has no name in the configuration,
  /// [Verdict#DEADLOCK_FREEDOM] or [Verdict#DEFINEDNESS].
  String property();

  /// A state predicate that the last state makes false.
  ///
  /// @param conjunct the source text of the conjunct that is false
  record InvariantFalse(String property, String conjunct, Span span) implements Fault {}

  /// An action property `[][A]_v` that the last step makes false.
  ///
  /// @param conjunct the source text of the action
  record StepFalse(String property, String conjunct, Span span) implements Fault {}

  /// A predicate of the sequence of states that the whole trace makes false.
  record TraceFalse(String property, String conjunct, Span span) implements Fault {}

  /// The last state has no successor.
  record Deadlock() implements Fault {
    @Override
    public String property() {
      return Verdict.DEADLOCK_FREEDOM;
    }
  }

  /// An expression without a value in the last state, or an `Assert` that is false there.
  record EvaluationError(Diagnostic diagnostic) implements Fault {
    @Override
    public String property() {
      return Verdict.DEFINEDNESS;
    }
  }
}
