package skolem.frontend.value;

/// A concrete TLA+ value.
///
/// Values are normalised: sets are sorted and free of duplicates, a function whose domain is `1..n`
/// is a [TupleValue], one whose domain is a non-empty set of strings is a [RecordValue]. Equality
/// is therefore structural and agrees with TLA+ where TLA+ defines it.
///
/// The order is total. Across kinds: model values, booleans, integers, strings, sets, functions;
/// sets and functions by size first. `CHOOSE` takes the least witness in this order.
public sealed interface Value extends Comparable<Value>
    permits ModelValue, BoolValue, IntValue, StringValue, SetValue, FunctionValue {

  /// The kind's place in the order; values of different rank are never equal.
  int rank();

  /// A hash of 64 well mixed bits: equal values have equal fingerprints, different ones different
  /// fingerprints but for about one pair in 2^64.
  long fingerprint();

  @Override
  default int compareTo(Value other) {
    if (this == other) {
      return 0;
    }
    int byRank = Integer.compare(rank(), other.rank());
    if (byRank != 0) {
      return byRank;
    }
    return switch (this) {
      case ModelValue v -> v.name().compareTo(((ModelValue) other).name());
      case BoolValue v -> Boolean.compare(v.value(), ((BoolValue) other).value());
      case IntValue v -> v.compareWith((IntValue) other);
      case StringValue v -> v.text().compareTo(((StringValue) other).text());
      case SetValue v -> v.compareWith((SetValue) other);
      case FunctionValue v -> FunctionValue.compare(v, (FunctionValue) other);
    };
  }

  /// Appends the value as TLA+, the same text that `toString` gives.
  default void appendTo(StringBuilder out) {
    out.append(this);
  }

  /// The words that a message uses for what kind of value this is.
  default String kind() {
    return switch (this) {
      case ModelValue _ -> "a model value";
      case BoolValue _ -> "a Boolean";
      case IntValue _ -> "an integer";
      case StringValue _ -> "a string";
      case SetValue _ -> "a set";
      case TupleValue _ -> "a tuple";
      case RecordValue _ -> "a record";
      case MapValue _ -> "a function";
    };
  }
}
