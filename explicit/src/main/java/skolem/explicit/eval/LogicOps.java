package skolem.explicit.eval;

import java.util.Iterator;
import skolem.frontend.kernel.Binding;
import skolem.frontend.kernel.Expr;
import skolem.frontend.source.Span;
import skolem.frontend.value.Value;

/// Connectives, conditionals, quantifiers and CHOOSE: left to right, as far as the answer needs.
final class LogicOps {
  private final Evaluator evaluator;
  private final Binders binders;

  LogicOps(Evaluator evaluator, Binders binders) {
    this.evaluator = evaluator;
    this.binders = binders;
  }

  boolean and(Expr.And and, Environment environment, States states) {
    for (Expr conjunct : and.conjuncts()) {
      if (!evaluator.holds(conjunct, environment, states)) {
        return false;
      }
    }
    return true;
  }

  boolean or(Expr.Or or, Environment environment, States states) {
    for (Expr disjunct : or.disjuncts()) {
      if (evaluator.holds(disjunct, environment, states)) {
        return true;
      }
    }
    return false;
  }

  boolean implies(Expr.Implies implies, Environment environment, States states) {
    return !evaluator.holds(implies.premise(), environment, states)
        || evaluator.holds(implies.conclusion(), environment, states);
  }

  Expr branch(Expr.If conditional, Environment environment, States states) {
    return evaluator.holds(conditional.condition(), environment, states)
        ? conditional.thenBranch()
        : conditional.elseBranch();
  }

  /// The value of the first arm that matches.
  Expr branch(Expr.Case choice, Environment environment, States states) {
    for (Expr.Arm arm : choice.arms()) {
      if (evaluator.holds(arm.condition(), environment, states)) {
        return arm.value();
      }
    }
    if (choice.other() == null) {
      throw EvaluationErrors.undefined(choice.span(), "no arm of this CASE matches");
    }
    return choice.other();
  }

  boolean quantified(Expr.Quantified quantified, Environment environment, States states) {
    Expr finite = binders.finite(quantified);
    if (finite != null) {
      return evaluator.holds(finite, environment, states);
    }
    boolean universal = quantified.universal();
    boolean throughout =
        binders.each(
            quantified.bindings(),
            environment,
            states,
            inner -> evaluator.holds(quantified.body(), inner, states) == universal);
    return throughout == universal;
  }

  Value choose(Expr.Choose choose, Environment environment, States states) {
    Binding binding = choose.binding();
    DescribedSet set = evaluator.set(binding.set(), environment, states);
    Iterator<Value> elements = set.elements(binding.set().span());
    while (elements.hasNext()) {
      Value element = elements.next();
      Environment inner = Binders.bind(binding, element, environment, binding.set().span());
      if (evaluator.holds(choose.predicate(), inner, states)) {
        return element;
      }
    }
    throw EvaluationErrors.undefined(
        choose.span(),
        "CHOOSE finds no element of " + set.describe() + " that satisfies the predicate");
  }

  /// Whether the operands of `=` or `#` are equal.
  boolean equal(Expr.Native equality, Environment environment, States states) {
    Value left = evaluator.value(equality.value(0), environment, states);
    Value right = evaluator.value(equality.value(1), environment, states);
    return decided(left, right, equality.span());
  }

  /// Whether `expr` has the same value in both states.
  boolean unchanged(Expr expr, Span at, Environment environment, States states) {
    Value before = evaluator.value(expr, environment, states);
    return decided(before, evaluator.primed(expr, at, environment, states), at);
  }

  private static boolean decided(Value left, Value right, Span at) {
    return switch (Comparison.equal(left, right)) {
      case YES -> true;
      case NO -> false;
      case INCOMPARABLE -> throw EvaluationErrors.incomparable(at, left, right);
    };
  }
}
