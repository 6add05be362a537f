package skolem.encoder.symbolic;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import skolem.encoder.formula.Assignment;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.formula.IntTerm;
import skolem.encoder.formula.Valuation;

class PathTest {
  private final Formulas formulas = new Formulas();
  private final Formula a = formulas.freshVariable("a");
  private final Formula b = formulas.freshVariable("b");
  private final Formula c = formulas.freshVariable("c");
  private final Path path = Path.start(formulas).and(a).and(formulas.or(b, c).not());

  @Test
  void casesAreLeftThatNoConditionExcludes() {
    assertThat(path.remaining(a.not())).isSameAs(formulas.falsity());
    assertThat(path.remaining(formulas.or(b, c))).isSameAs(formulas.falsity());
    assertThat(path.remaining(formulas.and(a.not(), b))).isSameAs(formulas.falsity());
    assertThat(path.remaining(formulas.or(formulas.and(a.not(), b), c))).isSameAs(c);
    assertThat(path.remaining(b)).isSameAs(b);
    assertThat(path.remaining(a)).isSameAs(a);
  }

  private record Row(Set<Formula> trueOnes) implements Assignment {
    @Override
    public boolean value(Formula variable) {
      return trueOnes.contains(variable);
    }

    @Override
    public BigInteger value(IntTerm variable) {
      return BigInteger.ZERO;
    }
  }

  @Test
  void whatIsLeftIsTheSameOnThePath() {
    List<Formula> samples =
        List.of(a, b.not(), formulas.or(a.not(), b), formulas.iff(a, c), formulas.implies(a, b));
    for (Formula cases : samples) {
      Formula all = formulas.and(path.formula(), cases);
      Formula left = formulas.and(path.formula(), path.remaining(cases));
      for (int row = 0; row < 8; row++) {
        Set<Formula> trueOnes = new HashSet<>();
        for (int i = 0; i < 3; i++) {
          if ((row >> i & 1) == 1) {
            trueOnes.add(List.of(a, b, c).get(i));
          }
        }
        Valuation valuation = new Valuation(formulas, new Row(trueOnes));
        assertThat(valuation.holds(left)).isEqualTo(valuation.holds(all));
      }
    }
  }

  @Test
  void pathBegunAfreshKnowsNothingOfTheWayToIt() {
    Path fresh = path.afresh().and(b);
    assertThat(fresh.remaining(a.not())).isSameAs(a.not());
    assertThat(fresh.formula()).isSameAs(b);
    assertThat(fresh.wholeFormula()).isSameAs(formulas.falsity());
    assertThat(fresh.isWithin(path)).isTrue();
    assertThat(path.isWithin(fresh)).isFalse();
    assertThat(path.isWithin(path.afresh())).isFalse();
  }
}
