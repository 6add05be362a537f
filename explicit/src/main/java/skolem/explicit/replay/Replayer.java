package skolem.explicit.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import skolem.explicit.eval.Evaluator;
import skolem.explicit.eval.Obstacle;
import skolem.explicit.eval.States;
import skolem.explicit.replay.ReplayReport.Confirmed;
import skolem.explicit.replay.ReplayReport.Refuted;
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

  private Replayer(Model model) {
    this.model = model;
    this.space = new StateSpace(model, _ -> {});
  }

  public static ReplayReport replay(Model model, Trace trace, Fault fault) {
    return new Replayer(model).replay(trace, fault);
  }

  /// Replays a counterexample to induction: a trace that begins in some state that satisfies a
  /// predicate, whatever the initial states are.
  public static ReplayReport replayWithin(
      Model model, Model.Named within, Trace trace, Fault fault) {
    Value[] first = trace.initial().values().toArray(new Value[0]);
    try {
      if (!new Evaluator(_ -> {}).holds(within.expr(), States.of(first, 1))) {
        return new Refuted(0, "the first state violates " + within.name(), within.expr().span());
      }
    } catch (RejectedException error) {
      Diagnostic diagnostic = error.diagnostics().getFirst();
      return new Refuted(0, diagnostic.message(), diagnostic.span());
    }
    Replayer replayer = new Replayer(model);
    return replayer.replay(trace, fault, false);
  }

  /// Whether states are a behaviour of the model's specification, whatever its constraints say, and
  /// whatever there is at the end.
  ///
  /// @param states over the variables of the model, in their order
  /// @param loop the index of the state that follows the last one, or null
  public static ReplayReport follow(Model model, List<State> states, @Nullable Integer loop) {
    Replayer replayer = new Replayer(model);
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
    return wrong == null ? new Confirmed() : wrong;
  }

  private ReplayReport replay(Trace trace, Fault fault) {
    return replay(trace, fault, true);
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
    return wrong == null ? new Confirmed() : wrong;
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
    boolean found =
        succeeds(() ->
            !space.successors(
                state,
                step,
                successor,
                (_, labeling) -> {
                  names.add(labeling.name());
                  return !labeling.name().equals(label.name());
                }));
    if (found) {
      return null;
    }
    return names.isEmpty()
        ? refutedStep(state, successor, step)
        : new Refuted(
            step,
            "the step is not one of " + label.name() + ", but of " + String.join(", ", names),
            label.span());
  }

  private @Nullable Refuted checkFault(List<Value[]> states, int step, Fault fault) {
    Value[] state = states.getLast();
    int level = step + 1;
    try {
      return switch (fault) {
        case Fault.InvariantFalse f -> checkFalse(f, state, step);
        case Fault.StepFalse f ->
            step > 0 && space.forbids(f.property(), states.get(step - 1), state, step)
                ? null
                : new Refuted(step, f.property() + " allows the last step", f.span());
        case Fault.Deadlock _ ->
            space.satisfiesConstraints(state, level)
                    && space.successors(state, level, null, (_, _) -> false)
                ? null
                : new Refuted(
                    step,
                    "the last state has a successor, or lies outside the constraints",
                    Span.NONE);
        case Fault.EvaluationError(Diagnostic expected) -> checkError(expected, state, step);
      };
    } catch (RejectedException error) {
      return refuted(step, error);
    }
  }

  private @Nullable Refuted checkFalse(Fault.InvariantFalse fault, Value[] state, int step) {
    Model.Named found = step == 0 ? named(fault.invariant(), space.safety().initially()) : null;
    if (found == null) {
      found = named(fault.invariant(), space.invariants());
    }
    if (found == null) {
      return new Refuted(step, "there is no invariant " + fault.invariant(), fault.span());
    }
    return space.holds(found, state, step + 1)
        ? new Refuted(step, fault.invariant() + " is true in the last state", fault.span())
        : null;
  }

  private static Model.@Nullable Named named(String name, List<Model.Named> formulas) {
    return formulas.stream().filter(f -> f.name().equals(name)).findFirst().orElse(null);
  }

  /// Whether something that is evaluated in the last state fails in the expected manner.
  private @Nullable Refuted checkError(Diagnostic expected, Value[] state, int step) {
    int level = step + 1;
    try {
      if (space.satisfiesConstraints(state, level)) {
        space.falseInvariant(state, level);
        space.successors(
            state,
            level,
            null,
            (successor, _) -> {
              space.satisfiesActionConstraints(state, successor, level);
              return true;
            });
      } else {
        space.falseInvariant(state, level);
      }
    } catch (RejectedException error) {
      Diagnostic found = error.diagnostics().getFirst();
      return found.code() == expected.code()
          ? null
          : new Refuted(step, "another error: " + found.message(), found.span());
    }
    return new Refuted(step, "no error in the last state", expected.span());
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
