package skolem.frontend.verdict;

import java.util.List;

/// A finite behaviour: an initial state and the steps from it.
///
/// @param constants the values of the constants that were left open
public record Trace(State constants, State initial, List<Step> steps) {
  public Trace(State initial, List<Step> steps) {
    this(State.EMPTY, initial, steps);
  }

  /// One step and the state that it leads to.
  public record Step(ActionLabel action, State state) {}

  public Trace {
    steps = List.copyOf(steps);
  }

  /// The number of steps.
  public int length() {
    return steps.size();
  }

  /// The state after `depth` steps.
  public State state(int depth) {
    return depth == 0 ? initial : steps.get(depth - 1).state();
  }

  public State last() {
    return state(length());
  }
}
