package skolem.frontend.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Maps by values do what ordered maps of the library do.
class ValueMapTest {
  private final Random random = new Random(1);

  private Value value() {
    int number = random.nextInt(12);
    return switch (random.nextInt(4)) {
      case 0 -> IntValue.of(number);
      case 1 -> new StringValue("s" + number);
      case 2 -> SetValue.of(IntValue.of(number), IntValue.of(number + 1L));
      default -> TupleValue.of(List.of(IntValue.of(number), new StringValue("t")));
    };
  }

  private TreeMap<Value, String> any() {
    TreeMap<Value, String> map = new TreeMap<>();
    int size = random.nextInt(15);
    for (int i = 0; i < size; i++) {
      map.put(value(), "r" + random.nextInt(5));
    }
    return map;
  }

  @Test
  void isReadLikeAnOrderedMap() {
    for (int i = 0; i < 300; i++) {
      TreeMap<Value, String> expected = any();
      ValueMap<String> map = ValueMap.copyOf(expected);
      assertThat(map).isEqualTo(expected).hasSize(expected.size());
      assertThat(expected).isEqualTo(map);
      assertThat(map.hashCode()).isEqualTo(expected.hashCode());
      assertThat(map.keySet()).containsExactlyElementsOf(expected.keySet());
      assertThat(map.values()).containsExactlyElementsOf(expected.values());
      assertThat(map.entrySet()).containsExactlyElementsOf(expected.entrySet());
      for (int j = 0; j < 20; j++) {
        Value key = value();
        assertThat(map.get(key)).isEqualTo(expected.get(key));
        assertThat(map.getOrDefault(key, "none")).isEqualTo(expected.getOrDefault(key, "none"));
        assertThat(map.containsKey(key)).isEqualTo(expected.containsKey(key));
      }
      List<Value> visited = new ArrayList<>();
      map.forEach((key, _) -> visited.add(key));
      assertThat(visited).containsExactlyElementsOf(expected.keySet());
      if (!expected.isEmpty()) {
        assertThat(map.firstKey()).isEqualTo(expected.firstKey());
        assertThat(map.lastKey()).isEqualTo(expected.lastKey());
        assertThat(map.result(0)).isEqualTo(expected.firstEntry().getValue());
      }
    }
  }

  @Test
  void isBuiltInAnyOrder() {
    for (int i = 0; i < 300; i++) {
      TreeMap<Value, String> expected = new TreeMap<>();
      ValueMap.Builder<String> builder = new ValueMap.Builder<>();
      for (int j = 0; j < 30; j++) {
        Value key = value();
        String result = "r" + j;
        if (random.nextBoolean()) {
          expected.put(key, result);
          builder.put(key, result);
        } else {
          expected.merge(key, result, String::concat);
          builder.merge(key, result, String::concat);
        }
        assertThat(builder.size()).isEqualTo(expected.size());
      }
      assertThat(builder.build()).isEqualTo(expected);
    }
  }

  @Test
  void isJoined() {
    for (int i = 0; i < 500; i++) {
      TreeMap<Value, String> left = any();
      TreeMap<Value, String> right = random.nextInt(4) == 0 ? new TreeMap<>(left) : any();
      Set<Value> keys = new HashSet<>(left.keySet());
      keys.addAll(right.keySet());
      TreeMap<Value, String> pairs = new TreeMap<>();
      TreeMap<Value, List<@Nullable String>> rows = new TreeMap<>();
      for (Value key : keys) {
        pairs.put(key, key + ": " + left.get(key) + ", " + right.get(key));
        rows.put(key, Arrays.asList(left.get(key), right.get(key), left.get(key)));
      }
      TreeMap<Value, String> both = new TreeMap<>(left);
      right.forEach((key, result) -> both.merge(key, result, String::concat));

      ValueMap<String> one = ValueMap.copyOf(left);
      ValueMap<String> other = ValueMap.copyOf(right);
      assertThat(one.joined(other, (key, l, r) -> key + ": " + l + ", " + r)).isEqualTo(pairs);
      assertThat(one.union(other, String::concat)).isEqualTo(both);
      assertThat(ValueMap.rows(List.of(one, other, one))).isEqualTo(rows);
      assertThat(one.joined(one.mapped((_, result) -> result + "!"), (_, l, r) -> l + r))
          .isEqualTo(one.mapped((_, result) -> result + result + "!"));
    }
    assertThat(ValueMap.rows(List.<ValueMap<String>>of())).isEmpty();
  }

  @Test
  void isTheSameWhereNothingChanges() {
    ValueMap<String> map =
        ValueMap.ofAscending(List.of(IntValue.of(1), IntValue.of(3)), key -> "of " + key);
    assertThat(map.mapped((_, result) -> result)).isSameAs(map);
    assertThat(map.filtered((_, _) -> true)).isSameAs(map);
    assertThat(ValueMap.copyOf(map)).isSameAs(map);
    assertThat(map.mapped((key, result) -> key + result).values())
        .containsExactly("1of 1", "3of 3");
    assertThat(map.filtered((key, result) -> key.equals(IntValue.of(3)) && result.equals("of 3")))
        .isEqualTo(ValueMap.of(IntValue.of(3), "of 3"));
    assertThat(map.with(1, "other").values()).containsExactly("of 1", "other");
    assertThat(map.values()).containsExactly("of 1", "of 3");
    assertThat(map)
        .isNotEqualTo(map.with(0, "other"))
        .isNotEqualTo(ValueMap.of(IntValue.of(1), "of 1"))
        .isNotEqualTo(ValueMap.ofAscending(List.of(IntValue.of(1), IntValue.of(4)), map::get));
    assertThat(map.withResults(List.of(7, 8)).get(IntValue.of(3))).isEqualTo(8);
    assertThatThrownBy(() -> map.withResults(List.of(7)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void changesWhereAnotherMapHasKeys() {
    ValueMap<String> map =
        ValueMap.ofAscending(List.of(IntValue.of(1), IntValue.of(3), IntValue.of(5)), k -> "" + k);
    ValueMap<Integer> some = ValueMap.ofAscending(List.of(IntValue.of(3), IntValue.of(4)), _ -> 7);
    ValueMap<Integer> all = map.mapped((_, old) -> 2 * Integer.parseInt(old));

    assertThat(map.changedAt(some, (old, place) -> old + place).values())
        .containsExactly("1", "37", "5");
    assertThat(map.changedAt(all, (old, place) -> old + place).values())
        .containsExactly("12", "36", "510");
    assertThat(map.changedAt(some, (old, _) -> old)).isSameAs(map);
    assertThat(map.changedAt(ValueMap.<Integer>empty(), (_, _) -> "no")).isSameAs(map);
  }

  @Test
  void isGoneThroughBesideAnotherUpToADifference() {
    ValueMap<String> map =
        ValueMap.ofAscending(List.of(IntValue.of(1), IntValue.of(3)), k -> "left " + k);
    ValueMap<String> other =
        ValueMap.ofAscending(List.of(IntValue.of(2), IntValue.of(3)), k -> "right " + k);
    List<String> seen = new ArrayList<>();

    assertThat(map.all(other, (l, r) -> seen.add(l + ", " + r))).isTrue();
    assertThat(seen).containsExactly("left 1, null", "null, right 2", "left 3, right 3");

    seen.clear();
    assertThat(map.all(other, (l, r) -> seen.add(l + ", " + r) && l != null)).isFalse();
    assertThat(seen).containsExactly("left 1, null", "null, right 2");
    assertThat(map.all(ValueMap.<String>empty(), (l, r) -> l != null && r == null)).isTrue();
  }

  @Test
  void isAskedAboutSharedKeysOnce() {
    AtomicInteger asked = new AtomicInteger();
    Function<Collection<Value>, String> question =
        keys -> {
          asked.incrementAndGet();
          return keys.toString();
        };
    ValueMap<String> map = ValueMap.ofAscending(List.of(IntValue.of(1), IntValue.of(3)), _ -> "");
    ValueMap<String> other = ValueMap.of(IntValue.of(1), "other");

    assertThat(map.ofKeys(question)).isEqualTo("[1, 3]");
    assertThat(map.with(0, "a").ofKeys(question)).isEqualTo("[1, 3]");
    assertThat(map.mapped((key, _) -> key).ofKeys(question)).isEqualTo("[1, 3]");
    assertThat(map.withResults(List.of(7, 8)).ofKeys(question)).isEqualTo("[1, 3]");
    assertThat(map.joined(other, (_, l, _) -> l + "").ofKeys(question)).isEqualTo("[1, 3]");
    assertThat(other.joined(map, (_, _, r) -> r + "").ofKeys(question)).isEqualTo("[1, 3]");
    assertThat(asked).hasValue(1);

    assertThat(other.ofKeys(question)).isEqualTo("[1]");
    assertThat(map.filtered((key, _) -> key.equals(IntValue.of(3))).ofKeys(question))
        .isEqualTo("[3]");
    assertThat(map.<Integer>ofKeys(Collection::size)).isEqualTo(2);
    assertThat(map.ofKeys(question)).isEqualTo("[1, 3]");
  }

  @Test
  void cannotBeChanged() {
    ValueMap<String> map = ValueMap.of(IntValue.of(1), "one");
    assertThatThrownBy(() -> map.put(IntValue.of(2), "two"))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> map.values().removeIf(_ -> true))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> map.keySet().remove(IntValue.of(1)))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void hasNoFirstKeyWhereItIsEmpty() {
    assertThat(ValueMap.empty()).isEmpty();
    assertThatThrownBy(() -> ValueMap.empty().firstKey())
        .isInstanceOf(NoSuchElementException.class);
    assertThatThrownBy(() -> ValueMap.empty().lastKey()).isInstanceOf(NoSuchElementException.class);
    assertThatThrownBy(() -> ValueMap.empty().keySet().iterator().next())
        .isInstanceOf(NoSuchElementException.class);
  }
}
