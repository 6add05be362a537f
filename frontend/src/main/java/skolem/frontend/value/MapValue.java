package skolem.frontend.value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.StringJoiner;

/// A function whose domain is neither `1..n` nor a set of strings.
///
/// Built by [FunctionValue#ofAscending] only, which chooses the shape.
///
/// @param arguments the domain, ascending
/// @param results in the order of the arguments
public record MapValue(List<Value> arguments, List<Value> results) implements FunctionValue {
  @Override
  public int size() {
    return arguments.size();
  }

  @Override
  public Value argument(int index) {
    return arguments.get(index);
  }

  @Override
  public Value result(int index) {
    return results.get(index);
  }

  @Override
  public int indexOf(Value argument) {
    return Collections.binarySearch(arguments, argument);
  }

  @Override
  public MapValue with(int index, Value result) {
    List<Value> changed = new ArrayList<>(results);
    changed.set(index, result);
    return new MapValue(arguments, changed);
  }

  @Override
  public String toString() {
    StringJoiner out = new StringJoiner(" @@ ", "(", ")");
    for (int i = 0; i < arguments.size(); i++) {
      out.add(arguments.get(i) + " :> " + results.get(i));
    }
    return out.toString();
  }
}
