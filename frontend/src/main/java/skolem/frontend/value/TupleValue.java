package skolem.frontend.value;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A function on `1..n`: a tuple, a sequence. The empty function is the empty tuple.
public final class TupleValue implements FunctionValue {
  public static final TupleValue EMPTY = new TupleValue(new Value[0]);

  private final Value[] elements;

  /// Computed by need, by each thread that finds 0 here.
  private long fingerprint;

  private TupleValue(Value[] elements) {
    this.elements = elements;
  }

  public static TupleValue of(List<? extends Value> elements) {
    return elements.isEmpty() ? EMPTY : new TupleValue(elements.toArray(new Value[0]));
  }

  public static TupleValue of(Value... elements) {
    return elements.length == 0 ? EMPTY : new TupleValue(elements.clone());
  }

  /// The element at this 0-based place.
  public Value get(int index) {
    return elements[index];
  }

  public List<Value> elements() {
    return List.of(elements);
  }

  /// The elements at 0-based places `from` (inclusive) to `to` (exclusive).
  public TupleValue slice(int from, int to) {
    return from == to ? EMPTY : new TupleValue(Arrays.copyOfRange(elements, from, to));
  }

  public TupleValue concat(TupleValue other) {
    Value[] joined = Arrays.copyOf(elements, elements.length + other.elements.length);
    System.arraycopy(other.elements, 0, joined, elements.length, other.elements.length);
    return joined.length == 0 ? EMPTY : new TupleValue(joined);
  }

  @Override
  public int size() {
    return elements.length;
  }

  @Override
  public Value argument(int index) {
    return IntValue.of(index + 1L);
  }

  @Override
  public Value result(int index) {
    return elements[index];
  }

  @Override
  public int indexOf(Value argument) {
    return argument instanceof IntValue i
            && i.isLong()
            && i.longValue() >= 1
            && i.longValue() <= elements.length
        ? (int) i.longValue() - 1
        : -1;
  }

  @Override
  public int compareDomain(FunctionValue other) {
    return other instanceof TupleValue ? 0 : FunctionValue.super.compareDomain(other);
  }

  @Override
  public TupleValue with(int index, Value result) {
    Value[] changed = elements.clone();
    changed[index] = result;
    return new TupleValue(changed);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof TupleValue that
            && fingerprint() == that.fingerprint()
            && Arrays.equals(elements, that.elements));
  }

  @Override
  public long fingerprint() {
    long known = fingerprint;
    if (known == 0) {
      known = fingerprint(elements);
      fingerprint = known;
    }
    return known;
  }

  /// The fingerprint of the tuple of these elements.
  public static long fingerprint(Value[] elements) {
    return Fingerprint.ofValues(Fingerprint.seed(5), elements);
  }

  @Override
  public int hashCode() {
    return Fingerprint.fold(fingerprint());
  }

  @Override
  public void appendTo(StringBuilder out) {
    Enumeration.append(elements, "<<", ">>", out);
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    appendTo(out);
    return out.toString();
  }
}
