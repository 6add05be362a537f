package skolem.encoder.eval;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.formula.IntTerm;
import skolem.encoder.formula.IntTerms;
import skolem.encoder.symbolic.Algebra;
import skolem.encoder.symbolic.Faults;
import skolem.encoder.symbolic.Site;
import skolem.encoder.symbolic.SymValue;
import skolem.frontend.value.FunctionValue;
import skolem.frontend.value.SetValue;
import skolem.frontend.value.Value;
import skolem.frontend.value.ValueMap;

/// Sets: union, intersection, difference, UNION, cardinality.
final class SetOps {
  /// How many elements a set may have whose permutations are listed.
  private static final int MOST_PERMUTED = 8;

  /// The same, where it depends on the state which elements there are.
  private static final int MOST_PERMUTED_IF_THERE = 6;

  static final SymValue EMPTY = new SymValue.SetOf(ValueMap.empty());

  private final Algebra algebra;
  private final Formulas formulas;

  SetOps(Algebra algebra) {
    this.algebra = algebra;
    this.formulas = algebra.formulas();
  }

  SymValue union(SymValue left, SymValue right, Site site) {
    return combine(SymValue.Combination.UNION, left, right, site);
  }

  SymValue intersection(SymValue left, SymValue right, Site site) {
    return combine(SymValue.Combination.INTERSECTION, left, right, site);
  }

  SymValue difference(SymValue left, SymValue right, Site site) {
    return combine(SymValue.Combination.DIFFERENCE, left, right, site);
  }

  private SymValue combine(SymValue.Combination how, SymValue left, SymValue right, Site site) {
    if (left instanceof SymValue.Mixed(var alternatives)) {
      return distribute(alternatives, site, (l, at) -> combine(how, l, right, at));
    }
    if (right instanceof SymValue.Mixed(var alternatives)) {
      return distribute(alternatives, site, (r, at) -> combine(how, left, r, at));
    }
    if (!isSet(left) || !isSet(right)) {
      SymValue other = isSet(left) ? right : left;
      site.undefined(formulas.truth(), "a set is expected here, not " + other.kind());
      return SymValue.none();
    }
    if (left instanceof SymValue.SetOf l
        && right instanceof SymValue.SetOf r
        && l.within() == null
        && r.within() == null
        && (how == SymValue.Combination.UNION || algebra.areComparable(l, r))) {
      return switch (how) {
        case UNION -> algebra.checked(listedUnion(l, r), site);
        case INTERSECTION -> filtered(l, (v, g) -> formulas.and(g, guard(r, v)));
        case DIFFERENCE -> filtered(l, (v, g) -> formulas.and(g, guard(r, v).not()));
      };
    }
    if (how == SymValue.Combination.UNION && isOfTerms(left, right)) {
      return algebra.unionOfTerms(left, right, site);
    }
    boolean difference = how == SymValue.Combination.DIFFERENCE;
    if (how == SymValue.Combination.INTERSECTION
        && described(left) != null
        && right instanceof SymValue.SetOf r
        && r.within() == null) {
      return combine(how, right, left, site);
    }
    if (how != SymValue.Combination.UNION && left instanceof SymValue.Terms l) {
      SymValue.Terms rest = difference ? algebra.withoutLeast(l, right, site) : null;
      if (rest != null) {
        return rest;
      }
      return algebra.filtered(
          l,
          term -> {
            Formula in = algebra.member(term.value(), right, site.under(term.present()));
            return difference ? in.not() : in;
          },
          site);
    }
    if (how != SymValue.Combination.UNION
        && left instanceof SymValue.SetOf l
        && l.within() == null) {
      return kept(l, right, difference, site);
    }
    SymValue.Combined combined = new SymValue.Combined(how, left, right);
    Faults trial = new Faults(formulas);
    Site there = new Site(site.path(), site.span(), trial);
    SymValue.SetOf listed =
        switch (how) {
          case UNION ->
              left instanceof SymValue.SetOf l && right instanceof SymValue.SetOf r
                  ? algebra.checked(listedUnion(l, r), there)
                  : null;
          case INTERSECTION, DIFFERENCE ->
              left instanceof SymValue.SetOf l ? kept(l, right, difference, there) : null;
        };
    if (listed == null || !trial.all().isEmpty()) {
      return combined;
    }
    return listed.asPartOf(isOfOne(left, right) ? described(left) : combined);
  }

  /// Whether both are parts of one described set.
  @SuppressWarnings("ReferenceEquality")
  private static boolean isOfOne(SymValue left, SymValue right) {
    return described(left) == described(right);
  }

  /// The elements of the left set that are in the right one, or those that are not.
  private SymValue.SetOf kept(SymValue.SetOf left, SymValue right, boolean difference, Site site) {
    return filtered(
        left,
        (v, g) -> {
          Formula in = algebra.member(algebra.lift(v), right, site.under(g));
          return formulas.and(g, difference ? in.not() : in);
        });
  }

  /// The set as it is described, or a described one that it is a part of; null where it is written
  /// out when it is made, as in TLC `1..n` is.
  static @Nullable SymValue described(SymValue set) {
    return switch (set) {
      case SymValue.SetOf(_, _, var within) -> within;
      case SymValue.Range _, SymValue.Terms _ -> null;
      case SymValue.Described described -> described;
      case SymValue.Bool _,
          SymValue.Atom _,
          SymValue.Int _,
          SymValue.Function _,
          SymValue.Mixed _ ->
          null;
    };
  }

  /// Whether both can be gone through, one of them as terms.
  private static boolean isOfTerms(SymValue left, SymValue right) {
    return left instanceof SymValue.Terms
        ? right instanceof SymValue.Terms || right instanceof SymValue.SetOf
        : left instanceof SymValue.SetOf && right instanceof SymValue.Terms;
  }

  private SymValue distribute(
      List<SymValue.Alternative> alternatives,
      Site site,
      BiFunction<SymValue, Site, SymValue> operation) {
    List<SymValue.Alternative> results = new ArrayList<>(alternatives.size());
    for (SymValue.Alternative alternative : alternatives) {
      Formula guard = alternative.guard();
      results.add(
          new SymValue.Alternative(guard, operation.apply(alternative.value(), site.under(guard))));
    }
    return algebra.merge(results);
  }

  private static boolean isSet(SymValue value) {
    return value instanceof SymValue.SetOf || value instanceof SymValue.Described;
  }

  private Formula guard(SymValue.SetOf set, Value value) {
    return set.members().getOrDefault(value, formulas.falsity());
  }

  private SymValue.SetOf listedUnion(SymValue.SetOf left, SymValue.SetOf right) {
    if (left.members().isEmpty() || right.members().isEmpty()) {
      return left.members().isEmpty() ? right : left;
    }
    return new SymValue.SetOf(left.members().union(right.members(), formulas::or));
  }

  private SymValue.SetOf filtered(SymValue.SetOf set, BiFunction<Value, Formula, Formula> guard) {
    return new SymValue.SetOf(set.members().mapped(guard).filtered((_, stays) -> !stays.isFalse()));
  }

  /// The elements of the set where the guard holds, and none elsewhere.
  SymValue where(Formula guard, SymValue set, Site site) {
    if (guard.isTrue()) {
      return set;
    }
    return switch (set) {
      case SymValue.SetOf listed -> filtered(listed, (_, in) -> formulas.and(guard, in));
      case SymValue.Terms terms -> algebra.filtered(terms, _ -> guard, site);
      case SymValue.Described described -> new SymValue.Filtered(described, (_, _) -> guard);
      case SymValue.Mixed _,
          SymValue.Bool _,
          SymValue.Atom _,
          SymValue.Int _,
          SymValue.Function _ ->
          algebra.choice(guard, set, EMPTY);
    };
  }

  SymValue bigUnion(SymValue sets, Site site) {
    if (sets instanceof SymValue.PowerSet(var base)) {
      if (!isFinite(base, site).isTrue()) {
        throw site.unsupported(
            "UNION goes through the subsets of a set that is not known to be finite: name the set"
                + " itself");
      }
      return base;
    }
    if (sets instanceof SymValue.Terms) {
      return unionOf(algebra.elements(sets, site), site);
    }
    ValueMap.Builder<Formula> members = new ValueMap.Builder<>();
    for (Map.Entry<Value, Formula> set : algebra.list(sets, site).members().entrySet()) {
      if (!(set.getKey() instanceof SetValue elements)) {
        site.undefined(
            set.getValue(), "UNION is of a set of sets; it has " + set.getKey().kind() + " in it");
        continue;
      }
      for (Value element : elements) {
        members.merge(element, set.getValue(), formulas::or);
      }
    }
    return algebra.checked(new SymValue.SetOf(members.build()), site);
  }

  private SymValue unionOf(List<SymValue.Term> sets, Site site) {
    SymValue all = EMPTY;
    for (SymValue.Term set : sets) {
      SymValue expected = algebra.expectSet(set.value(), site.under(set.present()));
      all = union(all, where(set.present(), expected, site), site);
    }
    return all;
  }

  // ── Cardinality ─────────────────────────────────────────────────────────────────────────────

  SymValue cardinality(SymValue set, Site site) {
    if (set instanceof SymValue.Mixed(var alternatives)) {
      return distribute(alternatives, site, this::cardinality);
    }
    if (!isSet(set)) {
      site.undefined(formulas.truth(), "Cardinality is of a finite set, not of " + set.kind());
      return SymValue.none();
    }
    if (set instanceof SymValue.Range(var low, var high)) {
      return sizeOfRange(low, high);
    }
    return set instanceof SymValue.Terms
        ? algebra.count(firstOccurrences(algebra.elements(set, site), site))
        : algebra.count(List.copyOf(algebra.list(set, site).members().values()));
  }

  private SymValue sizeOfRange(IntTerm low, IntTerm high) {
    IntTerms terms = formulas.terms();
    IntTerm next = terms.sum(high, terms.constant(BigInteger.ONE));
    IntTerm size = terms.sum(next, terms.negation(low));
    return new SymValue.Int(
        terms.choice(formulas.lessEqual(low, high), size, terms.constant(BigInteger.ZERO)));
  }

  /// For each term, whether it is present and none before it is present and equal.
  private List<Formula> firstOccurrences(List<SymValue.Term> terms, Site site) {
    List<Formula> first = new ArrayList<>(terms.size());
    for (int i = 0; i < terms.size(); i++) {
      SymValue.Terms before = new SymValue.Terms(terms.subList(0, i));
      SymValue.Term term = terms.get(i);
      Formula again = algebra.member(term.value(), before, site.under(term.present()));
      first.add(formulas.and(term.present(), again.not()));
    }
    return first;
  }

  Formula isFinite(SymValue set, Site site) {
    return switch (set) {
      case SymValue.PowerSet(var base) -> isFinite(base, site);
      case SymValue.SetOf _, SymValue.Described _ -> {
        boolean finite = algebra.isFinite(set) || algebra.listingSize(set) >= 0;
        if (!finite && !algebra.isInfinite(set)) {
          throw site.unsupported("whether this set is finite is not found out");
        }
        yield formulas.constant(finite);
      }
      case SymValue.Mixed(var alternatives) -> {
        List<Formula> cases = new ArrayList<>();
        for (SymValue.Alternative alternative : alternatives) {
          Formula guard = alternative.guard();
          cases.add(formulas.and(guard, isFinite(alternative.value(), site.under(guard))));
        }
        yield formulas.or(cases);
      }
      case SymValue.Bool _, SymValue.Atom _, SymValue.Int _, SymValue.Function _ -> {
        site.undefined(formulas.truth(), "a set is expected here, not " + set.kind());
        yield formulas.falsity();
      }
    };
  }

  // ── Permutations ────────────────────────────────────────────────────────────────────────────

  SymValue permutations(SymValue set, Site site) {
    SymValue.SetOf listed = algebra.list(set, site);
    boolean constant = algebra.constant(listed) != null;
    int size = listed.members().size();
    if (size > (constant ? MOST_PERMUTED : MOST_PERMUTED_IF_THERE)) {
      throw site.unsupported(
          "a set of "
              + size
              + (constant ? "" : " possible")
              + " elements has too many permutations");
    }
    return algebra.merge(
        algebra.split(listed, site).stream()
            .map(one -> new SymValue.Alternative(one.guard(), permutations((SetValue) one.value())))
            .toList());
  }

  private SymValue permutations(SetValue elements) {
    List<Value> all = new ArrayList<>();
    permute(elements, new ArrayList<>(), all);
    return algebra.lift(SetValue.of(all));
  }

  private static void permute(SetValue elements, List<Value> chosen, List<Value> all) {
    if (chosen.size() == elements.size()) {
      all.add(FunctionValue.ofAscending(elements.elements(), chosen));
      return;
    }
    for (Value element : elements) {
      if (!chosen.contains(element)) {
        List<Value> more = new ArrayList<>(chosen);
        more.add(element);
        permute(elements, more, all);
      }
    }
  }
}
