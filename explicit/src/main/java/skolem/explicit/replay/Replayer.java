package skolem.explicit.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import skolem.explicit.eval.Evaluator;
import skolem.explicit.eval.IntegerWitnesses;
import skolem.explicit.eval.Obstacle;
import skolem.explicit.eval.Registers;
import skolem.explicit.eval.States;
import skolem.explicit.replay.ReplayReport.Confirmed;
import skolem.explicit.replay.ReplayReport.Refuted;
import skolem.explicit.replay.ReplayReport.Undecided;
import skolem.explicit.search.StateSpace;
import skolem.frontend.model.Model;
import skolem.frontend.source.Diagnostic;
import skolem.frontend.source.RejectedException;
import skolem.frontend.source.Span;
import skolem.frontend.value.Value;
import skolem.frontend.verdict.ActionLabel;
import skolem.frontend.verdict.Fault;
import skolem.frontend.verdict.State;
import skolem.frontend.verdict.Trace;

/// Checks a trace against its model, state by state, with the concrete evaluator alone.
///
/// The initial predicate and the next-state relation are walked with the state known: where they
/// give a variable a value, it is compared, so that nothing is enumerated but quantified variables.
/// As in TLC, the last state may lie outside the constraints, unless it is a deadlock.
public final class Replayer {
  private final StateSpace space;
  private final Model model;
  private final Evaluator evaluator;
  private final IntegerWitnesses witnesses;

  /// @param mentioned values of the trace
  private Replayer(Model model, Supplier<Stream<Value>> mentioned) {
    this.model = model;
    this.witnesses = IntegerWitnesses.near(() -> mentioned.get().toList());
    this.evaluator = new Evaluator(_ -> {}, Registers.empty(), witnesses);
    this.space = new StateSpace(model, evaluator);
  }

  private static Replayer of(Model model, Trace trace) {
    return new Replayer(model, () -> mentioned(trace));
  }

  private static Stream<Value> mentioned(Trace trace) {
    Stream<Value> chosen =
        trace.steps().stream()
            .flatMap(step -> step.action().arguments().stream())
            .map(ActionLabel.Argument::value);
    Stream<Value> reached = trace.steps().stream().flatMap(step -> step.state().values().stream());
    return Stream.of(trace.initial().values().stream(), reached, chosen)
        .flatMap(Function.identity());
  }

  public static ReplayReport replay(Model model, Trace trace, Fault fault) {
    return of(model, trace).replay(trace, fault, true);
  }

  /// Replays a counterexample to induction: a trace of which all states but the last satisfy a
  /// predicate, whatever the initial states are.
  public static ReplayReport replayWithin(
      Model model, Model.Named within, Trace trace, Fault fault) {
    Replayer replayer = of(model, trace);
    for (int depth = 0; depth == 0 || depth < trace.length(); depth++) {
      Refuted outside = replayer.checkWithin(within, trace.state(depth), depth);
      if (outside != null) {
        return replayer.report(outside);
      }
    }
    return replayer.replay(trace, fault, false);
  }

  private @Nullable Refuted checkWithin(Model.Named within, State state, int depth) {
    Value[] values = state.values().toArray(new Value[0]);
    try {
      return evaluator.holds(within.expr(), States.of(values, depth + 1))
          ? null
          : new Refuted(depth, "the state violates " + within.name(), within.expr().span());
    } catch (RejectedException error) {
      return refuted(depth, error);
    }
  }

  /// Whether states are a behaviour of the model's specification, whatever its constraints say, and
  /// whatever there is at the end.
  ///
  /// @param states over the variables of the model, in their order
  /// @param loop the index of the state that follows the last one, or null
  public static ReplayReport follow(Model model, List<State> states, @Nullable Integer loop) {
    Replayer replayer =
        new Replayer(model, () -> states.stream().flatMap(state -> state.values().stream()));
    List<Value[]> values =
        new ArrayList<>(
            states.stream().map(state -> state.values().toArray(new Value[0])).toList());
    if (loop != null) {
      values.add(values.get(loop));
    }
    Refuted wrong = replayer.checkInitial(values.getFirst());
    for (int step = 1; step < values.size() && wrong == null; step++) {
      wrong = replayer.checkNext(values.get(step - 1), values.get(step), step);
    }
    return replayer.report(wrong);
  }

  /// What seems wrong may be so because a quantifier has no value here.
  private ReplayReport report(@Nullable Refuted wrong) {
    if (wrong == null) {
      return new Confirmed();
    }
    Span exhausted = witnesses.exhausted();
    return exhausted == null
        ? wrong
        : new Undecided(
            "the concrete evaluator cannot go through the elements of `%s`, which is infinite"
                .formatted(exhausted.text()),
            exhausted);
  }

  private ReplayReport replay(Trace trace, Fault fault, boolean fromInitial) {
    List<Value[]> states = new ArrayList<>();
    for (int depth = 0; depth <= trace.length(); depth++) {
      State state = trace.state(depth);
      if (!state.variables().equals(space.variableNames())) {
        return new Refuted(depth, "the state does not have the variables of the model", Span.NONE);
      }
      states.add(state.values().toArray(new Value[0]));
    }
    Refuted wrong = fromInitial ? checkInitial(states.getFirst()) : null;
    for (int step = 1; step <= trace.length() && wrong == null; step++) {
      boolean last = step == trace.length() && !(fault instanceof Fault.Deadlock);
      ActionLabel label = trace.steps().get(step - 1).action();
      wrong = checkStep(states.get(step - 1), states.get(step), step, label, last);
    }
    if (wrong == null) {
      wrong = checkFault(states, trace.length(), fault);
    }
    return report(wrong);
  }

  private @Nullable Refuted checkInitial(Value[] state) {
    Model.Named init = Objects.requireNonNull(model.behaviour()).init();
    return succeeds(() -> !space.initialStates(state, (_, _) -> false))
        ? null
        : refuted(
            0,
            "the initial state does not satisfy " + init.name(),
            space.initialObstacle(state),
            init.expr().span());
  }

  private @Nullable Refuted checkNext(Value[] state, Value[] successor, int step) {
    return succeeds(() -> !space.successors(state, step, successor, (_, _) -> false))
        ? null
        : refutedStep(state, successor, step);
  }

  /// An error is a failure: the obstacle that is then looked for says where it is.
  private static boolean succeeds(BooleanSupplier search) {
    try {
      return search.getAsBoolean();
    } catch (RejectedException _) {
      return false;
    }
  }

  private Refuted refutedStep(Value[] state, Value[] successor, int step) {
    Model.Named next = Objects.requireNonNull(model.behaviour()).next();
    return refuted(
        step,
        "the step is not one of " + next.name(),
        space.obstacle(state, step, successor),
        next.expr().span());
  }

  /// @param last whether the state that the step leads to may lie outside the constraints
  private @Nullable Refuted checkStep(
      Value[] state, Value[] successor, int step, ActionLabel label, boolean last) {
    try {
      if (!space.satisfiesConstraints(state, step)) {
        return new Refuted(step, "the step starts outside the state constraints", Span.NONE);
      }
      if (!last && !space.satisfiesActionConstraints(state, successor, step)) {
        return new Refuted(step, "the step violates an action constraint", Span.NONE);
      }
      return checkAction(state, successor, step, label);
    } catch (RejectedException error) {
      return refuted(step, error);
    }
  }

  private @Nullable Refuted checkAction(
      Value[] state, Value[] successor, int step, ActionLabel label) {
    Set<String> names = new TreeSet<>();
    Set<String> namesakes = new TreeSet<>();
    boolean found =
        succeeds(() ->
            !space.successors(
                state,
                step,
                successor,
                (_, labeling) -> {
                  ActionLabel other = space.label(labeling, state, successor, step);
                  names.add(other.name());
                  if (other.name().equals(label.name())) {
                    namesakes.add(other.toString());
                  }
                  return !agrees(label, other);
                }));
    if (found) {
      return null;
    }
    return names.isEmpty()
        ? refutedStep(state, successor, step)
        : new Refuted(step, mislabelled(label, names, namesakes), label.span());
  }

  private static String mislabelled(ActionLabel label, Set<String> names, Set<String> namesakes) {
    return namesakes.isEmpty()
        ? "the step is not one of " + label.name() + ", but of " + String.join(", ", names)
        : "the step is not one of " + label + ", but of " + String.join(", ", namesakes);
  }

  /// Whether two labels have the same name, and no parameter with different values.
  private static boolean agrees(ActionLabel label, ActionLabel other) {
    return label.name().equals(other.name())
        && label.arguments().stream()
            .allMatch(argument ->
                other.arguments().stream()
                    .filter(a -> a.parameter().equals(argument.parameter()))
                    .allMatch(a -> a.value().equals(argument.value())));
  }

  private @Nullable Refuted checkFault(List<Value[]> states, int step, Fault fault) {
    Value[] state = states.getLast();
    Value[] before = step == 0 ? null : states.get(step - 1);
    try {
      return switch (fault) {
        case Fault.InvariantFalse f -> checkFalse(f, state, step);
        case Fault.StepFalse f ->
            before != null && isForbidden(f, before, state, step)
                ? null
                : new Refuted(step, f.property() + " allows the last step", f.span());
        case Fault.TraceFalse f -> checkTrace(f, states, step);
        case Fault.Deadlock _ -> checkDeadlock(state, step);
        case Fault.EvaluationError(Diagnostic expected) ->
            checkError(expected, new Errors(space).at(before, state, step + 1), step);
      };
    } catch (RejectedException error) {
      return refuted(step, error);
    }
  }

  /// A property with several conjuncts gives several invariants of one name.
  private @Nullable Refuted checkFalse(Fault.InvariantFalse fault, Value[] state, int step) {
    List<Model.Named> invariants = new ArrayList<>(space.invariants());
    if (step == 0) {
      invariants.addAll(space.safety().initially());
    }
    invariants.removeIf(invariant -> !invariant.name().equals(fault.property()));
    if (invariants.isEmpty()) {
      return new Refuted(step, "there is no invariant " + fault.property(), fault.span());
    }
    for (Model.Named invariant : invariants) {
      if (space.isFalse(invariant, fault.span(), state, step + 1)) {
        return null;
      }
    }
    return new Refuted(
        step, fault.property() + " is not false in the last state at this conjunct", fault.span());
  }

  private boolean isForbidden(Fault.StepFalse fault, Value[] before, Value[] state, int step) {
    return space.safety().steps().stream()
        .filter(p -> p.name().equals(fault.property()))
        .anyMatch(p -> space.isFalse(p, fault.span(), before, state, step));
  }

  private @Nullable Refuted checkTrace(Fault.TraceFalse fault, List<Value[]> states, int step) {
    for (Model.TraceInvariant invariant : model.additions().traceInvariants()) {
      if (invariant.name().equals(fault.property()) && !space.holds(invariant, states)) {
        return null;
      }
    }
    return new Refuted(step, fault.property() + " is true of the trace", fault.span());
  }

  private @Nullable Refuted checkDeadlock(Value[] state, int step) {
    if (!model.checkDeadlock()) {
      return new Refuted(step, "the model does not look for deadlocks", Span.NONE);
    }
    int level = step + 1;
    return space.satisfiesConstraints(state, level)
            && space.successors(state, level, null, (_, _) -> false)
        ? null
        : new Refuted(
            step, "the last state has a successor, or lies outside the constraints", Span.NONE);
  }

  /// An error of the same kind confirms the expected one, also at another place: which of several
  /// errors is met first is not a matter of the trace.
  private static @Nullable Refuted checkError(
      Diagnostic expected, List<Diagnostic> found, int step) {
    if (found.stream().anyMatch(error -> error.code() == expected.code())) {
      return null;
    }
    return found.isEmpty()
        ? new Refuted(step, "no error in the last state", expected.span())
        : new Refuted(
            step, "another error: " + found.getFirst().message(), found.getFirst().span());
  }

  /// With the conjunct that comes nearest to allowing the state, where there is one.
  private static Refuted refuted(
      int step, String reason, @Nullable Obstacle obstacle, Span otherwise) {
    return obstacle == null
        ? new Refuted(step, reason, otherwise)
        : new Refuted(
            step,
            reason + "; it comes nearest in " + obstacle.action() + ": " + obstacle.reason(),
            obstacle.span());
  }

  private static Refuted refuted(int step, RejectedException error) {
    Diagnostic diagnostic = error.diagnostics().getFirst();
    return new Refuted(step, diagnostic.message(), diagnostic.span());
  }
}
