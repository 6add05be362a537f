package skolem.encoder.eval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import skolem.encoder.symbolic.Faults;
import skolem.encoder.symbolic.SymValue;
import skolem.frontend.kernel.Variable;

/// The symbolic state, or pair of states, that an expression speaks about; of either, a variable
/// may not have a value yet.
///
/// The place of the current state in its behaviour, from 1, is 0 where it is not known: in a state
/// that any behaviour may come to at any time.
///
/// Identity matters: values of definitions are remembered here for as long as the states live, and
/// shared by pairs that were made of one current state.
public final class States {
  private final List<@Nullable SymValue> current;
  private final @Nullable List<@Nullable SymValue> next;
  private final int place;
  private @Nullable States primed;

  /// What is remembered of the current state, whatever the next one is.
  private final Map<Subject, Remembered> remembered;

  /// What has a value in a state: a definition, or an expression, with what its locals stand for.
  record Subject(Object rule, List<SeenOperands.Seen> operands) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Subject(var otherRule, var others)
          && rule == otherRule
          && operands.equals(others);
    }

    @Override
    public int hashCode() {
      return 31 * System.identityHashCode(rule) + operands.hashCode();
    }
  }

  /// The value of a subject and its evaluation errors, both for the path that is always taken.
  record Remembered(SymValue value, List<Faults.Fault> faults) {}

  private States(
      List<@Nullable SymValue> current, @Nullable List<@Nullable SymValue> next, int place) {
    this(current, next, place, new HashMap<>());
  }

  private States(
      List<@Nullable SymValue> current,
      @Nullable List<@Nullable SymValue> next,
      int place,
      Map<Subject, Remembered> remembered) {
    this.current = current;
    this.next = next;
    this.place = place;
    this.remembered = remembered;
  }

  /// No state at all: for constant expressions.
  public static States none() {
    return new States(List.of(), null, 0);
  }

  /// One state.
  public static States of(List<@Nullable SymValue> state) {
    return new States(state, null, 0);
  }

  /// This state as one that stands in its behaviour at this place.
  ///
  /// @param number from 1; 0 for not known
  public States at(int number) {
    return new States(current, next, number);
  }

  /// This state and a next one in which the variables have no value; constants that are left open,
  /// which stand behind the variables, keep theirs.
  public States toNext(List<Variable> variables) {
    List<@Nullable SymValue> unset = new ArrayList<>(current);
    variables.forEach(variable -> unset.set(variable.index(), null));
    return new States(current, unset, place, remembered);
  }

  /// From a state that is the next one of `middle`, to this next one.
  public States from(States middle) {
    return new States(middle.nextValues(), next, place);
  }

  /// From this state, to the next one of `other`.
  public States to(States other) {
    return new States(current, other.next, place, remembered);
  }

  /// With a value for a variable of the current state.
  public States withCurrent(Variable variable, SymValue value) {
    List<@Nullable SymValue> changed = new ArrayList<>(current);
    changed.set(variable.index(), value);
    return new States(changed, next, place);
  }

  /// With a value for a variable of the next state.
  public States withNext(Variable variable, SymValue value) {
    if (next == null) {
      throw new IllegalStateException("no next state");
    }
    List<@Nullable SymValue> changed = new ArrayList<>(next);
    changed.set(variable.index(), value);
    return new States(current, changed, place, remembered);
  }

  /// With a whole next state.
  public States withNextValues(List<? extends @Nullable SymValue> values) {
    return new States(current, new ArrayList<>(values), place, remembered);
  }

  public @Nullable SymValue current(Variable variable) {
    return variable.index() < current.size() ? current.get(variable.index()) : null;
  }

  /// Whether this object is the value of a variable in the current state.
  @SuppressWarnings("ReferenceEquality")
  boolean isCurrent(SymValue value) {
    for (SymValue each : current) {
      if (each == value) {
        return true;
      }
    }
    return false;
  }

  public @Nullable SymValue next(Variable variable) {
    return next == null ? null : next.get(variable.index());
  }

  /// The place of the current state in its behaviour, from 1; 0 where it is not known.
  int place() {
    return place;
  }

  /// Whether there is a next state.
  public boolean hasNext() {
    return next != null;
  }

  /// The next state alone, as the current one.
  States primed() {
    if (primed == null) {
      primed = new States(next == null ? List.of() : next, null, place == 0 ? 0 : place + 1);
    }
    return primed;
  }

  /// The values of the next state.
  public List<@Nullable SymValue> nextValues() {
    return next == null ? List.of() : next;
  }

  /// The values of the current state.
  public List<@Nullable SymValue> currentValues() {
    return current;
  }

  @Nullable Remembered remembered(Subject subject) {
    return remembered.get(subject);
  }

  void remember(Subject subject, Remembered value) {
    remembered.put(subject, value);
  }
}
