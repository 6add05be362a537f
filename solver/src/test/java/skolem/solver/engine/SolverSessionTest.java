package skolem.solver.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.formula.IntTerm;
import skolem.encoder.formula.Interval;
import skolem.encoder.formula.Valuation;
import skolem.frontend.source.Code;
import skolem.frontend.source.RejectedException;
import skolem.solver.session.Answer;
import skolem.solver.session.Budget;
import skolem.solver.session.SolverSession;

/// What every session must do, run for every engine; brute force is the judge.
class SolverSessionTest {
  private final Formulas formulas = new Formulas();
  private Budget budget = Budget.UNLIMITED;

  private SolverSession open(Engine engine) {
    try {
      return SolverSessions.open(engine, formulas);
    } catch (RejectedException e) {
      boolean missing = e.diagnostics().getFirst().code() == Code.SYSTEM;
      Assumptions.assumeFalse(missing, e.getMessage());
      throw e;
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void agreesWithTruthTablesOnRandomConjunctions(Engine engine) {
    for (long seed = 0; seed < 60; seed++) {
      RandomFormulas random = new RandomFormulas(formulas, seed, 6);
      TruthTable table = new TruthTable(formulas, random.variables(), List.of());
      try (SolverSession session = open(engine)) {
        converse(session, table, random, false, 4);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void agreesWithTruthTablesOnChoices(Engine engine) {
    for (long seed = 0; seed < 40; seed++) {
      RandomFormulas random = new RandomFormulas(formulas, 1000 + seed, 3);
      TruthTable table = new TruthTable(formulas, random.variables(), List.of());
      try (SolverSession session = open(engine)) {
        converse(session, table, random, true, 3);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void agreesWithBruteForceOnLinearIntegers(Engine engine) {
    for (long seed = 0; seed < 20; seed++) {
      integers(engine, 2000 + seed, true);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SMTINTERPOL")
  void agreesWithBruteForceOnProductsAndQuotients(Engine engine) {
    for (long seed = 0; seed < 20; seed++) {
      integers(engine, 3000 + seed, false);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void twoEnginesAgreeWithTruthTables(boolean choices) {
    budget = Budget.UNLIMITED.withHelpAfter(Duration.ZERO);
    for (long seed = 4000; seed < 4040; seed++) {
      RandomFormulas random = new RandomFormulas(formulas, seed, 3);
      TruthTable table = new TruthTable(formulas, random.variables(), List.of());
      try (SolverSession session = SolverSessions.withPortfolio(Engine.AUTO, formulas)) {
        converse(session, table, random, choices, 3);
      }
    }
  }

  private void integers(Engine engine, long seed, boolean linear) {
    RandomFormulas random =
        new RandomFormulas(formulas, seed, 2)
            .withIntegers(linear, Interval.of(-3, 4), Interval.of(0, 5), Interval.of(2, 4));
    TruthTable table = new TruthTable(formulas, random.variables(), random.integers());
    try (SolverSession session = open(engine)) {
      converse(session, table, random, false, 2);
    }
  }

  /// Asserts and checks in turns, and judges every answer.
  private void converse(
      SolverSession session, TruthTable table, RandomFormulas random, boolean choices, int depth) {
    List<Formula> asserted = new ArrayList<>();
    for (int step = 0; step < 4; step++) {
      List<Formula> assumptions = new ArrayList<>();
      for (int i = 0; i < step; i++) {
        assumptions.add(random.formula(depth, choices));
      }
      judge(table, asserted, assumptions, session.check(assumptions, budget));
      Formula next = random.formula(depth, choices);
      session.assertThat(next);
      asserted.add(next);
      judge(table, asserted, List.of(), session.check(List.of(), budget));
    }
  }

  private void judge(
      TruthTable table, List<Formula> asserted, List<Formula> assumptions, Answer answer) {
    List<Formula> all = new ArrayList<>(asserted);
    all.addAll(assumptions);
    switch (answer) {
      case Answer.Sat(var assignment) -> {
        Valuation valuation = new Valuation(formulas, assignment);
        assertThat(all).allMatch(valuation::holds);
      }
      case Answer.Unsat(var core) -> {
        assertThat(assumptions).containsAll(core);
        List<Formula> reasons = new ArrayList<>(asserted);
        reasons.addAll(core);
        assertThat(table.satisfiable(reasons)).isFalse();
      }
      case Answer.Unknown(var reason) -> assertThat(reason).isEqualTo("an answer");
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void contradictoryAssumptionsAreTheCore(Engine engine) {
    Formula a = formulas.freshVariable("a");
    Formula b = formulas.freshVariable("b");
    try (SolverSession session = open(engine)) {
      Answer answer = session.check(List.of(b, a, a.not()), Budget.UNLIMITED);
      assertThat(answer)
          .isInstanceOfSatisfying(
              Answer.Unsat.class, u -> assertThat(u.core()).contains(a, a.not()).doesNotContain(b));
      assertThat(session.check(List.of(b, a), Budget.UNLIMITED)).isInstanceOf(Answer.Sat.class);
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void assumptionsThatAreConstantsOrAssertedCount(Engine engine) {
    Formula a = formulas.freshVariable("a");
    Formula both = formulas.and(a, formulas.freshVariable("b"));
    try (SolverSession session = open(engine)) {
      assertThat(session.check(List.of(formulas.truth()), Budget.UNLIMITED))
          .isInstanceOf(Answer.Sat.class);
      assertThat(session.check(List.of(a, formulas.falsity()), Budget.UNLIMITED))
          .isEqualTo(new Answer.Unsat(List.of(formulas.falsity())));
      session.assertThat(both);
      assertThat(session.check(List.of(both), Budget.UNLIMITED)).isInstanceOf(Answer.Sat.class);
      assertThat(session.check(List.of(both.not()), Budget.UNLIMITED))
          .isEqualTo(new Answer.Unsat(List.of(both.not())));
      session.assertThat(formulas.falsity());
      assertThat(session.check(List.of(a), Budget.UNLIMITED)).isInstanceOf(Answer.Unsat.class);
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void theSameBoundVariableInTwoChoicesHasTwoWitnesses(Engine engine) {
    Formula p = formulas.freshVariable("p");
    Formula q = formulas.freshVariable("q");
    Formula v = formulas.freshVariable("v");
    try (SolverSession session = open(engine)) {
      session.assertThat(formulas.exists(List.of(v), formulas.iff(p, v)));
      session.assertThat(formulas.exists(List.of(v), formulas.iff(q, v)));
      assertThat(session.check(List.of(p, q.not()), Budget.UNLIMITED))
          .isInstanceOf(Answer.Sat.class);
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void formulasMayBeDeep(Engine engine) {
    Formula deep = formulas.freshVariable("v");
    for (int i = 0; i < 100_000; i++) {
      Formula next = formulas.freshVariable("v");
      deep = i % 2 == 0 ? formulas.and(deep, next) : formulas.or(deep, next).not();
    }
    try (SolverSession session = open(engine)) {
      session.assertThat(deep);
      assertThat(session.check(List.of(), Budget.UNLIMITED)).isInstanceOf(Answer.Sat.class);
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void anIntegerStaysInItsIntervalUntold(Engine engine) {
    IntTerm x = formulas.terms().freshVariable("x", Interval.of(3, 5));
    IntTerm y = formulas.terms().freshVariable("y", Interval.of(1, 2));
    IntTerm unseen = formulas.terms().freshVariable("unseen", Interval.of(-9, -7));
    IntTerm sum = formulas.terms().sum(x, y);
    try (SolverSession session = open(engine)) {
      // 7 = 5 + 2 is the only way to reach 7.
      session.assertThat(formulas.lessEqual(formulas.terms().constant(BigInteger.valueOf(7)), sum));
      assertThat(session.check(List.of(), Budget.UNLIMITED))
          .isInstanceOfSatisfying(
              Answer.Sat.class,
              sat -> {
                assertThat(sat.assignment().value(x)).isEqualTo(5);
                assertThat(sat.assignment().value(y)).isEqualTo(2);
                assertThat(sat.assignment().value(unseen)).isEqualTo(-7);
              });
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void timesOutInTimeAndGoesOn(Engine engine) {
    Formula a = formulas.freshVariable("a");
    try (SolverSession session = open(engine)) {
      Formula pigeons = pigeonHole(12);
      long start = System.nanoTime();
      Answer answer = session.check(List.of(pigeons), Budget.of(Duration.ofMillis(500)));
      assertThat(answer).isEqualTo(new Answer.Unknown("timed out after 0.5 s"));
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
      assertThat(session.check(List.of(a, pigeons.not()), Budget.of(Duration.ofSeconds(5))))
          .isInstanceOf(Answer.Sat.class);
    }
  }

  /// More pigeons than holes, each in a hole, no two in one: unsatisfiable, and hard for resolution
  /// (Haken 1985).
  private Formula pigeonHole(int holes) {
    List<List<Formula>> sits = new ArrayList<>();
    List<Formula> parts = new ArrayList<>();
    for (int pigeon = 0; pigeon <= holes; pigeon++) {
      List<Formula> row = new ArrayList<>();
      for (int hole = 0; hole < holes; hole++) {
        row.add(formulas.freshVariable("p"));
      }
      sits.add(row);
      parts.add(formulas.or(row));
    }
    for (int hole = 0; hole < holes; hole++) {
      for (int first = 0; first <= holes; first++) {
        for (int second = 0; second < first; second++) {
          parts.add(formulas.and(sits.get(first).get(hole), sits.get(second).get(hole)).not());
        }
      }
    }
    parts.sort(Comparator.comparingInt(Formula::key));
    return formulas.and(parts);
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void countsItsWork(Engine engine) {
    Formula a = formulas.freshVariable("a");
    try (SolverSession session = open(engine)) {
      session.assertThat(formulas.or(a, formulas.freshVariable("b")));
      session.check(List.of(), Budget.UNLIMITED);
      session.check(List.of(a), Budget.UNLIMITED);
      assertThat(session.statistics().checks()).isEqualTo(2);
      assertThat(session.statistics().variables()).isEqualTo(2);
      assertThat(session.statistics().clauses()).isEqualTo(1);
      assertThat(session.statistics().solverNanoseconds()).isPositive();
    }
  }

  /// That more pigeons than holes sit alone is false, whenever the time is up: also where that is
  /// before the formula has come to the solver whole.
  @ParameterizedTest
  @EnumSource(Engine.class)
  void noTimeLimitMakesAContradictionTrue(Engine engine) {
    Formula alone = alone(8, 7);
    for (int milliseconds = 1; milliseconds < 60; milliseconds += 6) {
      try (SolverSession session = SolverSessions.open(engine, formulas)) {
        assertThat(session.check(List.of(alone), Budget.of(Duration.ofMillis(milliseconds))))
            .as("after " + milliseconds + " ms")
            .isNotInstanceOf(Answer.Sat.class);
      }
    }
  }

  private Formula alone(int pigeons, int holes) {
    List<Formula> all = new ArrayList<>();
    Formula[][] sits = new Formula[pigeons][holes];
    for (Formula[] pigeon : sits) {
      for (int hole = 0; hole < holes; hole++) {
        pigeon[hole] = formulas.freshVariable("sits");
      }
      all.add(formulas.or(List.of(pigeon)));
    }
    for (int hole = 0; hole < holes; hole++) {
      for (int one = 0; one < pigeons; one++) {
        for (int other = 0; other < one; other++) {
          all.add(formulas.and(sits[one][hole], sits[other][hole]).not());
        }
      }
    }
    return formulas.and(all);
  }
}
