package skolem.encoder.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skolem.encoder.formula.Assignment;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.formula.IntTerm;
import skolem.encoder.formula.Valuation;
import skolem.encoder.symbolic.Algebra;
import skolem.encoder.symbolic.Faults;
import skolem.encoder.symbolic.SymValue;
import skolem.frontend.value.BoolValue;
import skolem.frontend.value.IntValue;
import skolem.frontend.value.TupleValue;
import skolem.frontend.value.Value;
import skolem.frontend.value.ValueMap;

/// Folds over the set `given`, any subset of `1..5`, and over sequences made of it, have the right
/// value for each of the 32 subsets.
class FoldOpsTest {
  private static final int SIZE = 5;

  @TempDir private Path folder;

  private final Formulas formulas = new Formulas();
  private final Algebra algebra = new Algebra(formulas);
  private final SymbolicEvaluator evaluator = new SymbolicEvaluator(algebra);
  private final List<Formula> there = new ArrayList<>();

  private SymValue anySubset() {
    ValueMap.Builder<Formula> members = new ValueMap.Builder<>();
    there.clear();
    for (int i = 1; i <= SIZE; i++) {
      Formula in = formulas.freshVariable("in" + i);
      there.add(in);
      members.put(IntValue.of(i), in);
    }
    return new SymValue.SetOf(members.build());
  }

  /// Checks the value for each subset, which `expected` is given as an ascending list.
  private void check(String text, Function<List<Integer>, Value> expected) {
    States states = States.of(List.of(anySubset()));
    Faults faults = new Faults(formulas);
    Context context = evaluator.start(states, faults);
    var expr = Loaded.expression(folder, "FiniteSetsExt, SequencesExt", text);
    SymValue value = evaluator.evaluate(expr, context);
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
      assertThat(valuation.holds(equal)).as("%s for given = %s", text, subset).isTrue();
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

  private static Value number(List<Integer> digits) {
    int number = 0;
    for (int digit : digits) {
      number = 10 * number + digit;
    }
    return IntValue.of(number);
  }

  private static Value tuple(List<Integer> elements) {
    return TupleValue.of(elements.stream().<Value>map(IntValue::of).toList());
  }

  @Test
  void overSet() {
    check(
        "FoldSet(LAMBDA x, n : n + x, 0, given)",
        subset -> IntValue.of(subset.stream().mapToInt(i -> i).sum()));
  }

  @Test
  void overSetInAscendingOrder() {
    check("FoldSet(LAMBDA x, n : 10 * n + x, 0, given)", FoldOpsTest::number);
    check("FoldSet(LAMBDA x, s : Append(s, x), <<>>, given)", FoldOpsTest::tuple);
  }

  @Test
  void evaluatesNothingForAbsentElements() {
    check(
        "FoldSet(LAMBDA x, n : n + [i \\in given |-> 1][x], 0, given)",
        subset -> IntValue.of(subset.size()));
  }

  @Test
  void unionOfSetsThatDependOnTheElements() {
    // of each x it has all that are less, and x itself: together 1..Max(given)
    check(
        "Cardinality(UNION {{y \\in 1..x : y \\in given \\/ y < x} : x \\in given})",
        subset -> IntValue.of(subset.isEmpty() ? 0 : subset.getLast()));
    check(
        "{4} \\in UNION {SUBSET (1..x) : x \\in given}",
        subset -> BoolValue.of(!subset.isEmpty() && subset.getLast() >= 4));
  }

  @Test
  void fromLeft() {
    check("FoldLeft(LAMBDA n, x : 10 * n + x, 0, SetToSeq(given))", FoldOpsTest::number);
  }

  @Test
  void fromRight() {
    check(
        "FoldRight(LAMBDA x, n : 10 * n + x, SetToSeq(given), 0)",
        subset -> number(subset.reversed()));
  }

  @Test
  void greatestElement() {
    check(
        "IF given = {} THEN 0 ELSE Max(given)",
        subset -> IntValue.of(subset.isEmpty() ? 0 : subset.getLast()));
  }

  @Test
  void sortedSequence() {
    check("SetToSortSeq(given, >)", subset -> tuple(subset.reversed()));
    // the even elements first, each kind in its order: sorting is stable
    check(
        "SortSeq(SetToSeq(given), LAMBDA x, y : x % 2 < y % 2)",
        subset -> {
          List<Integer> sorted = new ArrayList<>(subset.stream().filter(i -> i % 2 == 0).toList());
          sorted.addAll(subset.stream().filter(i -> i % 2 == 1).toList());
          return tuple(sorted);
        });
  }
}
