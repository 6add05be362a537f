package skolem.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import skolem.explicit.search.StateSpace;
import skolem.frontend.model.Model;
import skolem.frontend.value.Value;

/// The states that the concrete evaluator reaches, each as the values of the variables.
record ReachedStates(StateSpace space) {

  static ReachedStates of(Model model) {
    return new ReachedStates(new StateSpace(model, _ -> {}));
  }

  /// Those after exactly so many steps.
  Set<List<Value>> after(int steps) {
    Set<List<Value>> states = initial();
    for (int depth = 1; depth <= steps; depth++) {
      states = next(states, depth);
    }
    return states;
  }

  /// All of them: at index i, those that take i steps at the least.
  List<Set<List<Value>>> byDistance() {
    List<Set<List<Value>>> levels = new ArrayList<>();
    Set<List<Value>> seen = new HashSet<>();
    Set<List<Value>> level = initial();
    while (!level.isEmpty()) {
      levels.add(level);
      seen.addAll(level);
      level = next(level, levels.size());
      level.removeAll(seen);
    }
    return levels;
  }

  private Set<List<Value>> initial() {
    Set<List<Value>> states = new LinkedHashSet<>();
    space.initialStates(null, (state, _) -> added(List.of(state), states));
    return states;
  }

  private Set<List<Value>> next(Set<List<Value>> states, int depth) {
    Set<List<Value>> next = new LinkedHashSet<>();
    for (List<Value> state : states) {
      space.successors(state.toArray(new Value[0]), depth, null, (s, _) -> added(List.of(s), next));
    }
    return next;
  }

  /// @return that the walk is to go on
  private static boolean added(List<Value> state, Set<List<Value>> to) {
    to.add(state);
    return true;
  }
}
