package skolem.solver.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import skolem.encoder.formula.Formula;
import skolem.frontend.source.RejectedException;
import skolem.solver.sat.UnboundedTermException;
import skolem.solver.session.Answer;
import skolem.solver.session.Budget;
import skolem.solver.session.EngineFailure;
import skolem.solver.session.SessionStatistics;
import skolem.solver.session.SolverSession;

/// Works with one session until its engine fails, or an integer appears that has no bits; from then
/// on with a successor that is told all that was asserted before. Where there is none left, nothing
/// is known any more.
final class RelaySession implements SolverSession {
  private final Supplier<Team> withIntegers;
  private final List<Formula> asserted = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();
  private @Nullable Team team;
  private SessionStatistics last;
  private int earlierChecks;
  private long earlierNanoseconds;

  /// @param withIntegers for when an integer appears that has no bits
  RelaySession(Team team, Supplier<Team> withIntegers) {
    this.team = team;
    this.last = team.first().statistics();
    this.withIntegers = withIntegers;
  }

  @Override
  public void assertThat(Formula formula) {
    asserted.add(formula);
    if (team != null) {
      try {
        team.first().assertThat(formula);
      } catch (UnboundedTermException _) {
        Team successor = withIntegers.get();
        retire(team);
        goOnWith(successor);
      }
    }
  }

  @Override
  public Answer check(List<Formula> assumptions, Budget budget) {
    long start = System.nanoTime();
    Budget left = budget;
    while (team != null) {
      try {
        return team.first().check(assumptions, left);
      } catch (UnboundedTermException _) {
        Team successor = withIntegers.get();
        retire(team);
        goOnWith(successor);
      } catch (EngineFailure failure) {
        relieve(team, failure);
        left = budget.after(System.nanoTime() - start);
      }
    }
    return new Answer.Unknown(String.join("; ", failures));
  }

  /// Goes on with a reserve, if there is one that can be told what was asserted.
  private void relieve(Team failed, EngineFailure failure) {
    retire(failed);
    failures.add(failure.getMessage());
    try {
      goOnWith(Team.of(failed.reserves()));
    } catch (RejectedException e) {
      failures.add(e.diagnostics().getFirst().message());
      if (team != null && team != failed) {
        retire(team);
      }
      team = null;
    }
  }

  private void retire(Team retired) {
    last = retired.first().statistics();
    earlierChecks += last.checks();
    earlierNanoseconds += last.solverNanoseconds();
    failures.addAll(last.failures());
    retired.first().close();
  }

  private void goOnWith(@Nullable Team successor) {
    team = successor;
    if (successor != null) {
      asserted.forEach(successor.first()::assertThat);
    }
  }

  @Override
  public SessionStatistics statistics() {
    SessionStatistics now = team == null ? last : team.first().statistics();
    return new SessionStatistics(
        now.engine(),
        now.variables(),
        now.clauses(),
        earlierChecks + (team == null ? 0 : now.checks()),
        earlierNanoseconds + (team == null ? 0 : now.solverNanoseconds()),
        team == null
            ? failures
            : Stream.concat(failures.stream(), now.failures().stream()).toList());
  }

  @Override
  public void close() {
    if (team != null) {
      team.first().close();
    }
  }
}
