package skolem.encoder.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skolem.encoder.symbolic.SymValue;
import skolem.frontend.value.IntValue;
import skolem.frontend.value.SetValue;
import skolem.frontend.value.TupleValue;
import skolem.frontend.value.Value;

/// A set that is chosen from others remains one of them, whatever is made of it.
class ChosenSetTest {
  /// `{1, 2}`, `{2, 3}` or `{4, 5}`, if the number of given elements is 3 or 0, 4 or 1, or another.
  private static final String CHOSEN =
      """
      LET n == Cardinality(given)
          c == CHOOSE s \\in {{1, 2}, {2, 3}, {4, 5}} :
                 \\/ n % 3 = 0 /\\ 1 \\in s
                 \\/ n % 3 = 1 /\\ 3 \\in s
                 \\/ n % 3 = 2 /\\ 4 \\in s
      IN\
      """;

  @TempDir private Path folder;

  private EverySubset loaded(String text) {
    return new EverySubset(Loaded.expression(folder, "FiniteSetsExt", CHOSEN + " " + text));
  }

  private static int least(List<Integer> given) {
    return switch (given.size() % 3) {
      case 0 -> 1;
      case 1 -> 2;
      default -> 4;
    };
  }

  private static Value set(int... elements) {
    return SetValue.of(IntStream.of(elements).<Value>mapToObj(IntValue::of).toList());
  }

  private static int members(EverySubset loaded) {
    return ((SymValue.SetOf) loaded.value()).members().size();
  }

  @Test
  void asAnElement() {
    EverySubset loaded = loaded("{c}");
    assertThat(members(loaded)).isEqualTo(3);
    loaded.check(given -> SetValue.of(List.of(set(least(given), least(given) + 1))));
  }

  @Test
  void asAnElementBeyondItsImage() {
    EverySubset loaded = loaded("{<<c, {x + 1 : x \\in c}>>}");
    assertThat(members(loaded)).isEqualTo(3);
    loaded.check(given -> {
      int low = least(given);
      return SetValue.of(List.of(TupleValue.of(List.of(set(low, low + 1), set(low + 1, low + 2)))));
    });
  }

  @Test
  void asASet() {
    loaded("Cardinality(c)").check(_ -> IntValue.of(2));
    loaded("c \\cup {3}").check(given -> set(least(given), least(given) + 1, 3));
    loaded("{x \\in c : \\A y \\in c : y =< x}").check(given -> set(least(given) + 1));
    loaded("UNION {1..x : x \\in c}")
        .check(given -> set(IntStream.rangeClosed(1, least(given) + 1).toArray()));
  }
}
