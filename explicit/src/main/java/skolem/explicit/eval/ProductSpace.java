package skolem.explicit.eval;

import java.math.BigInteger;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import skolem.frontend.source.Span;
import skolem.frontend.value.FunctionValue;
import skolem.frontend.value.ModelValue;
import skolem.frontend.value.RecordValue;
import skolem.frontend.value.TupleValue;
import skolem.frontend.value.Value;

/// A set of records `[a : A, b : B]` or, without names, of tuples `A \X B`.
///
/// @param names the field names, ascending; null for tuples
/// @param factors in the order of the names or of the places
record ProductSpace(@Nullable List<String> names, List<DescribedSet> factors)
    implements DescribedSet {

  @Override
  public Decision decide(Value value) {
    return switch (value) {
      case TupleValue tuple when names == null ->
          decideFactors(tuple, tuple.size() == factors.size());
      case RecordValue record when names != null ->
          decideFactors(record, names.equals(record.names()));
      case ModelValue model -> InfiniteSet.decideModelValue(model);
      default -> Decision.INCOMPARABLE;
    };
  }

  private Decision decideFactors(FunctionValue function, boolean sameDomain) {
    Decision all = Decision.of(sameDomain);
    for (int i = 0; i < factors.size() && all != Decision.NO; i++) {
      all = all.and(factors.get(i).decide(function.result(i)));
    }
    return all;
  }

  @Override
  public boolean isFinite() {
    return factors.stream().allMatch(DescribedSet::isFinite);
  }

  @Override
  public boolean isInfinite() {
    return factors.stream().anyMatch(DescribedSet::isInfinite)
        && factors.stream().allMatch(f -> f.isInfinite() || (f.isFinite() && !f.isEmpty()));
  }

  @Override
  public Iterator<Value> elements(Span at) {
    return new Odometer(
        factors.stream().map(factor -> factor.toValue(at)).toList(),
        row -> names == null ? TupleValue.of(row) : new RecordValue(names, row));
  }

  @Override
  public BigInteger size(Span at) {
    return factors.stream()
        .map(factor -> factor.size(at))
        .reduce(BigInteger.ONE, BigInteger::multiply);
  }

  @Override
  public String describe() {
    if (names == null) {
      return factors.stream().map(DescribedSet::describe).collect(Collectors.joining(" \\X "));
    }
    List<String> fields = names;
    return IntStream.range(0, factors.size())
        .mapToObj(i -> fields.get(i) + " : " + factors.get(i).describe())
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
