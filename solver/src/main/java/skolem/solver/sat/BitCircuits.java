package skolem.solver.sat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;

/// Arithmetic on bit vectors as formulas: ripple-carry addition, multiplication by shifting and
/// adding, restoring division (Knuth, The Art of Computer Programming 2, 4.3). Results are right
/// modulo two to the width that is asked for.
final class BitCircuits {
  private final Formulas formulas;

  BitCircuits(Formulas formulas) {
    this.formulas = formulas;
  }

  /// The width that holds every integer from `low` to `high`.
  static int width(BigInteger low, BigInteger high) {
    return Math.max(low.bitLength(), high.bitLength()) + 1;
  }

  BitVector constant(BigInteger value) {
    List<Formula> bits = new ArrayList<>();
    for (int i = 0; i < width(value, value); i++) {
      bits.add(formulas.constant(value.testBit(i)));
    }
    return new BitVector(bits);
  }

  BitVector resized(BitVector vector, int width) {
    List<Formula> bits = new ArrayList<>(width);
    for (int i = 0; i < width; i++) {
      bits.add(vector.bit(i));
    }
    return new BitVector(bits);
  }

  BitVector choice(Formula condition, BitVector then, BitVector otherwise, int width) {
    List<Formula> bits = new ArrayList<>(width);
    for (int i = 0; i < width; i++) {
      bits.add(formulas.choice(condition, then.bit(i), otherwise.bit(i)));
    }
    return new BitVector(bits);
  }

  // ── Comparison ──────────────────────────────────────────────────────────────────────────────

  Formula equal(BitVector left, BitVector right) {
    List<Formula> same = new ArrayList<>();
    for (int i = 0; i < Math.max(left.width(), right.width()); i++) {
      same.add(formulas.iff(left.bit(i), right.bit(i)));
    }
    return formulas.and(same);
  }

  Formula lessEqual(BitVector left, BitVector right) {
    int sign = Math.max(left.width(), right.width()) - 1;
    Formula result = formulas.truth();
    for (int i = 0; i < sign; i++) {
      result = majority(left.bit(i).not(), right.bit(i), result);
    }
    return majority(left.bit(sign), right.bit(sign).not(), result);
  }

  Formula isZero(BitVector vector) {
    return formulas.or(vector.bits()).not();
  }

  // ── Addition ────────────────────────────────────────────────────────────────────────────────

  BitVector sum(BitVector left, BitVector right, int width) {
    return added(left, right, formulas.falsity(), width);
  }

  BitVector difference(BitVector left, BitVector right, int width) {
    return added(left, complement(right), formulas.truth(), width);
  }

  BitVector negation(BitVector vector, int width) {
    return difference(constant(BigInteger.ZERO), vector, width);
  }

  private BitVector added(BitVector left, BitVector right, Formula carryIn, int width) {
    List<Formula> bits = new ArrayList<>(width);
    Formula carry = carryIn;
    for (int i = 0; i < width; i++) {
      Formula odd = formulas.iff(left.bit(i), right.bit(i)).not();
      bits.add(formulas.iff(odd, carry).not());
      carry = majority(left.bit(i), right.bit(i), carry);
    }
    return new BitVector(bits);
  }

  private static BitVector complement(BitVector vector) {
    return new BitVector(vector.bits().stream().map(Formula::not).toList());
  }

  private Formula majority(Formula a, Formula b, Formula c) {
    return formulas.or(formulas.and(a, b), formulas.and(c, formulas.or(a, b)));
  }

  // ── Multiplication and division ─────────────────────────────────────────────────────────────

  BitVector product(BitVector left, BitVector right, int width) {
    boolean leftConstant = left.bits().stream().allMatch(Formula::isConstant);
    BitVector factor = leftConstant ? right : left;
    BitVector multiplier = leftConstant ? left : right;
    if (multiplier.sign().isTrue()) {
      BitVector opposite = negation(multiplier, multiplier.width() + 1);
      return negation(product(factor, opposite, width), width);
    }
    int sign = multiplier.width() - 1;
    BitVector result = constant(BigInteger.ZERO);
    for (int i = 0; i < Math.min(sign, width); i++) {
      result = sum(result, partial(factor, multiplier.bit(i), i, width), width);
    }
    return sign < width
        ? difference(result, partial(factor, multiplier.sign(), sign, width), width)
        : resized(result, width);
  }

  /// The factor shifted left where `bit` is TRUE, else 0.
  private BitVector partial(BitVector factor, Formula bit, int shift, int width) {
    List<Formula> bits = new ArrayList<>(width);
    for (int i = 0; i < width; i++) {
      bits.add(i < shift ? formulas.falsity() : formulas.and(bit, factor.bit(i - shift)));
    }
    return new BitVector(bits);
  }

  /// Quotient, rounded down, and remainder of two vectors; both 0 where the divisor is 0.
  ///
  /// The remainder has the sign of the divisor.
  Division division(BitVector dividend, BitVector divisor, int width) {
    BitVector size = magnitude(divisor);
    Division natural = naturalDivision(magnitude(dividend), size);
    Formula opposite = formulas.iff(dividend.sign(), divisor.sign()).not();
    Formula exact = isZero(natural.remainder());
    Formula roundDown = formulas.and(opposite, exact.not());

    BitVector rounded =
        sum(natural.quotient(), new BitVector(List.of(roundDown, formulas.falsity())), width);
    BitVector quotient = choice(opposite, negation(rounded, width), rounded, width);
    BitVector rest =
        choice(roundDown, difference(size, natural.remainder(), width), natural.remainder(), width);
    BitVector remainder = choice(divisor.sign(), negation(rest, width), rest, width);

    BitVector zero = constant(BigInteger.ZERO);
    Formula undefined = isZero(divisor);
    return new Division(
        choice(undefined, zero, quotient, width), choice(undefined, zero, remainder, width));
  }

  /// What [#division] gives.
  record Division(BitVector quotient, BitVector remainder) {}

  private Division naturalDivision(BitVector dividend, BitVector divisor) {
    int width = divisor.width() + 1;
    Formula[] quotient = new Formula[dividend.width()];
    BitVector rest = resized(constant(BigInteger.ZERO), width);
    for (int i = dividend.width() - 1; i >= 0; i--) {
      List<Formula> shifted = new ArrayList<>(rest.bits().subList(0, width - 1));
      shifted.addFirst(dividend.bit(i));
      BitVector extended = new BitVector(shifted);
      BitVector less = difference(extended, divisor, width);
      quotient[i] = less.sign().not();
      rest = choice(quotient[i], less, extended, width);
    }
    quotient[dividend.width() - 1] = formulas.falsity();
    return new Division(new BitVector(List.of(quotient)), rest);
  }

  private BitVector magnitude(BitVector vector) {
    int width = vector.width() + 1;
    return vector.sign().isFalse()
        ? vector
        : choice(vector.sign(), negation(vector, width), vector, width);
  }
}
