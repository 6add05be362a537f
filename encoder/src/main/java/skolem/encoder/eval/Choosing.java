package skolem.encoder.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.symbolic.Algebra;
import skolem.encoder.symbolic.Site;
import skolem.encoder.symbolic.SymValue;
import skolem.frontend.kernel.Expr;
import skolem.frontend.value.Value;
import skolem.frontend.value.ValueMap;

/// CHOOSE: the least element that satisfies the predicate, in the order of values.
final class Choosing {
  private final SymbolicEvaluator evaluator;
  private final Quantification quantification;
  private final Algebra algebra;
  private final Formulas formulas;

  Choosing(SymbolicEvaluator evaluator, Quantification quantification, Algebra algebra) {
    this.evaluator = evaluator;
    this.quantification = quantification;
    this.algebra = algebra;
    this.formulas = algebra.formulas();
  }

  SymValue choose(Expr.Choose expr, Context context) {
    Site site = context.site(expr.span());
    SymValue set = evaluator.evaluate(expr.binding().set(), context);
    if (set instanceof SymValue.Terms terms) {
      return leastTerm(expr, terms, context);
    }
    List<SymValue.Alternative> alternatives = new ArrayList<>();
    ValueMap.Builder<Formula> choices = new ValueMap.Builder<>();
    Formula none = formulas.truth();
    for (Map.Entry<Value, Formula> member :
        algebra.list(set, context.site(expr.binding().set().span())).members().entrySet()) {
      Context inside =
          quantification.bind(
              expr.binding(),
              algebra.lift(member.getKey()),
              context.under(none).under(member.getValue()),
              expr.span());
      Formula witness = formulas.and(member.getValue(), evaluator.holds(expr.predicate(), inside));
      Formula chosen = formulas.and(none, witness);
      if (!chosen.isFalse()) {
        alternatives.add(new SymValue.Alternative(chosen, algebra.lift(member.getKey())));
        choices.put(member.getKey(), chosen);
      }
      none = formulas.and(none, witness.not());
      if (none.isFalse()) {
        return algebra.oneOf(choices.build(), algebra.merge(alternatives));
      }
    }
    site.undefined(none, "CHOOSE finds no element that satisfies its predicate");
    return algebra.oneOf(choices.build(), algebra.merge(alternatives));
  }

  /// The least of the terms that satisfy the predicate.
  private SymValue leastTerm(Expr.Choose expr, SymValue.Terms set, Context context) {
    Site site = context.site(expr.span());
    List<SymValue.Term> fitting = new ArrayList<>(set.terms().size());
    for (SymValue.Term term : algebra.elements(set, site)) {
      Formula fits =
          formulas.and(
              term.present(),
              quantification.inNoOrder(
                  context.under(term.present()),
                  c ->
                      evaluator.holds(
                          expr.predicate(),
                          quantification.bind(expr.binding(), term.value(), c, expr.span()))));
      if (!fits.isFalse()) {
        fitting.add(new SymValue.Term(fits, term.value()));
      }
    }
    site.undefined(
        formulas.or(fitting.stream().map(SymValue.Term::present).toList()).not(),
        "CHOOSE finds no element that satisfies its predicate");
    return algebra.least(set, fitting, site);
  }
}
