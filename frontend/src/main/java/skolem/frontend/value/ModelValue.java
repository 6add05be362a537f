package skolem.frontend.value;

import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A model value: equal to itself and to nothing else.
///
/// A name such as `A_x` (one letter, an underscore) makes it *typed*: it may only be compared with
/// model values of the same letter.
public final class ModelValue implements Value {
  private final String name;
  private final long fingerprint;

  public ModelValue(String name) {
    this.name = name;
    this.fingerprint = Fingerprint.ofText(Fingerprint.seed(0), name);
  }

  public String name() {
    return name;
  }

  /// The model values that occur in a value.
  public static NavigableSet<ModelValue> in(Value value) {
    NavigableSet<ModelValue> found = new TreeSet<>();
    collect(value, found);
    return found;
  }

  private static void collect(Value value, NavigableSet<ModelValue> to) {
    switch (value) {
      case ModelValue v -> to.add(v);
      case BoolValue _, IntValue _, StringValue _ -> {}
      case SetValue v -> v.forEach(element -> collect(element, to));
      case FunctionValue v -> {
        for (int i = 0; i < v.size(); i++) {
          collect(v.argument(i), to);
          collect(v.result(i), to);
        }
      }
    }
  }

  @Override
  public long fingerprint() {
    return fingerprint;
  }

  @Override
  public int rank() {
    return 0;
  }

  /// The type letter, or `0` where the value is untyped.
  public char type() {
    return name.length() > 2 && name.charAt(1) == '_' ? name.charAt(0) : 0;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof ModelValue that
            && fingerprint == that.fingerprint
            && name.equals(that.name));
  }

  @Override
  public int hashCode() {
    return Fingerprint.fold(fingerprint);
  }

  @Override
  public String toString() {
    return name;
  }
}
