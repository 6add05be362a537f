package skolem.solver.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.formula.IntTerm;
import skolem.encoder.formula.IntTerms;
import skolem.encoder.formula.Interval;
import skolem.encoder.formula.Valuation;
import skolem.frontend.source.Code;
import skolem.frontend.source.RejectedException;
import skolem.solver.session.Answer;
import skolem.solver.session.Budget;
import skolem.solver.session.SolverSession;

/// What engines can and cannot do, and how [Engine#AUTO] moves between them.
class SolverSessionsTest {
  private final Formulas formulas = new Formulas();
  private final IntTerms terms = formulas.terms();

  private IntTerm constant(long value) {
    return terms.constant(BigInteger.valueOf(value));
  }

  /// `x` is over `low`, where `x` ranges over all integers.
  private Formula over(IntTerm x, long low) {
    return formulas.lessEqual(constant(low + 1), x);
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.INCLUDE,
      names = {"AUTO", "SMT", "SMTINTERPOL"})
  void solvesIntegersWithoutBounds(Engine engine) {
    IntTerm x = terms.freshVariable("x", Interval.ALL);
    IntTerm y = terms.freshVariable("y", Interval.NATURALS);
    IntTerm sum = terms.sum(x, y);
    try (SolverSession session = SolverSessions.open(engine, formulas)) {
      session.assertThat(over(x, 1L << 40));
      session.assertThat(formulas.equal(sum, constant((1L << 40) + 7)));
      Answer answer = session.check(List.of(), Budget.UNLIMITED);
      assertThat(answer)
          .isInstanceOfSatisfying(
              Answer.Sat.class,
              sat ->
                  assertThat(new Valuation(formulas, sat.assignment()).value(sum))
                      .isEqualTo((1L << 40) + 7));
      // A natural number cannot bring the sum below x.
      Formula impossible = formulas.lessEqual(sum, constant(1L << 40));
      assertThat(session.check(List.of(impossible), Budget.UNLIMITED))
          .isEqualTo(new Answer.Unsat(List.of(impossible)));
    }
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.INCLUDE,
      names = {"CADICAL", "Z3"})
  void enginesOnBitsRejectIntegersWithoutBounds(Engine engine) {
    IntTerm x = terms.freshVariable("x", Interval.NATURALS);
    try (SolverSession session = SolverSessions.open(engine, formulas)) {
      assertThatThrownBy(() -> session.assertThat(over(x, 3)))
          .isInstanceOfSatisfying(
              RejectedException.class,
              e -> assertThat(e.diagnostics().getFirst().code()).isEqualTo(Code.UNSUPPORTED))
          .hasMessageContaining("integers without bounds");
    }
  }

  @Test
  void smtInterpolRejectsProducts() {
    IntTerm x = terms.freshVariable("x", Interval.ALL);
    IntTerm y = terms.freshVariable("y", Interval.ALL);
    try (SolverSession session = SolverSessions.open(Engine.SMTINTERPOL, formulas)) {
      assertThatThrownBy(() -> session.assertThat(over(terms.product(x, y), 3)))
          .isInstanceOf(RejectedException.class)
          .hasMessageContaining("SMTInterpol has linear arithmetic only");
    }
  }

  @Test
  void movingOverKeepsWhatWasAssertedAndCounted() {
    Formula a = formulas.freshVariable("a");
    Formula b = formulas.freshVariable("b");
    IntTerm x = terms.freshVariable("x", Interval.ALL);
    try (SolverSession session = SolverSessions.open(Engine.AUTO, formulas)) {
      session.assertThat(formulas.implies(a, b));
      session.assertThat(a);
      assertThat(session.check(List.of(), Budget.UNLIMITED)).isInstanceOf(Answer.Sat.class);
      String before = session.statistics().engine();
      // The first integer comes with an assumption.
      Formula integer = formulas.implies(b, over(x, 5));
      assertThat(session.check(List.of(integer), Budget.UNLIMITED))
          .isInstanceOfSatisfying(
              Answer.Sat.class,
              sat -> {
                assertThat(sat.assignment().value(b)).isTrue();
                assertThat(sat.assignment().value(x)).isGreaterThan(BigInteger.valueOf(5));
              });
      assertThat(session.statistics().engine()).isNotEqualTo(before);
      assertThat(session.statistics().checks()).isEqualTo(2);
      assertThat(session.check(List.of(b.not()), Budget.UNLIMITED))
          .isEqualTo(new Answer.Unsat(List.of(b.not())));
    }
  }

  @Test
  void aMissingLibraryIsNamed() {
    String configured = System.getProperty("skolem.native");
    String path = System.getProperty("java.library.path");
    try {
      System.setProperty("skolem.native", "/nowhere");
      System.setProperty("java.library.path", "");
      assertThatThrownBy(() -> SolverSessions.open(Engine.CADICAL, formulas))
          .isInstanceOfSatisfying(
              RejectedException.class,
              e -> assertThat(e.diagnostics().getFirst().code()).isEqualTo(Code.SYSTEM))
          .hasMessageContaining("CaDiCaL is not available")
          .hasMessageContaining("/nowhere");
      assertThatThrownBy(() -> SolverSessions.open(Engine.Z3, formulas))
          .hasMessageContaining("Z3 is not available");
      assertThatThrownBy(() -> SolverSessions.open(Engine.SMT, formulas))
          .hasMessageContaining("Z3 is not available");
      // What is left needs no library.
      Formula a = formulas.freshVariable("a");
      try (SolverSession session = SolverSessions.open(Engine.AUTO, formulas)) {
        session.assertThat(a);
        assertThat(session.check(List.of(a.not()), Budget.UNLIMITED))
            .isEqualTo(new Answer.Unsat(List.of(a.not())));
        assertThat(session.statistics().engine()).isEqualTo("SMTInterpol");
      }
    } finally {
      System.setProperty("java.library.path", path);
      if (configured == null) {
        System.clearProperty("skolem.native");
      } else {
        System.setProperty("skolem.native", configured);
      }
    }
  }

  /// Forty bound variables whose clauses simplify little while they are expanded. Every clause has
  /// a bound variable that is not negated, so that TRUE for all of them is a witness.
  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"SMTINTERPOL"})
  void aDeniedChoiceOfManyVariablesIsRefuted(Engine engine) {
    List<Formula> bound = new ArrayList<>();
    List<Formula> free = new ArrayList<>();
    List<Formula> clauses = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      bound.add(formulas.freshVariable("b"));
      free.add(formulas.freshVariable("f"));
    }
    for (int i = 0; i < 40; i++) {
      for (int j = 1; j < 6; j++) {
        Formula pair = formulas.or(bound.get(i), bound.get((i + j * j) % 40).not());
        clauses.add(formulas.or(pair, free.get(i * j % 40)));
      }
    }
    Formula choice = formulas.exists(bound, formulas.and(clauses));
    try (SolverSession session = SolverSessions.open(engine, formulas)) {
      assertThat(session.check(List.of(choice.not()), Budget.of(Duration.ofSeconds(20))))
          .isEqualTo(new Answer.Unsat(List.of(choice.not())));
      assertThat(session.check(List.of(choice), Budget.UNLIMITED)).isInstanceOf(Answer.Sat.class);
    }
  }
}
