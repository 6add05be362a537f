package skolem.solver.smt;

import com.microsoft.z3.Z3Exception;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sosy_lab.java_smt.api.BooleanFormula;
import org.sosy_lab.java_smt.api.Model;
import org.sosy_lab.java_smt.api.SolverException;
import skolem.encoder.formula.Assignment;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.formula.IntTerm;
import skolem.frontend.source.Code;
import skolem.frontend.source.RejectedException;
import skolem.frontend.source.Span;
import skolem.solver.choice.ChoiceExpansion;
import skolem.solver.session.Answer;
import skolem.solver.session.Budget;
import skolem.solver.session.EngineFailure;
import skolem.solver.session.FixedAssignment;
import skolem.solver.session.SessionStatistics;
import skolem.solver.session.SolverSession;
import skolem.solver.session.Watchdog;

/// A session with an SMT solver. A solver that was interrupted is of no further use, so the next
/// check starts another and tells it everything again.
public final class SmtSession implements SolverSession {
  private static final int EXPAND_UP_TO = 1 << 16;

  private final long memoryBefore = Watchdog.memory();
  private final SmtSolver solver;
  private final ChoiceExpansion choices;
  private final List<Formula> asserted = new ArrayList<>();
  private SmtConnection connection;
  private boolean interrupted;
  private int checks;
  private long nanoseconds;

  private SmtSession(SmtSolver solver, Formulas formulas) {
    this.solver = solver;
    this.choices = new ChoiceExpansion(formulas, EXPAND_UP_TO);
    this.connection = SmtConnection.open(solver, choices);
  }

  /// @throws RejectedException with [Code#SYSTEM] where the solver does not load
  public static SmtSession with(SmtSolver solver, Formulas formulas) {
    solver.loadLibraries();
    return new SmtSession(solver, formulas);
  }

  @Override
  public void assertThat(Formula formula) {
    asserted.add(formula);
    if (!interrupted) {
      tell(formula);
    }
  }

  private void tell(Formula formula) {
    try {
      connection.assertThat(formula);
    } catch (UnsupportedOperationException e) {
      throw unsupported(e);
    }
  }

  @Override
  public Answer check(List<Formula> assumptions, Budget budget) {
    long start = System.nanoTime();
    reconnect();
    SmtConnection running = connection;
    Watchdog watchdog = Watchdog.over(budget, memoryBefore, running::interrupt);
    try {
      Answer answer = answer(assumptions);
      watchdog.close();
      // An interruption may have hit the formulas on their way, of which the solver then lacks
      // some.
      return watchdog.fired() ? givenUp(watchdog, budget, "") : answer;
    } catch (UnsupportedOperationException e) {
      throw unsupported(e);
    } catch (InterruptedException | SolverException | IllegalStateException | Z3Exception e) {
      interrupted = true;
      return givenUp(watchdog, budget, solver.title() + " gave up: " + e.getMessage());
    } finally {
      watchdog.close();
      interrupted |= watchdog.fired();
      checks++;
      nanoseconds += System.nanoTime() - start;
    }
  }

  /// @param otherwise why, where it was not interrupted
  private Answer givenUp(Watchdog watchdog, Budget budget, String otherwise) {
    EngineFailure full = watchdog.failure(solver.title());
    if (full != null) {
      throw full;
    }
    return new Answer.Unknown(watchdog.fired() ? budget.exceeded() : otherwise);
  }

  private void reconnect() {
    if (interrupted) {
      connection.close();
      connection = SmtConnection.open(solver, choices);
      interrupted = false;
      asserted.forEach(this::tell);
    }
  }

  private Answer answer(List<Formula> assumptions) throws SolverException, InterruptedException {
    List<BooleanFormula> names = new ArrayList<>();
    for (Formula assumption : assumptions) {
      names.add(connection.assumption(assumption));
    }
    Optional<List<BooleanFormula>> core = connection.core(names);
    if (core.isEmpty()) {
      return new Answer.Sat(assignment());
    }
    Set<BooleanFormula> failed = Set.copyOf(core.get());
    List<Formula> reasons = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      if (failed.contains(names.get(i)) && !reasons.contains(assumptions.get(i))) {
        reasons.add(assumptions.get(i));
      }
    }
    return new Answer.Unsat(reasons);
  }

  private Assignment assignment() throws SolverException {
    BitSet trueVariables = new BitSet();
    Map<IntTerm, BigInteger> integers = new HashMap<>();
    try (Model model = connection.model()) {
      connection
          .translator()
          .variables()
          .forEach((variable, name) -> trueVariables.set(variable.id(), isTrue(model, name)));
      connection
          .translator()
          .integers()
          .forEach((variable, name) -> {
            BigInteger value = model.evaluate(name);
            if (value != null) {
              integers.put(variable, value);
            }
          });
    }
    return new FixedAssignment(trueVariables, integers);
  }

  /// A variable that the model leaves open is FALSE.
  private static boolean isTrue(Model model, BooleanFormula variable) {
    Boolean value = model.evaluate(variable);
    return value != null && value;
  }

  private RejectedException unsupported(UnsupportedOperationException e) {
    String detail = e.getMessage() == null ? "" : " (" + e.getMessage() + ")";
    String message =
        switch (solver) {
          case Z3 -> "Z3 has no means to express this formula";
          case SMTINTERPOL -> "SMTInterpol has linear arithmetic only, and no quantifiers";
        };
    return RejectedException.of(Code.UNSUPPORTED, Span.NONE, message + detail);
  }

  @Override
  public SessionStatistics statistics() {
    return new SessionStatistics(
        solver.title(),
        connection.translator().variables().size() + connection.translator().integers().size(),
        asserted.size(),
        checks,
        nanoseconds,
        List.of());
  }

  @Override
  public void close() {
    connection.close();
  }
}
