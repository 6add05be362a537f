package skolem.encoder.symbolic;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Function;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.frontend.value.Value;
import skolem.frontend.value.ValueMap;

/// Makes a set of its elements: a listed one, or one of terms where an element may be one of too
/// many constants.
final class TermSets {
  static final String INCOMPARABLE =
      "values of different kinds meet here, which may be too many for each to be looked at";

  /// How many constants an element may be for a set to be listed, where it can be made of terms.
  private static final int MOST = 500;

  /// The same, where there are sets of terms that it may be united with.
  private static final int MOST_BESIDE_TERMS = 100;

  private final Algebra algebra;
  private final Formulas formulas;

  TermSets(Algebra algebra) {
    this.algebra = algebra;
    this.formulas = algebra.formulas();
  }

  SymValue of(List<SymValue.Term> elements, Site site) {
    long most = elements.stream().mapToLong(e -> Splitting.count(e.value())).max().orElse(0);
    boolean beside = algebra.witnesses().exist();
    if (most <= (beside ? MOST_BESIDE_TERMS : MOST)) {
      return algebra.checked(listed(elements, site), site);
    }
    List<SymValue.Term> terms = new ArrayList<>(elements.size());
    for (SymValue.Term element : elements) {
      Site inside = site.under(element.present());
      terms.add(new SymValue.Term(element.present(), algebra.written(element.value(), inside)));
    }
    if (areComparable(terms)) {
      return together(terms);
    }
    if (most <= Splitting.LIMIT) {
      return algebra.checked(listed(elements, site), site);
    }
    throw site.unsupported(
        "the elements of this set may be of several kinds, and one of more than "
            + Splitting.LIMIT
            + " values");
  }

  private SymValue.SetOf listed(List<SymValue.Term> elements, Site site) {
    ValueMap.Builder<Formula> members = new ValueMap.Builder<>();
    for (SymValue.Term element : elements) {
      Value constant = algebra.constant(element.value());
      if (constant != null) {
        members.merge(constant, element.present(), formulas::or);
        continue;
      }
      for (Splitting.Possibility possibility : algebra.split(element.value(), site)) {
        Formula member = formulas.and(element.present(), possibility.guard());
        if (!member.isFalse()) {
          members.merge(possibility.value(), member, formulas::or);
        }
      }
    }
    return new SymValue.SetOf(members.build());
  }

  private static boolean areComparable(List<SymValue.Term> terms) {
    Sort all = Sort.ANY;
    for (SymValue.Term term : terms) {
      all = Sort.join(all, Sort.of(term.value()));
    }
    return all != null;
  }

  /// The elements of both, one set being of terms.
  SymValue union(SymValue left, SymValue right, Site site) {
    List<SymValue.Term> all = new ArrayList<>(algebra.elementsAndWitnesses(left, site));
    all.addAll(algebra.elementsAndWitnesses(right, site));
    if (areComparable(all)) {
      return together(all);
    }
    if (algebra.witnesses().exist() || !all.stream().allMatch(t -> Splitting.isSplit(t.value()))) {
      throw site.unsupported(INCOMPARABLE);
    }
    return algebra.checked(listed(all, site), site);
  }

  /// The elements where a further condition holds.
  SymValue.Terms filtered(SymValue.Terms set, Function<SymValue.Term, Formula> stays) {
    List<SymValue.Term> kept = new ArrayList<>(set.terms().size());
    for (SymValue.Term term : set.terms()) {
      Formula present = formulas.and(term.present(), stays.apply(term));
      if (!present.isFalse()) {
        kept.add(new SymValue.Term(present, term.value()));
      }
    }
    return new SymValue.Terms(kept, set);
  }

  /// Terms of one value (by identity) together.
  SymValue.Terms together(List<SymValue.Term> terms) {
    IdentityHashMap<SymValue, Integer> places = new IdentityHashMap<>();
    List<SymValue.Term> all = new ArrayList<>(terms.size());
    for (SymValue.Term term : terms) {
      Integer place = places.putIfAbsent(term.value(), all.size());
      if (place == null) {
        all.add(term);
      } else {
        Formula either = formulas.or(all.get(place).present(), term.present());
        all.set(place, new SymValue.Term(either, term.value()));
      }
    }
    return new SymValue.Terms(all);
  }
}
