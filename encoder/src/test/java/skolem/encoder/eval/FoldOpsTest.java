package skolem.encoder.eval;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skolem.frontend.value.BoolValue;
import skolem.frontend.value.IntValue;
import skolem.frontend.value.TupleValue;
import skolem.frontend.value.Value;

/// Folds over the set `given`, any subset of `1..5`, and over sequences made of it, have the right
/// value for each of the 32 subsets.
class FoldOpsTest {
  @TempDir private Path folder;

  private void check(String text, Function<List<Integer>, Value> expected) {
    new EverySubset(Loaded.expression(folder, "FiniteSetsExt, SequencesExt", text)).check(expected);
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
