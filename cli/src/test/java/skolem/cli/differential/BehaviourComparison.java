package skolem.cli.differential;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import skolem.encoder.formula.Assignment;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Valuation;
import skolem.encoder.unroll.Query;
import skolem.explicit.replay.ReplayReport;
import skolem.explicit.replay.Replayer;
import skolem.explicit.search.StateSpace;
import skolem.frontend.model.Model;
import skolem.frontend.source.Code;
import skolem.frontend.source.Diagnostic;
import skolem.frontend.source.RejectedException;
import skolem.frontend.value.Value;
import skolem.frontend.verdict.Fault;
import skolem.frontend.verdict.Outcome;
import skolem.frontend.verdict.Trace;
import skolem.frontend.verdict.Verdict;
import skolem.solver.bmc.BoundedChecker;
import skolem.solver.bmc.CheckListener;
import skolem.solver.bmc.CheckOptions;
import skolem.solver.bmc.Reductions;
import skolem.solver.engine.Engine;
import skolem.solver.session.Budget;

/// Compares the two engines depth by depth: the sets of states that are reached, what each state
/// does to the invariants, the errors on the way out of each, and deadlocks; then the bounded
/// checker's verdict with what was seen.
final class BehaviourComparison {
  private static final int MOST_STATES = 40;

  private final Model model;
  private final int depth;
  private final StateSpace space;
  private String deepest = "no";

  /// What is wrong at a depth, in the order in which the bounded checker asks.
  private enum Wrong {
    INITIAL_ERROR,
    INVARIANT_ERROR,
    INVARIANT_FALSE,
    STEP_ERROR,
    DEADLOCK
  }

  private record Expected(int depth, Set<Wrong> wrong) {}

  private static final class Differs extends RuntimeException {
    private static final long serialVersionUID = 1;

    Differs(String message) {
      super(message);
    }
  }

  private static final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private BehaviourComparison(Model model, int depth) {
    this.model = model;
    this.depth = depth;
    this.space = new StateSpace(model, _ -> {});
  }

  static Finding of(Model model, int depth) {
    try {
      BehaviourComparison comparison = new BehaviourComparison(model, depth);
      Expected expected = comparison.compareFrames();
      comparison.compareVerdict(expected);
      return new Finding.Agreement(
          expected.wrong().isEmpty()
              ? "no violation, " + comparison.deepest + " states at the end"
              : expected.wrong().iterator().next() + " at depth " + expected.depth());
    } catch (Differs e) {
      return new Finding.Disagreement(String.valueOf(e.getMessage()));
    } catch (TooLarge _) {
      return new Finding.Unusable("too many states");
    }
  }

  // ── Frames ──────────────────────────────────────────────────────────────────────────────────

  private Expected compareFrames() {
    Step initial = initialStates();
    try (SymbolicEngine engine = new SymbolicEngine(model)) {
      List<Query> errors = withinLimits(engine.unrolling().begin());
      boolean error = engine.isPossible(errors, engine.unrolling().formulas().truth());
      requireSame("an error in Init", error, initial.error());
      if (error) {
        return new Expected(0, Set.of(Wrong.INITIAL_ERROR));
      }
      Set<List<Value>> reached = initial.states();
      for (int at = 0; at <= depth; at++) {
        if (at > 0) {
          engine.unrolling().extend();
        }
        engine.enter();
        requireSame("a step of no action", engine.isByNoAction(), false);
        compareStates(engine, reached, at);
        Set<Wrong> wrong = new LinkedHashSet<>(invariants(engine, reached, at));
        if (wrong.isEmpty()) {
          deepest = reached.size() > 3 ? "many" : Integer.toString(reached.size());
          Set<List<Value>> next = new LinkedHashSet<>();
          wrong.addAll(departures(engine, reached, at, next));
          reached = next;
        }
        if (!wrong.isEmpty()) {
          return new Expected(at, wrong);
        }
      }
      return new Expected(depth, Set.of());
    }
  }

  private void compareStates(SymbolicEngine engine, Set<List<Value>> reached, int at) {
    if (reached.size() > MOST_STATES) {
      throw new TooLarge();
    }
    Set<List<Value>> symbolic = engine.states(MOST_STATES + 1).keySet();
    for (List<Value> state : symbolic) {
      if (!reached.contains(state)) {
        throw new Differs("state " + state + " at depth " + at + " is reached symbolically only");
      }
    }
    for (List<Value> state : reached) {
      if (!symbolic.contains(state)) {
        throw new Differs("state " + state + " at depth " + at + " is missed symbolically");
      }
    }
  }

  private static void requireSame(String what, boolean symbolic, boolean concrete) {
    if (symbolic != concrete) {
      throw new Differs(what + ": symbolic " + symbolic + ", concrete " + concrete);
    }
  }

  private static void requireSame(
      String what, boolean symbolic, boolean concrete, List<Value> state, int at) {
    requireSame(what + " in state " + state + " at depth " + at, symbolic, concrete);
  }

  private Set<Wrong> invariants(SymbolicEngine engine, Set<List<Value>> reached, int at) {
    List<Query> queries = withinLimits(engine.unrolling().invariantQueries());
    Set<Wrong> all = new LinkedHashSet<>();
    for (Map.Entry<List<Value>, Assignment> state : engine.states(MOST_STATES + 1).entrySet()) {
      Valuation valuation = new Valuation(engine.unrolling().formulas(), state.getValue());
      Wrong found = null;
      for (Query query : queries) {
        if (valuation.holds(query.bad()) && found != Wrong.INVARIANT_ERROR) {
          found = query instanceof Query.Undefined ? Wrong.INVARIANT_ERROR : Wrong.INVARIANT_FALSE;
        }
      }
      Wrong expected = invariant(state.getKey(), at);
      if (found != expected) {
        throw new Differs(
            "invariant in state "
                + state.getKey()
                + " at depth "
                + at
                + ": symbolic "
                + found
                + ", concrete "
                + expected);
      }
      if (found != null) {
        all.add(found);
      }
    }
    if (reached.isEmpty() && !all.isEmpty()) {
      throw new Differs("something wrong without a state at depth " + at);
    }
    return all;
  }

  private Set<Wrong> departures(
      SymbolicEngine engine, Set<List<Value>> reached, int at, Set<List<Value>> next) {
    List<Query> queries = withinLimits(engine.unrolling().departureQueries());
    Query stuck = engine.unrolling().deadlockQuery();
    Set<Wrong> all = new LinkedHashSet<>();
    for (List<Value> state : reached) {
      Formula here = engine.is(state);
      Step step = successors(state, at);
      boolean error = engine.isPossible(queries, here);
      requireSame("an error in Next", error, step.error(), state, at);
      if (error) {
        all.add(Wrong.STEP_ERROR);
      } else {
        boolean deadlock = step.states().isEmpty() && step.within();
        if (stuck != null) {
          requireSame("a deadlock", engine.isPossible(List.of(stuck), here), deadlock, state, at);
          if (deadlock && model.checkDeadlock()) {
            all.add(Wrong.DEADLOCK);
          }
        }
        next.addAll(step.states());
      }
    }
    if (all.contains(Wrong.STEP_ERROR)) {
      all.remove(Wrong.DEADLOCK);
    }
    return all;
  }

  // ── The concrete side ───────────────────────────────────────────────────────────────────────

  /// @param within whether the constraints let behaviours go on
  private record Step(Set<List<Value>> states, boolean within, boolean error) {
    static final Step ERROR = new Step(Set.of(), true, true);
  }

  private Step initialStates() {
    Set<List<Value>> states = new LinkedHashSet<>();
    try {
      space.initialStates(null, (state, _) -> isTaken(states, state));
      return new Step(states, true, false);
    } catch (RejectedException e) {
      requireEvaluationError(e);
      return Step.ERROR;
    }
  }

  private static boolean isTaken(Set<List<Value>> states, Value[] state) {
    states.add(List.of(state));
    return true;
  }

  private Step successors(List<Value> state, int at) {
    Set<List<Value>> states = new LinkedHashSet<>();
    Value[] values = state.toArray(new Value[0]);
    try {
      if (!space.satisfiesConstraints(values, at + 1)) {
        return new Step(Set.of(), false, false);
      }
      space.successors(values, at + 1, null, (successor, _) -> isTaken(states, successor));
      return new Step(states, true, false);
    } catch (RejectedException e) {
      requireEvaluationError(e);
      return Step.ERROR;
    }
  }

  private @Nullable Wrong invariant(List<Value> state, int at) {
    try {
      return space.falseInvariant(state.toArray(new Value[0]), at + 1) == null
          ? null
          : Wrong.INVARIANT_FALSE;
    } catch (RejectedException e) {
      requireEvaluationError(e);
      return Wrong.INVARIANT_ERROR;
    }
  }

  /// Where the encoder comes to a limit, there is nothing to compare.
  private static List<Query> withinLimits(List<Query> queries) {
    for (Query query : queries) {
      if (query instanceof Query.BeyondLimits(_, var diagnostic)) {
        throw new RejectedException(diagnostic);
      }
    }
    return queries;
  }

  /// Hands on what is no error of the specification.
  static void requireEvaluationError(RejectedException e) {
    Diagnostic diagnostic = e.diagnostics().getFirst();
    if (diagnostic.code() != Code.UNDEFINED && diagnostic.code() != Code.ASSERT) {
      throw e;
    }
  }

  // ── The verdict ─────────────────────────────────────────────────────────────────────────────

  private void compareVerdict(Expected expected) {
    compareVerdict(expected, Reductions.NONE);
    compareVerdict(expected, Reductions.ALL.after(Duration.ZERO));
    // One thing after the other is prepared, each when it is expected to pay.
    compareVerdict(expected, Reductions.ALL.after(Duration.ofNanos(1)));
    compareVerdict(
        expected, Reductions.ALL.without(Reductions.Reduction.INDUCTION).after(Duration.ZERO));
  }

  private void compareVerdict(Expected expected, Reductions reductions) {
    List<Verdict.Answer> violated = new ArrayList<>();
    try {
      Verdict verdict =
          BoundedChecker.check(
                  model,
                  new CheckOptions(depth, Engine.AUTO, Budget.UNLIMITED, model.checkDeadlock())
                      .with(reductions),
                  CheckListener.silent())
              .verdict();
      verdict.answers().stream()
          .filter(a -> a.outcome() instanceof Outcome.Violated)
          .forEach(violated::add);
    } catch (RejectedException e) {
      requireEvaluationError(e);
      if (!expected.wrong().contains(Wrong.INITIAL_ERROR)) {
        throw new Differs("the checker finds an error in Init: " + e.getMessage());
      }
      return;
    }
    if (violated.isEmpty() != expected.wrong().isEmpty()) {
      throw new Differs("the checker finds " + violated + ", expected is " + expected);
    }
    for (Verdict.Answer answer : violated) {
      Outcome.Violated outcome = (Outcome.Violated) answer.outcome();
      compareViolation(outcome.trace(), outcome.fault(), expected);
    }
  }

  private void compareViolation(Trace trace, Fault fault, Expected expected) {
    boolean fits =
        switch (fault) {
          case Fault.InvariantFalse _ -> expected.wrong().contains(Wrong.INVARIANT_FALSE);
          case Fault.StepFalse _, Fault.TraceFalse _ -> false;
          case Fault.Deadlock _ -> expected.wrong().contains(Wrong.DEADLOCK);
          case Fault.EvaluationError _ ->
              expected.wrong().contains(Wrong.STEP_ERROR)
                  || expected.wrong().contains(Wrong.INVARIANT_ERROR);
        };
    if (!fits || trace.length() != expected.depth()) {
      throw new Differs(
          "the checker finds "
              + fault
              + " after "
              + trace.length()
              + " steps, expected is "
              + expected);
    }
    if (Replayer.replay(model, trace, fault) instanceof ReplayReport.Refuted refuted) {
      throw new Differs("the trace is refuted: " + refuted + "\n" + fault + "\n" + trace);
    }
  }
}
