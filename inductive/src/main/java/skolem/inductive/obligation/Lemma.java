package skolem.inductive.obligation;

import java.util.ArrayList;
import java.util.List;
import skolem.frontend.kernel.Expr;
import skolem.frontend.kernel.OperatorRef;
import skolem.frontend.model.Model;
import skolem.frontend.source.Span;

/// A conjunct of an invariant.
///
/// @param name the definition that the conjunct stands in, with its place there: `TypeOK!2`
public record Lemma(String name, Expr expr) {

  /// The conjuncts of an invariant, through definitions without parameters, in their order.
  public static List<Lemma> of(Model.Named invariant) {
    List<Lemma> lemmas = new ArrayList<>();
    split(invariant.name(), invariant.expr(), lemmas);
    return lemmas;
  }

  private static void split(String name, Expr expr, List<Lemma> to) {
    switch (expr) {
      case Expr.And(var conjuncts, _) -> {
        for (int i = 0; i < conjuncts.size(); i++) {
          split(name + "!" + (i + 1), conjuncts.get(i), to);
        }
      }
      case Expr.Apply(OperatorRef.Defined(var definition), var operands, _)
          when operands.isEmpty() && definition.closed() && !definition.recursive() ->
          split(definition.name(), definition.body(), to);
      default -> to.add(new Lemma(name, expr));
    }
  }

  /// The text of the conjunct, on one line.
  public String text() {
    return oneLine(expr.span());
  }

  static String oneLine(Span span) {
    return span.text().replaceAll("\\s+", " ");
  }
}
