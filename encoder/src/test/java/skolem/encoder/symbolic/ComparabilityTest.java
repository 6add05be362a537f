package skolem.encoder.symbolic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import skolem.frontend.value.BoolValue;
import skolem.frontend.value.FunctionValue;
import skolem.frontend.value.IntValue;
import skolem.frontend.value.ModelValue;
import skolem.frontend.value.SetValue;
import skolem.frontend.value.StringValue;
import skolem.frontend.value.TupleValue;
import skolem.frontend.value.Value;
import skolem.frontend.value.ValueMap;

/// The quick answers, that all of some values can be compared, against a comparison of each two.
class ComparabilityTest {
  private static final int ROUNDS = 20_000;

  private final Random random = new Random(1);

  private Value value(int depth) {
    return switch (random.nextInt(depth == 0 ? 6 : 9)) {
      case 0, 1 -> IntValue.of(random.nextInt(3));
      case 2 -> new StringValue("s" + random.nextInt(2));
      case 3 -> BoolValue.TRUE;
      case 4 -> new ModelValue("m" + random.nextInt(2));
      case 5 -> new ModelValue("AB".charAt(random.nextInt(2)) + "_" + random.nextInt(2));
      case 6 -> SetValue.of(values(depth - 1));
      case 7 -> TupleValue.of(values(depth - 1));
      default -> {
        TreeMap<Value, Value> graph = new TreeMap<>();
        values(depth - 1).forEach(argument -> graph.put(argument, value(depth - 1)));
        yield FunctionValue.of(graph);
      }
    };
  }

  private List<Value> values(int depth) {
    List<Value> values = new ArrayList<>();
    int size = random.nextInt(3);
    for (int i = 0; i < size; i++) {
      values.add(value(depth));
    }
    return values;
  }

  private ValueMap<String> keys() {
    ValueMap.Builder<String> map = new ValueMap.Builder<>();
    values(2).forEach(key -> map.put(key, ""));
    return map.build();
  }

  private static boolean eachTwoAreComparable(List<Value> values) {
    return values.stream()
        .allMatch(one ->
            values.stream()
                .allMatch(other -> Comparability.equal(one, other) != Comparability.Answer.OPEN));
  }

  @Test
  void whatIsUniformCanBeCompared() {
    int uniform = 0;
    for (int i = 0; i < ROUNDS; i++) {
      ValueMap<String> one = keys();
      ValueMap<String> other = keys();
      Value more = value(2);
      List<Value> both = new ArrayList<>(one.keySet());
      both.addAll(other.keySet());
      List<Value> oneMore = new ArrayList<>(one.keySet());
      oneMore.add(more);
      if (Comparability.uniformKeys(one)) {
        assertThat(eachTwoAreComparable(List.copyOf(one.keySet()))).as("%s", one).isTrue();
      }
      if (Comparability.uniformKeys(one, other)) {
        assertThat(eachTwoAreComparable(both)).as("%s", both).isTrue();
        uniform++;
      }
      if (Comparability.uniformKeys(one, more)) {
        assertThat(eachTwoAreComparable(oneMore)).as("%s", oneMore).isTrue();
        uniform++;
      }
    }
    assertThat(uniform).isBetween(ROUNDS / 10, 2 * ROUNDS - 1);
  }

  /// The answers that a sort gives are also those of going through all parts.
  @Test
  void aSortOfAllIsNoMoreThanUniform() {
    int sorts = 0;
    for (int i = 0; i < ROUNDS; i++) {
      ValueMap<String> map = keys();
      if (Sort.ofKeys(map) != null) {
        assertThat(Comparability.uniform(map.keySet())).as("%s", map).isTrue();
        sorts++;
      }
    }
    assertThat(sorts).isBetween(ROUNDS / 10, ROUNDS - 1);
  }
}
