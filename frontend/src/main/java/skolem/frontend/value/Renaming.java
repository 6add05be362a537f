package skolem.frontend.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A permutation of model values, applied wherever they occur in a value.
///
/// @param images of the values that it moves
public record Renaming(Map<Value, Value> images) {
  public Renaming {
    images = Map.copyOf(images);
  }

  /// Exchanges two values.
  public static Renaming swap(ModelValue left, ModelValue right) {
    return new Renaming(Map.of(left, right, right, left));
  }

  public Value of(Value value) {
    return switch (value) {
      case ModelValue v -> images.getOrDefault(v, v);
      case BoolValue v -> v;
      case IntValue v -> v;
      case StringValue v -> v;
      case SetValue v -> SetValue.of(of(v.elements()));
      case TupleValue v -> TupleValue.of(of(v.elements()));
      case RecordValue v -> new RecordValue(v.names(), of(v.results()));
      case MapValue v -> of(v);
    };
  }

  /// The arguments change their places where they are renamed themselves.
  private Value of(MapValue function) {
    Map<Value, Value> graph = new TreeMap<>();
    for (int i = 0; i < function.size(); i++) {
      graph.put(of(function.argument(i)), of(function.result(i)));
    }
    return FunctionValue.of(graph);
  }

  private List<Value> of(List<Value> values) {
    List<Value> renamed = new ArrayList<>(values.size());
    for (Value value : values) {
      renamed.add(of(value));
    }
    return renamed;
  }
}
