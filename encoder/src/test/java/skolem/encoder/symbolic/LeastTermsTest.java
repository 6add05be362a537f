package skolem.encoder.symbolic;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import skolem.encoder.decode.ValueDecoder;
import skolem.encoder.formula.Assignment;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.formula.IntTerm;
import skolem.encoder.formula.Valuation;
import skolem.frontend.source.Span;
import skolem.frontend.value.IntValue;
import skolem.frontend.value.SetValue;
import skolem.frontend.value.Value;

/// Taking the least element away, again and again, against the sorted constants.
class LeastTermsTest {
  private static final int ROUNDS = 500;

  /// Whether a term is present, and which of two constants it is: two variables for each.
  private record Choice(Value first, Value second, Formula present, Formula isFirst) {
    static Choice random(Random random, Formulas formulas) {
      return new Choice(
          IntValue.of(random.nextInt(4)),
          IntValue.of(random.nextInt(4)),
          random.nextInt(4) == 0 ? formulas.truth() : formulas.freshVariable("present"),
          formulas.freshVariable("first"));
    }

    SymValue.Term term(Algebra algebra) {
      return new SymValue.Term(
          present, algebra.choice(isFirst, algebra.lift(first), algebra.lift(second)));
    }
  }

  private record Bits(List<Formula> variables, int bits) implements Assignment {
    @Override
    public boolean value(Formula variable) {
      return (bits >> variables.indexOf(variable) & 1) == 1;
    }

    @Override
    public BigInteger value(IntTerm variable) {
      throw new IllegalStateException("there are no integer variables");
    }
  }

  @Test
  void oneTermFewerIsLeftEachTime() {
    Random random = new Random(1);
    for (int round = 0; round < ROUNDS; round++) {
      Formulas formulas = new Formulas();
      Algebra algebra = new Algebra(formulas);
      Faults faults = new Faults(formulas);
      Site site = new Site(Path.start(formulas), Span.NONE, faults);
      List<Choice> choices = new ArrayList<>();
      for (int i = random.nextInt(4); i >= 0; i--) {
        choices.add(Choice.random(random, formulas));
      }
      SymValue.Terms set =
          new SymValue.Terms(choices.stream().map(choice -> choice.term(algebra)).toList());
      List<SymValue> least = new ArrayList<>();
      List<SymValue.Terms> rests = new ArrayList<>();
      for (SymValue.Terms rest = set; !rest.terms().isEmpty(); ) {
        assertThat(rest.terms()).hasSizeLessThanOrEqualTo(choices.size() - least.size());
        SymValue first = algebra.least(rest, rest.terms(), site);
        least.add(first);
        rests.add(rest);
        SymValue alone = new SymValue.Terms(List.of(new SymValue.Term(formulas.truth(), first)));
        rest = Objects.requireNonNull(algebra.withoutLeast(rest, alone, site));
        assertThat(rest.isPartOf(set)).isTrue();
      }
      assertThat(faults.all()).isEmpty();
      requireSorted(choices, least, rests, formulas);
    }
  }

  /// What is taken away under every assignment, while something is left.
  private static void requireSorted(
      List<Choice> choices, List<SymValue> least, List<SymValue.Terms> rests, Formulas formulas) {
    List<Formula> variables = new ArrayList<>();
    for (Choice choice : choices) {
      variables.add(choice.present());
      variables.add(choice.isFirst());
    }
    for (int bits = 0; bits < 1 << variables.size(); bits++) {
      Valuation valuation = new Valuation(formulas, new Bits(variables, bits));
      ValueDecoder decoder = new ValueDecoder(valuation);
      TreeSet<Value> expected = new TreeSet<>();
      for (Choice choice : choices) {
        if (valuation.holds(choice.present())) {
          expected.add(valuation.holds(choice.isFirst()) ? choice.first() : choice.second());
        }
      }
      for (int i = 0; i < rests.size(); i++) {
        assertThat(decoder.decode(rests.get(i))).isEqualTo(SetValue.of(expected));
        if (!expected.isEmpty()) {
          assertThat(decoder.decode(least.get(i))).isEqualTo(expected.pollFirst());
        }
      }
      assertThat(expected).isEmpty();
    }
  }
}
