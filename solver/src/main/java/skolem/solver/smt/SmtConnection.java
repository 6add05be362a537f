package skolem.solver.smt;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sosy_lab.common.ShutdownManager;
import org.sosy_lab.common.configuration.Configuration;
import org.sosy_lab.common.configuration.InvalidConfigurationException;
import org.sosy_lab.common.log.LogManager;
import org.sosy_lab.java_smt.SolverContextFactory;
import org.sosy_lab.java_smt.api.BooleanFormula;
import org.sosy_lab.java_smt.api.Model;
import org.sosy_lab.java_smt.api.ProverEnvironment;
import org.sosy_lab.java_smt.api.SolverContext;
import org.sosy_lab.java_smt.api.SolverContext.ProverOptions;
import org.sosy_lab.java_smt.api.SolverException;
import skolem.encoder.formula.Formula;
import skolem.frontend.source.Code;
import skolem.frontend.source.RejectedException;
import skolem.frontend.source.Span;
import skolem.solver.choice.ChoiceExpansion;

/// One running solver of java-smt, from start to the first interruption.
final class SmtConnection implements AutoCloseable {
  private final SmtSolver solver;
  private final ShutdownManager shutdown;
  private final SolverContext context;
  private final ProverEnvironment prover;
  private final SmtTranslator translator;
  private final Map<Formula, BooleanFormula> assumptions = new HashMap<>();

  private SmtConnection(
      SmtSolver solver, ShutdownManager shutdown, SolverContext context, ChoiceExpansion choices) {
    this.solver = solver;
    this.shutdown = shutdown;
    this.context = context;
    this.prover =
        context.newProverEnvironment(
            ProverOptions.GENERATE_MODELS, ProverOptions.GENERATE_UNSAT_CORE_OVER_ASSUMPTIONS);
    this.translator = new SmtTranslator(context.getFormulaManager(), choices);
  }

  /// @throws RejectedException with [Code#SYSTEM] where the solver does not start
  static SmtConnection open(SmtSolver solver, ChoiceExpansion choices) {
    ShutdownManager shutdown = ShutdownManager.create();
    try {
      SolverContext context =
          SolverContextFactory.createSolverContext(
              configuration(),
              LogManager.createNullLogManager(),
              shutdown.getNotifier(),
              solver.solver(),
              _ -> solver.loadLibraries());
      return new SmtConnection(solver, shutdown, context, choices);
    } catch (InvalidConfigurationException e) {
      throw RejectedException.of(
          Code.SYSTEM, Span.NONE, solver.title() + " does not start: " + e.getMessage());
    }
  }

  private static Configuration configuration() throws InvalidConfigurationException {
    return Configuration.builder()
        // Or else java-smt makes products uninterpreted functions where a solver has none.
        .setOption("solver.nonLinearArithmetic", "USE")
        // Or else closing Z3 takes quadratic time: 20 s after 100,000 nested formulas.
        .setOption("solver.z3.usePhantomReferences", "true")
        .build();
  }

  SmtTranslator translator() {
    return translator;
  }

  void assertThat(Formula formula) {
    add(translator.claimed(formula));
  }

  /// A Boolean constant that implies the formula, as solvers take only such as assumptions.
  BooleanFormula assumption(Formula formula) {
    BooleanFormula known = assumptions.get(formula);
    if (known == null) {
      var booleans = context.getFormulaManager().getBooleanFormulaManager();
      known = booleans.makeVariable("assumption" + assumptions.size());
      add(booleans.implication(known, translator.claimed(formula)));
      assumptions.put(formula, known);
    }
    return known;
  }

  private void add(BooleanFormula formula) {
    try {
      prover.addConstraint(formula);
      for (@Nullable BooleanFormula next = translator.takeConstraint();
          next != null;
          next = translator.takeConstraint()) {
        prover.addConstraint(next);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted", e);
    }
  }

  /// The assumptions that contradict what is asserted, or empty where all can hold.
  Optional<List<BooleanFormula>> core(List<BooleanFormula> names)
      throws SolverException, InterruptedException {
    return switch (solver) {
      case Z3 -> prover.unsatCoreOverAssumptions(names);
      // Here java-smt asks for the core on a copy of the assertions, which leaves no model.
      case SMTINTERPOL ->
          prover.isUnsatWithAssumptions(names)
              ? prover.unsatCoreOverAssumptions(names)
              : Optional.empty();
    };
  }

  /// The model of the last call of [#core], which was empty.
  Model model() throws SolverException {
    return prover.getModel();
  }

  /// Makes the running check give up; afterwards this connection is only good for closing.
  void interrupt() {
    shutdown.requestShutdown("time is up");
  }

  @Override
  public void close() {
    prover.close();
    context.close();
  }
}
