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

/// Operands and locals whose values are seen without evaluating anything: constants (literals,
/// bound variables, and fields of those), and what a variable is in the current state. Nothing goes
/// wrong in them, whenever they are evaluated, and they are the same on every path.
final class SeenOperands {
  /// Constants with more parts than this are not looked at.
  private static final int PARTS = 16;

  private static final States NO_VARIABLES = States.none();

  private final Algebra algebra;

  SeenOperands(Algebra algebra) {
    this.algebra = algebra;
  }

  /// What is seen of an operand.
  sealed interface Seen {
    record Constant(Value value) implements Seen {}

    /// The value of a variable in a state, as this object.
    record OfState(SymValue value) implements Seen {
      @Override
      @SuppressWarnings("ReferenceEquality")
      public boolean equals(@Nullable Object other) {
        return other instanceof OfState(var otherValue) && value == otherValue;
      }

      @Override
      public int hashCode() {
        return System.identityHashCode(value);
      }
    }
  }

  SymValue value(Seen seen) {
    return switch (seen) {
      case Seen.Constant(var value) -> algebra.lift(value);
      case Seen.OfState(var value) -> value;
    };
  }

  /// What is seen of the operands; null where one is not seen, or is an operator.
  ///
  /// @param variables whether variables are seen, too
  @Nullable List<Seen> operands(List<Operand> operands, boolean variables, Context context) {
    States states = variables ? context.states() : NO_VARIABLES;
    List<Seen> all = new ArrayList<>(operands.size());
    for (Operand operand : operands) {
      Seen seen =
          operand instanceof Operand.ValueOperand(var expr)
              ? seen(value(expr, context.env(), states), states)
              : null;
      if (seen == null) {
        return null;
      }
      all.add(seen);
    }
    return all;
  }

  /// What is seen of the values that locals stand for; null where one is not seen.
  ///
  /// @param variables whether variables are seen, too
  @Nullable List<Seen> locals(List<Local> locals, boolean variables, Context context) {
    States states = variables ? context.states() : NO_VARIABLES;
    List<Seen> all = new ArrayList<>(locals.size());
    for (Local local : locals) {
      Seen seen = seen(value(local, context.env(), states), states);
      if (seen == null) {
        return null;
      }
      all.add(seen);
    }
    return all;
  }

  private @Nullable SymValue value(Local local, Env env, States states) {
    return switch (env.lookup(local)) {
      case Env.Binding.Known(var value) -> value;
      case Env.Binding.Delayed delayed -> value(delayed.expr(), delayed.env(), states);
      case Env.Binding.Operator _, Env.Binding.Unfinished _ -> null;
      case null -> null;
    };
  }

  private @Nullable SymValue value(Expr expr, Env env, States states) {
    return switch (expr) {
      case Expr.Literal(var value, _) -> algebra.lift(value);
      case Expr.LocalRef(var local, _) -> value(local, env, states);
      case Expr.VariableRef(var variable, _) -> states.current(variable);
      case Expr.FunctionApply(var function, var argument, _) ->
          value(function, env, states) instanceof SymValue.Function known
              ? result(known, constant(value(argument, env, states)))
              : null;
      default -> null;
    };
  }

  private static @Nullable SymValue result(SymValue.Function function, @Nullable Value argument) {
    SymValue.Entry entry = argument == null ? null : function.entries().get(argument);
    return entry != null && entry.inDomain().isTrue() ? entry.result() : null;
  }

  private @Nullable Seen seen(@Nullable SymValue value, States states) {
    if (value == null) {
      return null;
    }
    Value constant = constant(value);
    if (constant != null) {
      return new Seen.Constant(constant);
    }
    return states.isCurrent(value) ? new Seen.OfState(value) : null;
  }

  private @Nullable Value constant(@Nullable SymValue value) {
    return value == null || parts(value) > PARTS ? null : algebra.constant(value);
  }

  private static int parts(SymValue value) {
    return switch (value) {
      case SymValue.Bool _, SymValue.Atom _, SymValue.Int _ -> 1;
      case SymValue.SetOf(var members, _, var within) when within == null -> members.size();
      case SymValue.Function(var entries, _) -> entries.size();
      case SymValue.SetOf _, SymValue.Mixed _, SymValue.Described _ -> Integer.MAX_VALUE;
    };
  }
}
