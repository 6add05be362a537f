package skolem.explicit.eval;

import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import skolem.frontend.kernel.Expr;
import skolem.frontend.kernel.IntegerCandidates;
import skolem.frontend.source.RejectedException;
import skolem.frontend.source.Span;
import skolem.frontend.value.FunctionValue;
import skolem.frontend.value.IntValue;
import skolem.frontend.value.SetValue;
import skolem.frontend.value.Value;

/// Integers that a quantifier over Nat or Int looks at, or over another set that it cannot go
/// through: those that decide it, where the body is simple enough; else some, and where one of them
/// decides, the quantifier has a value; else it has none, as in TLC.
public final class IntegerWitnesses {
  private static final int SMALL = 100;
  private static final int BESIDE = 2;

  private final Supplier<? extends Collection<Value>> mentioned;
  private final boolean looks;
  private final IdentityHashMap<Expr.Quantified, Optional<Expr>> finite = new IdentityHashMap<>();
  private @Nullable List<Value> integers;
  private @Nullable Span exhausted;
  private @Nullable RejectedException raised;

  private IntegerWitnesses(Supplier<? extends Collection<Value>> mentioned, boolean looks) {
    this.mentioned = mentioned;
    this.looks = looks;
  }

  /// None: quantifiers over infinite sets have no value.
  static IntegerWitnesses none() {
    return new IntegerWitnesses(List::of, false);
  }

  /// Small integers, and those in some values with their neighbours.
  ///
  /// @param values asked for only if there is such a quantifier
  public static IntegerWitnesses near(Supplier<? extends Collection<Value>> values) {
    return new IntegerWitnesses(values, true);
  }

  /// The same truth by finitely many integers; null where none is known, or none is looked at.
  @Nullable Expr finite(Expr.Quantified quantified) {
    return looks
        ? finite
            .computeIfAbsent(quantified, q -> Optional.ofNullable(IntegerCandidates.finite(q)))
            .orElse(null)
        : null;
  }

  private List<Value> integers() {
    if (integers == null) {
      TreeSet<IntValue> found = new TreeSet<>();
      IntStream.rangeClosed(-SMALL, SMALL).mapToObj(IntValue::of).forEach(found::add);
      mentioned.get().forEach(value -> collect(value, found));
      integers = List.copyOf(found);
    }
    return integers;
  }

  private static void collect(Value value, TreeSet<IntValue> to) {
    switch (value) {
      case IntValue v ->
          IntStream.rangeClosed(-BESIDE, BESIDE).forEach(by -> to.add(v.plus(IntValue.of(by))));
      case SetValue v -> v.forEach(element -> collect(element, to));
      case FunctionValue v -> {
        for (int i = 0; i < v.size(); i++) {
          collect(v.argument(i), to);
          collect(v.result(i), to);
        }
      }
      default -> {}
    }
  }

  /// Where a quantifier was met that none of the integers decides; null where there was none.
  public @Nullable Span exhausted() {
    return exhausted;
  }

  /// The error, where it is the last that there was of quantifiers that are not decided.
  ///
  /// @throws RejectedException where it is another
  RejectedException requireExhausted(RejectedException error) {
    if (error != raised) {
      throw error;
    }
    return error;
  }

  /// The elements of a set to look at; where they cannot be enumerated, those of them that are
  /// among the integers, and then it ends with an evaluation error.
  Iterator<Value> among(DescribedSet set, Span at) {
    if (set.isFinite() || !looks) {
      return set.each(at);
    }
    Iterator<Value> some =
        integers().stream().filter(i -> set.decide(i) == Decision.YES).iterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        if (!some.hasNext()) {
          exhausted = at;
          raised = InfiniteSet.notEnumerable(at, set.describe());
          throw raised;
        }
        return true;
      }

      @Override
      public Value next() {
        return some.next();
      }
    };
  }
}
