package skolem.explicit.eval;

import java.math.BigInteger;
import skolem.frontend.kernel.Expr;
import skolem.frontend.value.IntValue;

/// Arithmetic on integers of any size.
final class ArithmeticOps {
  private static final int MOST_BITS = 1 << 20;

  private final Evaluator evaluator;

  ArithmeticOps(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  private IntValue operand(
      Expr.Native operation, int place, Environment environment, States states) {
    return evaluator.integer(operation.value(place), environment, states);
  }

  IntValue plus(Expr.Native sum, Environment environment, States states) {
    return operand(sum, 0, environment, states).plus(operand(sum, 1, environment, states));
  }

  IntValue minus(Expr.Native difference, Environment environment, States states) {
    return operand(difference, 0, environment, states)
        .minus(operand(difference, 1, environment, states));
  }

  IntValue times(Expr.Native product, Environment environment, States states) {
    return operand(product, 0, environment, states).times(operand(product, 1, environment, states));
  }

  IntValue negate(Expr.Native negation, Environment environment, States states) {
    return operand(negation, 0, environment, states).negated();
  }

  /// `a \div b`, rounded down.
  IntValue divide(Expr.Native quotient, Environment environment, States states) {
    IntValue a = operand(quotient, 0, environment, states);
    IntValue b = operand(quotient, 1, environment, states);
    if (b.signum() == 0) {
      throw EvaluationErrors.undefined(quotient.span(), a + " \\div 0");
    }
    if (a.isLong() && b.isLong() && b.longValue() != -1) {
      return IntValue.of(Math.floorDiv(a.longValue(), b.longValue()));
    }
    BigInteger[] parts = a.bigValue().divideAndRemainder(b.bigValue());
    boolean roundDown = parts[1].signum() != 0 && a.signum() != b.signum();
    return IntValue.of(roundDown ? parts[0].subtract(BigInteger.ONE) : parts[0]);
  }

  /// `a % b`, from `0` to `b - 1`.
  IntValue modulo(Expr.Native remainder, Environment environment, States states) {
    IntValue a = operand(remainder, 0, environment, states);
    IntValue b = operand(remainder, 1, environment, states);
    if (b.signum() <= 0) {
      throw EvaluationErrors.undefined(
          remainder.span(), a + " % " + b + ": the divisor must be positive");
    }
    return a.isLong() && b.isLong()
        ? IntValue.of(Math.floorMod(a.longValue(), b.longValue()))
        : IntValue.of(a.bigValue().mod(b.bigValue()));
  }

  IntValue power(Expr.Native power, Environment environment, States states) {
    IntValue base = operand(power, 0, environment, states);
    IntValue exponent = operand(power, 1, environment, states);
    if (exponent.signum() < 0) {
      throw EvaluationErrors.undefined(
          power.span(), base + "^" + exponent + ": the exponent must not be negative");
    }
    if (base.signum() == 0 && exponent.signum() == 0) {
      throw EvaluationErrors.undefined(power.span(), "0^0");
    }
    BigInteger magnitude = base.bigValue().abs();
    if (magnitude.compareTo(BigInteger.ONE) <= 0) {
      boolean odd = exponent.bigValue().testBit(0);
      return odd || base.signum() == 0 ? base : IntValue.ONE;
    }
    BigInteger bits = exponent.bigValue().multiply(BigInteger.valueOf(magnitude.bitLength()));
    if (bits.compareTo(BigInteger.valueOf(MOST_BITS)) > 0) {
      throw EvaluationErrors.undefined(power.span(), base + "^" + exponent + " is too large");
    }
    return IntValue.of(base.bigValue().pow((int) exponent.longValue()));
  }

  /// The sign of `a - b`.
  int compare(Expr.Native comparison, Environment environment, States states) {
    return operand(comparison, 0, environment, states)
        .compareTo(operand(comparison, 1, environment, states));
  }
}
