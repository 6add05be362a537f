package skolem.encoder.unroll;

import java.util.List;
import skolem.encoder.formula.Formula;
import skolem.encoder.symbolic.Faults;
import skolem.frontend.source.Diagnostic;
import skolem.frontend.source.Span;

/// Something bad that a state may show: the question for the solver, and what it means.
public sealed interface Query {
  /// The formula that is TRUE where the state is bad.
  Formula bad();

  /// What the question is about.
  Subject subject();

  /// Whether it is about evaluation, and so perhaps about the order in which sets are gone through.
  default boolean isError() {
    return switch (this) {
      case Undefined _, BeyondLimits _ -> true;
      case ConjunctFalse _, StepFalse _, TraceFalse _, Stuck _ -> false;
    };
  }

  /// Whether it is about what the encoder can do, and not about the specification.
  default boolean isLimit() {
    return this instanceof BeyondLimits;
  }

  /// What a question is about: the same at every depth, and different for different questions of
  /// one depth, evaluation errors aside.
  ///
  /// @param property the name of the property; empty where it is none of the model's
  /// @param number which of the property's parts of this kind, from 0
  record Subject(String property, Part part, int number) {}

  /// What a part of a property speaks of.
  enum Part {
    INITIAL_STATES,
    STATES,
    STEPS,
    /// The states so far.
    TRACES,
    /// The model itself.
    MODEL
  }

  /// A conjunct of an invariant is false.
  record ConjunctFalse(Formula bad, Subject subject, Span conjunct) implements Query {}

  /// The last step is not one that an action property allows.
  record StepFalse(Formula bad, Subject subject, Span action) implements Query {}

  /// A predicate of the sequence of the states so far is false.
  record TraceFalse(Formula bad, Subject subject, Span operator) implements Query {}

  /// No step is possible.
  record Stuck(Formula bad) implements Query {
    private static final Subject SUBJECT = new Subject("", Part.MODEL, 0);

    @Override
    public Subject subject() {
      return SUBJECT;
    }
  }

  /// An expression that is evaluated here has no value, or an `Assert` is false.
  record Undefined(Formula bad, Diagnostic diagnostic) implements Query {
    private static final Subject SUBJECT = new Subject("", Part.MODEL, 1);

    @Override
    public Subject subject() {
      return SUBJECT;
    }
  }

  /// Evaluation comes to a limit of the encoder; what else is said of such a state means nothing.
  record BeyondLimits(Formula bad, Diagnostic diagnostic) implements Query {
    private static final Subject SUBJECT = new Subject("", Part.MODEL, 2);

    @Override
    public Subject subject() {
      return SUBJECT;
    }
  }

  /// A question for each evaluation error, and for each limit that evaluation comes to.
  static List<Query> undefined(List<Faults.Fault> faults) {
    return faults.stream()
        .<Query>map(f ->
            f.beyondLimits()
                ? new BeyondLimits(f.condition(), f.diagnostic())
                : new Undefined(f.condition(), f.diagnostic()))
        .toList();
  }
}
