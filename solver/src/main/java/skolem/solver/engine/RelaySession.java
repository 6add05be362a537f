package skolem.solver.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import skolem.encoder.formula.Formula;
import skolem.solver.sat.UnboundedTermException;
import skolem.solver.session.Answer;
import skolem.solver.session.Budget;
import skolem.solver.session.SessionStatistics;
import skolem.solver.session.SolverSession;

/// Works with one session until an integer appears that has no bits, and from then on with a
/// successor that is told all that was asserted before.
final class RelaySession implements SolverSession {
  private final Supplier<SolverSession> successor;
  private final List<Formula> asserted = new ArrayList<>();
  private SolverSession current;
  private int earlierChecks;
  private long earlierNanoseconds;

  RelaySession(SolverSession first, Supplier<SolverSession> successor) {
    this.current = first;
    this.successor = successor;
  }

  @Override
  public void assertThat(Formula formula) {
    try {
      current.assertThat(formula);
      asserted.add(formula);
    } catch (UnboundedTermException _) {
      moveOver();
      assertThat(formula);
    }
  }

  @Override
  public Answer check(List<Formula> assumptions, Budget budget) {
    try {
      return current.check(assumptions, budget);
    } catch (UnboundedTermException _) {
      moveOver();
      return current.check(assumptions, budget);
    }
  }

  private void moveOver() {
    SolverSession next = successor.get();
    SessionStatistics spent = current.statistics();
    earlierChecks += spent.checks();
    earlierNanoseconds += spent.solverNanoseconds();
    current.close();
    current = next;
    asserted.forEach(current::assertThat);
  }

  @Override
  public SessionStatistics statistics() {
    SessionStatistics now = current.statistics();
    return new SessionStatistics(
        now.engine(),
        now.variables(),
        now.clauses(),
        earlierChecks + now.checks(),
        earlierNanoseconds + now.solverNanoseconds());
  }

  @Override
  public void close() {
    current.close();
  }
}
