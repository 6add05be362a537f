package skolem.encoder.eval;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import skolem.encoder.symbolic.Faults;
import skolem.encoder.symbolic.Path;
import skolem.encoder.symbolic.Site;
import skolem.encoder.symbolic.SymValue;
import skolem.frontend.kernel.Definition;
import skolem.frontend.kernel.Expr;
import skolem.frontend.kernel.Local;
import skolem.frontend.kernel.Operand;
import skolem.frontend.kernel.OperatorRef;

/// What locals and LET definitions stand for: an immutable chain, looked up by identity.
public final class Env {
  /// The environment that binds nothing.
  public static final Env EMPTY = new Env(null, null, null);

  /// What a local stands for.
  public sealed interface Binding {
    /// A value: a bound variable.
    record Known(SymValue value) implements Binding {}

    /// An operand that has not been evaluated yet, with the environment of its place.
    final class Delayed implements Binding {
      private final Expr expr;
      private Env env;
      private @Nullable Outcome outcome;
      private @Nullable Unfolded unfolded;

      public Delayed(Expr expr, Env env) {
        this.expr = expr;
        this.env = env;
      }

      public Expr expr() {
        return expr;
      }

      public Env env() {
        return env;
      }

      /// What it comes down to without being evaluated.
      Unfolded unfolded() {
        Unfolded known = unfolded;
        if (known == null) {
          known = Unfolding.of(expr, env);
          unfolded = known;
        }
        return known;
      }

      /// What was found before and stands for these states on this path, or null.
      @Nullable Outcome known(States states, Path path) {
        return outcome != null && outcome.states() == states && path.isWithin(outcome.path())
            ? outcome
            : null;
      }

      void remember(Outcome found) {
        outcome = found;
      }
    }

    /// What evaluation of an operand came to.
    ///
    /// @param path on which it stands
    /// @param faults wherever it is used
    record Outcome(States states, Path path, SymValue value, List<Faults.Fault> faults) {
      public Outcome {
        faults = List.copyOf(faults);
      }

      /// Whether it stands on every path: what depends on one that does not stands no further.
      boolean isEverywhere() {
        return path.isStart();
      }
    }

    /// An operator, with the environment of its place.
    record Operator(OperatorRef operator, Env env) implements Binding {}

    /// A recursive function inside its own definition, where it can only be applied.
    record Unfinished(RecursiveCall function) implements Binding {}
  }

  /// The application of a recursive function inside its own definition.
  public interface RecursiveCall {
    SymValue apply(SymValue argument, Site site);
  }

  private final @Nullable Object key;
  private final @Nullable Binding binding;
  private final @Nullable Env outer;

  private Env(@Nullable Object key, @Nullable Binding binding, @Nullable Env outer) {
    this.key = key;
    this.binding = binding;
    this.outer = outer;
  }

  public Env with(Local local, Binding binding) {
    return new Env(local, binding, this);
  }

  public Env with(Local local, SymValue value) {
    return new Env(local, new Binding.Known(value), this);
  }

  public Env with(List<Local> locals, List<SymValue> values) {
    Env env = this;
    for (int i = 0; i < locals.size(); i++) {
      env = env.with(locals.get(i), values.get(i));
    }
    return env;
  }

  /// The environment inside a LET. Its definitions see all of it: one may be used before it is
  /// defined, where it is declared RECURSIVE.
  public Env let(Expr.Let let) {
    List<Binding.Delayed> made = new ArrayList<>();
    Env inner = this;
    for (Definition definition : let.definitions()) {
      if (definition.parameters().isEmpty() && !definition.cyclic()) {
        Binding.Delayed body = new Binding.Delayed(definition.body(), this);
        inner = new Env(definition, body, inner);
        made.add(body);
      }
    }
    for (Binding.Delayed body : made) {
      body.env = inner;
    }
    return inner;
  }

  /// The environment inside a definition that stands in this one, where it is applied.
  ///
  /// @param callSite where the operands stand
  public Env inside(Definition definition, List<Operand> operands, Env callSite) {
    return (definition.closed() ? EMPTY : this).with(definition.parameters(), operands, callSite);
  }

  /// With operands bound to parameters.
  ///
  /// @param callSite where the operands stand
  public Env with(List<Local> parameters, List<Operand> operands, Env callSite) {
    Env env = this;
    for (int i = 0; i < parameters.size(); i++) {
      env = new Env(parameters.get(i), binding(operands.get(i), callSite), env);
    }
    return env;
  }

  private static Binding binding(Operand operand, Env callSite) {
    return switch (operand) {
      case Operand.ValueOperand(var expr) -> {
        Binding known = expr instanceof Expr.LocalRef(var local, _) ? callSite.lookup(local) : null;
        yield known != null ? known : new Binding.Delayed(expr, callSite);
      }
      case Operand.OperatorOperand(var operator) -> {
        Binding known =
            operator instanceof OperatorRef.Parameter(var local) ? callSite.lookup(local) : null;
        yield known != null ? known : new Binding.Operator(operator, callSite);
      }
    };
  }

  /// What a local or definition stands for, or null.
  public @Nullable Binding lookup(Object key) {
    for (Env env = this; env != null; env = env.outer) {
      if (env.key == key) {
        return env.binding;
      }
    }
    return null;
  }
}
