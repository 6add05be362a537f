package skolem.solver.pruning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import skolem.encoder.abstraction.Fact;
import skolem.encoder.transition.Trail;
import skolem.frontend.value.BoolValue;
import skolem.frontend.value.IntValue;
import skolem.frontend.value.MapValue;
import skolem.frontend.value.ModelValue;
import skolem.frontend.value.RecordValue;
import skolem.frontend.value.Renaming;
import skolem.frontend.value.SetValue;
import skolem.frontend.value.StringValue;
import skolem.frontend.value.TupleValue;
import skolem.frontend.value.Value;

/// Which facts, and which ways through an action, a permutation of interchangeable values turns
/// into each other: one is possible after so many steps where the other is.
///
/// Each gets a key, in which the values of a set that it mentions are renamed to the first ones of
/// that set, in the order in which they occur. What has the same key is of the same orbit. The
/// opposite holds but for sets and functions of such values, whose order is lost.
final class Orbits {
  private final Map<ModelValue, List<ModelValue>> sets = new HashMap<>();

  /// @param interchangeable sets of values
  Orbits(List<List<ModelValue>> interchangeable) {
    interchangeable.forEach(set -> set.forEach(value -> sets.put(value, set)));
  }

  Object key(Fact fact) {
    if (sets.isEmpty()) {
      return fact;
    }
    Names names = new Names();
    List<Value> path = fact.path().stream().map(names::renamed).toList();
    Fact.Statement statement =
        switch (fact.statement()) {
          case Fact.Is(var value) -> new Fact.Is(names.renamed(value));
          case Fact.Contains(var element) -> new Fact.Contains(names.renamed(element));
          case Fact.Present s -> s;
          case Fact.Holds s -> s;
          case Fact.OfKind s -> s;
        };
    return new Fact(fact.variable(), path, statement);
  }

  /// Where ways part otherwise than by a place or an element, a renaming of the elements need not
  /// be one of the step: such a trail is alone in its orbit.
  Object key(Trail trail) {
    if (sets.isEmpty() || trail.elements() == null) {
      return trail;
    }
    Names names = new Names();
    List<Trail.Way> ways = new ArrayList<>();
    for (Trail at = trail; at != null; at = at.before()) {
      ways.add(
          switch (at.way()) {
            case Trail.Element(var value) -> new Trail.Element(names.renamed(value));
            case Trail.Side way -> way;
            case Trail.Picked way -> way;
            case Trail.Instance _, Trail.Unique _ ->
                throw new IllegalStateException("a way without an element");
          });
    }
    return ways;
  }

  /// The new names of the values that have occurred.
  private final class Names {
    private final Map<Value, Value> images = new HashMap<>();
    private final Map<List<ModelValue>, Integer> used = new HashMap<>();

    Value renamed(Value value) {
      meet(value);
      return new Renaming(images).of(value);
    }

    private void meet(Value value) {
      switch (value) {
        case ModelValue v -> {
          List<ModelValue> set = sets.get(v);
          if (set != null && !images.containsKey(v)) {
            images.put(v, set.get(used.merge(set, 1, Integer::sum) - 1));
          }
        }
        case BoolValue _, IntValue _, StringValue _ -> {}
        case SetValue v -> v.elements().forEach(this::meet);
        case TupleValue v -> v.elements().forEach(this::meet);
        case RecordValue v -> v.results().forEach(this::meet);
        case MapValue v -> {
          for (int i = 0; i < v.size(); i++) {
            meet(v.argument(i));
            meet(v.result(i));
          }
        }
      }
    }
  }
}
