package skolem.encoder.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConjunctionTest {
  private static final int VARIABLES = 6;

  /// Two are conjoined in short, yet to the same object as any number, in either order.
  @Test
  void twoAreConjoinedAsManyAre() {
    for (int seed = 0; seed < 2_000; seed++) {
      RandomFormulas random = new RandomFormulas(seed, VARIABLES);
      Formula left = random.next(1 + seed % 4);
      Formula right = random.next(1 + seed % 3);
      Formula both = random.formulas.and(left, right);
      assertThat(random.formulas.and(List.of(left, right))).as("seed %d", seed).isSameAs(both);
      assertThat(random.formulas.and(right, left)).as("seed %d", seed).isSameAs(both);
      for (int assignment = 0; assignment < 1 << VARIABLES; assignment++) {
        assertThat(random.value(both, assignment))
            .as("seed %d, assignment %d", seed, assignment)
            .isEqualTo(random.value(left, assignment) && random.value(right, assignment));
      }
    }
  }
}
