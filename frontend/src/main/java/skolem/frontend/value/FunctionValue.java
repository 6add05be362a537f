package skolem.frontend.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A function with a finite domain, in one of three shapes by its domain.
///
/// Arguments and results are addressed by the place of the argument in the ascending domain.
public sealed interface FunctionValue extends Value permits TupleValue, RecordValue, MapValue {
  /// The function with this graph, in its normal shape.
  static FunctionValue of(Map<Value, Value> graph) {
    TreeMap<Value, Value> sorted = new TreeMap<>(graph);
    return ofAscending(new ArrayList<>(sorted.keySet()), new ArrayList<>(sorted.values()));
  }

  /// The function that maps `arguments.get(i)` to `results.get(i)`; the arguments ascend.
  static FunctionValue ofAscending(List<Value> arguments, List<Value> results) {
    if (isInitialSegment(arguments)) {
      return TupleValue.of(results);
    }
    if (arguments.getFirst() instanceof StringValue && arguments.getLast() instanceof StringValue) {
      return new RecordValue(
          arguments.stream().map(a -> ((StringValue) a).text()).toList(), results);
    }
    return MapValue.ofAscending(arguments, results);
  }

  private static boolean isInitialSegment(List<Value> ascending) {
    for (int i = 0; i < ascending.size(); i++) {
      if (!ascending.get(i).equals(IntValue.of(i + 1L))) {
        return false;
      }
    }
    return true;
  }

  /// The size of the domain.
  int size();

  /// The argument at this 0-based place of the ascending domain.
  Value argument(int index);

  /// The result at this place.
  Value result(int index);

  /// The place of `argument` in the domain, or a negative number where it is outside.
  int indexOf(Value argument);

  /// The result for `argument`, or null outside the domain.
  default @Nullable Value apply(Value argument) {
    int index = indexOf(argument);
    return index < 0 ? null : result(index);
  }

  /// This function with another result at the 0-based place `index`.
  FunctionValue with(int index, Value result);

  default SetValue domain() {
    List<Value> arguments = new ArrayList<>(size());
    for (int i = 0; i < size(); i++) {
      arguments.add(argument(i));
    }
    return SetValue.ofAscending(arguments);
  }

  /// Compares the domains, which are of one size, argument by argument.
  default int compareDomain(FunctionValue other) {
    int order = 0;
    for (int i = 0; order == 0 && i < size(); i++) {
      order = argument(i).compareTo(other.argument(i));
    }
    return order;
  }

  @Override
  default int rank() {
    return 5;
  }

  /// By size, then by domain, then by results.
  static int compare(FunctionValue left, FunctionValue right) {
    int order = Integer.compare(left.size(), right.size());
    if (order == 0) {
      order = left.compareDomain(right);
    }
    for (int i = 0; order == 0 && i < left.size(); i++) {
      order = left.result(i).compareTo(right.result(i));
    }
    return order;
  }
}
