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
    if (set instanceof SymValue.Terms) {
      return leastTerm(expr, algebra.elements(set, site), context);
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
  private SymValue leastTerm(Expr.Choose expr, List<SymValue.Term> terms, Context context) {
    Site site = context.site(expr.span());
    List<SymValue.Term> fitting = new ArrayList<>(terms.size());
    for (SymValue.Term term : terms) {
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
    List<SymValue.Alternative> alternatives = new ArrayList<>(fitting.size());
    Formula none = formulas.truth();
    for (int i = 0; i < fitting.size(); i++) {
      List<Formula> conditions = new ArrayList<>(List.of(none, fitting.get(i).present()));
      for (int j = 0; j < fitting.size(); j++) {
        if (i != j) {
          conditions.add(isNotAfter(fitting.get(i), fitting.get(j), site));
        }
      }
      Formula chosen = formulas.and(conditions);
      if (!chosen.isFalse()) {
        alternatives.add(new SymValue.Alternative(chosen, fitting.get(i).value()));
        none = formulas.and(none, chosen.not());
      }
    }
    site.undefined(
        formulas.or(fitting.stream().map(SymValue.Term::present).toList()).not(),
        "CHOOSE finds no element that satisfies its predicate");
    return algebra.merge(alternatives);
  }

  /// That a term does not come after another one that is there.
  private Formula isNotAfter(SymValue.Term term, SymValue.Term other, Site site) {
    Formula both = formulas.and(term.present(), other.present());
    if (both.isFalse()) {
      return formulas.truth();
    }
    Formula after = algebra.isBefore(other.value(), term.value());
    if (after == null) {
      Formula same = algebra.same(other.value(), term.value(), site.under(both));
      site.under(formulas.and(both, same.not()))
          .beyondLimits("CHOOSE has several elements to choose from, whose order is not known");
      return formulas.truth();
    }
    return formulas.and(other.present(), after).not();
  }
}
