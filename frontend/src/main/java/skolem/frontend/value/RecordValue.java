package skolem.frontend.value;

import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/// A function on a non-empty set of strings: a record.
public final class RecordValue implements FunctionValue {
  private final String[] names;
  private final Value[] results;

  /// The fingerprint of the names, with which that of the record begins.
  private final long seed;

  /// Computed by need, by each thread that finds 0 here.
  private long fingerprint;

  /// @param names the field names, ascending, at least one
  /// @param results the fields' values, in the order of the names
  public RecordValue(List<String> names, List<Value> results) {
    this.names = names.toArray(new String[0]);
    this.results = results.toArray(new Value[0]);
    this.seed = seed(this.names);
    if (this.names.length == 0 || this.names.length != this.results.length) {
      throw new IllegalArgumentException(names + " and " + results);
    }
  }

  private RecordValue(RecordValue model, Value[] results) {
    this.names = model.names;
    this.results = results;
    this.seed = model.seed;
  }

  private static long seed(String[] names) {
    long state = Fingerprint.seed(6);
    for (String name : names) {
      state = Fingerprint.add(state, Fingerprint.ofText(state, name));
    }
    return state;
  }

  /// The record of the same fields with these values.
  public RecordValue withResults(List<Value> others) {
    if (others.size() != names.length) {
      throw new IllegalArgumentException(List.of(names) + " and " + others);
    }
    return new RecordValue(this, others.toArray(new Value[0]));
  }

  /// The field names, ascending.
  public List<String> names() {
    return List.of(names);
  }

  /// The fields' values, in the order of the names.
  public List<Value> results() {
    return List.of(results);
  }

  @Override
  public int size() {
    return names.length;
  }

  @Override
  public Value argument(int index) {
    return new StringValue(names[index]);
  }

  @Override
  public Value result(int index) {
    return results[index];
  }

  @Override
  public int indexOf(Value argument) {
    return argument instanceof StringValue name ? indexOf(name.text()) : -1;
  }

  /// Names come from few places, so that the same object is often found at once.
  @SuppressWarnings({"ReferenceEquality", "StringEquality"})
  private int indexOf(String name) {
    for (int i = 0; i < names.length; i++) {
      if (names[i] == name) {
        return i;
      }
    }
    return Arrays.binarySearch(names, name);
  }

  @Override
  public int compareDomain(FunctionValue other) {
    return other instanceof RecordValue that
        ? Arrays.compare(names, that.names)
        : FunctionValue.super.compareDomain(other);
  }

  @Override
  public RecordValue with(int index, Value result) {
    Value[] changed = results.clone();
    changed[index] = result;
    return new RecordValue(this, changed);
  }

  @Override
  public long fingerprint() {
    long known = fingerprint;
    if (known == 0) {
      known = Fingerprint.ofValues(seed, results);
      fingerprint = known;
    }
    return known;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof RecordValue that
            && fingerprint() == that.fingerprint()
            && Arrays.equals(names, that.names)
            && Arrays.equals(results, that.results));
  }

  @Override
  public int hashCode() {
    return Fingerprint.fold(fingerprint());
  }

  @Override
  public String toString() {
    if (!Arrays.stream(names).allMatch(RecordValue::isIdentifier)) {
      return asMapText();
    }
    StringJoiner out = new StringJoiner(", ", "[", "]");
    for (int i = 0; i < names.length; i++) {
      out.add(names[i] + " |-> " + results[i]);
    }
    return out.toString();
  }

  private static boolean isIdentifier(String name) {
    return name.chars().allMatch(c -> c == '_' || (c < 128 && Character.isLetterOrDigit(c)))
        && name.chars().anyMatch(Character::isLetter);
  }

  private String asMapText() {
    StringJoiner out = new StringJoiner(" @@ ", "(", ")");
    for (int i = 0; i < names.length; i++) {
      out.add(argument(i) + " :> " + results[i]);
    }
    return out.toString();
  }
}
