package skolem.explicit.search;

import skolem.frontend.verdict.ActionLabel;
import skolem.frontend.verdict.State;

/// Takes the state graph while it is being found: a state before the steps that it is part of.
public interface GraphSink {
  /// @param index its place in the order of finding, from 0
  void state(int index, boolean initial, State state);

  /// @param from the index of a state
  /// @param to the index of a state
  void step(int from, int to, ActionLabel action);
}
