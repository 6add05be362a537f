package skolem.explicit.search;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import skolem.explicit.eval.Labeling;
import skolem.frontend.model.Model;
import skolem.frontend.source.Code;
import skolem.frontend.source.Diagnostic;
import skolem.frontend.source.RejectedException;
import skolem.frontend.value.Value;
import skolem.frontend.verdict.Fault;
import skolem.frontend.verdict.Outcome;
import skolem.frontend.verdict.Trace;

/// Visits the states of a model level by level, so that the first violation has a shortest trace.
///
/// As TLC does it, invariants are checked in every state that is found, also outside the
/// constraints; states outside are neither counted as distinct nor expanded. Initial states that
/// are found twice are generated once. Stops at the first violation. Deterministic.
public final class BreadthFirstSearch {
  private final StateSpace space;
  private final SearchOptions options;
  private final FingerprintTable table = new FingerprintTable();
  private final SortedMap<String, Long> distinctByAction = new TreeMap<>();
  private List<Value[]> found = new ArrayList<>();
  private long generated;
  private @Nullable Violation violation;

  /// A violation found in a state whose predecessor has an index, or NONE.
  private static final class Violation {
    private final Value[] state;
    private final int predecessor;
    private final Fault fault;

    Violation(Value[] state, int predecessor, Fault fault) {
      this.state = state;
      this.predecessor = predecessor;
      this.fault = fault;
    }
  }

  private BreadthFirstSearch(StateSpace space, SearchOptions options) {
    this.space = space;
    this.options = options;
  }

  /// Checks the assumptions, then searches.
  ///
  /// @throws RejectedException where an assumption is false, where an expression is not supported,
  ///   or where there is an error before the first state
  public static Exploration run(Model model, SearchOptions options) {
    StateSpace.checkAssumptions(model, options.output());
    if (model.behaviour() == null) {
      return new Exploration(
          new Outcome.Holds("the assumptions hold, and there is no behaviour to check"),
          0,
          0,
          0,
          0,
          new TreeMap<>());
    }
    return new BreadthFirstSearch(new StateSpace(model, options.output()), options).search();
  }

  private Exploration search() {
    space.initialStates(null, (state, _) -> visitInitial(state));
    int initialStates = table.size();
    generated = initialStates;
    int level = 1;
    int first = 0;
    while (violation == null && !found.isEmpty() && level <= options.maxSteps()) {
      options.progress().level(level, generated, table.size(), found.size());
      List<Value[]> frontier = found;
      found = new ArrayList<>();
      for (int i = 0; i < frontier.size() && violation == null; i++) {
        expand(frontier.get(i), first + i, level);
      }
      first += frontier.size();
      level += found.isEmpty() ? 0 : 1;
    }
    return new Exploration(
        outcome(), initialStates, generated, table.size(), level, distinctByAction);
  }

  private Outcome outcome() {
    if (violation != null) {
      Trace trace =
          new TraceRebuilder(space, table).rebuild(violation.predecessor, violation.state);
      return new Outcome.Violated(trace, violation.fault);
    }
    return found.isEmpty()
        ? new Outcome.Holds("every reachable state was visited")
        : new Outcome.HoldsUpTo(options.maxSteps());
  }

  private void expand(Value[] state, int index, int level) {
    long before = generated;
    try {
      space.successors(
          state,
          level,
          null,
          (successor, label) -> visitSuccessor(state, successor, index, level, label));
    } catch (RejectedException error) {
      violation = new Violation(state, table.predecessor(index), evaluationError(error));
    }
    if (violation == null && generated == before && space.model().checkDeadlock()) {
      violation = new Violation(state, table.predecessor(index), new Fault.Deadlock());
    }
  }

  /// @return whether to go on
  private boolean visitInitial(Value[] state) {
    try {
      visit(state, FingerprintTable.NONE, 1, space.satisfiesConstraints(state, 1));
    } catch (RejectedException error) {
      violation = new Violation(state, FingerprintTable.NONE, evaluationError(error));
    }
    return violation == null;
  }

  /// @param level that of `state`
  /// @return whether to go on
  private boolean visitSuccessor(
      Value[] state, Value[] successor, int index, int level, Labeling label) {
    generated++;
    try {
      boolean within =
          space.satisfiesConstraints(successor, level + 1)
              && space.satisfiesActionConstraints(state, successor, level);
      if (visit(successor, index, level + 1, within)) {
        distinctByAction.merge(label.name(), 1L, Long::sum);
      }
      Fault wrong = violation == null ? space.falseStep(state, successor, level) : null;
      if (wrong != null) {
        violation = new Violation(successor, index, wrong);
      }
    } catch (RejectedException error) {
      violation = new Violation(successor, index, evaluationError(error));
    }
    return violation == null;
  }

  /// @return whether the state is new, within the constraints, and satisfies the invariants
  private boolean visit(Value[] state, int predecessor, int level, boolean within) {
    if (within && !table.add(space.fingerprint(state, level), predecessor)) {
      return false;
    }
    Model.Named invariant = space.falseInvariant(state, level);
    if (invariant != null) {
      violation = new Violation(state, predecessor, space.explain(invariant, state, level));
      return false;
    }
    if (within) {
      found.add(state);
    }
    return within;
  }

  private static Fault evaluationError(RejectedException error) {
    Diagnostic diagnostic = error.diagnostics().getFirst();
    if (diagnostic.code() != Code.UNDEFINED && diagnostic.code() != Code.ASSERT) {
      throw error;
    }
    return new Fault.EvaluationError(diagnostic);
  }
}
