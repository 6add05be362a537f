package skolem.encoder.formula;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Removes a quantified variable where a formula says how great it may be at most, and otherwise
/// wants it great: `\E p : (p => a) /\ c(p)`, c monotone in p, is `c(a)` (Ackermann 1935); and the
/// same with small for great.
///
/// This is what becomes of the choice of a subset: each element may be chosen under a condition,
/// and what is asked is that there be some.
final class ChoiceElimination {
  private final Formulas formulas;
  private final Formula variable;
  private final Map<Formula, Polarity> polarities = new HashMap<>();

  private ChoiceElimination(Formulas formulas, Formula variable) {
    this.formulas = formulas;
    this.variable = variable;
  }

  /// How a variable occurs in a formula.
  private record Polarity(boolean positive, boolean negative) {
    static final Polarity ABSENT = new Polarity(false, false);

    Polarity or(Polarity other) {
      return new Polarity(positive || other.positive, negative || other.negative);
    }

    Polarity flippedIf(boolean flip) {
      return flip ? new Polarity(/* positive= */ negative, /* negative= */ positive) : this;
    }
  }

  /// @return an equivalent of `\E variable : body` without the variable, or null where the body
  ///   does not have that shape
  static @Nullable Formula eliminate(Formulas formulas, Formula variable, Formula body) {
    ChoiceElimination elimination = new ChoiceElimination(formulas, variable);
    List<Formula> conjuncts =
        !body.negated() && body.node() instanceof Formula.And(var parts) ? parts : List.of(body);
    Formula below = elimination.withBounds(conjuncts, variable);
    return below != null ? below : elimination.withBounds(conjuncts, variable.not());
  }

  /// @param literal what the bounds limit from above: `literal => bound`
  private @Nullable Formula withBounds(List<Formula> conjuncts, Formula literal) {
    List<Formula> bounds = new ArrayList<>();
    List<Formula> others = new ArrayList<>();
    for (Formula conjunct : conjuncts) {
      Polarity polarity = polarity(conjunct).flippedIf(literal.negated());
      if (!polarity.negative()) {
        others.add(conjunct);
      } else {
        Formula bound = polarity.positive() ? null : bound(conjunct, literal);
        if (bound == null) {
          return null;
        }
        bounds.add(bound);
      }
    }
    Formula most = formulas.and(bounds);
    Formula image = literal.negated() ? most.not() : most;
    return formulas.substitute(formulas.and(others), Map.of(variable, image));
  }

  /// The bound that a conjunct puts on the literal; null where it is not of that form.
  private @Nullable Formula bound(Formula conjunct, Formula literal) {
    if (conjunct == literal.not()) {
      return formulas.falsity();
    }
    if (!conjunct.negated()
        || !(conjunct.node() instanceof Formula.And(var denied))
        || !denied.contains(literal)) {
      return null;
    }
    List<Formula> rest = new ArrayList<>(denied);
    rest.remove(literal);
    for (Formula other : rest) {
      if (!polarity(other).equals(Polarity.ABSENT)) {
        return null;
      }
    }
    return formulas.and(rest).not();
  }

  private Polarity polarity(Formula formula) {
    if (formula.id() < variable.id()) {
      // A formula is younger than its parts.
      return Polarity.ABSENT;
    }
    Formula positive = formula.positive();
    Polarity known = polarities.get(positive);
    if (known == null) {
      known = compute(positive);
      polarities.put(positive, known);
    }
    return known.flippedIf(formula.negated());
  }

  private Polarity compute(Formula formula) {
    return switch (formula.node()) {
      case Formula.True() -> Polarity.ABSENT;
      case Formula.Variable _ -> formula == variable ? new Polarity(true, false) : Polarity.ABSENT;
      case Formula.And(var conjuncts) -> {
        Polarity all = Polarity.ABSENT;
        for (Formula conjunct : conjuncts) {
          all = all.or(polarity(conjunct));
        }
        yield all;
      }
      case Formula.Exists(_, var body) -> polarity(body);
      case Formula.LessEqual _, Formula.Equal _ ->
          Support.variables(formula).contains(variable)
              ? new Polarity(true, true)
              : Polarity.ABSENT;
    };
  }
}
