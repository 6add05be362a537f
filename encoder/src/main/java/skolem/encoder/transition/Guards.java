package skolem.encoder.transition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import skolem.encoder.eval.Context;
import skolem.encoder.eval.Env;
import skolem.encoder.eval.SymbolicEvaluator;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.symbolic.Faults;
import skolem.frontend.kernel.Binding;
import skolem.frontend.kernel.Definition;
import skolem.frontend.kernel.Expr;
import skolem.frontend.kernel.OperatorRef;

/// The truth of those parts of an action that assign nothing.
///
/// TLC goes through an action to find all ways of taking it: every disjunct and every element of an
/// existential quantifier, also after one that holds. So an evaluation error in any of them counts,
/// where the same formula as a predicate would not be evaluated that far.
final class Guards {
  /// Sets with more elements than this are quantified over as in predicates.
  private static final int EXPAND_UP_TO = 64;

  private final SymbolicEvaluator evaluator;
  private final Formulas formulas;
  private final IdentityHashMap<Expr, Boolean> splitting = new IdentityHashMap<>();

  Guards(SymbolicEvaluator evaluator) {
    this.evaluator = evaluator;
    this.formulas = evaluator.algebra().formulas();
  }

  Formula holds(Expr expr, Context context) {
    if (!splits(expr, context.env())) {
      return evaluator.holds(expr, context);
    }
    return switch (expr) {
      case Expr.And(var conjuncts, _) -> and(conjuncts, context);
      case Expr.Or(var disjuncts, _) ->
          formulas.or(disjuncts.stream().map(d -> holds(d, context)).toList());
      case Expr.Implies e -> {
        Formula premise = evaluator.holds(e.premise(), context);
        yield premise.isFalse()
            ? formulas.truth()
            : formulas.implies(premise, holds(e.conclusion(), context.under(premise)));
      }
      case Expr.If e -> {
        Formula condition = evaluator.holds(e.condition(), context);
        yield formulas.choice(
            condition,
            branch(e.thenBranch(), condition, context),
            branch(e.elseBranch(), condition.not(), context));
      }
      case Expr.Case e -> cases(e, context);
      case Expr.Let e -> holds(e.body(), context.with(context.env().let(e)));
      case Expr.Quantified e -> quantified(e, context);
      case Expr.LocalRef(var local, _)
          when context.env().lookup(local) instanceof Env.Binding.Delayed delayed ->
          holds(delayed.expr(), context.with(delayed.env()));
      case Expr.Apply(OperatorRef.Defined(var definition), var operands, _) ->
          operands.isEmpty()
                  && context.env().lookup(definition) instanceof Env.Binding.Delayed delayed
              ? holds(delayed.expr(), context.with(delayed.env()))
              : holds(
                  definition.body(),
                  context.with(context.env().inside(definition, operands, context.env())));
      default -> evaluator.holds(expr, context);
    };
  }

  private Formula cases(Expr.Case expr, Context context) {
    List<Formula> taken = new ArrayList<>();
    Context here = context;
    Formula none = formulas.truth();
    for (Expr.Arm arm : expr.arms()) {
      Formula condition = evaluator.holds(arm.condition(), here);
      Formula chosen = formulas.and(none, condition);
      taken.add(formulas.and(chosen, branch(arm.value(), condition, here)));
      none = formulas.and(none, condition.not());
      here = here.under(condition.not());
      if (none.isFalse()) {
        return formulas.or(taken);
      }
    }
    if (expr.other() == null) {
      context.site(expr.span()).undefined(none, "no arm of the CASE applies");
    } else {
      taken.add(formulas.and(none, holds(expr.other(), here)));
    }
    return formulas.or(taken);
  }

  private Formula branch(Expr expr, Formula condition, Context context) {
    return condition.isFalse() ? condition : holds(expr, context.under(condition));
  }

  private Formula and(List<Expr> conjuncts, Context context) {
    List<Formula> all = new ArrayList<>(conjuncts.size());
    Context here = context;
    for (Expr conjunct : conjuncts) {
      Formula formula = holds(conjunct, here);
      if (formula.isFalse()) {
        return formula;
      }
      all.add(formula);
      here = here.under(formula);
    }
    return formulas.and(all);
  }

  private Formula quantified(Expr.Quantified expr, Context context) {
    boolean isSmall =
        expr.bindings().stream().map(Binding::set).allMatch(set -> isSmall(set, context));
    if (expr.universal() || !isSmall) {
      return evaluator.holds(expr, context);
    }
    Formula exchanged = evaluator.exchanged(expr, context);
    if (exchanged != null) {
      return exchanged;
    }
    List<Formula> cases = new ArrayList<>();
    evaluator.forEach(
        expr.bindings(),
        context,
        expr.span(),
        (guard, inside) -> cases.add(formulas.and(guard, holds(expr.body(), inside))));
    return formulas.or(cases);
  }

  private boolean isSmall(Expr set, Context context) {
    int size =
        evaluator
            .algebra()
            .listingSize(evaluator.evaluate(set, context.with(new Faults(formulas))));
    return size >= 0 && size <= EXPAND_UP_TO;
  }

  /// Whether the walk through an expression meets a choice.
  private boolean splits(Expr expr, Env env) {
    if (expr instanceof Expr.LocalRef(var local, _)) {
      return env.lookup(local) instanceof Env.Binding.Delayed delayed
          && splits(delayed.expr(), delayed.env());
    }
    Boolean known = splitting.get(expr);
    if (known == null) {
      known = splits(expr, new HashSet<>());
      splitting.put(expr, known);
    }
    return known;
  }

  private static boolean splits(Expr expr, Set<Definition> seen) {
    return switch (expr) {
      case Expr.Or _ -> true;
      case Expr.Quantified e -> !e.universal();
      case Expr.And(var conjuncts, _) -> conjuncts.stream().anyMatch(c -> splits(c, seen));
      case Expr.Implies e -> splits(e.conclusion(), seen);
      case Expr.If e -> splits(e.thenBranch(), seen) || splits(e.elseBranch(), seen);
      case Expr.Case e ->
          e.arms().stream().anyMatch(arm -> splits(arm.value(), seen))
              || (e.other() != null && splits(e.other(), seen));
      case Expr.Let e -> splits(e.body(), seen);
      case Expr.LocalRef _ -> true;
      case Expr.Apply(OperatorRef.Defined(var definition), _, _) ->
          !definition.recursive() && seen.add(definition) && splits(definition.body(), seen);
      default -> false;
    };
  }
}
