package skolem.explicit.eval;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import skolem.frontend.source.Span;
import skolem.frontend.value.SetValue;
import skolem.frontend.value.Value;

/// A set, listed or known by a rule.
sealed interface DescribedSet extends Denotation
    permits ListedSet,
        IntervalSet,
        InfiniteSet,
        PowerSet,
        FunctionSpace,
        ProductSpace,
        SequenceSpace,
        FilteredSet,
        CombinedSet,
        UnionOfMany {

  /// No set with more elements is written out.
  int LARGEST = 1 << 21;

  /// Whether `value` is an element.
  Decision decide(Value value);

  /// Whether the elements can be enumerated.
  boolean isFinite();

  /// Whether there surely are infinitely many elements; there are sets of which neither is known.
  boolean isInfinite();

  /// The elements, ascending, each once; an error where they cannot be enumerated.
  Iterator<Value> elements(Span at);

  /// The number of elements; an error where they cannot be enumerated.
  BigInteger size(Span at);

  /// Whether the set surely is empty.
  default boolean isEmpty() {
    return isFinite() && !elements(Span.NONE).hasNext();
  }

  /// How messages call it.
  String describe();

  /// The elements in the same order, whether or not they can be compared: as in TLC, that is no
  /// error where they are gone through one by one.
  default Iterator<Value> each(Span at) {
    return elements(at);
  }

  @Override
  default SetValue toValue(Span at) {
    return gathered(elements(at), at);
  }

  private SetValue gathered(Iterator<Value> elements, Span at) {
    List<Value> all = new ArrayList<>();
    while (elements.hasNext()) {
      if (all.size() == LARGEST) {
        throw EvaluationErrors.undefined(
            at, describe() + " has more than " + LARGEST + " elements, too many to write out");
      }
      all.add(elements.next());
    }
    return SetValue.ofAscending(all);
  }

  /// All elements, whether or not they can be compared.
  default SetValue written(Span at) {
    return gathered(each(at), at);
  }

  /// Whether `value` is an element; an error where that cannot be decided.
  default boolean contains(Value value, Span at) {
    return switch (decide(value)) {
      case YES -> true;
      case NO -> false;
      case INCOMPARABLE ->
          throw EvaluationErrors.undefined(
              at,
              "cannot decide whether "
                  + EvaluationErrors.describe(value)
                  + " is an element of "
                  + describe());
    };
  }
}
