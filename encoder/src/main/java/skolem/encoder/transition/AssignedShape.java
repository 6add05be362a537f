package skolem.encoder.transition;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.symbolic.Algebra;
import skolem.encoder.symbolic.SymValue;
import skolem.frontend.value.Value;
import skolem.frontend.value.ValueMap;

/// The shape of a symbolic value: which constants it may be made of, whatever the guards say.
///
/// Joined with all that is assigned to a variable until nothing new comes, it holds every value
/// that the variable can have.
final class AssignedShape {
  private final Algebra algebra;
  private final Formulas formulas;
  private final List<Formula> choices = new ArrayList<>();

  AssignedShape(Algebra algebra) {
    this.algebra = algebra;
    this.formulas = algebra.formulas();
  }

  /// The variables that choose the values made by [#any].
  List<Formula> choices() {
    return choices;
  }

  /// A value that is the one or the other.
  SymValue join(SymValue left, SymValue right) {
    Formula first = formulas.freshVariable("shape");
    return algebra.merge(
        List.of(
            new SymValue.Alternative(first, left), new SymValue.Alternative(first.not(), right)));
  }

  /// Whether a value is made of constants that are listed.
  static boolean isListed(SymValue value) {
    return switch (value) {
      case SymValue.Bool _, SymValue.Atom _, SymValue.SetOf _ -> true;
      case SymValue.Int _, SymValue.Described _ -> false;
      case SymValue.Function(var entries, _) ->
          entries.values().stream().allMatch(e -> isListed(e.result()));
      case SymValue.Mixed(var alternatives) ->
          alternatives.stream().allMatch(a -> isListed(a.value()));
    };
  }

  /// The value without its formulas: equal where the same constants are possible.
  static Object of(SymValue value) {
    return switch (value) {
      case SymValue.Bool _ -> "boolean";
      case SymValue.Atom(var options) -> List.copyOf(options.keySet());
      case SymValue.SetOf(var members, _, _) -> Map.of("set", List.copyOf(members.keySet()));
      case SymValue.Function(var entries, var sequence) -> {
        Map<Value, Object> shape = new LinkedHashMap<>();
        entries.forEach((argument, entry) ->
            shape.put(argument, List.of(entry.inDomain().isTrue(), of(entry.result()))));
        yield List.of(sequence, shape);
      }
      case SymValue.Mixed(var alternatives) ->
          Map.of("mixed", alternatives.stream().map(a -> of(a.value())).toList());
      case SymValue.Int _, SymValue.Described _ -> value;
    };
  }

  /// Any value of this shape.
  SymValue any(SymValue shape) {
    return switch (shape) {
      case SymValue.Bool _ -> new SymValue.Bool(fresh());
      case SymValue.Atom(var options) -> {
        Iterator<Formula> guards = oneOf(options.size()).iterator();
        yield new SymValue.Atom(options.mapped((_, _) -> guards.next()));
      }
      case SymValue.SetOf(var members, _, _) ->
          new SymValue.SetOf(members.mapped((_, _) -> fresh()));
      case SymValue.Function(var entries, var sequence) -> anyFunction(entries, sequence);
      case SymValue.Mixed(var alternatives) -> {
        List<Formula> guards = oneOf(alternatives.size());
        List<SymValue.Alternative> chosen = new ArrayList<>();
        for (SymValue.Alternative alternative : alternatives) {
          chosen.add(new SymValue.Alternative(guards.get(chosen.size()), any(alternative.value())));
        }
        yield algebra.merge(chosen);
      }
      case SymValue.Int _, SymValue.Described _ ->
          throw new IllegalStateException("a value that is not listed");
    };
  }

  private SymValue anyFunction(ValueMap<SymValue.Entry> entries, boolean sequence) {
    List<SymValue.Entry> chosen = new ArrayList<>(entries.size());
    Formula before = formulas.truth();
    for (SymValue.Entry entry : entries.values()) {
      Formula defined = entry.inDomain().isTrue() ? formulas.truth() : fresh();
      if (sequence) {
        defined = formulas.and(before, defined);
        before = defined;
      }
      chosen.add(new SymValue.Entry(defined, any(entry.result())));
    }
    return new SymValue.Function(entries.withResults(chosen), sequence);
  }

  private Formula fresh() {
    Formula variable = formulas.freshVariable("shape");
    choices.add(variable);
    return variable;
  }

  /// Guards of which exactly one holds.
  private List<Formula> oneOf(int count) {
    List<Formula> guards = new ArrayList<>();
    Formula none = formulas.truth();
    for (int i = 0; i < count; i++) {
      Formula guard = i == count - 1 ? none : formulas.and(none, fresh());
      none = formulas.and(none, guard.not());
      guards.add(guard);
    }
    return guards;
  }
}
