package skolem.encoder.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.symbolic.Algebra;
import skolem.encoder.symbolic.Faults;
import skolem.encoder.symbolic.SymValue;
import skolem.frontend.kernel.Expr;
import skolem.frontend.value.IntValue;
import skolem.frontend.value.SetValue;
import skolem.frontend.value.Value;
import skolem.frontend.value.ValueMap;

/// What is remembered of a state is the value for the operands that it was computed from.
class MemoryTest {
  private static final String SHIFTED = "LET Shifted(s, n) == {x + n : x \\in s} IN ";

  @TempDir private Path folder;

  private Expr expression(String text) {
    return Loaded.expression(folder, "FiniteSetsExt", SHIFTED + text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Shifted(given, 1)",
        "{x + 1 : x \\in given}",
        "LET Twice(t) == Shifted(t, 2) IN Twice(given)",
        "LET all == given IN {x \\in all : x > 1}"
      })
  void ofAVariableIsComputedOnce(String text) {
    Formulas formulas = new Formulas();
    SymbolicEvaluator evaluator = new SymbolicEvaluator(new Algebra(formulas));
    Expr expr = expression(text);
    SymValue given = some(formulas);
    SymValue first = evaluator.evaluate(expr, inState(given, evaluator, formulas));
    assertThat(evaluator.evaluate(expr, inState(given, evaluator, formulas))).isSameAs(first);
    assertThat(evaluator.evaluate(expr, inState(some(formulas), evaluator, formulas)))
        .isNotEqualTo(first);
  }

  @Test
  void belongsToItsOperands() {
    new EverySubset(expression("Shifted(given, 2) \\cup Shifted({9}, 2) \\cup Shifted(given, 0)"))
        .check(given -> {
          var all = new TreeMap<Integer, Value>();
          given.forEach(i -> all.put(i, IntValue.of(i)));
          given.forEach(i -> all.put(i + 2, IntValue.of(i + 2)));
          all.put(11, IntValue.of(11));
          return SetValue.of(List.copyOf(all.values()));
        });
  }

  private static Context inState(SymValue given, SymbolicEvaluator evaluator, Formulas formulas) {
    return evaluator.start(States.of(List.of(given)), new Faults(formulas));
  }

  /// A set of 1 and 2, each of which may be missing.
  private static SymValue some(Formulas formulas) {
    ValueMap.Builder<Formula> members = new ValueMap.Builder<>();
    members.put(IntValue.of(1), formulas.freshVariable("one"));
    members.put(IntValue.of(2), formulas.freshVariable("two"));
    return new SymValue.SetOf(members.build());
  }
}
