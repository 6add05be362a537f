package skolem.encoder.eval;

import org.jspecify.annotations.Nullable;
import skolem.encoder.formula.Formula;
import skolem.encoder.symbolic.Algebra;
import skolem.encoder.symbolic.Faults;
import skolem.encoder.symbolic.Site;
import skolem.encoder.symbolic.SymValue;
import skolem.frontend.kernel.Expr;
import skolem.frontend.source.RejectedException;

/// Membership in sets by rule: whether `{x \in S : P(x)}` has an element is asked of that element,
/// in the place of all of S.
///
/// So does TLC where S is not listed. What is found stands where the predicate has a value; where
/// it may have none, the listed set decides what that means.
final class SetRules {
  private final SymbolicEvaluator evaluator;
  private final Quantification quantification;
  private final Algebra algebra;

  SetRules(SymbolicEvaluator evaluator, Quantification quantification, Algebra algebra) {
    this.evaluator = evaluator;
    this.quantification = quantification;
    this.algebra = algebra;
  }

  /// Whether the value is an element of the set.
  Formula member(SymValue element, Expr set, Context context, Site site) {
    Formula asked = algebra.constant(element) == null ? byRule(element, set, context, site) : null;
    return asked == null ? algebra.member(element, evaluator.evaluate(set, context), site) : asked;
  }

  /// The same by the rule alone; null where there is none, or it does not say.
  private @Nullable Formula byRule(SymValue element, Expr set, Context context, Site site) {
    SymValue rule = rule(set, context);
    if (rule == null) {
      return null;
    }
    Faults trial = new Faults(algebra.formulas());
    try {
      Formula member = algebra.member(element, rule, new Site(site.path(), site.span(), trial));
      return trial.all().isEmpty() ? member : null;
    } catch (RejectedException _) {
      // What is not supported for an element that is not known may be for each that is listed.
      return null;
    }
  }

  /// The set by its rule; null where there is none, or it is so small that it is listed once, for
  /// all who ask.
  private @Nullable SymValue rule(Expr set, Context context) {
    Unfolded unfolded = Unfolding.of(set, context.env());
    if (!(unfolded.expr() instanceof Expr.SetFilter filter)) {
      return null;
    }
    Context home = context.with(unfolded.env());
    Faults trial = new Faults(algebra.formulas());
    SymValue base = evaluator.evaluate(filter.binding().set(), home.with(trial));
    return quantification.isPickedFrom(base) && trial.all().isEmpty()
        ? quantification.byRule(filter, base, home)
        : null;
  }
}
