package skolem.solver.session;

import java.math.BigInteger;
import java.util.BitSet;
import java.util.Map;
import skolem.encoder.formula.Assignment;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.IntTerm;
import skolem.encoder.formula.Interval;

/// An assignment read off a solver once and for all.
public final class FixedAssignment implements Assignment {
  private final BitSet trueVariables;
  private final Map<IntTerm, BigInteger> integers;

  /// @param trueVariables the ids of the Boolean variables that are TRUE
  /// @param integers the integer variables that the solver saw
  public FixedAssignment(BitSet trueVariables, Map<IntTerm, BigInteger> integers) {
    this.trueVariables = (BitSet) trueVariables.clone();
    this.integers = Map.copyOf(integers);
  }

  @Override
  public boolean value(Formula variable) {
    return trueVariables.get(variable.id()) != variable.negated();
  }

  @Override
  public BigInteger value(IntTerm variable) {
    BigInteger value = integers.get(variable);
    return value == null ? nearestToZero(variable.interval()) : value;
  }

  private static BigInteger nearestToZero(Interval interval) {
    BigInteger low = interval.low();
    BigInteger high = interval.high();
    if (low != null && low.signum() > 0) {
      return low;
    }
    return high != null && high.signum() < 0 ? high : BigInteger.ZERO;
  }
}
