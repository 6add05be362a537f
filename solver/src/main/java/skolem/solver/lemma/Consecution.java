package skolem.solver.lemma;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.unroll.Frame;
import skolem.solver.session.Answer;
import skolem.solver.session.Budget;
import skolem.solver.session.SolverSession;

/// Whether a step from a safe state leads to a safe state.
///
/// Asked branch by branch: as many questions, each of which mentions only what one branch changes.
///
/// @param deadlock whether a state without a successor is bad
record Consecution(TwoStates circuit, boolean deadlock, Allowance allowance) {

  /// @param session holds what is asserted of the circuit
  /// @param assumed of the first state besides
  /// @return false also where the time was too short
  boolean holds(SolverSession session, Formula assumed) {
    Formula unsafe = TwoStates.bad(circuit.unrolling(), deadlock);
    if (unsafe == null) {
      return false;
    }
    Formulas formulas = circuit.formulas();
    Map<Formula, Formula> none = new HashMap<>();
    circuit.step().arrivals().forEach(a -> none.put(a.taken(), formulas.falsity()));
    for (Frame.Arrival arrival : circuit.step().arrivals()) {
      Map<Formula, Formula> one = new HashMap<>(none);
      one.put(arrival.taken(), formulas.truth());
      Formula unsafeThen = formulas.substitute(unsafe, one);
      if (!isImpossible(session, assumed, unsafeThen, arrival.taken())) {
        return false;
      }
    }
    return true;
  }

  private boolean isImpossible(SolverSession session, Formula... together) {
    Budget left = allowance.left();
    return left != null && session.check(List.of(together), left) instanceof Answer.Unsat;
  }
}
