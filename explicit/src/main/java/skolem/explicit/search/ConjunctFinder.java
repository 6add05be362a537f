package skolem.explicit.search;

import java.util.List;
import java.util.stream.Stream;
import skolem.explicit.eval.Evaluator;
import skolem.explicit.eval.States;
import skolem.frontend.kernel.Expr;
import skolem.frontend.kernel.OperatorRef;
import skolem.frontend.source.Span;

/// Finds the conjuncts that make a formula false, through definitions without parameters; those of
/// `[A /\ B]_v` are `[A]_v` and `[B]_v`.
final class ConjunctFinder {
  private final Evaluator evaluator;

  ConjunctFinder(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  /// @param formula one that is false in `states` and mentions no locals
  Expr firstFalse(Expr formula, States states) {
    return conjuncts(formula)
        .filter(conjunct -> !evaluator.holds(conjunct, states))
        .findFirst()
        .orElse(formula);
  }

  /// Whether the formula, or the conjunct of it, at this place is false, whatever the conjuncts
  /// before it are.
  boolean isFalse(Expr formula, Span place, States states) {
    return Stream.concat(Stream.of(formula), conjuncts(formula))
        .anyMatch(conjunct -> conjunct.span().equals(place) && !evaluator.holds(conjunct, states));
  }

  private static Stream<Expr> conjuncts(Expr formula) {
    return switch (formula) {
      case Expr.And and -> and.conjuncts().stream().flatMap(ConjunctFinder::conjuncts);
      case Expr.Apply apply
          when apply.operands().isEmpty()
              && apply.operator() instanceof OperatorRef.Defined(var definition)
              && definition.closed()
              && !definition.recursive() ->
          conjuncts(definition.body());
      case Expr.SubscriptedAction(boolean angle, var action, var subscript, _) when !angle -> {
        List<Expr> parts = conjuncts(action).toList();
        yield parts.size() == 1
            ? Stream.of(formula)
            : parts.stream()
                .map(part -> new Expr.SubscriptedAction(false, part, subscript, part.span()));
      }
      default -> Stream.of(formula);
    };
  }
}
