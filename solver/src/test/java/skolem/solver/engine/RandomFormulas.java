package skolem.solver.engine;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.formula.IntTerm;
import skolem.encoder.formula.Interval;

/// Formulas and terms by chance over a few variables; the same seed gives the same ones.
public final class RandomFormulas {
  private final Formulas formulas;
  private final Random random;
  private final List<Formula> variables = new ArrayList<>();
  private final List<IntTerm> integers = new ArrayList<>();
  private final List<Formula> bound = new ArrayList<>();
  private boolean linear;

  public RandomFormulas(Formulas formulas, long seed, int variableCount) {
    this.formulas = formulas;
    this.random = new Random(seed);
    for (int i = 0; i < variableCount; i++) {
      variables.add(formulas.freshVariable("v"));
    }
  }

  /// @param onlyLinear whether to multiply and divide by constants only
  public RandomFormulas withIntegers(boolean onlyLinear, Interval... intervals) {
    linear = onlyLinear;
    for (Interval interval : intervals) {
      integers.add(formulas.terms().freshVariable("x", interval));
    }
    return this;
  }

  public List<Formula> variables() {
    return variables;
  }

  public List<IntTerm> integers() {
    return integers;
  }

  /// @param choices whether quantifiers may occur
  public Formula formula(int depth, boolean choices) {
    if (depth == 0 || random.nextInt(8) == 0) {
      return atom(choices);
    }
    return switch (random.nextInt(choices ? 7 : 6)) {
      case 0, 1 -> formulas.and(several(depth, choices));
      case 2, 3 -> formulas.or(several(depth, choices));
      case 4 -> formulas.iff(formula(depth - 1, choices), formula(depth - 1, choices));
      case 5 ->
          formulas.choice(
              formula(depth - 1, choices),
              formula(depth - 1, choices),
              formula(depth - 1, choices));
      default -> choice(depth);
    };
  }

  private List<Formula> several(int depth, boolean choices) {
    List<Formula> members = new ArrayList<>();
    for (int i = 2 + random.nextInt(random.nextInt(10) == 0 ? 12 : 3); i > 0; i--) {
      members.add(formula(depth - 1, choices));
    }
    return members;
  }

  private Formula choice(int depth) {
    int outer = bound.size();
    for (int i = 1 + random.nextInt(2); i > 0; i--) {
      bound.add(formulas.freshVariable("b"));
    }
    Formula body = formula(depth - 1, true);
    List<Formula> own = List.copyOf(bound.subList(outer, bound.size()));
    bound.subList(outer, bound.size()).clear();
    Formula result = formulas.exists(own, body);
    return random.nextBoolean() ? result : result.not();
  }

  private Formula atom(boolean choices) {
    Formula atom;
    if (!integers.isEmpty() && random.nextInt(2) == 0) {
      IntTerm left = term(2);
      IntTerm right = term(2);
      atom = random.nextBoolean() ? formulas.lessEqual(left, right) : formulas.equal(left, right);
    } else if (!bound.isEmpty() && choices && random.nextInt(2) == 0) {
      atom = bound.get(random.nextInt(bound.size()));
    } else {
      atom = variables.get(random.nextInt(variables.size()));
    }
    return random.nextBoolean() ? atom : atom.not();
  }

  public IntTerm term(int depth) {
    if (depth == 0 || random.nextInt(3) == 0) {
      return random.nextInt(4) == 0 ? constant() : integers.get(random.nextInt(integers.size()));
    }
    IntTerm left = term(depth - 1);
    IntTerm right = term(depth - 1);
    IntTerm second = linear ? constant() : right;
    return switch (random.nextInt(7)) {
      case 0, 1 -> formulas.terms().sum(left, right);
      case 2 -> formulas.terms().sum(left, formulas.terms().negation(right));
      case 3 -> formulas.terms().product(left, second);
      case 4 -> formulas.terms().quotient(left, second);
      case 5 -> formulas.terms().remainder(left, second);
      default -> formulas.terms().choice(formula(1, false), left, right);
    };
  }

  private IntTerm constant() {
    return formulas.terms().constant(BigInteger.valueOf(random.nextInt(-5, 6)));
  }
}
