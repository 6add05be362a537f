package skolem.encoder.eval;

import skolem.frontend.kernel.Expr;
import skolem.frontend.kernel.OperatorRef;

/// What an expression comes down to, through definitions that do not call themselves, LET, and
/// operands, without evaluating any of it.
final class Unfolding {
  private Unfolding() {}

  /// The first expression on the way that is none of these. For an operand or LET definition it is
  /// the same object each time.
  static Unfolded of(Expr expr, Env env) {
    return switch (expr) {
      case Expr.Let e -> of(e.body(), env.let(e));
      case Expr.LocalRef(var local, _)
          when env.lookup(local) instanceof Env.Binding.Delayed delayed ->
          delayed.unfolded();
      case Expr.Apply(OperatorRef.Defined(var definition), var operands, _)
          when !definition.recursive() ->
          operands.isEmpty() && env.lookup(definition) instanceof Env.Binding.Delayed delayed
              ? delayed.unfolded()
              : of(definition.body(), env.inside(definition, operands, env));
      default -> new Unfolded(expr, env);
    };
  }
}
