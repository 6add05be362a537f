package skolem.encoder.eval;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import skolem.encoder.symbolic.Algebra;
import skolem.encoder.symbolic.SymValue;
import skolem.frontend.kernel.Expr;
import skolem.frontend.kernel.Local;
import skolem.frontend.kernel.Operand;
import skolem.frontend.value.Value;

/// Operands and locals that are seen to be constants without evaluating anything: literals, bound
/// variables, and fields of those. Nothing goes wrong in them, whenever they are evaluated.
final class SeenConstants {
  /// Constants with more parts than this are not looked at.
  private static final int PARTS = 16;

  private final Algebra algebra;

  SeenConstants(Algebra algebra) {
    this.algebra = algebra;
  }

  /// The constants that the operands are; null where one is none, or is an operator.
  @Nullable List<Value> constants(List<Operand> operands, Env env) {
    List<Value> constants = new ArrayList<>(operands.size());
    for (Operand operand : operands) {
      Value constant =
          operand instanceof Operand.ValueOperand(var expr) ? constant(value(expr, env)) : null;
      if (constant == null) {
        return null;
      }
      constants.add(constant);
    }
    return constants;
  }

  /// The constants that locals stand for; null where one stands for none.
  @Nullable List<Value> values(List<Local> locals, Env env) {
    List<Value> constants = new ArrayList<>(locals.size());
    for (Local local : locals) {
      Value constant = constant(value(local, env));
      if (constant == null) {
        return null;
      }
      constants.add(constant);
    }
    return constants;
  }

  private @Nullable SymValue value(Local local, Env env) {
    return switch (env.lookup(local)) {
      case Env.Binding.Known(var value) -> value;
      case Env.Binding.Delayed delayed -> value(delayed.expr(), delayed.env());
      case Env.Binding.Operator _, Env.Binding.Unfinished _ -> null;
      case null -> null;
    };
  }

  private @Nullable SymValue value(Expr expr, Env env) {
    return switch (expr) {
      case Expr.Literal(var value, _) -> algebra.lift(value);
      case Expr.LocalRef(var local, _) -> value(local, env);
      case Expr.FunctionApply(var function, var argument, _) ->
          value(function, env) instanceof SymValue.Function known
              ? result(known, constant(value(argument, env)))
              : null;
      default -> null;
    };
  }

  private static @Nullable SymValue result(SymValue.Function function, @Nullable Value argument) {
    SymValue.Entry entry = argument == null ? null : function.entries().get(argument);
    return entry != null && entry.inDomain().isTrue() ? entry.result() : null;
  }

  private @Nullable Value constant(@Nullable SymValue value) {
    return value == null || parts(value) > PARTS ? null : algebra.constant(value);
  }

  private static int parts(SymValue value) {
    return switch (value) {
      case SymValue.Bool _, SymValue.Atom _, SymValue.Int _ -> 1;
      case SymValue.SetOf(var members, _) -> members.size();
      case SymValue.Function(var entries, _) -> entries.size();
      case SymValue.Mixed _, SymValue.Described _ -> Integer.MAX_VALUE;
    };
  }
}
