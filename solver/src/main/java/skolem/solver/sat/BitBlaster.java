package skolem.solver.sat;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.formula.IntTerm;
import skolem.encoder.formula.Interval;

/// Turns comparisons of bounded integer terms into formulas over bits. Each term is as wide as its
/// interval asks for, so that nothing overflows.
final class BitBlaster {
  /// Wider terms are left to solvers that know integers.
  private static final int WIDTH_UP_TO = 64;

  private static final BigInteger MINUS_ONE = BigInteger.ONE.negate();

  private final Formulas formulas;
  private final BitCircuits circuits;
  private final Map<Formula, Formula> comparisons = new HashMap<>();
  private final Map<IntTerm, BitVector> vectors = new HashMap<>();
  private final Map<IntTerm, BitVector> variables = new LinkedHashMap<>();
  private final List<Formula> constraints = new ArrayList<>();

  BitBlaster(Formulas formulas) {
    this.formulas = formulas;
    this.circuits = new BitCircuits(formulas);
  }

  /// The integer variables met so far; their bits are constants or variables, not negated.
  Map<IntTerm, BitVector> variables() {
    return Collections.unmodifiableMap(variables);
  }

  /// What keeps the variables met so far within their intervals; grows.
  List<Formula> constraints() {
    return Collections.unmodifiableList(constraints);
  }

  /// A comparison as a formula over bits.
  ///
  /// @param comparison a `LessEqual` or `Equal`, not negated
  /// @throws UnboundedTermException where a term in it is unbounded or too wide
  Formula bits(Formula comparison) {
    Formula known = comparisons.get(comparison);
    if (known == null) {
      known =
          switch (comparison.node()) {
            case Formula.LessEqual(var left, var right) ->
                circuits.lessEqual(vector(left), vector(right));
            case Formula.Equal(var left, var right) -> circuits.equal(vector(left), vector(right));
            case Formula.True _, Formula.Variable _, Formula.And _, Formula.Exists _ ->
                throw new IllegalArgumentException("no comparison: " + comparison);
          };
      comparisons.put(comparison, known);
    }
    return known;
  }

  /// The bits of a term; works off a list, operands first.
  private BitVector vector(IntTerm root) {
    Deque<IntTerm> pending = new ArrayDeque<>();
    pending.push(root);
    while (!pending.isEmpty()) {
      IntTerm term = pending.peek();
      List<IntTerm> missing =
          operands(term).stream().filter(operand -> !vectors.containsKey(operand)).toList();
      if (!missing.isEmpty()) {
        missing.forEach(pending::push);
      } else {
        pending.pop();
        if (!vectors.containsKey(term)) {
          vectors.put(term, made(term, width(term)));
        }
      }
    }
    return done(root);
  }

  private BitVector done(IntTerm term) {
    BitVector vector = vectors.get(term);
    if (vector == null) {
      throw new IllegalStateException("no bits for " + term);
    }
    return vector;
  }

  private static List<IntTerm> operands(IntTerm term) {
    return switch (term.node()) {
      case IntTerm.Constant _, IntTerm.Variable _ -> List.of();
      case IntTerm.Sum(var left, var right) -> List.of(left, right);
      case IntTerm.Product(var left, var right) -> List.of(left, right);
      case IntTerm.Quotient(var left, var right) -> List.of(left, right);
      case IntTerm.Remainder(var left, var right) -> List.of(left, right);
      case IntTerm.Choice(_, var then, var otherwise) -> List.of(then, otherwise);
    };
  }

  private static int width(IntTerm term) {
    BigInteger low = term.interval().low();
    BigInteger high = term.interval().high();
    if (low == null || high == null) {
      throw new UnboundedTermException("an integer without bounds");
    }
    int width = BitCircuits.width(low, high);
    if (width > WIDTH_UP_TO) {
      throw new UnboundedTermException("an integer of " + width + " bits");
    }
    return width;
  }

  private BitVector made(IntTerm term, int width) {
    return switch (term.node()) {
      case IntTerm.Constant(var value) -> circuits.constant(value);
      case IntTerm.Variable(var name) -> variable(term, name, width);
      case IntTerm.Sum(var left, var right) -> sum(left, right, width);
      case IntTerm.Product(var left, var right) -> circuits.product(done(left), done(right), width);
      case IntTerm.Quotient(var dividend, var divisor) -> quotient(dividend, divisor, width);
      case IntTerm.Remainder(var dividend, var divisor) -> remainder(dividend, divisor, width);
      case IntTerm.Choice(var condition, var then, var otherwise) ->
          circuits.choice(condition, done(then), done(otherwise), width);
    };
  }

  private BitVector variable(IntTerm term, String name, int width) {
    Interval interval = term.interval();
    BigInteger low = interval.low();
    BigInteger high = interval.high();
    if (low == null || high == null) {
      throw new IllegalStateException("unbounded");
    }
    if (low.equals(high)) {
      return circuits.constant(low);
    }
    List<Formula> bits = new ArrayList<>(width);
    for (int i = 0; i < width - 1; i++) {
      bits.add(formulas.freshVariable(name + "." + i));
    }
    bits.add(low.signum() >= 0 ? formulas.falsity() : formulas.freshVariable(name + ".sign"));
    BitVector vector = new BitVector(bits);
    variables.put(term, vector);
    constraints.add(circuits.lessEqual(circuits.constant(low), vector));
    constraints.add(circuits.lessEqual(vector, circuits.constant(high)));
    return vector;
  }

  private BitVector sum(IntTerm left, IntTerm right, int width) {
    IntTerm subtrahend = opposite(right);
    if (subtrahend != null) {
      return circuits.difference(done(left), done(subtrahend), width);
    }
    subtrahend = opposite(left);
    return subtrahend != null
        ? circuits.difference(done(right), done(subtrahend), width)
        : circuits.sum(done(left), done(right), width);
  }

  /// The term whose negation this one is, or null where it is none.
  private static @Nullable IntTerm opposite(IntTerm term) {
    if (term.node() instanceof IntTerm.Product(var left, var right)) {
      if (MINUS_ONE.equals(left.constant())) {
        return right;
      }
      if (MINUS_ONE.equals(right.constant())) {
        return left;
      }
    }
    return null;
  }

  private BitVector quotient(IntTerm dividend, IntTerm divisor, int width) {
    int shift = powerOfTwo(divisor);
    BitVector number = done(dividend);
    if (shift < 0) {
      return circuits.division(number, done(divisor), common(dividend, divisor)).quotient();
    }
    List<Formula> high = number.bits().subList(Math.min(shift, number.width() - 1), number.width());
    return circuits.resized(new BitVector(high), width);
  }

  private BitVector remainder(IntTerm dividend, IntTerm divisor, int width) {
    int shift = powerOfTwo(divisor);
    if (shift >= 0) {
      List<Formula> low = new ArrayList<>(circuits.resized(done(dividend), shift + 1).bits());
      low.set(shift, formulas.falsity());
      return circuits.resized(new BitVector(low), width);
    }
    BitVector size = done(divisor);
    BitVector rest = circuits.division(done(dividend), size, common(dividend, divisor)).remainder();
    BitVector zero = circuits.constant(BigInteger.ZERO);
    return circuits.choice(size.sign(), zero, rest, width);
  }

  /// A width that holds quotient and remainder.
  private int common(IntTerm dividend, IntTerm divisor) {
    return Math.max(done(dividend).width(), done(divisor).width()) + 1;
  }

  /// The exponent where the term is a constant power of two, else -1.
  private static int powerOfTwo(IntTerm term) {
    BigInteger value = term.constant();
    return value != null && value.signum() > 0 && value.bitCount() == 1
        ? value.getLowestSetBit()
        : -1;
  }
}
