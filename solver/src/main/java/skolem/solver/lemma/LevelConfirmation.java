package skolem.solver.lemma;

import java.util.List;
import java.util.Map;
import skolem.encoder.abstraction.Fact;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.unroll.Unrolling;
import skolem.solver.engine.SolverSessions;
import skolem.solver.session.Answer;
import skolem.solver.session.SolverSession;

/// Whether levels are right: an induction over the steps, with sessions of its own.
///
/// All clauses are to hold in the first two states of a behaviour; a step from a state that
/// satisfies what is known at one level is to satisfy what is known at the next, and a step from
/// the last level is not to be unsafe.
final class LevelConfirmation implements AutoCloseable {
  private final TwoStates circuit;
  private final Formula unsafe;
  private final Allowance allowance;
  private final SolverSession session;
  private final Unrolling beginning;
  private final SolverSession first;

  /// @param unsafe that the second state is bad
  /// @param lemmas what is known of all states
  LevelConfirmation(
      TwoStates circuit,
      Formula unsafe,
      List<Clause> lemmas,
      Strengthening.Request request,
      Allowance allowance) {
    this.circuit = circuit;
    this.unsafe = unsafe;
    this.allowance = allowance;
    this.session = SolverSessions.open(request.engine(), circuit.formulas());
    circuit.assertIn(session);
    lemmas.forEach(c -> session.assertThat(c.in(circuit.before(), circuit.formulas())));
    this.beginning = request.unrolling().again();
    beginning.begin();
    beginning.extend();
    this.first = SolverSessions.open(request.engine(), beginning.formulas());
    beginning.frames().forEach(frame -> frame.constraints().forEach(first::assertThat));
  }

  /// @throws Allowance.SpentException where the time was too short
  boolean isRight(Levels levels) {
    return holdAtFirst(levels.after(0)) && stepsKeep(levels);
  }

  private boolean holdAtFirst(List<Clause> clauses) {
    Formulas formulas = beginning.formulas();
    return beginning.frames().stream()
        .map(frame -> denied(clauses, beginning.facts(frame.depth()), formulas))
        .allMatch(denied -> isImpossible(first, denied));
  }

  private boolean stepsKeep(Levels levels) {
    Formulas formulas = circuit.formulas();
    int last = levels.clauses().size() - 1;
    for (int level = 1; level <= last; level++) {
      Formula assumed = formulas.freshVariable("level");
      for (Clause clause : levels.after(level)) {
        session.assertThat(formulas.implies(assumed, clause.in(circuit.before(), formulas)));
      }
      Formula missed =
          level == last ? unsafe : denied(levels.after(level + 1), circuit.after(), formulas);
      boolean isKept = isImpossible(session, assumed, missed);
      session.assertThat(assumed.not());
      if (!isKept) {
        return false;
      }
    }
    return true;
  }

  private static Formula denied(List<Clause> clauses, Map<Fact, Formula> facts, Formulas formulas) {
    return formulas.or(clauses.stream().map(c -> c.in(facts, formulas).not()).toList());
  }

  private boolean isImpossible(SolverSession session, Formula... together) {
    return switch (allowance.ask(session, List.of(together))) {
      case Answer.Unsat _ -> true;
      case Answer.Sat _ -> false;
      case Answer.Unknown _ -> throw new Allowance.SpentException();
    };
  }

  @Override
  public void close() {
    session.close();
    first.close();
  }
}
