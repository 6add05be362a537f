package skolem.solver.sat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.formula.Interval;
import skolem.encoder.formula.Valuation;
import skolem.solver.engine.RandomFormulas;
import skolem.solver.engine.TruthTable;
import skolem.solver.session.Answer;
import skolem.solver.session.Budget;
import skolem.solver.session.SolverSession;

/// Negated choices that are examined instead of expanded.
class ChoiceRefuterTest {
  private final Formulas formulas = new Formulas();

  static Stream<Named<Supplier<SatEngine>>> engines() {
    return Stream.of(Named.of("CaDiCaL", CadicalEngine::open), Named.of("Z3", Z3Engine::open));
  }

  @ParameterizedTest
  @MethodSource("engines")
  void agreesWithTruthTablesWhereNothingIsExpanded(Supplier<SatEngine> engines) {
    int answered = 0;
    for (long seed = 0; seed < 150; seed++) {
      boolean integers = seed % 3 == 0;
      RandomFormulas random = new RandomFormulas(formulas, seed, 3);
      if (integers) {
        random.withIntegers(true, Interval.of(-2, 2), Interval.of(1, 3));
      }
      TruthTable table = new TruthTable(formulas, random.variables(), random.integers());
      List<Formula> asserted = new ArrayList<>();
      try (SolverSession session = new SatSession(engines, formulas, 0)) {
        for (int step = 0; step < 3; step++) {
          Formula formula = random.formula(integers ? 2 : 3, true);
          session.assertThat(formula);
          asserted.add(formula);
          switch (session.check(List.of(), Budget.UNLIMITED)) {
            case Answer.Sat(var assignment) -> {
              answered++;
              Valuation valuation = new Valuation(formulas, assignment);
              assertThat(asserted).allMatch(valuation::holds);
            }
            case Answer.Unsat _ -> {
              answered++;
              assertThat(table.satisfiable(asserted)).isFalse();
            }
            case Answer.Unknown(var reason) ->
                assertThat(reason).contains("within a negated choice");
          }
        }
      }
    }
    // Only choices nested in choices, of which there are few, are given up.
    assertThat(answered).isGreaterThan(400);
  }
}
