package skolem.encoder.eval;

import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.symbolic.Algebra;
import skolem.encoder.symbolic.Faults;
import skolem.encoder.symbolic.Picking;
import skolem.encoder.symbolic.SymValue;
import skolem.frontend.kernel.Binding;
import skolem.frontend.kernel.Expr;

/// Quantifiers over Nat and Int where their truth is asked for one way only, so that a free integer
/// variable stands for the bound one.
public final class IntegerQuantifiers {
  private final SymbolicEvaluator evaluator;
  private final Algebra algebra;
  private final Formulas formulas;

  public IntegerQuantifiers(SymbolicEvaluator evaluator) {
    this.evaluator = evaluator;
    this.algebra = evaluator.algebra();
    this.formulas = algebra.formulas();
  }

  /// Whether all sets of a quantifier are Nat or Int, and finitely many integers do not decide it.
  public boolean isOverIntegers(Expr.Quantified quantifier, Context context) {
    if (evaluator.finite(quantifier) != null) {
      return false;
    }
    Context silent = context.with(new Faults(formulas));
    return quantifier.bindings().stream()
        .allMatch(
            binding -> evaluator.evaluate(binding.set(), silent) instanceof SymValue.Integers);
  }

  /// Whether an expression is such a quantifier, and universal.
  public boolean isUniversal(Expr expr, Context context) {
    return expr instanceof Expr.Quantified quantifier
        && quantifier.universal()
        && isOverIntegers(quantifier, context);
  }

  /// When an expression is false, to be claimed only: universal quantifiers over Nat and Int, alone
  /// or behind premises, are false for the values of free variables.
  public Formula falsity(Expr expr, Context context) {
    if (expr instanceof Expr.Implies(var premise, var conclusion, _)) {
      Formula holds = evaluator.holds(premise, context);
      return holds.isFalse()
          ? holds
          : formulas.and(holds, falsity(conclusion, context.under(holds)));
    }
    if (!(expr instanceof Expr.Quantified quantifier) || !isUniversal(expr, context)) {
      return evaluator.holds(expr, context).not();
    }
    Formula within = formulas.truth();
    Context inside = context;
    for (Binding binding : quantifier.bindings()) {
      SymValue set = evaluator.evaluate(binding.set(), context);
      Picking.Pick pick =
          algebra.pick(set, binding.locals().getFirst().name(), context.site(binding.set().span()));
      within = formulas.and(within, pick.constraint());
      inside =
          evaluator.bind(binding, pick.value(), inside.under(pick.constraint()), quantifier.span());
    }
    Faults faults = new Faults(formulas);
    Formula falsity = falsity(quantifier.body(), inside.with(faults));
    if (!faults.all().isEmpty()) {
      throw context
          .site(quantifier.span())
          .unsupported(
              "this has no value for some integers, perhaps, and which of infinitely many come"
                  + " first is not defined: give a range");
    }
    return formulas.and(within, falsity);
  }
}
