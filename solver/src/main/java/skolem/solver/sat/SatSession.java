package skolem.solver.sat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import skolem.encoder.formula.Assignment;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.formula.IntTerm;
import skolem.solver.choice.ChoiceExpansion;
import skolem.solver.session.Answer;
import skolem.solver.session.Budget;
import skolem.solver.session.FixedAssignment;
import skolem.solver.session.SessionStatistics;
import skolem.solver.session.SolverSession;

/// A session with a SAT solver: formulas are emitted as clauses, once each, when they are first
/// asserted or assumed.
///
/// Integers are bits of two's complement; one without bounds is an [UnboundedTermException].
public final class SatSession implements SolverSession {
  private final SatEngine engine;
  private final PropositionalForm form;
  private final ClauseEmitter emitter;
  private int checks;
  private long nanoseconds;

  private SatSession(SatEngine engine, Formulas formulas) {
    this.engine = engine;
    this.form = new PropositionalForm(formulas);
    this.emitter = new ClauseEmitter(form, engine);
  }

  /// A session with CaDiCaL.
  ///
  /// @throws skolem.frontend.source.RejectedException where its library does not load
  public static SatSession withCadical(Formulas formulas) {
    return new SatSession(CadicalEngine.open(), formulas);
  }

  /// A session with Z3's solver for finite domains.
  ///
  /// @throws skolem.frontend.source.RejectedException where its libraries do not load
  public static SatSession withZ3(Formulas formulas) {
    return new SatSession(Z3Engine.open(), formulas);
  }

  @Override
  public void assertThat(Formula formula) {
    emitter.assertTrue(formula);
  }

  @Override
  public Answer check(List<Formula> assumptions, Budget budget) {
    int[] literals = assumptions.stream().mapToInt(emitter::assumption).toArray();
    long start = System.nanoTime();
    SatEngine.Result result = engine.solve(literals, budget);
    nanoseconds += System.nanoTime() - start;
    checks++;
    return switch (result) {
      case SATISFIABLE -> satisfied();
      case UNSATISFIABLE -> new Answer.Unsat(core(assumptions, literals));
      case UNKNOWN -> new Answer.Unknown(engine.reason());
    };
  }

  /// The model, unless it rests on a negated choice that was never expanded.
  private Answer satisfied() {
    for (Formula choice : form.unexpanded()) {
      int variable = emitter.variable(choice.id());
      if (variable != 0 && !engine.value(variable)) {
        return new Answer.Unknown(
            "a negated choice over "
                + ChoiceExpansion.width(choice)
                + " variables is too large to expand");
      }
    }
    return new Answer.Sat(assignment());
  }

  private Assignment assignment() {
    BitSet trueVariables = new BitSet();
    IntList inputs = emitter.inputs();
    for (int i = 0; i < inputs.size(); i++) {
      if (engine.value(emitter.variable(inputs.get(i)))) {
        trueVariables.set(inputs.get(i));
      }
    }
    Map<IntTerm, BigInteger> integers = new HashMap<>();
    for (Map.Entry<IntTerm, BitVector> entry : form.blaster().variables().entrySet()) {
      integers.put(
          entry.getKey(), entry.getValue().value(bit -> trueVariables.get(bit.id())));
    }
    return new FixedAssignment(trueVariables, integers);
  }

  private List<Formula> core(List<Formula> assumptions, int[] literals) {
    List<Formula> core = new ArrayList<>();
    BitSet positive = new BitSet();
    BitSet negative = new BitSet();
    for (int i : IntStream.range(0, literals.length).toArray()) {
      int literal = literals[i];
      BitSet seen = literal > 0 ? positive : negative;
      if (!seen.get(Math.abs(literal)) && engine.failed(literal)) {
        seen.set(Math.abs(literal));
        core.add(assumptions.get(i));
      }
    }
    return core;
  }

  @Override
  public SessionStatistics statistics() {
    return new SessionStatistics(
        engine.name(), emitter.variableCount(), emitter.clauseCount(), checks, nanoseconds);
  }

  @Override
  public void close() {
    engine.close();
  }
}
