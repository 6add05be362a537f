package skolem.explicit.eval;

import org.jspecify.annotations.Nullable;
import skolem.frontend.kernel.Expr;
import skolem.frontend.value.Value;

/// An expression that is evaluated by need, in the states of the place that needs it.
///
/// Remembers one result for use outside a prime and one for use inside. A result stands for as long
/// as the current state is the same and, where its evaluation looked at the next state, that too.
final class Thunk {
  private final Expr expr;
  private Environment environment;
  private @Nullable Result first;
  private @Nullable Result second;

  private static final class Result {
    private final Denotation denotation;
    private final @Nullable Value[] current;

    /// Null where the evaluation did not look at the next state.
    private final @Nullable Value @Nullable [] next;

    Result(Denotation denotation, @Nullable Value[] current, @Nullable Value @Nullable [] next) {
      this.denotation = denotation;
      this.current = current;
      this.next = next;
    }

    boolean standsFor(States states) {
      return current == states.current() && (next == null || next == states.next());
    }
  }

  Thunk(Expr expr, Environment environment) {
    this.expr = expr;
    this.environment = environment;
  }

  Expr expr() {
    return expr;
  }

  Environment environment() {
    return environment;
  }

  /// Ties the knot of a LET, whose definitions see one another.
  void setEnvironment(Environment environment) {
    this.environment = environment;
  }

  Denotation denote(Evaluator evaluator, States states) {
    Result known = first;
    if (known == null || !known.standsFor(states)) {
      known = second;
      if (known == null || !known.standsFor(states)) {
        return evaluate(evaluator, states);
      }
    }
    if (known.next != null) {
      evaluator.noteLook();
    }
    return known.denotation;
  }

  private Denotation evaluate(Evaluator evaluator, States states) {
    long before = evaluator.looks();
    Denotation denotation = evaluator.denote(expr, environment, states);
    boolean looked = evaluator.looks() != before;
    second = first;
    first = new Result(denotation, states.current(), looked ? states.next() : null);
    return denotation;
  }
}
