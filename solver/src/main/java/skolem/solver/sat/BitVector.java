package skolem.solver.sat;

import java.math.BigInteger;
import java.util.List;
import java.util.function.Predicate;
import skolem.encoder.formula.Formula;

/// An integer in two's complement, each bit a formula.
///
/// @param bits least significant first; the last is the sign; at least one
record BitVector(List<Formula> bits) {
  BitVector {
    bits = List.copyOf(bits);
  }

  int width() {
    return bits.size();
  }

  Formula sign() {
    return bits.getLast();
  }

  /// A bit, the sign repeated beyond the width.
  Formula bit(int index) {
    return index < bits.size() ? bits.get(index) : bits.getLast();
  }

  /// The integer where `variables` tells the TRUE variables among the bits, which are constants or
  /// variables, not negated.
  BigInteger value(Predicate<Formula> variables) {
    BigInteger value = BigInteger.ZERO;
    for (int i = 0; i < bits.size(); i++) {
      Formula bit = bits.get(i);
      if (bit.isConstant() ? bit.isTrue() : variables.test(bit)) {
        value = value.setBit(i);
      }
    }
    boolean negative = value.testBit(bits.size() - 1);
    return negative ? value.subtract(BigInteger.ONE.shiftLeft(bits.size())) : value;
  }
}
