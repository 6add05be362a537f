package skolem.encoder.eval;

import skolem.frontend.kernel.Expr;
import skolem.frontend.kernel.OperatorRef;

/// What an expression comes down to, through definitions that do not call themselves, LET, and
/// operands, without evaluating any of it.
record Unfolding(SymbolicEvaluator evaluator) {

  /// An expression, and where it is to be evaluated.
  record Unfolded(Expr expr, Context home) {}

  /// The first expression on the way that is none of these.
  Unfolded of(Expr expr, Context context) {
    return switch (expr) {
      case Expr.Let e -> of(e.body(), context.with(context.env().let(e)));
      case Expr.LocalRef(var local, _)
          when context.env().lookup(local) instanceof Env.Binding.Delayed delayed ->
          of(delayed.expr(), context.with(delayed.env()));
      case Expr.Apply(OperatorRef.Defined(var definition), var operands, _)
          when !definition.recursive() -> {
        if (operands.isEmpty()
            && context.env().lookup(definition) instanceof Env.Binding.Delayed delayed) {
          yield of(delayed.expr(), context.with(delayed.env()));
        }
        Env inside = context.env().inside(definition, operands, context.env());
        yield of(definition.body(), context.with(inside));
      }
      default -> new Unfolded(expr, context);
    };
  }
}
