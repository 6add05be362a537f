package skolem.inductive.obligation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import skolem.frontend.kernel.Expr;
import skolem.frontend.kernel.OperatorRef;
import skolem.frontend.source.Span;

/// The premises of the implications in a conjunct: where one is never true, the conjunct says less
/// than it seems to.
public final class Premises {
  /// @param reached a state predicate: the implication is reached, and its premise is true
  public record Premise(Expr reached, String text) {}

  private final List<Premise> found = new ArrayList<>();

  private Premises() {}

  /// The premises that stand below universal quantifiers, conjunctions, definitions and other
  /// implications only.
  public static List<Premise> of(Lemma lemma) {
    Premises premises = new Premises();
    premises.visit(lemma.expr(), UnaryOperator.identity());
    return premises.found;
  }

  /// @param reach makes of a predicate on this place one on the state
  private void visit(Expr expr, UnaryOperator<Expr> reach) {
    switch (expr) {
      case Expr.Quantified e when e.universal() ->
          visit(
              e.body(),
              inner -> reach.apply(new Expr.Quantified(false, e.bindings(), inner, e.span())));
      case Expr.Implies(var premise, var conclusion, var span) -> {
        found.add(new Premise(reach.apply(premise), Lemma.oneLine(premise.span())));
        visit(conclusion, inner -> reach.apply(new Expr.And(List.of(premise, inner), span)));
      }
      case Expr.And(var conjuncts, var span) -> {
        for (int i = 0; i < conjuncts.size(); i++) {
          List<Expr> before = conjuncts.subList(0, i);
          visit(conjuncts.get(i), inner -> reach.apply(after(before, inner, span)));
        }
      }
      case Expr.Let(var definitions, var body, var span) ->
          visit(body, inner -> reach.apply(new Expr.Let(definitions, inner, span)));
      case Expr.Apply(OperatorRef.Defined(var definition), var operands, _)
          when operands.isEmpty() && definition.closed() && !definition.recursive() ->
          visit(definition.body(), reach);
      default -> {}
    }
  }

  private static Expr after(List<Expr> before, Expr inner, Span span) {
    List<Expr> all = new ArrayList<>(before);
    all.add(inner);
    return all.size() == 1 ? inner : new Expr.And(all, span);
  }
}
