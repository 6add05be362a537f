package skolem.encoder.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChoiceEliminationTest {
  private final Formulas formulas = new Formulas();
  private final Formula first = formulas.freshVariable("g");
  private final Formula second = formulas.freshVariable("g");
  private final Formula free = formulas.freshVariable("f");
  private final Formula one = formulas.freshVariable("p");
  private final Formula other = formulas.freshVariable("p");

  /// S has an element: the one, under the first guard, or the other, under the second.
  private final Formula notEmpty =
      formulas.and(
          List.of(
              formulas.or(one, other),
              formulas.implies(one, first),
              formulas.implies(other, second)));

  /// Quantifiers are compared with their meaning, on every assignment of the free variables.
  @Test
  void keepsTheMeaningOfRandomChoices() {
    int eliminated = 0;
    for (int seed = 0; seed < 400; seed++) {
      RandomFormulas random = new RandomFormulas(seed, 6);
      Formula body = random.formulas.and(List.of(random.next(2), random.next(1), random.next(2)));
      List<Formula> bound = random.variables.subList(0, 3);
      Formula exists = random.formulas.exists(bound, body);
      eliminated += body.isConstant() || exists.node() instanceof Formula.Exists ? 0 : 1;
      for (int assignment = 0; assignment < 64; assignment += 8) {
        boolean witnessed = false;
        for (int choice = 0; choice < 8; choice++) {
          witnessed |= random.value(body, assignment + choice);
        }
        assertThat(random.value(exists, assignment)).as("seed %d", seed).isEqualTo(witnessed);
      }
    }
    assertThat(eliminated).isGreaterThan(40);
  }

  /// `\E S \in SUBSET T : S # {}`, where r belongs to T under a guard, says that some guard holds.
  @Test
  void aSubsetThatIsNotEmptyNeedsAnElement() {
    assertThat(formulas.exists(List.of(one, other), notEmpty)).isSameAs(formulas.or(first, second));
  }

  /// As above, and S is empty or does not hold the first: only the second can be its element.
  @Test
  void aDisjunctionThatAlsoDeniesElementsIsDistributed() {
    Formula body =
        formulas.and(
            List.of(
                notEmpty,
                formulas.or(formulas.and(one.not(), other.not()), formulas.and(one.not(), other))));
    assertThat(formulas.exists(List.of(one, other), body)).isSameAs(second);

    Formula either =
        formulas.and(
            List.of(
                formulas.implies(one, first),
                formulas.or(formulas.and(one.not(), free), formulas.and(one, free.not()))));
    assertThat(formulas.exists(List.of(one), either))
        .isSameAs(formulas.or(free, formulas.and(first, free.not())));
  }

  /// Each of a thousand elements is chosen only with the one before it; two that must differ from
  /// free variables cannot be removed, and the others can, whichever comes first.
  @Test
  void longChainsAreRemovedNextToWhatIsLeft() {
    List<Formula> chain = Stream.generate(() -> formulas.freshVariable("p")).limit(1000).toList();
    List<Formula> conjuncts = new ArrayList<>();
    conjuncts.add(formulas.implies(chain.getFirst(), first));
    for (int i = 1; i < chain.size(); i++) {
      conjuncts.add(formulas.implies(chain.get(i), chain.get(i - 1)));
    }
    conjuncts.add(formulas.or(chain.getLast(), second));
    conjuncts.add(formulas.iff(one, free));
    conjuncts.add(formulas.iff(other, free));
    Formula left =
        formulas.and(
            List.of(
                formulas.or(first, second), formulas.iff(one, free), formulas.iff(other, free)));
    List<Formula> bound = new ArrayList<>(chain);
    bound.addAll(List.of(one, other));

    assertThat(new ChoiceElimination(formulas, bound).apply(formulas.and(conjuncts)))
        .isSameAs(left);
    assertThat(new ChoiceElimination(formulas, bound.reversed()).apply(formulas.and(conjuncts)))
        .isSameAs(left);
  }
}
