package skolem.encoder.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// A choice is seen wherever in a formula it is.
class ChoiceFreedomTest {
  private final Formulas formulas = new Formulas();
  private final IntTerms terms = formulas.terms();
  private final Formula a = formulas.freshVariable("a");
  private final Formula b = formulas.freshVariable("b");
  private final IntTerm x = terms.freshVariable("x", Interval.ALL);
  private final IntTerm y = terms.freshVariable("y", Interval.NATURALS);

  /// Not made by the maker, which gets rid of such a simple one.
  private final Formula choice =
      new Formula(1_000, new Formula.Exists(List.of(a), formulas.and(a, b)));

  private List<Formula> around(Formula part) {
    IntTerm chosen = terms.choice(part, x, y);
    return List.of(
        part,
        part.not(),
        formulas.and(part, formulas.freshVariable("c")),
        formulas.or(part, formulas.freshVariable("c")),
        formulas.lessEqual(chosen, y),
        formulas.lessEqual(x, chosen),
        formulas.equal(terms.sum(x, chosen), y),
        formulas.equal(x, terms.product(chosen, y)),
        formulas.equal(x, terms.quotient(y, chosen)),
        formulas.equal(x, terms.remainder(chosen, y)),
        formulas.equal(terms.choice(a, y, chosen), x),
        formulas.equal(terms.choice(a, chosen, y), x));
  }

  @Test
  void aChoiceIsSeen() {
    assertThat(around(choice)).noneMatch(Formula::isChoiceFree);
  }

  @Test
  void whereThereIsNoneNoneIsSeen() {
    assertThat(around(b)).allMatch(Formula::isChoiceFree);
  }
}
