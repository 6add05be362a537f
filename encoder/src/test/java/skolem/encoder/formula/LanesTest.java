package skolem.encoder.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LanesTest {
  @Test
  void evaluatesAllAssignmentsAtOnce() {
    for (int seed = 0; seed < 200; seed++) {
      RandomFormulas random = new RandomFormulas(seed, 6);
      Formula formula = random.next(3);
      Lanes lanes = Objects.requireNonNull(Lanes.of(List.of(formula), random.formulas));
      lanes.evaluate(v -> word(random.variables.indexOf(v)));
      for (int assignment = 0; assignment < 64; assignment++) {
        assertThat((lanes.word(formula) >>> assignment & 1) != 0)
            .as("seed %d, assignment %d", seed, assignment)
            .isEqualTo(random.value(formula, assignment));
      }
    }
  }

  /// Bit i of the word is bit `variable` of i.
  private static long word(int variable) {
    long word = 0;
    for (int i = 0; i < 64; i++) {
      word |= (long) (i >> variable & 1) << i;
    }
    return word;
  }
}
