package skolem.encoder.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        Map<Formula, Formula> images = new HashMap<>();
        selectors.forEach(each -> images.put(each, random.formulas.falsity()));
        images.put(one, random.formulas.truth());
        assertThat(cases.where(one))
            .as("seed %d", seed)
            .isSameAs(random.formulas.substitute(formula, images));
      }
    }
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
  void anotherVariableIsRefused() {
    Formulas formulas = new Formulas();
    Formula a = formulas.freshVariable("a");
    OnlyOne cases = formulas.onlyOne(a, List.of(a));
    assertThatThrownBy(() -> cases.where(formulas.freshVariable("b")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
