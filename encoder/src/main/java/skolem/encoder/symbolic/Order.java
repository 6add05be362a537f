package skolem.encoder.symbolic;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.formula.IntTerm;
import skolem.frontend.value.Value;
import skolem.frontend.value.ValueMap;

/// Which of two symbolic values comes first in the order of values, [Value#compareTo].
final class Order {
  /// How many sizes are remembered.
  private static final int SIZES = 1_000;

  private final Algebra algebra;
  private final Formulas formulas;
  private final IdentityHashMap<SymValue.SetOf, ValueMap<Formula>> sizes = new IdentityHashMap<>();

  Order(Algebra algebra) {
    this.algebra = algebra;
    this.formulas = algebra.formulas();
  }

  /// How two values are ordered; where neither comes first, they are equal.
  ///
  /// @param less when the left one comes first
  /// @param greater when the right one does
  record Ordered(Formula less, Formula greater) {}

  /// The order of two values of one [Sort]; null where it depends on a set that is not listed.
  @Nullable Ordered of(SymValue left, SymValue right) {
    if (left == right) {
      return equal();
    }
    return switch (left) {
      case SymValue.Bool(var l) when right instanceof SymValue.Bool(var r) ->
          new Ordered(formulas.and(l.not(), r), formulas.and(l, r.not()));
      case SymValue.Atom(var l) when right instanceof SymValue.Atom(var r) ->
          new Ordered(isBefore(l, r), isBefore(r, l));
      case SymValue.Int _ when isInteger(right) ->
          integers(algebra.term(left), algebra.term(right));
      case SymValue.Atom _ when right instanceof SymValue.Int(var r) && isInteger(left) ->
          integers(algebra.term(left), r);
      case SymValue.SetOf l when right instanceof SymValue.SetOf r -> sets(l, r);
      case SymValue.Function l when right instanceof SymValue.Function r -> functions(l, r);
      case SymValue.Bool _,
          SymValue.Atom _,
          SymValue.Int _,
          SymValue.SetOf _,
          SymValue.Function _,
          SymValue.Described _,
          SymValue.Mixed _ ->
          null;
    };
  }

  private Ordered equal() {
    return new Ordered(formulas.falsity(), formulas.falsity());
  }

  private static boolean isInteger(SymValue value) {
    return value instanceof SymValue.Int
        || (value instanceof SymValue.Atom atom && Merge.isInteger(atom));
  }

  /// By the first; where that leaves both equal, by the second.
  private Ordered lexicographic(Ordered first, Ordered second) {
    Formula same = formulas.or(first.less(), first.greater()).not();
    return new Ordered(
        formulas.or(first.less(), formulas.and(same, second.less())),
        formulas.or(first.greater(), formulas.and(same, second.greater())));
  }

  private Ordered where(Formula condition, Ordered ordered) {
    return new Ordered(
        formulas.and(condition, ordered.less()), formulas.and(condition, ordered.greater()));
  }

  private Ordered integers(IntTerm left, IntTerm right) {
    return new Ordered(
        formulas.lessEqual(right, left).not(), formulas.lessEqual(left, right).not());
  }

  /// For each choice of the one, whether the other is one of those after it.
  private Formula isBefore(ValueMap<Formula> first, ValueMap<Formula> second) {
    List<Map.Entry<Value, Formula>> after = List.copyOf(second.entrySet());
    List<Formula> cases = new ArrayList<>(first.size());
    Formula greater = formulas.falsity();
    int next = after.size() - 1;
    for (Map.Entry<Value, Formula> choice : List.copyOf(first.entrySet()).reversed()) {
      while (next >= 0 && after.get(next).getKey().compareTo(choice.getKey()) > 0) {
        greater = formulas.or(greater, after.get(next--).getValue());
      }
      cases.add(formulas.and(choice.getValue(), greater));
    }
    return formulas.or(cases);
  }

  /// By size; then the set comes first that has the first element in which they differ.
  private Ordered sets(SymValue.SetOf left, SymValue.SetOf right) {
    List<Ordered> elements = new ArrayList<>();
    left.members()
        .all(
            right.members(),
            (l, r) -> {
              Formula here = l == null ? formulas.falsity() : l;
              Formula there = r == null ? formulas.falsity() : r;
              elements.add(
                  new Ordered(formulas.and(here, there.not()), formulas.and(there, here.not())));
              return true;
            });
    Ordered ordered = equal();
    for (Ordered element : elements.reversed()) {
      ordered = lexicographic(element, ordered);
    }
    return lexicographic(sizes(left, right), ordered);
  }

  private Ordered sizes(SymValue.SetOf left, SymValue.SetOf right) {
    ValueMap<Formula> l = size(left);
    ValueMap<Formula> r = size(right);
    return new Ordered(isBefore(l, r), isBefore(r, l));
  }

  private ValueMap<Formula> size(SymValue.SetOf set) {
    if (sizes.size() >= SIZES) {
      sizes.clear();
    }
    return sizes.computeIfAbsent(
        set,
        s -> {
          List<Formula> guards = List.copyOf(s.members().values());
          return ((SymValue.Atom) algebra.count(guards)).choices();
        });
  }

  /// By their domains as sets; then by the result for the first argument in which they differ.
  private @Nullable Ordered functions(SymValue.Function left, SymValue.Function right) {
    Ordered domains = sets(left.domain(), right.domain());
    List<Ordered> results = new ArrayList<>();
    boolean known =
        left.entries()
            .all(
                right.entries(),
                (l, r) -> {
                  if (l == null || r == null) {
                    return true;
                  }
                  Ordered one = of(l.result(), r.result());
                  if (one == null) {
                    return false;
                  }
                  return results.add(where(l.inDomain(), one));
                });
    if (!known) {
      return null;
    }
    Ordered ordered = equal();
    for (Ordered result : results.reversed()) {
      ordered = lexicographic(result, ordered);
    }
    return lexicographic(domains, ordered);
  }
}
