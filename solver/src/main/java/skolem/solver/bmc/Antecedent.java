package skolem.solver.bmc;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import skolem.frontend.kernel.Expr;
import skolem.frontend.kernel.OperatorRef;
import skolem.frontend.model.Model;
import skolem.frontend.model.SafetyProperties;
import skolem.frontend.source.Span;

/// The left side of an implication that is a conjunct of an invariant, itself or below universal
/// quantifiers.
///
/// @param condition says of a state that the left side is true there, of some values of what is
///   quantified
record Antecedent(String invariant, Expr condition, Span span) {

  /// Those of all invariants.
  static List<Antecedent> of(Model model) {
    List<Antecedent> found = new ArrayList<>();
    for (Model.Named invariant : SafetyProperties.of(model).invariants()) {
      find(invariant.name(), invariant.expr(), condition -> condition, found);
    }
    return found;
  }

  private static void find(
      String name, Expr expr, UnaryOperator<Expr> around, List<Antecedent> found) {
    switch (expr) {
      case Expr.And(var conjuncts, _) -> conjuncts.forEach(c -> find(name, c, around, found));
      case Expr.Apply(OperatorRef.Defined(var definition), var operands, _)
          when operands.isEmpty() && definition.closed() && !definition.recursive() ->
          find(name, definition.body(), around, found);
      case Expr.Quantified e when e.universal() ->
          find(
              name,
              e.body(),
              c -> around.apply(new Expr.Quantified(false, e.bindings(), c, e.span())),
              found);
      case Expr.Let e ->
          find(
              name, e.body(), c -> around.apply(new Expr.Let(e.definitions(), c, e.span())), found);
      case Expr.Implies e ->
          found.add(new Antecedent(name, around.apply(e.premise()), e.premise().span()));
      default -> {}
    }
  }
}
