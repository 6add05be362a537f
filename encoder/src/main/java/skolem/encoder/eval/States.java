package skolem.encoder.eval;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import skolem.encoder.symbolic.Faults;
import skolem.encoder.symbolic.SymValue;
import skolem.frontend.kernel.Definition;
import skolem.frontend.kernel.Variable;

/// The symbolic state, or pair of states, that an expression speaks about; of either, a variable
/// may not have a value yet.
///
/// Identity matters: values of definitions are remembered here for as long as the states live.
public final class States {
  private final List<@Nullable SymValue> current;
  private final @Nullable List<@Nullable SymValue> next;
  private @Nullable States primed;
  private final IdentityHashMap<Definition, Remembered> remembered = new IdentityHashMap<>();

  /// A definition's value and its evaluation errors, both for the path that is always taken.
  record Remembered(SymValue value, List<Faults.Fault> faults) {}

  private States(List<@Nullable SymValue> current, @Nullable List<@Nullable SymValue> next) {
    this.current = current;
    this.next = next;
  }

  /// No state at all: for constant expressions.
  public static States none() {
    return new States(List.of(), null);
  }

  /// One state.
  public static States of(List<@Nullable SymValue> state) {
    return new States(state, null);
  }

  /// This state and a next one in which no variable has a value.
  public States toNext() {
    List<@Nullable SymValue> unset = new ArrayList<>();
    for (int i = 0; i < current.size(); i++) {
      unset.add(null);
    }
    return new States(current, unset);
  }

  /// From a state that is the next one of `middle`, to this next one.
  public States from(States middle) {
    return new States(middle.nextValues(), next);
  }

  /// From this state, to the next one of `other`.
  public States to(States other) {
    return new States(current, other.next);
  }

  /// With a value for a variable of the current state.
  public States withCurrent(Variable variable, SymValue value) {
    List<@Nullable SymValue> changed = new ArrayList<>(current);
    changed.set(variable.index(), value);
    return new States(changed, next);
  }

  /// With a value for a variable of the next state.
  public States withNext(Variable variable, SymValue value) {
    if (next == null) {
      throw new IllegalStateException("no next state");
    }
    List<@Nullable SymValue> changed = new ArrayList<>(next);
    changed.set(variable.index(), value);
    return new States(current, changed);
  }

  /// With a whole next state.
  public States withNextValues(List<? extends @Nullable SymValue> values) {
    return new States(current, new ArrayList<>(values));
  }

  public @Nullable SymValue current(Variable variable) {
    return variable.index() < current.size() ? current.get(variable.index()) : null;
  }

  public @Nullable SymValue next(Variable variable) {
    return next == null ? null : next.get(variable.index());
  }

  /// Whether there is a next state.
  public boolean hasNext() {
    return next != null;
  }

  /// The next state alone, as the current one.
  States primed() {
    if (primed == null) {
      primed = new States(next == null ? List.of() : next, null);
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

  @Nullable Remembered remembered(Definition definition) {
    return remembered.get(definition);
  }

  void remember(Definition definition, Remembered value) {
    remembered.put(definition, value);
  }
}
