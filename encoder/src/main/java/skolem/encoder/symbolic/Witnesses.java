package skolem.encoder.symbolic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.frontend.source.RejectedException;

/// Arbitrary subsets of what is too large to be listed, by a few of their elements: the
/// *witnesses*.
///
/// A question that asks such a set M only whether some element of it has a property, for finitely
/// many properties, cannot tell M from the subset that keeps one element for each property that one
/// has: each answer stays what it was, the innermost first. So M need not have more elements than
/// there are properties. They are counted as they are asked for: a quantifier over M makes one for
/// each combination of values that the parts of its body may have which do not depend on the
/// element. What else is done with M is refused. (Finite instantiation of stratified sorts, as in
/// Ge and de Moura, "Complete instantiation for quantified formulas in satisfiability modulo
/// theories", CAV 2009, turned round.)
///
/// The first witnesses are kept for the elements that an action picks.
public final class Witnesses {
  /// How many witnesses are kept for what an action picks.
  static final int PICKED = 4;

  private final Formulas formulas;
  private final @Nullable Integer many;
  private final IdentityHashMap<SymValue, Place> places = new IdentityHashMap<>();
  private final Set<Formula> variables = new HashSet<>();
  private final Map<Formula, Boolean> dependent = new HashMap<>();
  private final Map<Property, Integer> properties = new HashMap<>();
  private final List<Formula> constraints = new ArrayList<>();
  private int picking;
  private int taken;

  /// @param question what properties of one kind have in common
  /// @param which the property among them
  private record Property(Object question, Object which) {}

  /// All witnesses of one set.
  private static final class Sample {
    final List<SymValue.Term> elements;

    Sample(List<SymValue.Term> elements) {
      this.elements = List.copyOf(elements);
    }
  }

  /// Where a witness belongs, and as what.
  private record Place(Sample sample, SymValue.Term term) {}

  /// @param many how many elements stand for a set, or null where none may
  Witnesses(Formulas formulas, @Nullable Integer many) {
    this.formulas = formulas;
    this.many = many;
  }

  /// How many elements are to stand for a set.
  int many() {
    return many == null ? 0 : many;
  }

  /// Makes an arbitrary set of these elements.
  ///
  /// @param choices the variables that choose the elements that no action picks
  SymValue.Terms set(List<SymValue.Term> elements, List<Formula> choices) {
    Sample sample = new Sample(elements);
    elements.forEach(element -> places.put(element.value(), new Place(sample, element)));
    variables.addAll(choices);
    return new SymValue.Terms(elements);
  }

  /// How many elements the questions asked so far need.
  public int needed() {
    return places.isEmpty() ? 0 : PICKED + properties.size();
  }

  /// Evaluates for what a quantifier picks by fresh variables, which stand for all elements of its
  /// set: what is asked of witnesses meanwhile would count as one property and is many, so it is
  /// refused.
  public <T> T whilePicking(Supplier<T> evaluation) {
    picking++;
    try {
      return evaluation.get();
    } finally {
      picking--;
    }
  }

  // ── What is asked ───────────────────────────────────────────────────────────────────────────

  /// Whether there are any.
  public boolean exist() {
    return !places.isEmpty();
  }

  /// Whether a value is a set with witnesses among its elements.
  public boolean areAmong(SymValue value) {
    return value instanceof SymValue.Terms(var terms, _) && terms.stream().anyMatch(this::isOne);
  }

  /// Whether a set has witnesses among its elements.
  ///
  /// @throws RejectedException where it has only some of them
  public boolean areIn(SymValue.Terms set, Site site) {
    return !places.isEmpty() && !samples(set, site).isEmpty();
  }

  @SuppressWarnings("ReferenceEquality")
  private Set<Sample> samples(SymValue.Terms set, Site site) {
    Set<Sample> whole = new LinkedHashSet<>();
    int found = 0;
    for (SymValue.Term term : set.terms()) {
      Place place = places.get(term.value());
      if (place != null) {
        whole.add(place.sample());
        found++;
        if (place.term().present() != term.present()) {
          throw refusal(site);
        }
      } else if (dependsOnThem(term.value())) {
        // Witnesses of several sets may have been merged here: they count as none.
        throw refusal(site);
      }
    }
    if (found > 0 && picking > 0) {
      throw refusal(site);
    }
    if (found != whole.stream().mapToInt(sample -> sample.elements.size()).sum()) {
      throw refusal(site);
    }
    return whole;
  }

  /// Refuses a set with witnesses.
  void requireNone(SymValue set, Site site) {
    if (set instanceof SymValue.Terms terms && areIn(terms, site)) {
      throw refusal(site);
    }
  }

  /// The refusal of what is not asked by properties of single elements.
  public RejectedException refusal(Site site) {
    return site.unsupported(
        "an arbitrary set that has too many possible elements to be listed can only be quantified"
            + " over, compared by \\subseteq with a set without it, and added to");
  }

  /// Counts a property, and keeps a witness for it.
  ///
  /// @param question what properties of one kind have in common
  /// @param which the property among them
  /// @return the place of its witness
  public int ask(Object question, Object which) {
    Property property = new Property(question, which);
    properties.putIfAbsent(property, PICKED + properties.size());
    return properties.getOrDefault(property, -1);
  }

  /// Says of a witness that it is there exactly if an element has the property that it is kept for,
  /// and has it.
  ///
  /// @param set asked, with witnesses
  /// @param place of the witness
  /// @param has for each term, whether it is present and has the property
  public void keep(SymValue.Terms set, int place, List<Formula> has, Site site) {
    Set<Sample> whole = samples(set, site);
    List<SymValue.Term> all = whole.iterator().next().elements;
    if (whole.size() > 1 || place >= all.size()) {
      return;
    }
    List<Formula> some = new ArrayList<>(all.size());
    Formula own = formulas.falsity();
    for (int i = 0; i < has.size(); i++) {
      if (isOne(set.terms().get(i))) {
        some.add(has.get(i));
        own = isSame(set.terms().get(i), all.get(place)) ? has.get(i) : own;
      }
    }
    Formula kept =
        formulas.and(
            formulas.implies(all.get(place).present(), own),
            formulas.implies(formulas.or(some), all.get(place).present()));
    constraints.add(formulas.implies(site.path().wholeFormula(), kept));
  }

  @SuppressWarnings("ReferenceEquality")
  private static boolean isSame(SymValue.Term left, SymValue.Term right) {
    return left.value() == right.value();
  }

  /// What may be assumed of the witnesses.
  public List<Formula> constraints() {
    return List.copyOf(constraints);
  }

  /// Counts the question whether a value is an element.
  void askMember(SymValue element, SymValue.Terms of, Site site) {
    Place place = places.get(element);
    if (place == null || !samples(of, site).contains(place.sample())) {
      if (dependsOnThem(element)) {
        throw refusal(site);
      }
      ask("member", element);
    }
  }

  /// Counts the question whether all elements belong to a set.
  void askSubset(SymValue of, Site site) {
    requireNone(of, site);
    ask("subset", of);
  }

  /// The witnesses that stand for the element that an action, or a conjunct that bounds a variable,
  /// picks: one of each set that is part of the set that it picks from.
  ///
  /// @param earlier how many it has picked before
  public List<SymValue.Term> picked(SymValue.Terms set, int earlier, Site site) {
    int place = taken + earlier;
    if (place >= PICKED) {
      throw site.unsupported(
          "an action, with what bounds the variables, picks more than "
              + PICKED
              + " elements of a set that cannot be listed");
    }
    return samples(set, site).stream().map(sample -> sample.elements.get(place)).toList();
  }

  /// Keeps so many more witnesses for what was picked: nothing else picks them.
  public void take(int more) {
    taken += more;
  }

  /// Whether a term is a witness.
  public boolean isOne(SymValue.Term term) {
    return places.containsKey(term.value());
  }

  // ── Dependence ──────────────────────────────────────────────────────────────────────────────

  /// Whether a value depends on which elements the witnesses are.
  public boolean dependsOnThem(SymValue value) {
    return switch (value) {
      case SymValue.Bool(var formula) -> mentions(formula);
      case SymValue.Atom(var choices) -> choices.values().stream().anyMatch(this::mentions);
      case SymValue.Int(var term) -> !variables.isEmpty() && term.constant() == null;
      case SymValue.SetOf(var members, _, _) -> members.values().stream().anyMatch(this::mentions);
      case SymValue.Function(var entries, _) ->
          entries.values().stream()
              .anyMatch(e -> mentions(e.inDomain()) || dependsOnThem(e.result()));
      case SymValue.Mixed(var alternatives) ->
          alternatives.stream().anyMatch(a -> mentions(a.guard()) || dependsOnThem(a.value()));
      case SymValue.Terms(var terms, _) ->
          terms.stream()
              .filter(t -> !isOne(t))
              .anyMatch(t -> mentions(t.present()) || dependsOnThem(t.value()));
      case SymValue.PowerSet(var base) -> dependsOnThem(base);
      case SymValue.FunctionSet(var domain, var range) ->
          dependsOnThem(domain) || dependsOnThem(range);
      case SymValue.RecordSet(var fields) -> fields.values().stream().anyMatch(this::dependsOnThem);
      case SymValue.Product(var factors) -> factors.stream().anyMatch(this::dependsOnThem);
      case SymValue.Sequences(var elements) -> dependsOnThem(elements);
      case SymValue.Combined(_, var left, var right) -> dependsOnThem(left) || dependsOnThem(right);
      case SymValue.Integers _, SymValue.Strings _, SymValue.Anything _ -> false;
      case SymValue.Range _, SymValue.Filtered _ -> true;
    };
  }

  private boolean mentions(Formula formula) {
    return !formula.isConstant()
        && dependent.computeIfAbsent(
            formula.positive(), f -> formulas.variables(f).stream().anyMatch(variables::contains));
  }
}
