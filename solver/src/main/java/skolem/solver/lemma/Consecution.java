package skolem.solver.lemma;

import java.util.Arrays;
import java.util.List;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.formula.OnlyOne;
import skolem.encoder.unroll.Frame;
import skolem.solver.session.Answer;
import skolem.solver.session.Budget;
import skolem.solver.session.SolverSession;

/// Whether a step from a safe state leads to a safe state.
///
/// Asked branch by branch: as many questions, each of which mentions only what one branch changes.
///
/// @param deadlock whether a state without a successor is bad
/// @param escape what else the step must not lead to
record Consecution(TwoStates circuit, boolean deadlock, Formula escape, Allowance allowance) {

  /// @param session holds what is asserted of the circuit, and what is known of the first state
  /// @return false also where the time was too short
  boolean holds(SolverSession session) {
    TwoStates.Danger danger = TwoStates.Danger.of(circuit.unrolling(), deadlock);
    if (danger == null || !isWithinLimits(session)) {
      return false;
    }
    Formulas formulas = circuit.formulas();
    Formula unsafe = formulas.or(List.of(danger.unsafe(), danger.limit(), escape));
    List<Formula> branches =
        circuit.step().arrivals().stream().map(Frame.Arrival::taken).distinct().toList();
    OnlyOne unsafeAfter = formulas.onlyOne(unsafe, branches);
    for (Formula taken : branches) {
      if (!isImpossible(session, unsafeAfter.where(taken), taken)) {
        return false;
      }
    }
    return true;
  }

  /// Whether the encoder comes to no limit in the first state, so that the circuit is right about
  /// it.
  ///
  /// @return false also where the time was too short
  boolean isWithinLimits(SolverSession session) {
    return isImpossible(session, circuit.danger().limit());
  }

  /// Whether no step leads to what is called an escape.
  ///
  /// @return false also where the time was too short
  boolean isClosed(SolverSession session) {
    return isImpossible(session, escape);
  }

  private boolean isImpossible(SolverSession session, Formula... together) {
    if (Arrays.stream(together).anyMatch(Formula::isFalse)) {
      return true;
    }
    Budget left = allowance.left();
    return left != null && session.check(List.of(together), left) instanceof Answer.Unsat;
  }
}
