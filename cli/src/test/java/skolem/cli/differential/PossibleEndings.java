package skolem.cli.differential;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import skolem.explicit.search.StateSpace;
import skolem.frontend.model.Model;
import skolem.frontend.source.RejectedException;
import skolem.frontend.value.Value;

/// All that a search level by level may end with, in whatever order it takes the states of a level
/// and the parts of a formula: what is wrong with the states of the first level where something is,
/// with the ways out of them, and with the states that these lead to.
final class PossibleEndings {
  private final Model model;
  private final StateSpace space;
  private final Set<List<Value>> seen = new LinkedHashSet<>();
  private final Set<Ending> found = new LinkedHashSet<>();
  private List<List<Value>> level = new ArrayList<>();
  private int starts;

  private PossibleEndings(Model model) {
    this.model = model;
    this.space = new StateSpace(model, _ -> {});
  }

  /// @param model one with finitely many states, unless something is wrong before
  static PossibleEndings of(Model model) {
    PossibleEndings endings = new PossibleEndings(model);
    endings.walk();
    return endings;
  }

  Set<Ending> all() {
    return found;
  }

  /// How often an initial state is found, which may be the same, or outside the constraints.
  int starts() {
    return starts;
  }

  private void walk() {
    attempt(
        0,
        () ->
            space.initialStates(
                null,
                (state, _) -> {
                  starts++;
                  enter(List.of(state), 0);
                  return true;
                }));
    int depth = 0;
    while (found.isEmpty()) {
      List<List<Value>> here = level;
      if (here.isEmpty()) {
        found.add(new Ending(Ending.Kind.COMPLETE, Math.max(0, depth - 1)));
        return;
      }
      level = new ArrayList<>();
      for (List<Value> state : here) {
        leave(state, depth);
      }
      depth++;
    }
  }

  private void leave(List<Value> state, int depth) {
    List<List<Value>> successors = new ArrayList<>();
    Value[] values = state.toArray(new Value[0]);
    attempt(
        depth,
        () -> {
          space.successors(
              values, depth + 1, null, (successor, _) -> successors.add(List.of(successor)));
          if (successors.isEmpty() && model.checkDeadlock()) {
            found.add(new Ending(Ending.Kind.DEADLOCK, depth));
          }
        });
    successors.forEach(successor -> enter(successor, depth + 1));
  }

  private void enter(List<Value> state, int depth) {
    Value[] values = state.toArray(new Value[0]);
    attempt(
        depth,
        () -> {
          if (space.falseInvariant(values, depth + 1) != null) {
            found.add(new Ending(Ending.Kind.INVARIANT, depth));
          }
        });
    // A state that is left out where a constraint has no value is on no trace.
    attempt(
        Math.max(0, depth - 1),
        () -> {
          if (space.satisfiesConstraints(values, depth + 1) && seen.add(state)) {
            level.add(state);
          }
        });
  }

  private void attempt(int depth, Runnable evaluation) {
    try {
      evaluation.run();
    } catch (RejectedException e) {
      BehaviourComparison.requireEvaluationError(e);
      found.add(new Ending(Ending.Kind.ERROR, depth));
    }
  }
}
