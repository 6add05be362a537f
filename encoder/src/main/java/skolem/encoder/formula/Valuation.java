package skolem.encoder.formula;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;

/// Evaluates formulas and terms under an [Assignment]; remembers what it computed.
public final class Valuation {
  private static final int EXPAND_UP_TO = 20;

  private final Formulas formulas;
  private final Assignment assignment;
  private final Map<Formula, Boolean> values = new HashMap<>();
  private final Map<IntTerm, BigInteger> termValues = new HashMap<>();

  public Valuation(Formulas formulas, Assignment assignment) {
    this.formulas = formulas;
    this.assignment = assignment;
  }

  public boolean holds(Formula formula) {
    Formula positive = formula.positive();
    Boolean value = values.get(positive);
    if (value == null) {
      value = compute(positive);
      values.put(positive, value);
    }
    return value != formula.negated();
  }

  private boolean compute(Formula formula) {
    return switch (formula.node()) {
      case Formula.True() -> true;
      case Formula.Variable _ -> assignment.value(formula);
      case Formula.And(var conjuncts) -> conjuncts.stream().allMatch(this::holds);
      case Formula.LessEqual(var left, var right) -> value(left).compareTo(value(right)) <= 0;
      case Formula.Equal(var left, var right) -> value(left).equals(value(right));
      case Formula.Exists(var bound, var body) -> {
        if (bound.size() > EXPAND_UP_TO) {
          throw new IllegalStateException("quantifier over " + bound.size() + " variables");
        }
        yield witnessed(bound, 0, new HashMap<>(), body);
      }
    };
  }

  private boolean witnessed(
      java.util.List<Formula> bound, int from, Map<Formula, Formula> images, Formula body) {
    if (from == bound.size()) {
      return holds(formulas.substitute(body, images));
    }
    for (Formula value : new Formula[] {formulas.truth(), formulas.falsity()}) {
      images.put(bound.get(from), value);
      if (witnessed(bound, from + 1, images, body)) {
        return true;
      }
    }
    return false;
  }

  public BigInteger value(IntTerm term) {
    BigInteger value = termValues.get(term);
    if (value == null) {
      value = compute(term);
      termValues.put(term, value);
    }
    return value;
  }

  private BigInteger compute(IntTerm term) {
    return switch (term.node()) {
      case IntTerm.Constant(var value) -> value;
      case IntTerm.Variable _ -> assignment.value(term);
      case IntTerm.Sum(var left, var right) -> value(left).add(value(right));
      case IntTerm.Product(var left, var right) -> value(left).multiply(value(right));
      case IntTerm.Quotient(var left, var right) -> floorDivide(value(left), value(right));
      case IntTerm.Remainder(var left, var right) -> {
        BigInteger divisor = value(right);
        yield divisor.signum() > 0 ? value(left).mod(divisor) : BigInteger.ZERO;
      }
      case IntTerm.Choice(var condition, var then, var otherwise) ->
          holds(condition) ? value(then) : value(otherwise);
    };
  }

  private static BigInteger floorDivide(BigInteger dividend, BigInteger divisor) {
    if (divisor.signum() == 0) {
      return BigInteger.ZERO;
    }
    BigInteger[] parts = dividend.divideAndRemainder(divisor);
    boolean roundDown = parts[1].signum() != 0 && parts[1].signum() != divisor.signum();
    return roundDown ? parts[0].subtract(BigInteger.ONE) : parts[0];
  }
}
