package skolem.encoder.formula;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Evaluates formulas and terms under an [Assignment]; remembers what it computed.
public final class Valuation extends BottomUp {
  private final Formulas formulas;
  private final Assignment assignment;
  private final Map<Formula, Boolean> values = new HashMap<>();
  private final Map<IntTerm, BigInteger> termValues = new HashMap<>();

  public Valuation(Formulas formulas, Assignment assignment) {
    this.formulas = formulas;
    this.assignment = assignment;
  }

  public boolean holds(Formula formula) {
    settle(formula);
    return known(formula);
  }

  public BigInteger value(IntTerm term) {
    settle(term);
    return known(term);
  }

  @Override
  boolean isKnown(Part part) {
    return switch (part) {
      case Formula formula -> values.containsKey(formula.positive());
      case IntTerm term -> termValues.containsKey(term);
    };
  }

  @Override
  List<? extends Part> parts(Part part) {
    boolean expanded = part instanceof Formula f && f.node() instanceof Formula.Exists;
    return expanded ? List.of() : super.parts(part);
  }

  /// One false conjunct decides a conjunction; the condition decides which side of a choice.
  @Override
  boolean isNeeded(List<? extends Part> parts, int at, Part whole) {
    if (at == 0) {
      return true;
    }
    return switch (whole) {
      case Formula formula when formula.node() instanceof Formula.And ->
          parts.get(at - 1) instanceof Formula before && isKnown(before) && known(before);
      case IntTerm term when term.node() instanceof IntTerm.Choice(var condition, _, _) ->
          known(condition) == (at == 1);
      case Formula _, IntTerm _ -> true;
    };
  }

  @Override
  void compute(Part part) {
    switch (part) {
      case Formula formula -> values.put(formula.positive(), computed(formula.positive()));
      case IntTerm term -> termValues.put(term, computed(term));
    }
  }

  private boolean known(Formula formula) {
    Boolean value = values.get(formula.positive());
    if (value == null) {
      throw new IllegalStateException("a part is not evaluated: " + formula.id());
    }
    return value != formula.negated();
  }

  private BigInteger known(IntTerm term) {
    BigInteger value = termValues.get(term);
    if (value == null) {
      throw new IllegalStateException("a part is not evaluated: " + term);
    }
    return value;
  }

  private boolean computed(Formula formula) {
    return switch (formula.node()) {
      case Formula.True() -> true;
      case Formula.Variable _ -> assignment.value(formula);
      case Formula.And(var conjuncts) -> conjuncts.stream().allMatch(conjunct -> known(conjunct));
      case Formula.LessEqual(var left, var right) -> known(left).compareTo(known(right)) <= 0;
      case Formula.Equal(var left, var right) -> known(left).equals(known(right));
      case Formula.Exists(var bound, var body) -> {
        Set<Formula> chosen = Set.copyOf(bound);
        Map<Formula, Formula> given = new HashMap<>();
        for (Formula variable : formulas.variables(body)) {
          if (!chosen.contains(variable)) {
            given.put(variable, constant(assignment.value(variable)));
          }
        }
        yield isWitnessed(formulas.substitute(body, given), chosen);
      }
    };
  }

  /// Whether some values of these variables make the formula true: conjuncts that are variables say
  /// which, and others are tried (Davis, Logemann, Loveland, 1962).
  private boolean isWitnessed(Formula body, Set<Formula> chosen) {
    Formula left = body;
    Formula forced = forced(left, chosen);
    while (forced != null) {
      left = where(left, forced.positive(), !forced.negated());
      forced = forced(left, chosen);
    }
    Formula whole = left;
    return formulas.variables(whole).stream()
        .filter(chosen::contains)
        .findFirst()
        .map(variable ->
            isWitnessed(where(whole, variable, true), chosen)
                || isWitnessed(where(whole, variable, false), chosen))
        .orElseGet(() -> holds(whole));
  }

  private static @Nullable Formula forced(Formula formula, Set<Formula> chosen) {
    List<Formula> conjuncts =
        !formula.negated() && formula.node() instanceof Formula.And(var all)
            ? all
            : List.of(formula);
    for (Formula conjunct : conjuncts) {
      if (chosen.contains(conjunct.positive())) {
        return conjunct;
      }
    }
    return null;
  }

  private Formula where(Formula formula, Formula variable, boolean value) {
    return formulas.substitute(formula, Map.of(variable, constant(value)));
  }

  private Formula constant(boolean value) {
    return value ? formulas.truth() : formulas.falsity();
  }

  private BigInteger computed(IntTerm term) {
    return switch (term.node()) {
      case IntTerm.Constant(var value) -> value;
      case IntTerm.Variable _ -> assignment.value(term);
      case IntTerm.Sum(var left, var right) -> known(left).add(known(right));
      case IntTerm.Product(var left, var right) -> known(left).multiply(known(right));
      case IntTerm.Quotient(var left, var right) -> floorDivide(known(left), known(right));
      case IntTerm.Remainder(var left, var right) -> {
        BigInteger divisor = known(right);
        yield divisor.signum() > 0 ? known(left).mod(divisor) : BigInteger.ZERO;
      }
      case IntTerm.Choice(var condition, var then, var otherwise) ->
          known(condition) ? known(then) : known(otherwise);
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
