package skolem.frontend.kernel;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import skolem.frontend.source.Span;
import skolem.frontend.value.IntValue;

/// A sum of multiples of bound integers and of expressions that mention none of them.
///
/// @param coefficients of the bound integers; none is zero
/// @param constant added to all
/// @param period greater than 1 where something is added that is not written here, and of which is
///   known only that it is the same whenever the bound integers are the same modulo this
record LinearForm(
    Map<Local, BigInteger> coefficients,
    List<Multiple> others,
    BigInteger constant,
    BigInteger period) {
  /// So many times an expression.
  record Multiple(BigInteger factor, Expr expr) {}

  LinearForm {
    coefficients = Map.copyOf(coefficients);
    others = List.copyOf(others);
  }

  static LinearForm constant(BigInteger value) {
    return new LinearForm(Map.of(), List.of(), value, BigInteger.ONE);
  }

  static LinearForm bound(Local local) {
    return new LinearForm(
        Map.of(local, BigInteger.ONE), List.of(), BigInteger.ZERO, BigInteger.ONE);
  }

  /// An expression that mentions no bound integer.
  static LinearForm of(Expr expr) {
    return new LinearForm(
        Map.of(), List.of(new Multiple(BigInteger.ONE, expr)), BigInteger.ZERO, BigInteger.ONE);
  }

  /// Something with a period, and nothing else.
  static LinearForm periodic(BigInteger period) {
    return new LinearForm(Map.of(), List.of(), BigInteger.ZERO, period);
  }

  /// Whether it is a number, whatever its variables are.
  boolean isConstant() {
    return coefficients.isEmpty() && others.isEmpty() && !isPeriodic();
  }

  boolean isPeriodic() {
    return !period.equals(BigInteger.ONE);
  }

  BigInteger coefficient(Local local) {
    return coefficients.getOrDefault(local, BigInteger.ZERO);
  }

  LinearForm without(Local local) {
    Map<Local, BigInteger> left = new HashMap<>(coefficients);
    left.remove(local);
    return new LinearForm(left, others, constant, period);
  }

  LinearForm plus(LinearForm that) {
    Map<Local, BigInteger> sums = new HashMap<>(coefficients);
    that.coefficients.forEach((local, factor) -> sums.merge(local, factor, BigInteger::add));
    sums.values().removeIf(factor -> factor.signum() == 0);
    List<Multiple> all = new ArrayList<>(others);
    all.addAll(that.others);
    return new LinearForm(
        sums, all, constant.add(that.constant), leastCommonMultiple(period, that.period));
  }

  LinearForm plus(BigInteger number) {
    return new LinearForm(coefficients, others, constant.add(number), period);
  }

  LinearForm times(BigInteger factor) {
    if (factor.signum() == 0) {
      return constant(BigInteger.ZERO);
    }
    Map<Local, BigInteger> products = new HashMap<>();
    coefficients.forEach((local, own) -> products.put(local, own.multiply(factor)));
    return new LinearForm(
        products,
        others.stream().map(o -> new Multiple(o.factor().multiply(factor), o.expr())).toList(),
        constant.multiply(factor),
        period);
  }

  /// The expression, where nothing periodic is added.
  Expr toExpr(Span span) {
    Expr sum = number(constant, span);
    for (Map.Entry<Local, BigInteger> entry : coefficients.entrySet()) {
      Expr bound = new Expr.LocalRef(entry.getKey(), span);
      sum = plus(sum, entry.getValue(), bound, span);
    }
    for (Multiple other : others) {
      sum = plus(sum, other.factor(), other.expr(), span);
    }
    return sum;
  }

  private static Expr plus(Expr sum, BigInteger factor, Expr expr, Span span) {
    if (factor.equals(BigInteger.ONE)) {
      return binary(Builtin.PLUS, sum, expr, span);
    }
    return factor.negate().equals(BigInteger.ONE)
        ? binary(Builtin.MINUS, sum, expr, span)
        : binary(Builtin.PLUS, sum, binary(Builtin.TIMES, number(factor, span), expr, span), span);
  }

  static Expr number(BigInteger number, Span span) {
    return new Expr.Literal(IntValue.of(number), span);
  }

  static Expr binary(Builtin builtin, Expr left, Expr right, Span span) {
    return new Expr.Native(
        builtin, List.of(new Operand.ValueOperand(left), new Operand.ValueOperand(right)), span);
  }

  static BigInteger leastCommonMultiple(BigInteger one, BigInteger other) {
    return one.divide(one.gcd(other)).multiply(other);
  }
}
