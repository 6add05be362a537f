package skolem.frontend.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import skolem.frontend.kernel.Builtin;
import skolem.frontend.kernel.Definition;
import skolem.frontend.kernel.Expr;
import skolem.frontend.kernel.KernelInspection;
import skolem.frontend.kernel.Local;
import skolem.frontend.kernel.Operand;
import skolem.frontend.resolve.Symbol;
import skolem.frontend.source.Span;
import skolem.frontend.value.Value;

/// Makes the definition of an operator constant that a configuration gives point by point: a CASE
/// with an arm for each point.
final class Pointwise {
  private Pointwise() {}

  static Definition definition(Symbol symbol, Bindings bindings) {
    Span span = symbol.span();
    List<Local> parameters = new ArrayList<>();
    for (int i = 0; i < symbol.arity(); i++) {
      parameters.add(new Local("x" + (i + 1), 0));
    }
    List<Expr.Arm> arms = new ArrayList<>();
    for (Map.Entry<List<Value>, Value> point :
        bindings.points().getOrDefault(symbol, Map.of()).entrySet()) {
      List<Expr> matches = new ArrayList<>();
      for (int i = 0; i < parameters.size(); i++) {
        matches.add(
            new Expr.Native(
                Builtin.EQUAL,
                List.of(
                    new Operand.ValueOperand(new Expr.LocalRef(parameters.get(i), span)),
                    new Operand.ValueOperand(new Expr.Literal(point.getKey().get(i), span))),
                span));
      }
      arms.add(new Expr.Arm(new Expr.And(matches, span), new Expr.Literal(point.getValue(), span)));
    }
    Definition made = new Definition(symbol.name(), parameters, span);
    made.complete(new Expr.Case(arms, null, span));
    KernelInspection.of(List.of(made)).forEach(Definition::settle);
    return made;
  }
}
