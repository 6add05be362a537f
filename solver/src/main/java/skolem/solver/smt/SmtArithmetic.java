package skolem.solver.smt;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.sosy_lab.java_smt.api.BooleanFormula;
import org.sosy_lab.java_smt.api.BooleanFormulaManager;
import org.sosy_lab.java_smt.api.IntegerFormulaManager;
import org.sosy_lab.java_smt.api.NumeralFormula.IntegerFormula;

/// Integer operations by those of SMT-LIB, whose quotient rounds so that the remainder is not
/// negative, where ours rounds down; by 0 both are 0 here.
final class SmtArithmetic {
  private final BooleanFormulaManager booleans;
  private final IntegerFormulaManager integers;
  private final IntegerFormula zero;

  SmtArithmetic(BooleanFormulaManager booleans, IntegerFormulaManager integers) {
    this.booleans = booleans;
    this.integers = integers;
    this.zero = integers.makeNumber(0);
  }

  IntegerFormula constant(BigInteger value) {
    return integers.makeNumber(value);
  }

  IntegerFormula variable(String name) {
    return integers.makeVariable(name);
  }

  BooleanFormula lessEqual(IntegerFormula left, IntegerFormula right) {
    return integers.lessOrEquals(left, right);
  }

  BooleanFormula equal(IntegerFormula left, IntegerFormula right) {
    return integers.equal(left, right);
  }

  IntegerFormula sum(IntegerFormula left, IntegerFormula right) {
    return integers.add(left, right);
  }

  IntegerFormula product(IntegerFormula left, IntegerFormula right) {
    return integers.multiply(left, right);
  }

  /// @param known the divisor where it is a constant
  IntegerFormula quotient(
      IntegerFormula dividend, IntegerFormula divisor, @Nullable BigInteger known) {
    if (known == null) {
      return booleans.ifThenElse(
          integers.greaterThan(divisor, zero),
          integers.divide(dividend, divisor),
          booleans.ifThenElse(
              integers.lessThan(divisor, zero),
              integers.divide(integers.negate(dividend), integers.negate(divisor)),
              zero));
    }
    return switch (known.signum()) {
      case 1 -> integers.divide(dividend, divisor);
      case -1 -> integers.divide(integers.negate(dividend), constant(known.negate()));
      default -> zero;
    };
  }

  /// 0 where the divisor is not positive.
  ///
  /// @param known the divisor where it is a constant
  IntegerFormula remainder(
      IntegerFormula dividend, IntegerFormula divisor, @Nullable BigInteger known) {
    if (known == null) {
      return booleans.ifThenElse(
          integers.greaterThan(divisor, zero), modulo(dividend, divisor), zero);
    }
    return known.signum() > 0 ? modulo(dividend, divisor) : zero;
  }

  private IntegerFormula modulo(IntegerFormula dividend, IntegerFormula divisor) {
    return integers.modulo(dividend, divisor);
  }
}
