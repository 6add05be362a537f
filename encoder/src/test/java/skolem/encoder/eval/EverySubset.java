package skolem.encoder.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import skolem.encoder.formula.Assignment;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.formula.IntTerm;
import skolem.encoder.formula.Valuation;
import skolem.encoder.symbolic.Algebra;
import skolem.encoder.symbolic.Faults;
import skolem.encoder.symbolic.SymValue;
import skolem.frontend.kernel.Expr;
import skolem.frontend.value.IntValue;
import skolem.frontend.value.Value;
import skolem.frontend.value.ValueMap;

/// An expression about the variable `given`, which is any subset of `1..5`.
final class EverySubset {
  private static final int SIZE = 5;

  private final Formulas formulas = new Formulas();
  private final Algebra algebra = new Algebra(formulas);
  private final List<Formula> there = new ArrayList<>();
  private final Faults faults = new Faults(formulas);
  private final Expr expr;
  private final Context context;
  private final SymValue value;

  EverySubset(Expr expr) {
    this.expr = expr;
    ValueMap.Builder<Formula> members = new ValueMap.Builder<>();
    for (int i = 1; i <= SIZE; i++) {
      Formula in = formulas.freshVariable("in" + i);
      there.add(in);
      members.put(IntValue.of(i), in);
    }
    SymbolicEvaluator evaluator = new SymbolicEvaluator(algebra);
    this.context = evaluator.start(States.of(List.of(new SymValue.SetOf(members.build()))), faults);
    this.value = evaluator.evaluate(expr, context);
  }

  /// What the expression stands for, for all subsets together.
  SymValue value() {
    return value;
  }

  /// Checks the value for each subset, which `expected` is given as an ascending list.
  void check(Function<List<Integer>, Value> expected) {
    for (int bits = 0; bits < 1 << SIZE; bits++) {
      List<Integer> subset = new ArrayList<>();
      for (int i = 1; i <= SIZE; i++) {
        if ((bits >> (i - 1) & 1) != 0) {
          subset.add(i);
        }
      }
      Formula equal =
          algebra.equal(value, algebra.lift(expected.apply(subset)), context.site(expr.span()));
      Valuation valuation = new Valuation(formulas, new Subset(there, subset));
      assertThat(valuation.holds(equal)).as("%s for given = %s", expr.span(), subset).isTrue();
      assertThat(faults.all()).noneMatch(fault -> valuation.holds(fault.condition()));
    }
  }

  /// The assignment for which `given` is `elements`.
  private record Subset(List<Formula> there, List<Integer> elements) implements Assignment {
    @Override
    public boolean value(Formula variable) {
      return elements.contains(there.indexOf(variable) + 1);
    }

    @Override
    public BigInteger value(IntTerm variable) {
      throw new AssertionError("there are no integer variables");
    }
  }
}
