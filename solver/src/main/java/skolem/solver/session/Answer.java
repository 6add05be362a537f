package skolem.solver.session;

import java.util.List;
import skolem.encoder.formula.Assignment;
import skolem.encoder.formula.Formula;

/// What a check found out, with the evidence.
public sealed interface Answer {

  /// The assertions and assumptions hold under this assignment, which outlives the session.
  record Sat(Assignment assignment) implements Answer {}

  /// The assertions contradict the assumptions in `core`.
  ///
  /// @param core some of the assumptions, in the order given; empty where the assertions contradict
  ///   themselves; not always the least that contradict
  record Unsat(List<Formula> core) implements Answer {
    public Unsat {
      core = List.copyOf(core);
    }
  }

  /// The solver gave up.
  ///
  /// @param reason a phrase for people, such as "timed out after 5 s"
  record Unknown(String reason) implements Answer {}
}
