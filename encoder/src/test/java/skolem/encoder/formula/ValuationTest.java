package skolem.encoder.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ValuationTest {
  private static final int DEEP = 100_000;

  private final Formulas formulas = new Formulas();
  private final Formula a = formulas.freshVariable("a");
  private final Formula b = formulas.freshVariable("b");

  private record Chosen(Set<Formula> trueOnes, BigInteger number) implements Assignment {
    @Override
    public boolean value(Formula variable) {
      return trueOnes.contains(variable);
    }

    @Override
    public BigInteger value(IntTerm variable) {
      return number;
    }
  }

  private Valuation where(Formula... trueOnes) {
    return new Valuation(formulas, new Chosen(Set.of(trueOnes), BigInteger.TWO));
  }

  /// `a` turned around as often as there are levels: an even number, so it is as true as `a`.
  private Formula deep() {
    Formula chain = a;
    for (int i = 0; i < DEEP; i++) {
      chain = formulas.and(chain, formulas.freshVariable("c")).not();
    }
    return chain;
  }

  @Test
  void depthOfFormulasDoesNotMatter() {
    Formula chain = deep();
    // With every c false, the outermost conjunction is false, and its negation true.
    assertThat(where(a).holds(chain)).isTrue();
    Set<Formula> all = formulas.variables(chain);
    Valuation everything = new Valuation(formulas, new Chosen(all, BigInteger.ZERO));
    // With every c true, each level negates.
    assertThat(everything.holds(chain)).isEqualTo(DEEP % 2 == 0);
  }

  @Test
  void depthOfTermsDoesNotMatter() {
    IntTerms terms = formulas.terms();
    IntTerm sum = terms.freshVariable("n", Interval.ALL);
    for (int i = 0; i < DEEP; i++) {
      sum = terms.choice(a, terms.sum(sum, terms.constant(BigInteger.ONE)), terms.negation(sum));
    }
    assertThat(where(a).value(sum)).isEqualTo(BigInteger.valueOf(DEEP + 2L));
  }

  @Test
  void depthDoesNotMatterForSubstitution() {
    Formula replaced = formulas.substitute(deep(), Map.of(a, b));
    assertThat(formulas.variables(replaced)).contains(b).doesNotContain(a);
  }

  @Test
  void conditionsInTermsAreReplaced() {
    IntTerms terms = formulas.terms();
    IntTerm number = terms.freshVariable("n", Interval.ALL);
    IntTerm choice = terms.choice(a, number, terms.constant(BigInteger.ZERO));
    Formula isTwo = formulas.equal(choice, terms.constant(BigInteger.TWO));
    assertThat(where(a).holds(isTwo)).isTrue();
    assertThat(where().holds(isTwo)).isFalse();
    assertThat(where(b).holds(formulas.substitute(isTwo, Map.of(a, b)))).isTrue();
    assertThat(formulas.substitute(isTwo, Map.of(a, formulas.falsity())).isFalse()).isTrue();
  }

  /// A choice that does not matter may be too large to be gone through.
  @Test
  void evaluatesOnlyWhatIsNeeded() {
    List<Formula> many = new java.util.ArrayList<>();
    for (int i = 0; i < 30; i++) {
      many.add(formulas.freshVariable("d"));
    }
    Formula chosen = formulas.exists(many, formulas.atMostOne(many));
    assertThat(where().holds(formulas.and(a, chosen))).isFalse();
    assertThat(where(a).holds(formulas.or(a, chosen))).isTrue();
  }

  @Test
  void quotientsAreRoundedDown() {
    IntTerms terms = formulas.terms();
    IntTerm number = terms.freshVariable("n", Interval.ALL);
    IntTerm minusSeven = terms.sum(number, terms.constant(BigInteger.valueOf(-9)));
    IntTerm two = terms.constant(BigInteger.TWO);
    assertThat(where().value(terms.quotient(minusSeven, two))).isEqualTo(BigInteger.valueOf(-4));
    assertThat(where().value(terms.remainder(minusSeven, two))).isEqualTo(BigInteger.ONE);
  }

  /// Intervals tell: 0..9 \div 16 is 0, and 0..9 % 16 is the number itself.
  @Test
  void intervalsFoldQuotientsAndRemainders() {
    IntTerms terms = formulas.terms();
    IntTerm digit = terms.freshVariable("n", Interval.of(0, 9));
    IntTerm sixteen = terms.constant(BigInteger.valueOf(16));
    assertThat(terms.quotient(digit, sixteen).constant()).isEqualTo(BigInteger.ZERO);
    assertThat(terms.remainder(digit, sixteen)).isSameAs(digit);
    IntTerm below = terms.sum(digit, terms.constant(BigInteger.valueOf(-10)));
    assertThat(terms.quotient(below, sixteen).constant()).isEqualTo(BigInteger.valueOf(-1));
    assertThat(terms.remainder(below, sixteen).interval()).isEqualTo(Interval.of(0, 15));
  }

  /// Of forty choices, one is forced after the other; `a` says whether the last one fits.
  @Test
  void manyChoicesAreFound() {
    List<Formula> chosen = new ArrayList<>();
    List<Formula> links = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      chosen.add(formulas.freshVariable("chosen"));
      links.add(formulas.implies(i == 0 ? formulas.truth() : chosen.get(i - 1), chosen.get(i)));
    }
    Formula fits = formulas.implies(chosen.getLast(), a);
    Formula some = formulas.exists(chosen, formulas.and(formulas.and(links), fits));
    assertThat(where(a).holds(some)).isTrue();
    assertThat(where(b).holds(some)).isFalse();
    Formula none = formulas.exists(chosen, formulas.and(formulas.or(chosen), b));
    assertThat(where(a).holds(none)).isFalse();
    assertThat(where(a, b).holds(none)).isTrue();
  }
}
