package skolem.encoder.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OnlyOneTest {
  /// Formulas are shared: the same meaning by substitution of all variables is the same object.
  @Test
  void isWhatSubstitutionOfAllVariablesGives() {
    for (int seed = 0; seed < 300; seed++) {
      RandomFormulas random = new RandomFormulas(seed, 6);
      Formula formula =
          random.formulas.and(List.of(random.next(3), random.next(2).not(), random.next(4)));
      List<Formula> selectors = random.variables.subList(1, 5);
      OnlyOne cases = random.formulas.onlyOne(formula, selectors);
      for (Formula one : selectors) {
        assertThat(cases.where(one))
            .as("seed %d", seed)
            .isSameAs(random.formulas.substitute(formula, only(one, selectors, random.formulas)));
      }
    }
  }

  /// More variables than bits in a word, asked in another order than they were given in, and twice.
  @Test
  void ofManyVariablesInAnyOrder() {
    for (int seed = 0; seed < 20; seed++) {
      RandomFormulas random = new RandomFormulas(seed, 150);
      List<Formula> parts = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        parts.add(random.next(4));
      }
      Formula formula = random.formulas.or(parts);
      List<Formula> selectors = new ArrayList<>(random.variables.subList(0, 140));
      OnlyOne cases = random.formulas.onlyOne(formula, selectors);
      Collections.shuffle(selectors, new Random(seed));
      for (Formula one : selectors) {
        Formula found = cases.where(one);
        assertThat(found)
            .as("seed %d", seed)
            .isSameAs(random.formulas.substitute(formula, only(one, selectors, random.formulas)));
      }
      assertThat(cases.where(selectors.getFirst()))
          .isSameAs(
              random.formulas.substitute(
                  formula, only(selectors.getFirst(), selectors, random.formulas)));
    }
  }

  @Test
  void choicesToo() {
    for (int seed = 0; seed < 300; seed++) {
      RandomFormulas random = new RandomFormulas(seed, 7);
      List<Formula> selectors = random.variables.subList(1, 5);
      List<Formula> bound = random.variables.subList(5, 7);
      Formula choice = random.formulas.exists(bound, random.next(4));
      Formula formula = random.formulas.and(choice.not(), random.next(2).not());
      OnlyOne cases = random.formulas.onlyOne(formula, selectors);
      for (Formula one : selectors) {
        assertThat(cases.where(one))
            .as("seed %d", seed)
            .isSameAs(random.formulas.substitute(formula, only(one, selectors, random.formulas)));
      }
    }
  }

  private static Map<Formula, Formula> only(
      Formula one, List<Formula> selectors, Formulas formulas) {
    Map<Formula, Formula> images = new HashMap<>();
    selectors.forEach(each -> images.put(each, formulas.falsity()));
    images.put(one, formulas.truth());
    return images;
  }

  @Test
  void integersToo() {
    Formulas formulas = new Formulas();
    Formula a = formulas.freshVariable("a");
    Formula b = formulas.freshVariable("b");
    IntTerms terms = formulas.terms();
    IntTerm chosen =
        terms.choice(
            a,
            terms.constant(BigInteger.valueOf(3)),
            terms.choice(b, terms.constant(BigInteger.valueOf(5)), x(terms)));
    OnlyOne cases =
        formulas.onlyOne(
            formulas.lessEqual(chosen, terms.constant(BigInteger.valueOf(4))), List.of(a, b));
    assertThat(cases.where(a).isTrue()).isTrue();
    assertThat(cases.where(b).isFalse()).isTrue();
  }

  private static IntTerm x(IntTerms terms) {
    return terms.freshVariable("x", Interval.ALL);
  }

  @Test
  void aVariableMayBeNamedTwice() {
    Formulas formulas = new Formulas();
    Formula a = formulas.freshVariable("a");
    Formula b = formulas.freshVariable("b");
    Formula c = formulas.freshVariable("c");
    OnlyOne cases = formulas.onlyOne(formulas.or(formulas.and(a, c), b), List.of(a, b, a, c));
    assertThat(cases.where(a).isFalse()).isTrue();
    assertThat(cases.where(b).isTrue()).isTrue();
  }

  @Test
  void anotherVariableIsRefused() {
    Formulas formulas = new Formulas();
    Formula a = formulas.freshVariable("a");
    OnlyOne cases = formulas.onlyOne(a, List.of(a));
    assertThatThrownBy(() -> cases.where(formulas.freshVariable("b")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
