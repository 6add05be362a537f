package skolem.solver.session;

import java.time.Duration;
import java.util.List;
import skolem.encoder.formula.Formula;

/// The time that sessions spent inside their solvers' checks, one session after the other.
public final class SolvingTime {
  private long nanoseconds;

  /// The session, the time of which is added when it is closed.
  public SolverSession counting(SolverSession session) {
    return new SolverSession() {
      @Override
      public void assertThat(Formula formula) {
        session.assertThat(formula);
      }

      @Override
      public Answer check(List<Formula> assumptions, Budget budget) {
        return session.check(assumptions, budget);
      }

      @Override
      public SessionStatistics statistics() {
        return session.statistics();
      }

      @Override
      public void close() {
        nanoseconds += session.statistics().solverNanoseconds();
        session.close();
      }
    };
  }

  /// Of the sessions that are closed.
  public Duration total() {
    return Duration.ofNanos(nanoseconds);
  }
}
