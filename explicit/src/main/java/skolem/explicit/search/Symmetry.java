package skolem.explicit.search;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import skolem.frontend.source.Code;
import skolem.frontend.source.RejectedException;
import skolem.frontend.source.Span;
import skolem.frontend.value.FunctionValue;
import skolem.frontend.value.ModelValue;
import skolem.frontend.value.Renaming;
import skolem.frontend.value.SetValue;
import skolem.frontend.value.Value;

/// A group of permutations of model values; states that it maps to each other count as one.
final class Symmetry {
  private static final int LARGEST_GROUP = 1_000_000;

  private final List<Renaming> group;

  private Symmetry(List<Renaming> group) {
    this.group = group;
  }

  /// The group that a set of permutations generates.
  static Symmetry generatedBy(Value permutations, Span at) {
    if (!(permutations instanceof SetValue set)) {
      throw reject(at, "the symmetry set must be a set of permutations");
    }
    List<Map<Value, Value>> generators = new ArrayList<>();
    for (Value permutation : set) {
      generators.add(permutation(permutation, at));
    }
    Set<Map<Value, Value>> closed = new LinkedHashSet<>(generators);
    Queue<Map<Value, Value>> open = new ArrayDeque<>(generators);
    while (!open.isEmpty()) {
      Map<Value, Value> element = open.remove();
      for (Map<Value, Value> generator : generators) {
        Map<Value, Value> product = compose(generator, element);
        if (closed.add(product)) {
          open.add(product);
        }
        if (closed.size() > LARGEST_GROUP) {
          throw reject(at, "the symmetry group is too large");
        }
      }
    }
    closed.remove(Map.<Value, Value>of());
    return new Symmetry(closed.stream().map(Renaming::new).toList());
  }

  private static RejectedException reject(Span at, String message) {
    return RejectedException.of(Code.UNDEFINED, at, message);
  }

  /// Without the points that it leaves where they are, so that equal permutations are equal maps.
  private static Map<Value, Value> permutation(Value value, Span at) {
    Map<Value, Value> moved = new TreeMap<>();
    if (!(value instanceof FunctionValue function)) {
      throw reject(at, "the symmetry set must be a set of permutations");
    }
    for (int i = 0; i < function.size(); i++) {
      if (!(function.argument(i) instanceof ModelValue)
          || !(function.result(i) instanceof ModelValue)) {
        throw reject(at, "a symmetry must permute model values");
      }
      put(moved, function.argument(i), function.result(i));
    }
    return moved;
  }

  private static void put(Map<Value, Value> moved, Value from, Value to) {
    if (!from.equals(to)) {
      moved.put(from, to);
    }
  }

  private static Map<Value, Value> compose(Map<Value, Value> second, Map<Value, Value> first) {
    Map<Value, Value> product = new TreeMap<>();
    Set<Value> points = new LinkedHashSet<>(first.keySet());
    points.addAll(second.keySet());
    for (Value point : points) {
      Value middle = first.getOrDefault(point, point);
      put(product, point, second.getOrDefault(middle, middle));
    }
    return product;
  }

  /// The least of what `view` gives for the images of a state.
  Value least(Value[] state, Function<Value[], Value> view) {
    Value least = view.apply(state);
    for (Renaming permutation : group) {
      Value image = view.apply(image(state, permutation));
      if (image.compareTo(least) < 0) {
        least = image;
      }
    }
    return least;
  }

  private static Value[] image(Value[] values, Renaming permutation) {
    Value[] images = new Value[values.length];
    for (int i = 0; i < values.length; i++) {
      images[i] = permutation.of(values[i]);
    }
    return images;
  }
}
