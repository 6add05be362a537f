package skolem.encoder.formula;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The only maker of [IntTerm]s: interns them, folds constants, keeps intervals.
public final class IntTerms {
  private final @Nullable IntTerms base;
  private final Map<IntTerm.Node, IntTerm> interned = new HashMap<>();
  private int variables;

  /// @param base whose terms are shared, and which makes nothing more; null for none
  IntTerms(@Nullable IntTerms base) {
    this.base = base;
    this.variables = base == null ? 0 : base.variables;
  }

  private int size() {
    return base == null ? interned.size() : base.size() + interned.size();
  }

  private @Nullable IntTerm known(IntTerm.Node node) {
    IntTerm inBase = base == null ? null : base.known(node);
    return inBase == null ? interned.get(node) : inBase;
  }

  public IntTerm constant(BigInteger value) {
    return intern(new IntTerm.Constant(value), Interval.of(value));
  }

  /// A variable that no other term mentions yet, whose values lie in `interval`: whoever makes it
  /// asserts so.
  public IntTerm freshVariable(String name, Interval interval) {
    IntTerm.Node variable = new IntTerm.Variable(name + "#" + variables++);
    IntTerm made = new IntTerm(size(), variable, interval);
    interned.put(variable, made);
    return made;
  }

  public IntTerm sum(IntTerm left, IntTerm right) {
    BigInteger l = left.constant();
    BigInteger r = right.constant();
    if (l != null && r != null) {
      return constant(l.add(r));
    }
    if (l != null && l.signum() == 0) {
      return right;
    }
    if (r != null && r.signum() == 0) {
      return left;
    }
    return intern(
        left.id() <= right.id() ? new IntTerm.Sum(left, right) : new IntTerm.Sum(right, left),
        left.interval().plus(right.interval()));
  }

  public IntTerm negation(IntTerm term) {
    return product(constant(BigInteger.ONE.negate()), term);
  }

  public IntTerm product(IntTerm left, IntTerm right) {
    BigInteger l = left.constant();
    BigInteger r = right.constant();
    if (l != null && r != null) {
      return constant(l.multiply(r));
    }
    if (l != null && l.equals(BigInteger.ONE)) {
      return right;
    }
    if (r != null && r.equals(BigInteger.ONE)) {
      return left;
    }
    if ((l != null && l.signum() == 0) || (r != null && r.signum() == 0)) {
      return constant(BigInteger.ZERO);
    }
    return intern(
        left.id() <= right.id()
            ? new IntTerm.Product(left, right)
            : new IntTerm.Product(right, left),
        left.interval().times(right.interval()));
  }

  public IntTerm quotient(IntTerm dividend, IntTerm divisor) {
    return intern(
        new IntTerm.Quotient(dividend, divisor), dividend.interval().quotient(divisor.interval()));
  }

  public IntTerm remainder(IntTerm dividend, IntTerm divisor) {
    Interval remainders = divisor.interval().remainders();
    BigInteger modulus = divisor.constant();
    boolean unchanged =
        modulus != null && modulus.signum() > 0 && remainders.contains(dividend.interval());
    return unchanged ? dividend : intern(new IntTerm.Remainder(dividend, divisor), remainders);
  }

  public IntTerm choice(Formula condition, IntTerm then, IntTerm otherwise) {
    if (condition.isConstant()) {
      return condition.isTrue() ? then : otherwise;
    }
    return then == otherwise
        ? then
        : intern(
            new IntTerm.Choice(condition, then, otherwise),
            then.interval().hull(otherwise.interval()));
  }

  /// A term that can have one value only is that constant.
  private IntTerm intern(IntTerm.Node node, Interval interval) {
    BigInteger only = interval.only();
    if (only != null && !(node instanceof IntTerm.Constant)) {
      return constant(only);
    }
    IntTerm known = known(node);
    if (known != null) {
      return known;
    }
    IntTerm made = new IntTerm(size(), node, interval);
    interned.put(node, made);
    return made;
  }
}
