package skolem.explicit.eval;

import org.jspecify.annotations.Nullable;
import skolem.frontend.kernel.Variable;
import skolem.frontend.source.Span;
import skolem.frontend.value.Value;

/// What variables mean where an expression is evaluated: the current state and, in an action, as
/// much of the next state as is known.
///
/// Immutable; assigning a variable gives another object. Arrays are in the order of the variables
/// and never written to once they are here.
public final class States {
  private static final Value[] NO_VARIABLES = new Value[0];

  /// For expressions without variables.
  public static final States NONE = constant(0);

  private final @Nullable Value[] current;
  private final @Nullable Value @Nullable [] next;
  private final int level;
  private final boolean primed;
  private @Nullable States shifted;

  private States(
      @Nullable Value[] current, @Nullable Value @Nullable [] next, int level, boolean primed) {
    this.current = current;
    this.next = next;
    this.level = level;
    this.primed = primed;
  }

  /// No state, for an expression without variables that is evaluated on the way.
  static States constant(int level) {
    return new States(NO_VARIABLES, null, level, false);
  }

  /// One state.
  ///
  /// @param level its place in the behaviour, from 1
  public static States of(@Nullable Value[] current, int level) {
    return new States(current, null, level, false);
  }

  /// A state and its successor.
  public static States of(@Nullable Value[] current, @Nullable Value[] next, int level) {
    return new States(current, next, level, false);
  }

  @Nullable Value[] current() {
    return current;
  }

  @Nullable Value @Nullable [] next() {
    return next;
  }

  /// Whether there is no state at all.
  boolean isNone() {
    return level == 0;
  }

  int level() {
    return level;
  }

  /// The current state with nothing known of the next.
  States beforeStep() {
    return new States(current, new Value[current.length], level, primed);
  }

  /// What `e` sees in `e'`: the next state as the current one.
  ///
  /// @param at the place of the prime
  States shifted(Span at) {
    if (next == null) {
      throw EvaluationErrors.undefined(
          at,
          primed ? "a prime inside a primed expression" : "a primed expression outside an action");
    }
    if (shifted == null) {
      shifted = new States(next, null, level + 1, true);
    }
    return shifted;
  }

  Value read(Variable variable, Span at) {
    Value value = variable.index() < current.length ? current[variable.index()] : null;
    if (value == null) {
      String name = variable.name() + (primed ? "'" : "");
      throw EvaluationErrors.undefined(at, "the variable " + name + " has no value yet");
    }
    return value;
  }

  States withCurrent(@Nullable Value[] changed) {
    return new States(changed, next, level, primed);
  }

  States withNext(@Nullable Value[] changed) {
    return new States(current, changed, level, primed);
  }
}
