package skolem.solver.lemma;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import skolem.encoder.abstraction.Fact;
import skolem.encoder.formula.Assignment;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.formula.Valuation;
import skolem.solver.engine.Engine;
import skolem.solver.engine.SolverSessions;
import skolem.solver.session.Answer;
import skolem.solver.session.SolverSession;

/// From one state before a step to the many from which the same step leads to the same target
/// (Chockler, Ivrii, Matsliah, Moran, Nevo: Incremental formal verification of hardware, FMCAD
/// 2011).
final class Lifting implements AutoCloseable {
  private final TwoStates circuit;
  private final Allowance allowance;
  private final Formulas formulas;
  private final SolverSession session;
  private final Formula step;
  private final Set<Formula> inputs = new LinkedHashSet<>();

  /// @param target what may be asked of the second state besides facts
  /// @param known what is true of the first state
  Lifting(
      TwoStates circuit, Formula target, List<Formula> known, Engine engine, Allowance allowance) {
    this.circuit = circuit;
    this.allowance = allowance;
    this.formulas = circuit.formulas();
    this.session = SolverSessions.open(engine, formulas);
    this.step = formulas.and(circuit.step().constraints());
    known.forEach(session::assertThat);
    inputs.addAll(formulas.variables(formulas.and(step, target)));
    circuit.after().values().forEach(fact -> inputs.addAll(formulas.variables(fact)));
    inputs.removeAll(circuit.variables().keySet());
  }

  /// The states from which the step of an assignment leads to a target, as it does from the one
  /// that the assignment begins with.
  ///
  /// @throws Allowance.SpentException where the time was too short
  Cube lift(Assignment assignment, Formula target) {
    Cube state = state(assignment);
    Cube.Literals literals = state.in(circuit.before(), formulas);
    Formula missed = formulas.freshVariable("missed");
    session.assertThat(formulas.implies(missed, formulas.and(step, target).not()));
    List<Formula> assumed = new ArrayList<>(literals.formulas());
    inputs.forEach(input -> assumed.add(assignment.value(input) ? input : input.not()));
    assumed.add(missed);
    Answer answer = allowance.ask(session, assumed);
    session.assertThat(missed.not());
    return answer instanceof Answer.Unsat(var core) ? literals.within(core) : state;
  }

  private Cube state(Assignment assignment) {
    Valuation valuation = new Valuation(formulas, assignment);
    Map<Fact, Boolean> facts = new LinkedHashMap<>();
    for (Fact fact : circuit.variables().values()) {
      facts.put(fact, valuation.holds(circuit.before().getOrDefault(fact, formulas.falsity())));
    }
    return new Cube(facts);
  }

  @Override
  public void close() {
    session.close();
  }
}
