package skolem.frontend.value;

import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A finite set, its elements ascending in the order of values.
public final class SetValue implements Value, Iterable<Value> {
  public static final SetValue EMPTY = new SetValue(new Value[0]);
  public static final SetValue BOOLEAN =
      new SetValue(new Value[] {BoolValue.FALSE, BoolValue.TRUE});

  private final Value[] elements;

  /// Computed by need, by each thread that finds 0 here.
  private long fingerprint;

  private SetValue(Value[] ascending) {
    this.elements = ascending;
  }

  /// The set of these elements, in any order and with any repetition.
  public static SetValue of(Collection<? extends Value> elements) {
    return ofOwned(elements.toArray(new Value[0]));
  }

  public static SetValue of(Value... elements) {
    return ofOwned(elements.clone());
  }

  /// The set of elements that already ascend without repetition.
  public static SetValue ofAscending(List<Value> elements) {
    return elements.isEmpty() ? EMPTY : new SetValue(elements.toArray(new Value[0]));
  }

  private static SetValue ofOwned(Value[] elements) {
    if (elements.length == 0) {
      return EMPTY;
    }
    Arrays.sort(elements);
    int kept = 1;
    for (int i = 1; i < elements.length; i++) {
      if (!elements[i].equals(elements[kept - 1])) {
        elements[kept++] = elements[i];
      }
    }
    return new SetValue(kept == elements.length ? elements : Arrays.copyOf(elements, kept));
  }

  public int size() {
    return elements.length;
  }

  public boolean isEmpty() {
    return elements.length == 0;
  }

  /// The element at this 0-based place of the order.
  public Value get(int index) {
    return elements[index];
  }

  public boolean contains(Value value) {
    return SortedValues.indexOf(elements, value) >= 0;
  }

  /// The elements, ascending.
  public List<Value> elements() {
    return List.of(elements);
  }

  @Override
  public Iterator<Value> iterator() {
    return Arrays.asList(elements).iterator();
  }

  int compareWith(SetValue other) {
    int bySize = Integer.compare(elements.length, other.elements.length);
    return bySize != 0 ? bySize : Arrays.compare(elements, other.elements);
  }

  @Override
  public int rank() {
    return 4;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof SetValue that
            && fingerprint() == that.fingerprint()
            && Arrays.equals(elements, that.elements));
  }

  @Override
  public long fingerprint() {
    long known = fingerprint;
    if (known == 0) {
      known = Fingerprint.ofValues(Fingerprint.seed(4), elements);
      fingerprint = known;
    }
    return known;
  }

  @Override
  public int hashCode() {
    return Fingerprint.fold(fingerprint());
  }

  @Override
  public void appendTo(StringBuilder out) {
    Enumeration.append(elements, "{", "}", out);
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    appendTo(out);
    return out.toString();
  }
}
