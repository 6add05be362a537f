package skolem.encoder.symbolic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import skolem.frontend.value.BoolValue;
import skolem.frontend.value.FunctionValue;
import skolem.frontend.value.IntValue;
import skolem.frontend.value.ModelValue;
import skolem.frontend.value.SetValue;
import skolem.frontend.value.StringValue;
import skolem.frontend.value.Value;
import skolem.frontend.value.ValueMap;

/// What kind of values a symbolic value may be, so far that any two values of one sort can surely
/// be compared, as TLC does it.
///
/// Stricter than [Comparability]: functions with the same argument are of one sort only if their
/// results for it are.
sealed interface Sort {
  /// The sort that joins with every other: that of the elements of no set.
  Sort ANY = new Scalars(List.of());

  /// Booleans, integers, strings and model values, by examples that can be compared.
  record Scalars(List<Value> examples) implements Sort {}

  /// Sets.
  record Sets(Sort elements) implements Sort {}

  /// Tuples, records or other functions, by the results that they may have; the one without
  /// arguments is of all three forms.
  record Graphs(Form form, ValueMap<Sort> results) implements Sort {}

  /// How the arguments of a function look.
  enum Form {
    TUPLE,
    RECORD,
    OTHER
  }

  /// The sort of all keys, where they have one.
  Function<Collection<Value>, Optional<Sort>> KEYS = keys -> Optional.ofNullable(ofAll(keys));

  /// The sort of a value, or null where two values that it may be might not be comparable.
  static @Nullable Sort of(SymValue value) {
    return switch (value) {
      case SymValue.Bool _ -> new Scalars(List.of(BoolValue.TRUE));
      case SymValue.Int _ -> new Scalars(List.of(IntValue.of(0)));
      case SymValue.Atom(var choices) -> ofKeys(choices);
      case SymValue.SetOf(var members, _, _) -> sets(ofKeys(members));
      case SymValue.Terms(var terms, _) -> {
        Sort all = ANY;
        for (SymValue.Term term : terms) {
          all = join(all, of(term.value()));
        }
        yield sets(all);
      }
      case SymValue.Function(var entries, boolean sequence) -> {
        List<Sort> results = new ArrayList<>(entries.size());
        for (SymValue.Entry entry : entries.values()) {
          Sort result = of(entry.result());
          if (result == null) {
            yield null;
          }
          results.add(result);
        }
        yield graphs(sequence, entries.withResults(results));
      }
      case SymValue.Mixed _, SymValue.Described _ -> null;
    };
  }

  /// The same of a constant.
  static @Nullable Sort of(Value value) {
    return switch (value) {
      case BoolValue _ -> new Scalars(List.of(BoolValue.TRUE));
      case IntValue _ -> new Scalars(List.of(IntValue.of(0)));
      case StringValue _ -> new Scalars(List.of(new StringValue("")));
      case ModelValue model -> new Scalars(List.of(model));
      case SetValue set -> sets(ofAll(set.elements()));
      case FunctionValue function -> {
        ValueMap.Builder<Sort> results = new ValueMap.Builder<>();
        for (int i = 0; i < function.size(); i++) {
          Sort result = of(function.result(i));
          if (result == null) {
            yield null;
          }
          results.put(function.argument(i), result);
        }
        yield graphs(false, results.build());
      }
    };
  }

  /// The sort of all keys of a map, or null where there is none.
  static @Nullable Sort ofKeys(ValueMap<?> map) {
    return map.ofKeys(KEYS).orElse(null);
  }

  private static @Nullable Sort ofAll(Collection<Value> values) {
    Sort all = ANY;
    for (Value value : values) {
      all = join(all, of(value));
    }
    return all;
  }

  private static @Nullable Sort sets(@Nullable Sort elements) {
    return elements == null ? null : new Sets(elements);
  }

  private static @Nullable Sort graphs(boolean sequence, ValueMap<Sort> results) {
    boolean tuple = true;
    int next = 1;
    for (Value argument : results.keySet()) {
      tuple &= argument.equals(IntValue.of(next++));
    }
    if (sequence || tuple) {
      return new Graphs(Form.TUPLE, results);
    }
    if (results.keySet().stream().allMatch(StringValue.class::isInstance)) {
      return new Graphs(Form.RECORD, results);
    }
    return ofAll(results.keySet()) == null ? null : new Graphs(Form.OTHER, results);
  }

  /// The sort of the values of both, or null where there is none.
  static @Nullable Sort join(@Nullable Sort left, @Nullable Sort right) {
    if (left == null || right == null) {
      return null;
    }
    if (left.equals(right) || right.equals(ANY)) {
      return left;
    }
    if (left.equals(ANY)) {
      return right;
    }
    return switch (left) {
      case Scalars(var l) when right instanceof Scalars(var r) -> {
        List<Value> all = new ArrayList<>(l);
        r.stream().filter(v -> !l.contains(v)).forEach(all::add);
        yield Comparability.uniform(all) ? new Scalars(all) : null;
      }
      case Sets(var l) when right instanceof Sets(var r) -> sets(join(l, r));
      case Graphs l when right instanceof Graphs r && l.results().isEmpty() -> r;
      case Graphs l when right instanceof Graphs r && r.results().isEmpty() -> l;
      case Graphs l when right instanceof Graphs r && l.form() == r.form() -> joined(l, r);
      case Scalars _, Sets _, Graphs _ -> null;
    };
  }

  private static @Nullable Sort joined(Graphs left, Graphs right) {
    ValueMap.Builder<Sort> joined = new ValueMap.Builder<>();
    for (Map.Entry<Value, Sort> entry : left.results().entrySet()) {
      Sort other = right.results().get(entry.getKey());
      Sort both = other == null ? entry.getValue() : join(entry.getValue(), other);
      if (both == null) {
        return null;
      }
      joined.put(entry.getKey(), both);
    }
    ValueMap<Sort> results = joined.build().union(right.results(), (both, _) -> both);
    boolean comparable = left.form() != Form.OTHER || ofAll(results.keySet()) != null;
    return comparable ? new Graphs(left.form(), results) : null;
  }
}
