package skolem.explicit.eval;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import skolem.explicit.eval.CombinedSet.Combination;
import skolem.frontend.kernel.Binding;
import skolem.frontend.kernel.Expr;
import skolem.frontend.source.Span;
import skolem.frontend.value.IntValue;
import skolem.frontend.value.SetValue;
import skolem.frontend.value.Value;

/// Set constructors and operators: written out where the operands are, else by rule.
final class SetOps {
  private final Evaluator evaluator;
  private final Binders binders;

  /// The sets whose elements are all literals.
  private final IdentityHashMap<Expr.SetEnumeration, SetValue> literals = new IdentityHashMap<>();

  SetOps(Evaluator evaluator, Binders binders) {
    this.evaluator = evaluator;
    this.binders = binders;
  }

  // ── Predicates ──────────────────────────────────────────────────────────────────────────────

  boolean contains(Expr.Native membership, Environment environment, States states) {
    Value element = evaluator.value(membership.value(0), environment, states);
    DescribedSet set = evaluator.set(membership.value(1), environment, states);
    return set.contains(element, membership.span());
  }

  boolean subsetEq(Expr.Native inclusion, Environment environment, States states) {
    DescribedSet left = evaluator.set(inclusion.value(0), environment, states);
    DescribedSet right = evaluator.set(inclusion.value(1), environment, states);
    return isSubset(left, right, inclusion.span());
  }

  private static boolean isSubset(DescribedSet left, DescribedSet right, Span at) {
    if (left instanceof PowerSet(DescribedSet smaller)
        && right instanceof PowerSet(DescribedSet larger)) {
      return isSubset(smaller, larger, at);
    }
    for (Iterator<Value> elements = left.elements(at); elements.hasNext(); ) {
      if (!right.contains(elements.next(), at)) {
        return false;
      }
    }
    return true;
  }

  Value cardinality(Expr.Native cardinality, Environment environment, States states) {
    DescribedSet set = evaluator.set(cardinality.value(0), environment, states);
    if (!set.isFinite()) {
      throw EvaluationErrors.undefined(
          cardinality.span(),
          "Cardinality of "
              + set.describe()
              + (set.isInfinite() ? ", which is infinite" : ", which may be infinite"));
    }
    return IntValue.of(set.size(cardinality.span()));
  }

  boolean isFinite(Expr.Native test, Environment environment, States states) {
    DescribedSet set = evaluator.set(test.value(0), environment, states);
    if (!set.isFinite() && !set.isInfinite()) {
      throw EvaluationErrors.unsupported(
          test.span(), "whether " + set.describe() + " is finite is not found out");
    }
    return set.isFinite();
  }

  // ── Constructors ────────────────────────────────────────────────────────────────────────────

  SetValue enumeration(Expr.SetEnumeration enumeration, Environment environment, States states) {
    SetValue known = literals.get(enumeration);
    if (known != null) {
      return known;
    }
    List<Value> elements = new ArrayList<>(enumeration.elements().size());
    for (Expr element : enumeration.elements()) {
      elements.add(evaluator.value(element, environment, states));
    }
    SetValue set = listed(elements, enumeration.span());
    if (isLiteral(enumeration)) {
      literals.put(enumeration, set);
    }
    return set;
  }

  private static boolean isLiteral(Expr.SetEnumeration enumeration) {
    for (Expr element : enumeration.elements()) {
      if (!(element instanceof Expr.Literal)) {
        return false;
      }
    }
    return true;
  }

  SetValue map(Expr.SetMap map, Environment environment, States states) {
    List<Value> elements = new ArrayList<>();
    binders.each(
        map.bindings(),
        environment,
        states,
        inner -> elements.add(evaluator.value(map.element(), inner, states)));
    return listed(elements, map.span());
  }

  DescribedSet filter(Expr.SetFilter filter, Environment environment, States states) {
    Binding binding = filter.binding();
    Span at = binding.set().span();
    DescribedSet base = evaluator.set(binding.set(), environment, states);
    Predicate<Value> predicate =
        element ->
            evaluator.holds(
                filter.predicate(), Binders.bind(binding, element, environment, at), states);
    if (isWritten(base)) {
      List<Value> kept = new ArrayList<>();
      new FilteredSet.Filter(base.elements(at), predicate).forEachRemaining(kept::add);
      return new ListedSet(SetValue.ofAscending(kept));
    }
    evaluator.noteClosure(states);
    return new FilteredSet(base, predicate);
  }

  /// The set of these elements; an error where they are of different kinds.
  static SetValue listed(Collection<Value> elements, Span at) {
    return comparable(SetValue.of(elements), at);
  }

  /// The same set; an error where it has elements of different kinds.
  static SetValue comparable(SetValue set, Span at) {
    if (Comparison.isMixed(set)) {
      throw EvaluationErrors.undefined(
          at, "the set " + EvaluationErrors.text(set) + " has elements that cannot be compared");
    }
    return set;
  }

  /// Whether the elements are known one by one, rather than by a rule.
  static boolean isWritten(DescribedSet set) {
    return set instanceof ListedSet || set instanceof IntervalSet;
  }

  // ── Sets by rule ────────────────────────────────────────────────────────────────────────────

  DescribedSet range(Expr.Native range, Environment environment, States states) {
    return new IntervalSet(
        bound(range.value(0), environment, states), bound(range.value(1), environment, states));
  }

  private long bound(Expr expr, Environment environment, States states) {
    IntValue bound = evaluator.integer(expr, environment, states);
    if (!bound.isLong()) {
      throw EvaluationErrors.undefined(expr.span(), "the bound " + bound + " is too large");
    }
    return bound.longValue();
  }

  /// `SUBSET S`.
  DescribedSet powerSet(Expr.Native powerSet, Environment environment, States states) {
    return new PowerSet(evaluator.set(powerSet.value(0), environment, states));
  }

  DescribedSet sequences(Expr.Native sequences, Environment environment, States states) {
    return new SequenceSpace(evaluator.set(sequences.value(0), environment, states));
  }

  DescribedSet product(Expr.Product product, Environment environment, States states) {
    return new ProductSpace(
        null,
        product.factors().stream()
            .map(factor -> evaluator.set(factor, environment, states))
            .toList());
  }

  DescribedSet combine(
      Combination combination, Expr.Native operation, Environment environment, States states) {
    Span at = operation.span();
    DescribedSet left = evaluator.set(operation.value(0), environment, states);
    DescribedSet right = evaluator.set(operation.value(1), environment, states);
    CombinedSet combined = new CombinedSet(combination, left, right, at);
    boolean write =
        switch (combination) {
          case UNION -> isWritten(left) && isWritten(right);
          case INTERSECTION -> isWritten(left) || isWritten(right);
          case DIFFERENCE -> isWritten(left);
        };
    return write ? new ListedSet(combined.toValue(at)) : combined;
  }

  /// `UNION S`, where the members of `S` are kept by rule if they are such.
  DescribedSet bigUnion(Expr.Native union, Environment environment, States states) {
    List<DescribedSet> members = members(union.value(0), environment, states);
    UnionOfMany described = new UnionOfMany(members);
    return members.stream().allMatch(SetOps::isWritten)
        ? new ListedSet(described.toValue(union.span()))
        : described;
  }

  private List<DescribedSet> members(Expr family, Environment environment, States states) {
    List<DescribedSet> members = new ArrayList<>();
    switch (family) {
      case Expr.SetEnumeration(List<Expr> elements, _) ->
          elements.forEach(element -> members.add(evaluator.set(element, environment, states)));
      case Expr.SetMap(Expr element, List<Binding> bindings, _) ->
          binders.each(
              bindings,
              environment,
              states,
              inner -> members.add(evaluator.set(element, inner, states)));
      default ->
          evaluator
              .set(family, environment, states)
              .elements(family.span())
              .forEachRemaining(
                  member -> members.add(Evaluator.asSet(new Concrete(member), family.span())));
    }
    return members;
  }

  /// The union of two ascending sets, by merging.
  static SetValue merge(SetValue left, SetValue right) {
    if (left.isEmpty()) {
      return right;
    }
    if (right.isEmpty()) {
      return left;
    }
    List<Value> merged = new ArrayList<>(left.size() + right.size());
    int i = 0;
    int j = 0;
    while (i < left.size() && j < right.size()) {
      int order = left.get(i).compareTo(right.get(j));
      merged.add(order <= 0 ? left.get(i) : right.get(j));
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    for (; i < left.size(); i++) {
      merged.add(left.get(i));
    }
    for (; j < right.size(); j++) {
      merged.add(right.get(j));
    }
    return merged.size() == left.size() ? left : SetValue.ofAscending(merged);
  }
}
