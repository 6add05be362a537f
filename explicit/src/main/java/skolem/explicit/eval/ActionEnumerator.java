package skolem.explicit.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import skolem.frontend.kernel.Expr;
import skolem.frontend.kernel.Variable;
import skolem.frontend.source.Diagnostic;
import skolem.frontend.source.RejectedException;
import skolem.frontend.source.Span;
import skolem.frontend.value.Value;

/// The states that an initial predicate or an action allows, in a fixed order.
///
/// A state that can be reached in several ways is found several times, as in TLC. A way that leaves
/// a variable without a value is an error.
public final class ActionEnumerator {
  private final Evaluator evaluator;
  private final Calls calls;
  private final LogicOps logic;
  private final Binders binders;

  /// Takes each state that is found.
  @FunctionalInterface
  public interface Sink {
    /// @param state its values in the order of the variables; not to be changed
    /// @return whether to look for more
    boolean accept(Value[] state, Labeling label);
  }

  ActionEnumerator(Evaluator evaluator, Calls calls, LogicOps logic, Binders binders) {
    this.evaluator = evaluator;
    this.calls = calls;
    this.logic = logic;
    this.binders = binders;
  }

  Evaluator evaluator() {
    return evaluator;
  }

  Calls calls() {
    return calls;
  }

  LogicOps logic() {
    return logic;
  }

  Binders binders() {
    return binders;
  }

  /// The initial states.
  ///
  /// @param target the only state of interest; its values are then tested rather than enumerated;
  ///   null for all
  /// @return whether the sink always asked for more
  public boolean initialStates(
      String name, Expr init, List<Variable> variables, Value @Nullable [] target, Sink sink) {
    Enumeration enumeration =
        new Enumeration(
            this,
            true,
            target,
            (states, label) ->
                sink.accept(complete(states.current(), "initial", variables, label), label));
    States nothing = States.of(new Value[variables.size()], 1);
    return walk(enumeration, name, init, nothing);
  }

  /// The successors of the state `current`.
  ///
  /// @param name what to call a step that no definition names
  /// @param target as for the initial states
  /// @return whether the sink always asked for more
  public boolean successors(
      String name,
      Expr next,
      List<Variable> variables,
      States current,
      Value @Nullable [] target,
      Sink sink) {
    Enumeration enumeration =
        new Enumeration(
            this,
            false,
            target,
            (states, label) ->
                sink.accept(
                    complete(Objects.requireNonNull(states.next()), "successor", variables, label),
                    label));
    return walk(enumeration, name, next, current.beforeStep());
  }

  /// What keeps the initial predicate from allowing a state; null where nothing does.
  public @Nullable Obstacle initialObstacle(String name, Expr init, Value[] target) {
    Enumeration enumeration = new Enumeration(this, true, target, (_, _) -> false);
    return obstacle(enumeration, name, init, States.of(new Value[target.length], 1));
  }

  /// What keeps an action from leading to a state; null where nothing does.
  public @Nullable Obstacle obstacle(String name, Expr next, States current, Value[] target) {
    Enumeration enumeration = new Enumeration(this, false, target, (_, _) -> false);
    return obstacle(enumeration, name, next, current.beforeStep());
  }

  private static @Nullable Obstacle obstacle(
      Enumeration enumeration, String name, Expr expr, States states) {
    try {
      return walk(enumeration, name, expr, states) ? enumeration.nearest() : null;
    } catch (RejectedException error) {
      Diagnostic diagnostic = error.diagnostics().getFirst();
      Obstacle nearest = enumeration.nearest();
      return nearest != null
          ? nearest
          : new Obstacle(name, diagnostic.message(), diagnostic.span(), 0, 0);
    }
  }

  /// @throws RejectedException where the sink refused nothing, and there was an error on some way
  private static boolean walk(Enumeration enumeration, String name, Expr expr, States states) {
    try {
      boolean goOn =
          enumeration.walk(
              expr, Environment.EMPTY, Labeling.of(name, expr.span()), states, Pending.NOTHING);
      RejectedException error = enumeration.error();
      if (goOn && error != null) {
        throw error;
      }
      return goOn;
    } catch (StackOverflowError _) {
      throw EvaluationErrors.tooDeep(expr.span());
    }
  }

  private static Value[] complete(
      @Nullable Value[] values, String which, List<Variable> variables, Labeling label) {
    Value[] complete = new Value[values.length];
    for (int i = 0; i < values.length; i++) {
      Value value = values[i];
      if (value == null) {
        throw EvaluationErrors.undefined(label.span(), incomplete(values, which, variables, label));
      }
      complete[i] = value;
    }
    return complete;
  }

  private static String incomplete(
      @Nullable Value[] values, String which, List<Variable> variables, Labeling label) {
    List<String> missing = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      if (values[i] == null) {
        missing.add(variables.get(i).name());
      }
    }
    return "the "
        + which
        + " state of "
        + label.name()
        + " is not completely specified: no value for "
        + String.join(", ", missing);
  }

  /// Whether `ENABLED A` holds: some way through `A` gives a next state.
  boolean isEnabled(Expr.Enabled enabled, Environment environment, States states) {
    return exists(enabled.action(), environment, states, (_, _) -> false);
  }

  /// Whether the step from the current to the next state is one of `A \cdot B`.
  boolean isComposed(Expr.Compose compose, Environment environment, States states) {
    return exists(
        compose.first(),
        environment,
        states,
        (middle, _) ->
            !evaluator.holds(
                compose.second(),
                environment,
                states.withCurrent(Objects.requireNonNull(middle.next()))));
  }

  private boolean exists(
      Expr action, Environment environment, States states, Enumeration.Sink refuses) {
    Labeling unnamed = Labeling.of("", Span.NONE).frozen();
    return !new Enumeration(this, false, null, refuses)
        .walk(action, environment, unnamed, states.beforeStep(), Pending.NOTHING);
  }
}
