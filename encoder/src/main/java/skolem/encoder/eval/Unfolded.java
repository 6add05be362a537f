package skolem.encoder.eval;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import skolem.encoder.symbolic.Faults;
import skolem.encoder.symbolic.SymValue;
import skolem.frontend.kernel.Expr;
import skolem.frontend.value.Value;

/// An expression, the environment that it is to be evaluated in, and, where it is a function by
/// rule, what was found of the function by need.
final class Unfolded {
  private final Expr expr;
  private final Env env;
  private @Nullable Found found;

  Unfolded(Expr expr, Env env) {
    this.expr = expr;
    this.env = env;
  }

  Expr expr() {
    return expr;
  }

  Env env() {
    return env;
  }

  /// What was found of the function in these states.
  Found in(States states) {
    Found known = found;
    if (known == null || known.states != states) {
      known = new Found(states);
      found = known;
    }
    return known;
  }

  /// The parts of a function that have been evaluated, each on a path of its own.
  static final class Found {
    private final States states;
    private final Map<Value, Evaluated<SymValue>> results = new HashMap<>();
    private @Nullable Evaluated<List<SymValue>> sets;

    private Found(States states) {
      this.states = states;
    }

    /// The sets that the arguments are taken from, one for each binding; null where they have not
    /// been evaluated.
    @Nullable Evaluated<List<SymValue>> sets() {
      return sets;
    }

    void remember(Evaluated<List<SymValue>> evaluated) {
      sets = evaluated;
    }

    /// The result for an argument, or null.
    @Nullable Evaluated<SymValue> result(Value argument) {
      return results.get(argument);
    }

    void remember(Value argument, Evaluated<SymValue> result) {
      results.put(argument, result);
    }
  }

  /// A value with the errors of its evaluation, which belong to each place of use.
  record Evaluated<T>(T value, List<Faults.Fault> faults) {
    Evaluated {
      faults = List.copyOf(faults);
    }
  }
}
