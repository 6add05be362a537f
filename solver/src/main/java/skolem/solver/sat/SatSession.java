package skolem.solver.sat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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
/// Negated choices are expanded where that is small, else as far as models make it necessary.
public final class SatSession implements SolverSession {
  private static final int EXPAND_UP_TO = 1 << 12;

  private final SatEngine engine;
  private final BitBlaster blaster;
  private final PropositionalForm form;
  private final ClauseEmitter emitter;
  private final ChoiceRefuter refuter;
  private int checks;
  private long nanoseconds;

  /// @param expandUpTo how many formulas the expansion of a negated choice may make
  SatSession(Supplier<SatEngine> engines, Formulas formulas, int expandUpTo) {
    this(engines.get(), engines, formulas, expandUpTo);
  }

  /// @param others for negated choices
  private SatSession(
      SatEngine engine, Supplier<SatEngine> others, Formulas formulas, int expandUpTo) {
    this.engine = engine;
    this.blaster = new BitBlaster(formulas);
    Supplier<PropositionalForm> forms =
        () -> new PropositionalForm(formulas, blaster, new ChoiceExpansion(formulas, expandUpTo));
    this.form = forms.get();
    this.emitter = new ClauseEmitter(form, engine);
    this.refuter = new ChoiceRefuter(formulas, blaster, forms, others);
  }

  /// A session with CaDiCaL.
  ///
  /// @throws skolem.frontend.source.RejectedException where its library does not load
  public static SatSession withCadical(Formulas formulas) {
    return new SatSession(CadicalEngine::open, formulas, EXPAND_UP_TO);
  }

  /// A session with two CaDiCaLs, the second of which works where a budget allows that.
  ///
  /// @throws skolem.frontend.source.RejectedException where its library does not load
  public static SatSession withPortfolio(Formulas formulas) {
    return new SatSession(PortfolioEngine.open(), CadicalEngine::open, formulas, EXPAND_UP_TO);
  }

  /// A session with Z3's solver for finite domains.
  ///
  /// @throws skolem.frontend.source.RejectedException where its libraries do not load
  public static SatSession withZ3(Formulas formulas) {
    return new SatSession(Z3Engine::open, formulas, EXPAND_UP_TO);
  }

  /// Whether the clauses say all that was asserted: no choice is left to be examined in models.
  boolean isExact() {
    return form.unexpanded().isEmpty();
  }

  /// The names of the formulas' variables, by the solver's numbers.
  Map<Integer, String> names() {
    Map<Integer, String> names = new TreeMap<>();
    IntList inputs = emitter.inputs();
    for (int i = 0; i < inputs.size(); i++) {
      if (form.byId(inputs.get(i)).node() instanceof Formula.Variable(var name)) {
        names.put(emitter.variable(inputs.get(i)), name);
      }
    }
    return names;
  }

  @Override
  public void assertThat(Formula formula) {
    emitter.assertTrue(formula);
  }

  @Override
  public Answer check(List<Formula> assumptions, Budget budget) {
    int[] literals = assumptions.stream().mapToInt(emitter::assumption).toArray();
    long start = System.nanoTime();
    Answer answer = null;
    try {
      while (answer == null) {
        answer = attempt(assumptions, literals, budget.after(System.nanoTime() - start));
        if (!(answer instanceof Answer.Unsat) && budget.usedUpBy(System.nanoTime() - start)) {
          answer = answer instanceof Answer.Sat ? answer : new Answer.Unknown(budget.exceeded());
        }
      }
    } finally {
      nanoseconds += System.nanoTime() - start;
    }
    checks++;
    return answer;
  }

  /// An answer, or null where the model found was wrong about a choice, which the engine has learnt
  /// now.
  private @Nullable Answer attempt(List<Formula> assumptions, int[] literals, Budget budget) {
    form.unexpanded().forEach(refuter::prepare);
    emitter.settle();
    return switch (engine.solve(literals, budget)) {
      case UNSATISFIABLE -> new Answer.Unsat(core(assumptions, literals));
      case UNKNOWN -> new Answer.Unknown(engine.reason());
      case SATISFIABLE -> examined(assignment(), budget);
    };
  }

  private @Nullable Answer examined(Assignment assignment, Budget budget) {
    boolean right = true;
    for (Formula choice : emitter.deniedChoices()) {
      switch (refuter.examine(choice, assignment, budget)) {
        case ChoiceRefuter.Refuted() -> {}
        case ChoiceRefuter.Open(var reason) -> {
          return new Answer.Unknown(reason);
        }
        case ChoiceRefuter.Witnessed(var instance) -> {
          right = false;
          emitter.learn(choice, instance);
        }
      }
    }
    return right ? new Answer.Sat(assignment) : null;
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
    blaster
        .variables()
        .forEach((variable, bits) ->
            integers.put(variable, bits.value(bit -> trueVariables.get(bit.id()))));
    return new FixedAssignment(trueVariables, integers);
  }

  private List<Formula> core(List<Formula> assumptions, int[] literals) {
    List<Formula> core = new ArrayList<>();
    BitSet positive = new BitSet();
    BitSet negative = new BitSet();
    for (int i = 0; i < literals.length; i++) {
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
        engine.name(),
        emitter.variableCount(),
        emitter.clauseCount(),
        checks,
        nanoseconds,
        engine.failures());
  }

  @Override
  public void close() {
    refuter.close();
    engine.close();
  }
}
