package skolem.encoder.eval;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.formula.IntTerm;
import skolem.encoder.formula.IntTerms;
import skolem.encoder.symbolic.Algebra;
import skolem.encoder.symbolic.Derivations;
import skolem.encoder.symbolic.Site;
import skolem.encoder.symbolic.SymValue;
import skolem.frontend.kernel.Builtin;
import skolem.frontend.value.BoolValue;
import skolem.frontend.value.IntValue;
import skolem.frontend.value.StringValue;
import skolem.frontend.value.Value;
import skolem.frontend.value.ValueMap;

/// Arithmetic: over the possible values one by one while they are few, else in the solver.
final class ArithmeticOps {
  /// How many pairs of values an operation goes through.
  private static final int PAIRS = 40_000;

  /// How many values a result may have before it becomes a term.
  private static final int CHOICES = 400;

  /// How many elements of a range are listed.
  private static final int LISTED = 2_000;

  /// How many bits a power may have, by a rough bound.
  private static final int MOST_BITS = 1 << 20;

  private final Algebra algebra;
  private final Formulas formulas;
  private final Derivations derivations;

  ArithmeticOps(Algebra algebra) {
    this.algebra = algebra;
    this.formulas = algebra.formulas();
    this.derivations = algebra.derivations();
  }

  // ── Operations ──────────────────────────────────────────────────────────────────────────────

  SymValue binary(Builtin operation, SymValue left, SymValue right, Site site) {
    SymValue l = integer(left, site);
    SymValue r = integer(right, site);
    if (l instanceof SymValue.Atom a && r instanceof SymValue.Atom b) {
      long pairs = (long) a.choices().size() * b.choices().size();
      if (pairs <= PAIRS) {
        SymValue result = overValues(operation, a, b, site);
        boolean few = !(result instanceof SymValue.Atom atom) || atom.choices().size() <= CHOICES;
        if (few) {
          return result;
        }
      }
    }
    if (isNothing(l) || isNothing(r)) {
      return SymValue.none();
    }
    return new SymValue.Int(asTerm(operation, algebra.term(l), algebra.term(r), site));
  }

  private static boolean isNothing(SymValue value) {
    return value instanceof SymValue.Mixed;
  }

  private SymValue overValues(
      Builtin operation, SymValue.Atom left, SymValue.Atom right, Site site) {
    if (left.only() instanceof IntValue l && right.only() instanceof IntValue r) {
      return overConstants(operation, l, r, site);
    }
    Derivations.Table table =
        derivations.combined(left, right, (a, b) -> result(operation, (IntValue) a, (IntValue) b));
    if (table != null && derivations.areRelated(left, right)) {
      reportFaults(operation, left, right, site);
      return derivations.scalar(table);
    }
    SymValue result = overPairs(operation, left, right, site);
    derivations.note(result, table);
    return result;
  }

  private static @Nullable IntValue result(Builtin operation, IntValue left, IntValue right) {
    return fault(operation, left, right) == null ? compute(operation, left, right) : null;
  }

  /// For operands that are related.
  private void reportFaults(Builtin operation, SymValue.Atom left, SymValue.Atom right, Site site) {
    Derivations.Table faults =
        derivations.combined(
            left,
            right,
            (a, b) -> {
              String fault = fault(operation, (IntValue) a, (IntValue) b);
              return fault == null ? null : new StringValue(fault);
            });
    if (faults == null) {
      throw new IllegalStateException("operands of which no table is known");
    }
    for (Value fault : faults.values()) {
      site.undefined(derivations.where(faults, fault), ((StringValue) fault).text());
    }
  }

  private SymValue overPairs(
      Builtin operation, SymValue.Atom left, SymValue.Atom right, Site site) {
    Map<Value, List<Formula>> guards = new HashMap<>();
    for (Map.Entry<Value, Formula> l : left.choices().entrySet()) {
      for (Map.Entry<Value, Formula> r : right.choices().entrySet()) {
        Formula both = formulas.and(l.getValue(), r.getValue());
        if (both.isFalse()) {
          continue;
        }
        IntValue a = (IntValue) l.getKey();
        IntValue b = (IntValue) r.getKey();
        String fault = fault(operation, a, b);
        if (fault != null) {
          site.undefined(both, fault);
        } else {
          guards.computeIfAbsent(compute(operation, a, b), _ -> new ArrayList<>()).add(both);
        }
      }
    }
    ValueMap.Builder<Formula> choices = new ValueMap.Builder<>();
    guards.forEach((value, list) -> choices.put(value, formulas.or(list)));
    return algebra.atom(choices.build());
  }

  private SymValue overConstants(Builtin operation, IntValue left, IntValue right, Site site) {
    String fault = fault(operation, left, right);
    if (fault != null) {
      site.undefined(formulas.truth(), fault);
      return SymValue.none();
    }
    return algebra.lift(compute(operation, left, right));
  }

  /// What is wrong with the operation on these values, or null.
  private static @Nullable String fault(Builtin operation, IntValue left, IntValue right) {
    return switch (operation) {
      case DIVIDE -> right.signum() == 0 ? left + " \\div 0 has no value" : null;
      case MODULO ->
          right.signum() <= 0 ? "the second argument of % is " + right + ", not positive" : null;
      case POWER -> {
        if (right.signum() < 0) {
          yield "the exponent is " + right + ", which is negative";
        }
        if (left.signum() == 0 && right.signum() == 0) {
          yield "0 ^ 0 has no value";
        }
        yield isTooLarge(left.bigValue(), right.bigValue())
            ? left + " ^ " + right + " is too large"
            : null;
      }
      default -> null;
    };
  }

  private static IntValue compute(Builtin operation, IntValue left, IntValue right) {
    return switch (operation) {
      case PLUS -> left.plus(right);
      case MINUS -> left.minus(right);
      case TIMES -> left.times(right);
      case DIVIDE -> {
        BigInteger[] parts = left.bigValue().divideAndRemainder(right.bigValue());
        boolean down = parts[1].signum() != 0 && parts[1].signum() != right.signum();
        yield IntValue.of(down ? parts[0].subtract(BigInteger.ONE) : parts[0]);
      }
      case MODULO -> IntValue.of(left.bigValue().mod(right.bigValue()));
      case POWER -> IntValue.of(power(left.bigValue(), right.bigValue()));
      default -> throw new IllegalArgumentException(operation.name());
    };
  }

  private static boolean isTooLarge(BigInteger base, BigInteger exponent) {
    BigInteger bits = exponent.multiply(BigInteger.valueOf(base.abs().bitLength()));
    return !isUnit(base) && bits.compareTo(BigInteger.valueOf(MOST_BITS)) > 0;
  }

  /// Whether its powers do not grow: -1, 0 or 1.
  private static boolean isUnit(BigInteger base) {
    return base.abs().compareTo(BigInteger.ONE) <= 0;
  }

  private static BigInteger power(BigInteger base, BigInteger exponent) {
    if (isUnit(base)) {
      return exponent.testBit(0) ? base : base.multiply(base);
    }
    return base.pow(exponent.intValueExact());
  }

  private IntTerm asTerm(Builtin operation, IntTerm left, IntTerm right, Site site) {
    IntTerms terms = formulas.terms();
    IntTerm zero = terms.constant(BigInteger.ZERO);
    return switch (operation) {
      case PLUS -> terms.sum(left, right);
      case MINUS -> terms.sum(left, terms.negation(right));
      case TIMES -> terms.product(left, right);
      case DIVIDE -> {
        site.undefined(formulas.equal(right, zero), "the second argument of \\div is 0");
        yield terms.quotient(left, right);
      }
      case MODULO -> {
        site.undefined(formulas.lessEqual(right, zero), "the second argument of % is not positive");
        yield terms.remainder(left, right);
      }
      case POWER -> {
        BigInteger exponent = right.constant();
        if (exponent == null || exponent.signum() <= 0 || exponent.bitLength() > 6) {
          throw site.unsupported("a power with an exponent that is not a small constant");
        }
        IntTerm result = left;
        for (int i = 1; i < exponent.intValueExact(); i++) {
          result = terms.product(result, left);
        }
        yield result;
      }
      default -> throw new IllegalArgumentException(operation.name());
    };
  }

  /// The value where it is an integer: an atom of integers, a term, or a Mixed of nothing.
  private SymValue integer(SymValue value, Site site) {
    return switch (value) {
      case SymValue.Int _ -> value;
      case SymValue.Atom(var choices) when areIntegers(choices) -> value;
      case SymValue.Atom(var choices) -> {
        ValueMap.Builder<Formula> integers = new ValueMap.Builder<>();
        choices.forEach((choice, guard) -> {
          if (choice instanceof IntValue) {
            integers.put(choice, guard);
          } else {
            site.undefined(guard, "an integer is expected here, not " + choice);
          }
        });
        yield algebra.atom(integers.build());
      }
      case SymValue.Mixed(var alternatives) -> {
        List<SymValue.Alternative> integers = new ArrayList<>();
        for (SymValue.Alternative alternative : alternatives) {
          SymValue one = integer(alternative.value(), site.under(alternative.guard()));
          if (!isNothing(one)) {
            integers.add(new SymValue.Alternative(alternative.guard(), one));
          }
        }
        yield algebra.merge(integers);
      }
      case SymValue.Bool _, SymValue.SetOf _, SymValue.Function _, SymValue.Described _ -> {
        site.undefined(formulas.truth(), "an integer is expected here, not " + value.kind());
        yield SymValue.none();
      }
    };
  }

  private static boolean areIntegers(ValueMap<Formula> choices) {
    for (Value choice : choices.keySet()) {
      if (!(choice instanceof IntValue)) {
        return false;
      }
    }
    return true;
  }

  // ── Comparisons ─────────────────────────────────────────────────────────────────────────────

  Formula compare(Builtin comparison, SymValue left, SymValue right, Site site) {
    SymValue l = integer(left, site);
    SymValue r = integer(right, site);
    if (isNothing(l) || isNothing(r)) {
      return formulas.falsity();
    }
    return switch (comparison) {
      case LESS -> lessEqual(r, l).not();
      case LESS_EQUAL -> lessEqual(l, r);
      case GREATER -> lessEqual(l, r).not();
      case GREATER_EQUAL -> lessEqual(r, l);
      default -> throw new IllegalArgumentException(comparison.name());
    };
  }

  private Formula lessEqual(SymValue left, SymValue right) {
    if (left instanceof SymValue.Atom l && right instanceof SymValue.Atom r) {
      Derivations.Table table =
          derivations.combined(l, r, (a, b) -> BoolValue.of(a.compareTo(b) <= 0));
      Formula formula =
          table != null && derivations.areRelated(l, r)
              ? derivations.where(table, BoolValue.TRUE)
              : lessEqual(l, r);
      derivations.note(formula, table);
      return formula;
    }
    return formulas.lessEqual(algebra.term(left), algebra.term(right));
  }

  /// For each value of the left side: some value of the right side that is not less.
  private Formula lessEqual(SymValue.Atom left, SymValue.Atom right) {
    if (left.only() instanceof IntValue l && right.only() instanceof IntValue r) {
      return formulas.constant(l.compareTo(r) <= 0);
    }
    if (right.only() != null) {
      return choicesWhere(left, (v, bound) -> v.compareTo(bound) <= 0, right.choices().firstKey());
    }
    if (left.only() != null) {
      return choicesWhere(right, (v, bound) -> v.compareTo(bound) >= 0, left.choices().firstKey());
    }
    List<Formula> cases = new ArrayList<>();
    for (Map.Entry<Value, Formula> choice : left.choices().entrySet()) {
      Formula notLess = choicesWhere(right, (v, bound) -> v.compareTo(bound) >= 0, choice.getKey());
      cases.add(formulas.and(choice.getValue(), notLess));
    }
    return formulas.or(cases);
  }

  /// When the atom is one of the values that pass the test; the fewer of them or of the others.
  private Formula choicesWhere(SymValue.Atom atom, BiPredicate<Value, Value> test, Value bound) {
    List<Formula> passing = new ArrayList<>();
    List<Formula> failing = new ArrayList<>();
    atom.choices()
        .forEach((value, guard) -> (test.test(value, bound) ? passing : failing).add(guard));
    return passing.size() <= failing.size() ? formulas.or(passing) : formulas.or(failing).not();
  }

  // ── Ranges ──────────────────────────────────────────────────────────────────────────────────

  SymValue range(SymValue low, SymValue high, Site site) {
    SymValue l = integer(low, site);
    SymValue h = integer(high, site);
    if (isNothing(l) || isNothing(h)) {
      return SymValue.none();
    }
    if (l instanceof SymValue.Atom a && h instanceof SymValue.Atom b) {
      BigInteger first = ((IntValue) a.choices().firstKey()).bigValue();
      BigInteger last = ((IntValue) b.choices().lastKey()).bigValue();
      if (last.subtract(first).compareTo(BigInteger.valueOf(LISTED)) < 0) {
        return listed(a, b, first, last);
      }
    }
    return new SymValue.Range(algebra.term(l), algebra.term(h));
  }

  private SymValue listed(
      SymValue.Atom low, SymValue.Atom high, BigInteger first, BigInteger last) {
    ValueMap.Builder<Formula> members = new ValueMap.Builder<>();
    for (BigInteger i = first; i.compareTo(last) <= 0; i = i.add(BigInteger.ONE)) {
      IntValue value = IntValue.of(i);
      Formula inside =
          formulas.and(
              choicesWhere(low, (v, bound) -> v.compareTo(bound) <= 0, value),
              choicesWhere(high, (v, bound) -> v.compareTo(bound) >= 0, value));
      if (!inside.isFalse()) {
        members.put(value, inside);
      }
    }
    return new SymValue.SetOf(members.build());
  }
}
