package skolem.solver.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.solver.sat.SatSession;
import skolem.solver.session.Answer;
import skolem.solver.session.Budget;
import skolem.solver.session.EngineFailure;
import skolem.solver.session.SessionStatistics;
import skolem.solver.session.SolverSession;

/// What happens when an engine fails.
class RelaySessionTest {
  private final Formulas formulas = new Formulas();
  private final Formula a = formulas.freshVariable("a");
  private final List<String> closed = new ArrayList<>();

  /// A session with an engine that fails at its first question.
  private class Broken implements SolverSession {
    private final String name;

    Broken(String name) {
      this.name = name;
    }

    @Override
    public void assertThat(Formula formula) {}

    @Override
    public Answer check(List<Formula> assumptions, Budget budget) {
      throw new EngineFailure(name + " broke down");
    }

    @Override
    public SessionStatistics statistics() {
      return new SessionStatistics(name, 1, 1, 3, 7, List.of());
    }

    @Override
    public void close() {
      closed.add(name);
    }
  }

  /// A session that loses an engine before it fails.
  private final class LosingOne extends Broken {
    LosingOne(String name) {
      super(name);
    }

    @Override
    public SessionStatistics statistics() {
      return new SessionStatistics("two", 1, 1, 3, 7, List.of("half of it broke down"));
    }
  }

  private static Team noIntegers() {
    throw new AssertionError("there are no integers");
  }

  @Test
  void theNextEngineGoesOnWithWhatWasAsserted() {
    Team team =
        new Team(
            new Broken("First"),
            List.of(() -> new Broken("Second"), () -> SatSession.withCadical(formulas)));
    try (SolverSession session = new RelaySession(team, RelaySessionTest::noIntegers)) {
      session.assertThat(a);
      assertThat(session.check(List.of(a.not()), Budget.UNLIMITED))
          .isEqualTo(new Answer.Unsat(List.of(a.not())));
      assertThat(session.check(List.of(), Budget.UNLIMITED)).isInstanceOf(Answer.Sat.class);
      assertThat(closed).containsExactly("First", "Second");
      assertThat(session.statistics().failures())
          .containsExactly("First broke down", "Second broke down");
      assertThat(session.statistics().engine()).isEqualTo("CaDiCaL");
      // Two of CaDiCaL, and three of each before.
      assertThat(session.statistics().checks()).isEqualTo(8);
    }
  }

  @Test
  void failuresAreToldInTheirOrder() {
    Team team = new Team(new LosingOne("First"), List.of(() -> SatSession.withCadical(formulas)));
    try (SolverSession session = new RelaySession(team, RelaySessionTest::noIntegers)) {
      assertThat(session.statistics().failures()).containsExactly("half of it broke down");
      assertThat(session.check(List.of(a), Budget.UNLIMITED)).isInstanceOf(Answer.Sat.class);
      assertThat(session.statistics().failures())
          .containsExactly("half of it broke down", "First broke down");
    }
  }

  @Test
  void whereNoneIsLeftNothingIsKnown() {
    Team team = Team.of(new Broken("Only"));
    try (SolverSession session = new RelaySession(team, RelaySessionTest::noIntegers)) {
      session.assertThat(a);
      for (int i = 0; i < 2; i++) {
        assertThat(session.check(List.of(), Budget.UNLIMITED))
            .isEqualTo(new Answer.Unknown("Only broke down"));
        session.assertThat(a.not());
      }
      assertThat(session.statistics().checks()).isEqualTo(3);
    }
    assertThat(closed).containsExactly("Only");
  }
}
