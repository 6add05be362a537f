package skolem.encoder.symbolic;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;

/// The least element of a set of terms, and the set without it, which has one term fewer: a
/// recursion that goes on with the rest of its set ends by itself.
final class LeastTerms {
  private final Algebra algebra;
  private final Formulas formulas;
  private final Order order;
  private final IdentityHashMap<SymValue.Terms, Least> known = new IdentityHashMap<>();

  /// A set's least element, and which of its terms that is.
  ///
  /// @param chosen one formula for each term; at most one holds
  private record Least(SymValue value, List<Formula> chosen) {}

  LeastTerms(Algebra algebra) {
    this.algebra = algebra;
    this.formulas = algebra.formulas();
    this.order = new Order(algebra);
  }

  /// The least of some of a set's terms, where they are present.
  SymValue least(SymValue.Terms set, List<SymValue.Term> fitting, Site site) {
    List<Formula> chosen = chosen(fitting, site);
    List<SymValue.Alternative> alternatives = new ArrayList<>(fitting.size());
    for (int i = 0; i < chosen.size(); i++) {
      if (!chosen.get(i).isFalse()) {
        alternatives.add(new SymValue.Alternative(chosen.get(i), fitting.get(i).value()));
      }
    }
    SymValue value = algebra.merge(alternatives);
    if (fitting.equals(set.terms())) {
      known.put(set, new Least(value, chosen));
    }
    return value;
  }

  /// For each term, whether it is the first of the least ones that are present.
  private List<Formula> chosen(List<SymValue.Term> terms, Site site) {
    List<Formula> least = new ArrayList<>(terms.stream().map(SymValue.Term::present).toList());
    for (int i = 0; i < terms.size(); i++) {
      for (int j = i + 1; j < terms.size(); j++) {
        SymValue.Term left = terms.get(i);
        SymValue.Term right = terms.get(j);
        Formula both = formulas.and(left.present(), right.present());
        if (!both.isFalse()) {
          Order.Ordered ordered = ordered(left.value(), right.value(), site.under(both));
          least.set(
              i,
              formulas.and(least.get(i), formulas.and(right.present(), ordered.greater()).not()));
          least.set(
              j,
              formulas.and(
                  least.get(j), formulas.and(left.present(), ordered.greater().not()).not()));
        }
      }
    }
    return least;
  }

  private Order.Ordered ordered(SymValue left, SymValue right, Site site) {
    Order.Ordered ordered = order.of(left, right);
    if (ordered != null) {
      return ordered;
    }
    site.under(algebra.same(left, right, site).not())
        .beyondLimits("CHOOSE has several elements to choose from, whose order is not known");
    return new Order.Ordered(formulas.falsity(), formulas.falsity());
  }

  /// The set without the elements of the other one; null where those are not just its least one, as
  /// the object that [#least] gave.
  @SuppressWarnings("ReferenceEquality")
  SymValue.@Nullable Terms without(SymValue.Terms set, SymValue other, Site site) {
    Least least = known.get(set);
    if (least == null || !(other instanceof SymValue.Terms(var terms, _)) || terms.size() != 1) {
      return null;
    }
    SymValue.Term only = terms.getFirst();
    return only.present().isTrue() && only.value() == least.value()
        ? rest(set, least.chosen(), site)
        : null;
  }

  /// Each term that stays in the place of the first term that does, of the second, and so on.
  private SymValue.Terms rest(SymValue.Terms set, List<Formula> chosen, Site site) {
    List<SymValue.Term> staying = new ArrayList<>(chosen.size());
    for (SymValue.Term term : set.terms()) {
      staying.add(new SymValue.Term(stays(term, set, chosen, site), term.value()));
    }
    List<SymValue.Term> rest = new ArrayList<>(chosen.size());
    Formula passed = formulas.falsity();
    for (int i = 0; i + 1 < staying.size(); i++) {
      passed = formulas.or(passed, chosen.get(i));
      SymValue.Term here = staying.get(i);
      SymValue.Term next = staying.get(i + 1);
      Formula present =
          formulas.or(
              formulas.and(passed, next.present()), formulas.and(passed.not(), here.present()));
      if (!present.isFalse()) {
        rest.add(new SymValue.Term(present, algebra.choice(passed, next.value(), here.value())));
      }
    }
    return new SymValue.Terms(rest, set);
  }

  /// That a term is present, and is not equal to the one that is taken away.
  private Formula stays(SymValue.Term term, SymValue.Terms set, List<Formula> chosen, Site site) {
    List<Formula> gone = new ArrayList<>(chosen.size());
    for (int i = 0; i < chosen.size(); i++) {
      Formula both = formulas.and(chosen.get(i), term.present());
      if (!both.isFalse()) {
        SymValue least = set.terms().get(i).value();
        gone.add(formulas.and(both, algebra.same(least, term.value(), site.under(both))));
      }
    }
    return formulas.and(term.present(), formulas.or(gone).not());
  }
}
