package skolem.explicit.search;

import skolem.explicit.eval.Evaluator;
import skolem.explicit.eval.States;
import skolem.frontend.kernel.Expr;
import skolem.frontend.kernel.OperatorRef;

/// Finds the conjunct that makes a formula false, through definitions without parameters.
final class ConjunctFinder {
  private final Evaluator evaluator;

  ConjunctFinder(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  /// @param formula one that is false in `states` and mentions no locals
  Expr firstFalse(Expr formula, States states) {
    return switch (formula) {
      case Expr.And and ->
          and.conjuncts().stream()
              .filter(conjunct -> !evaluator.holds(conjunct, states))
              .findFirst()
              .map(conjunct -> firstFalse(conjunct, states))
              .orElse(formula);
      case Expr.Apply apply
          when apply.operands().isEmpty()
              && apply.operator() instanceof OperatorRef.Defined(var definition)
              && definition.closed() ->
          firstFalse(definition.body(), states);
      default -> formula;
    };
  }
}
