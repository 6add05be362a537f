package skolem.cli.command;

import skolem.frontend.model.Model;
import skolem.frontend.model.SafetyProperties;
import skolem.frontend.source.Code;
import skolem.frontend.source.Diagnostic;
import skolem.frontend.source.Severity;
import skolem.frontend.verdict.Fault;
import skolem.frontend.verdict.Outcome;
import skolem.frontend.verdict.Verdict;

/// The exit status of a run: TLC's numbers where TLC has one, our own where it has none.
enum ExitStatus {
  /// Everything that was asked is answered, and nothing is violated.
  OK(0),
  /// The command line is not understood.
  USAGE(2),
  /// An assumption is false.
  ASSUMPTION(10),
  DEADLOCK(11),
  INVARIANT(12),
  /// A temporal or action property is violated.
  PROPERTY(13),
  ASSERTION(14),
  /// The invariant is not inductive.
  NOT_INDUCTIVE(20),
  /// The trace is not a behaviour of the specification.
  NOT_A_BEHAVIOUR(21),
  /// Something that was asked is not known.
  UNDECIDED(30),
  /// There is nothing to check: no initial state.
  VACUOUS(40),
  /// An expression has no value, or is not supported.
  EVALUATION(75),
  SPECIFICATION(150),
  CONFIGURATION(151),
  SYSTEM(153),
  /// A bug of Skolem.
  BUG(255);

  private final int number;

  ExitStatus(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }

  /// What a rejected input exits with: by its first error.
  static ExitStatus of(Iterable<Diagnostic> diagnostics) {
    for (Diagnostic diagnostic : diagnostics) {
      if (diagnostic.severity() == Severity.ERROR) {
        return of(diagnostic.code());
      }
    }
    return BUG;
  }

  private static ExitStatus of(Code code) {
    return switch (code.family()) {
      case SPEC -> SPECIFICATION;
      case CONFIG -> CONFIGURATION;
      case EVALUATION -> EVALUATION;
      case ASSERTION -> ASSERTION;
      case ASSUMPTION -> ASSUMPTION;
      case SYSTEM -> SYSTEM;
    };
  }

  /// What a verdict exits with: a violation before what is undecided, and that before what was not
  /// checked.
  ///
  /// @param skipProperties whether temporal properties that were not checked do not matter
  static ExitStatus of(Model model, Verdict verdict, boolean skipProperties) {
    ExitStatus status = OK;
    for (Verdict.Answer answer : verdict.answers()) {
      switch (answer.outcome()) {
        case Outcome.Violated(var trace, var fault) -> {
          if (answer.kind() == Verdict.Kind.INVARIANT && fault instanceof Fault.StepFalse) {
            return INVARIANT;
          }
          return trace.length() == 0 && isInitialProperty(answer.property(), model)
              ? PROPERTY
              : of(fault);
        }
        case Outcome.Undecided _ -> status = UNDECIDED;
        case Outcome.NotChecked _ -> {
          if (!skipProperties || !isSkipped(answer.kind())) {
            status = UNDECIDED;
          }
        }
        case Outcome.Holds _, Outcome.HoldsUpTo _ -> {}
      }
    }
    return status;
  }

  /// Whether answers of a kind do not matter where properties are skipped.
  private static boolean isSkipped(Verdict.Kind kind) {
    return switch (kind) {
      case TEMPORAL, LIVENESS, POSTCONDITION -> true;
      case INVARIANT, DEADLOCK_FREEDOM, DEFINEDNESS, TRACE_INVARIANT -> false;
    };
  }

  /// Whether a temporal property says something of initial states alone.
  private static boolean isInitialProperty(String name, Model model) {
    return SafetyProperties.of(model).initially().stream()
        .anyMatch(property -> property.name().equals(name));
  }

  private static ExitStatus of(Fault fault) {
    return switch (fault) {
      case Fault.InvariantFalse _, Fault.TraceFalse _ -> INVARIANT;
      case Fault.StepFalse _ -> PROPERTY;
      case Fault.Deadlock _ -> DEADLOCK;
      case Fault.EvaluationError(var diagnostic) -> of(diagnostic.code());
    };
  }
}
