package skolem.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import skolem.frontend.value.FunctionValue;
import skolem.frontend.value.Value;
import skolem.frontend.verdict.State;

/// What a step changes, as conjuncts of TLA+: a variable whose value fits on a line whole; of a
/// longer function only the results that are new, where they are the minority.
final class StateChanges {
  private final List<String> conjuncts = new ArrayList<>();

  private StateChanges() {}

  /// @param after a state of the same variables
  static List<String> between(State before, State after) {
    StateChanges changes = new StateChanges();
    for (int i = 0; i < after.variables().size(); i++) {
      changes.add(after.variables().get(i), before.values().get(i), after.values().get(i));
    }
    return changes.conjuncts;
  }

  private void add(String path, Value before, Value after) {
    if (after.equals(before)) {
      return;
    }
    String whole = path + " = " + after;
    if (whole.length() <= StateLines.WIDTH
        || !(before instanceof FunctionValue from)
        || !(after instanceof FunctionValue to)
        || !from.domain().equals(to.domain())) {
      conjuncts.add(StateLines.broken(whole, path, after));
      return;
    }
    int[] changed =
        IntStream.range(0, to.size())
            .filter(i -> !Objects.equals(from.result(i), to.result(i)))
            .toArray();
    if (2 * changed.length > to.size()) {
      conjuncts.add(StateLines.broken(whole, path, after));
      return;
    }
    for (int i : changed) {
      add(path + argument(to, i), from.result(i), to.result(i));
    }
  }

  private static String argument(FunctionValue function, int index) {
    return "[" + function.argument(index) + "]";
  }
}
