package skolem.encoder.symbolic;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import skolem.encoder.formula.Assignment;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.formula.IntTerm;
import skolem.encoder.formula.Valuation;
import skolem.frontend.value.BoolValue;
import skolem.frontend.value.FunctionValue;
import skolem.frontend.value.IntValue;
import skolem.frontend.value.SetValue;
import skolem.frontend.value.StringValue;
import skolem.frontend.value.TupleValue;
import skolem.frontend.value.Value;

/// The order of symbolic values against that of the constants which they are.
class OrderTest {
  private static final int ROUNDS = 2_000;

  private final Random random = new Random(1);

  /// A random value of the sort with this number.
  private Value value(int sort) {
    return switch (sort) {
      case 0 -> IntValue.of(random.nextInt(4) - 2L);
      case 1 -> BoolValue.of(random.nextBoolean());
      case 2 -> new StringValue("s" + random.nextInt(3));
      case 3 -> SetValue.of(values(0, 3));
      case 4 -> TupleValue.of(values(0, 2));
      case 5 ->
          FunctionValue.of(
              new TreeMap<>(
                  Map.of(new StringValue("a"), value(0), new StringValue("b"), value(3))));
      case 6 -> {
        TreeMap<Value, Value> graph = new TreeMap<>();
        values(2, 3).forEach(argument -> graph.put(argument, value(1)));
        yield FunctionValue.of(graph);
      }
      default -> SetValue.of(values(4, 2));
    };
  }

  private List<Value> values(int sort, int most) {
    List<Value> values = new ArrayList<>();
    int size = random.nextInt(most + 1);
    for (int i = 0; i < size; i++) {
      values.add(value(sort));
    }
    return values;
  }

  /// One of these constants, as the variables say.
  private static SymValue oneOf(List<Value> constants, List<Formula> variables, Algebra algebra) {
    SymValue value = algebra.lift(constants.getLast());
    for (int i = 0; i < variables.size(); i++) {
      value = algebra.choice(variables.get(i), algebra.lift(constants.get(i)), value);
    }
    return value;
  }

  private record Bits(List<Formula> variables, int bits) implements Assignment {
    @Override
    public boolean value(Formula variable) {
      return (bits >> variables.indexOf(variable) & 1) == 1;
    }

    @Override
    public BigInteger value(IntTerm variable) {
      throw new IllegalStateException("there are no integer variables");
    }

    /// Which of the constants a value is, of those that these variables choose.
    Value chosen(List<Value> constants, List<Formula> by) {
      for (int i = by.size() - 1; i >= 0; i--) {
        if (value(by.get(i))) {
          return constants.get(i);
        }
      }
      return constants.getLast();
    }
  }

  @Test
  void isThatOfTheConstants() {
    int before = 0;
    for (int round = 0; round < ROUNDS; round++) {
      int sort = random.nextInt(8);
      Formulas formulas = new Formulas();
      Algebra algebra = new Algebra(formulas);
      List<Formula> variables = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        variables.add(formulas.freshVariable("p" + i));
      }
      List<Formula> ofLeft = variables.subList(0, 2);
      List<Formula> ofRight = variables.subList(2, 4);
      List<Value> left = List.of(value(sort), value(sort), value(sort));
      List<Value> right = List.of(value(sort), value(sort), value(sort));
      Formula isBefore =
          Objects.requireNonNull(
                  new Order(algebra)
                      .of(oneOf(left, ofLeft, algebra), oneOf(right, ofRight, algebra)))
              .less();
      for (int bits = 0; bits < 16; bits++) {
        Bits assignment = new Bits(variables, bits);
        boolean expected =
            assignment.chosen(left, ofLeft).compareTo(assignment.chosen(right, ofRight)) < 0;
        before += expected ? 1 : 0;
        assertThat(new Valuation(formulas, assignment).holds(isBefore))
            .as("%s before %s", assignment.chosen(left, ofLeft), assignment.chosen(right, ofRight))
            .isEqualTo(expected);
      }
    }
    assertThat(before).isBetween(ROUNDS * 4, ROUNDS * 12);
  }
}
