package skolem.encoder.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
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

  /// Of more formulas than there are signatures, next to one another and far apart.
  @Test
  void shortDisjunctionsAreResolved() {
    RandomFormulas random = new RandomFormulas(0, 200);
    Formulas formulas = random.formulas;
    Formula b = random.variables.get(199);
    for (Formula variable : random.variables.subList(0, 199)) {
      for (Formula a : List.of(variable, variable.not())) {
        assertThat(formulas.and(a, formulas.or(a, b))).isSameAs(a);
        assertThat(formulas.and(a, formulas.or(a.not(), b))).isSameAs(formulas.and(a, b));
      }
    }
  }

  /// Few and many are sorted by different means.
  @Test
  void orderDoesNotMatter() {
    for (int seed = 0; seed < 100; seed++) {
      RandomFormulas random = new RandomFormulas(seed, 60);
      List<Formula> conjuncts = new ArrayList<>(random.variables.subList(0, 2 + seed / 2));
      Formula ascending = random.formulas.and(conjuncts);
      Collections.shuffle(conjuncts, new Random(seed));
      assertThat(random.formulas.and(conjuncts)).as("seed %d", seed).isSameAs(ascending);
      assertThat(((Formula.And) ascending.node()).conjuncts())
          .isSortedAccordingTo(Comparator.comparingInt(Formula::key));
    }
  }
}
