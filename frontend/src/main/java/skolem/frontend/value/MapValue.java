package skolem.frontend.value;

import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/// A function whose domain is neither `1..n` nor a set of strings.
///
/// Built by [FunctionValue#ofAscending] only, which chooses the shape.
public final class MapValue implements FunctionValue {
  private final Value[] arguments;
  private final Value[] results;

  /// Computed by need, by each thread that finds 0 here.
  private long fingerprint;

  private MapValue(Value[] arguments, Value[] results) {
    this.arguments = arguments;
    this.results = results;
  }

  static MapValue ofAscending(List<Value> arguments, List<Value> results) {
    return new MapValue(arguments.toArray(new Value[0]), results.toArray(new Value[0]));
  }

  /// The domain, ascending.
  public List<Value> arguments() {
    return List.of(arguments);
  }

  /// The results in the order of the arguments.
  public List<Value> results() {
    return List.of(results);
  }

  @Override
  public int size() {
    return arguments.length;
  }

  @Override
  public Value argument(int index) {
    return arguments[index];
  }

  @Override
  public Value result(int index) {
    return results[index];
  }

  @Override
  public int indexOf(Value argument) {
    return SortedValues.indexOf(arguments, argument);
  }

  @Override
  public MapValue with(int index, Value result) {
    Value[] changed = results.clone();
    changed[index] = result;
    return new MapValue(arguments, changed);
  }

  @Override
  public long fingerprint() {
    long known = fingerprint;
    if (known == 0) {
      known = Fingerprint.ofValues(Fingerprint.ofValues(Fingerprint.seed(7), arguments), results);
      fingerprint = known;
    }
    return known;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof MapValue that
            && fingerprint() == that.fingerprint()
            && Arrays.equals(arguments, that.arguments)
            && Arrays.equals(results, that.results));
  }

  @Override
  public int hashCode() {
    return Fingerprint.fold(fingerprint());
  }

  @Override
  public String toString() {
    StringJoiner out = new StringJoiner(" @@ ", "(", ")");
    for (int i = 0; i < arguments.length; i++) {
      out.add(arguments[i] + " :> " + results[i]);
    }
    return out.toString();
  }
}
