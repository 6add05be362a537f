package skolem.inductive.prove;

import skolem.frontend.verdict.Trace;
import skolem.inductive.matrix.Cell;

/// Says whether the first state of a counterexample to induction can be reached.
interface Reaching {
  /// Where nobody wants to know.
  Reaching NOT_ASKED = (_, _) -> new Cell.Reach.NotAsked();

  /// @param leaves whether the counterexample is about leaving its first state, which the
  ///   constraints must then allow
  Cell.Reach of(Trace counterexample, boolean leaves);
}
