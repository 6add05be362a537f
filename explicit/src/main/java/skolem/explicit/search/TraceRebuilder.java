package skolem.explicit.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import skolem.frontend.value.Value;
import skolem.frontend.verdict.Trace;

/// Finds again the states on the way to a state, of which the table keeps only fingerprints.
///
/// Enumeration has a fixed order, so the first state with the right fingerprint is the one that the
/// search saw, whatever view or symmetry made it stand for others.
final class TraceRebuilder {
  private final StateSpace space;
  private final FingerprintTable table;

  TraceRebuilder(StateSpace space, FingerprintTable table) {
    this.space = space;
    this.table = table;
  }

  /// The trace to `last`, which was found from the state at the index `predecessor`.
  Trace rebuild(int predecessor, Value[] last) {
    List<Integer> path = new ArrayList<>();
    for (int i = predecessor; i != FingerprintTable.NONE; i = table.predecessor(i)) {
      path.addFirst(i);
    }
    List<Value[]> states = new ArrayList<>();
    List<Trace.Step> steps = new ArrayList<>();
    for (int index : path) {
      int level = states.size() + 1;
      long fingerprint = table.fingerprint(index);
      extend(states, steps, state -> space.fingerprint(state, level) == fingerprint);
    }
    extend(states, steps, state -> Arrays.equals(state, last));
    return new Trace(space.state(states.getFirst()), steps);
  }

  private void extend(List<Value[]> states, List<Trace.Step> steps, Predicate<Value[]> isNext) {
    boolean missing =
        states.isEmpty()
            ? space.initialStates(null, (state, _) -> !isNext.test(state) || !states.add(state))
            : extendByStep(states, steps, isNext);
    if (missing) {
      throw new IllegalStateException("no way to a state that was found before");
    }
  }

  /// @return whether there is no such step
  private boolean extendByStep(
      List<Value[]> states, List<Trace.Step> steps, Predicate<Value[]> isNext) {
    Value[] last = states.getLast();
    int level = states.size();
    return space.successors(
        last,
        level,
        null,
        (state, label) -> {
          if (!isNext.test(state)) {
            return true;
          }
          steps.add(new Trace.Step(space.label(label, last, state, level), space.state(state)));
          states.add(state);
          return false;
        });
  }
}
