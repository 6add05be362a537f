package skolem.encoder.symbolic;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.formula.IntTerm;
import skolem.frontend.value.IntValue;
import skolem.frontend.value.Value;
import skolem.frontend.value.ValueMap;

/// The operations on symbolic values that evaluation is made of.
public final class Algebra {
  /// How many choices of a set are kept.
  private static final int MOST_CHOICES = 32;

  private final Formulas formulas;
  private final Lifting lifting;
  private final Derivations derivations;
  private final Merge merge;
  private final Splitting splitting;
  private final Equality equality;
  private final Membership membership;
  private final Listing listing;
  private final TermSets termSets;
  private final Witnesses witnesses;
  private final Picking picking;
  private final Counter counter;
  private final LeastTerms leastTerms;

  public Algebra(Formulas formulas) {
    this(formulas, PickLimits.NONE);
  }

  public Algebra(Formulas formulas, PickLimits limits) {
    this.formulas = formulas;
    this.lifting = new Lifting(formulas);
    this.derivations = new Derivations(formulas);
    this.merge = new Merge(formulas, lifting, derivations);
    this.splitting = new Splitting(formulas);
    this.equality = new Equality(this);
    this.membership = new Membership(this);
    this.listing = new Listing(this);
    this.termSets = new TermSets(this);
    this.witnesses = new Witnesses(formulas, limits.witnesses());
    this.picking = new Picking(this, limits);
    this.counter = new Counter(formulas);
    this.leastTerms = new LeastTerms(this);
  }

  public Formulas formulas() {
    return formulas;
  }

  /// How scalars were computed from the state.
  public Derivations derivations() {
    return derivations;
  }

  /// The symbolic value of a constant.
  public SymValue lift(Value value) {
    return lifting.lift(value);
  }

  public SymValue bool(Formula formula) {
    return new SymValue.Bool(formula);
  }

  public SymValue integer(long value) {
    return lift(IntValue.of(value));
  }

  /// The constant that a value is under every assignment, or null where that is not seen at once.
  public @Nullable Value constant(SymValue value) {
    return lifting.constant(value);
  }

  /// `then` where `condition`, else `otherwise`.
  public SymValue choice(Formula condition, SymValue then, SymValue otherwise) {
    return merge.choice(condition, then, otherwise);
  }

  /// The value that is each alternative under its guard; the guards exclude one another.
  public SymValue merge(List<SymValue.Alternative> alternatives) {
    return merge.of(alternatives);
  }

  /// A set that is one of these constants; the value as it is where it is no set, or they are many.
  ///
  /// @param choices exclude one another, and one of them holds
  public SymValue oneOf(ValueMap<Formula> choices, SymValue value) {
    boolean few = choices.size() > 1 && choices.size() <= MOST_CHOICES;
    return few && value instanceof SymValue.SetOf(var members, _, var within)
        ? new SymValue.SetOf(members, choices, within)
        : value;
  }

  /// The least of some of the elements of a set of one [Sort], in the order of values.
  ///
  /// @param fitting those that are taken into account, where they are present
  public SymValue least(SymValue.Terms set, List<SymValue.Term> fitting, Site site) {
    return leastTerms.least(set, fitting, site);
  }

  /// The set without the elements of the other one; null where these are not known to be just its
  /// least one.
  public SymValue.@Nullable Terms withoutLeast(SymValue.Terms set, SymValue other, Site site) {
    return leastTerms.without(set, other, site);
  }

  /// How many of the formulas hold.
  public SymValue count(List<Formula> given) {
    return counter.of(given);
  }

  /// An atom of these choices, which exclude one another and one of which holds.
  public SymValue atom(ValueMap<Formula> choices) {
    return SymValue.atom(choices, formulas.truth());
  }

  /// An integer as a term; `value` is an atom of integers or a term already.
  public IntTerm term(SymValue value) {
    return merge.term(value);
  }

  /// Whether a value may be one of few constants only, as far as its parts show.
  public boolean isSplit(SymValue value) {
    return Splitting.isSplit(value);
  }

  /// All constants that a value may be, with the guards under which it is.
  public List<Splitting.Possibility> split(SymValue value, Site site) {
    return splitting.split(value, site);
  }

  /// Whether the values are equal; that they cannot be compared is an evaluation error.
  public Formula equal(SymValue left, SymValue right, Site site) {
    Decision decision = equality.decide(left, right, site);
    if (!decision.open().isFalse()) {
      site.undefined(decision.open(), "cannot compare " + left.kind() + " with " + right.kind());
    }
    return decision.yes();
  }

  /// Whether the values are one and the same, whatever their kinds.
  public Formula same(SymValue left, SymValue right, Site site) {
    return equality.decide(left, right, site).yes();
  }

  /// Whether the one belongs to the other; that this cannot be decided is an evaluation error.
  public Formula member(SymValue element, SymValue set, Site site) {
    Decision decision = membership.decide(element, set, site);
    if (!decision.open().isFalse()) {
      site.undefined(
          decision.open(),
          "cannot decide whether " + element.kind() + " is an element of this set");
    }
    return decision.yes();
  }

  /// When an argument is this one or that of those that a function may have; that it cannot be
  /// compared with the domain is an evaluation error.
  public ValueMap<Formula> places(SymValue argument, SymValue.Function function, Site site) {
    Value constant = constant(argument);
    if (constant != null && Comparability.uniformKeys(function.entries(), constant)) {
      return function.entries().containsKey(constant)
          ? ValueMap.of(constant, formulas.truth())
          : ValueMap.empty();
    }
    boolean[] isOpen = {false};
    ValueMap<Formula> places =
        function
            .entries()
            .mapped((key, _) -> {
              Decision one = equality.decide(argument, lift(key), site);
              isOpen[0] |= !one.isClosed();
              return one.yes();
            });
    if (isOpen[0]) {
      site.undefined(
          membership.decide(argument, function.domain(), site).open(),
          "cannot decide whether " + argument.kind() + " is in the domain of the function");
    }
    return places;
  }

  Decision decideEqual(SymValue left, SymValue right, Site site) {
    return equality.decide(left, right, site);
  }

  Decision decideMember(SymValue element, SymValue set, Site site) {
    return membership.decide(element, set, site);
  }

  /// Whether the elements of the one set can surely be compared with those of the other.
  public boolean areComparable(SymValue.SetOf left, SymValue.SetOf right) {
    return Comparability.uniformKeys(left.members(), right.members());
  }

  /// Reports a set whose elements are of different kinds, as an evaluation error.
  ///
  /// @return the set
  public SymValue.SetOf checked(SymValue.SetOf set, Site site) {
    membership.reportMixed(set, site);
    return set;
  }

  public Formula subset(SymValue left, SymValue right, Site site) {
    return membership.subset(left, right, site);
  }

  /// A value that is to be a set; that it is none is an evaluation error.
  public SymValue expectSet(SymValue value, Site site) {
    switch (value) {
      case SymValue.SetOf _, SymValue.Described _ -> {}
      case SymValue.Mixed(var alternatives) ->
          alternatives.forEach(a -> expectSet(a.value(), site.under(a.guard())));
      case SymValue.Bool _, SymValue.Atom _, SymValue.Int _, SymValue.Function _ ->
          site.undefined(formulas.truth(), "a set is expected here, not " + value.kind());
    }
    return value;
  }

  /// The set with its elements listed.
  public SymValue.SetOf list(SymValue set, Site site) {
    return listing.list(set, site);
  }

  /// The same, to go through the elements one by one: as in TLC, it does not matter there whether
  /// they can be compared with one another.
  public SymValue.SetOf gathered(SymValue set, Site site) {
    return listing.gathered(set, site);
  }

  /// The elements that stand for sets too large to be listed.
  public Witnesses witnesses() {
    return witnesses;
  }

  /// The elements of a set, one by one: the terms of a set of terms, or else what a listing has.
  public List<SymValue.Term> elements(SymValue set, Site site) {
    witnesses.requireNone(set, site);
    return elementsAndWitnesses(set, site);
  }

  /// The same, where the set may be an arbitrary one, of which the elements are witnesses.
  List<SymValue.Term> elementsAndWitnesses(SymValue set, Site site) {
    return set instanceof SymValue.Terms(var terms, _)
        ? terms
        : gathered(set, site).members().entrySet().stream()
            .map(member -> new SymValue.Term(member.getValue(), lift(member.getKey())))
            .toList();
  }

  /// The set of these elements: listed, unless one of them may be one of too many constants.
  public SymValue setOf(List<SymValue.Term> elements, Site site) {
    return termSets.of(elements, site);
  }

  /// The elements of both sets, one of them being of terms.
  public SymValue unionOfTerms(SymValue left, SymValue right, Site site) {
    return termSets.union(left, right, site);
  }

  /// The elements for which `stays` holds, too.
  public SymValue filtered(SymValue.Terms set, Function<SymValue.Term, Formula> stays, Site site) {
    witnesses.requireNone(set, site);
    return termSets.filtered(set, stays);
  }

  /// Whether a value is an element of a set of terms; that they cannot be compared is beyond what
  /// is found out.
  Formula equalTerm(SymValue element, SymValue term, Site site) {
    Decision decision = equality.decide(element, term, site);
    if (!decision.open().isFalse()) {
      site.under(decision.open()).beyondLimits(TermSets.INCOMPARABLE);
    }
    return decision.yes();
  }

  /// The value with every set in it listed.
  public SymValue written(SymValue value, Site site) {
    return listing.written(value, site);
  }

  /// Whether all sets that a value may be have listings that are not too long.
  public boolean isListable(SymValue set) {
    return listing.isListable(set);
  }

  /// The number of elements that a listing would have, or a negative number where it cannot be
  /// listed or has more than an `int` counts.
  public int listingSize(SymValue set) {
    return listing.size(set);
  }

  /// Whether a set is finite under every assignment, as far as its form shows.
  public boolean isFinite(SymValue set) {
    return Finiteness.isFinite(set);
  }

  /// Whether a set is infinite under every assignment, as far as its form shows.
  public boolean isInfinite(SymValue set) {
    return Finiteness.isInfinite(set);
  }

  /// Some value of a state variable, by fresh variables; a subset of what is too large to be listed
  /// by its [Witnesses], where the limits of picking say so.
  public Picking.Pick pickState(SymValue set, String name, Site site) {
    return picking.pickState(set, name, site);
  }

  /// Some element of a set, by fresh variables.
  public Picking.Pick pick(SymValue set, String name, Site site) {
    return picking.pick(set, name, site);
  }
}
