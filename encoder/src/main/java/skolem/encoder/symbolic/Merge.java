package skolem.encoder.symbolic;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.formula.IntTerm;
import skolem.frontend.value.IntValue;
import skolem.frontend.value.Value;
import skolem.frontend.value.ValueMap;

/// Makes one value of several guarded ones: the functional merge.
///
/// The guards exclude one another, and one of them holds wherever the result matters. Every leaf
/// (an element of a set, an argument of a function, a choice of a scalar) is merged on its own,
/// equal values together, the most frequent as the complement of the others: what most branches
/// leave unchanged costs nothing.
final class Merge {
  private final Formulas formulas;
  private final Lifting lifting;
  private final Derivations derivations;

  Merge(Formulas formulas, Lifting lifting, Derivations derivations) {
    this.formulas = formulas;
    this.lifting = lifting;
    this.derivations = derivations;
  }

  SymValue choice(Formula condition, SymValue then, SymValue otherwise) {
    if (condition.isConstant()) {
      return condition.isTrue() ? then : otherwise;
    }
    if (then == otherwise) {
      return then;
    }
    Derivations.Table table = null;
    if (then instanceof SymValue.Atom t && otherwise instanceof SymValue.Atom o) {
      table = derivations.chosen(condition, t, o);
      if (table != null && derivations.areRelated(condition, t, o)) {
        return derivations.scalar(table);
      }
    }
    SymValue either =
        of(
            List.of(
                new SymValue.Alternative(condition, then),
                new SymValue.Alternative(condition.not(), otherwise)));
    derivations.note(either, table);
    return either;
  }

  SymValue of(List<SymValue.Alternative> given) {
    List<SymValue.Alternative> alternatives = grouped(flattened(given));
    if (alternatives.isEmpty()) {
      return SymValue.none();
    }
    if (alternatives.size() == 1) {
      return alternatives.getFirst().value();
    }
    Map<Kind, List<SymValue.Alternative>> byKind = new LinkedHashMap<>();
    boolean integers = alternatives.stream().anyMatch(a -> a.value() instanceof SymValue.Int);
    for (SymValue.Alternative alternative : alternatives) {
      byKind
          .computeIfAbsent(kind(alternative.value(), integers), _ -> new ArrayList<>())
          .add(alternative);
    }
    if (byKind.size() == 1) {
      Map.Entry<Kind, List<SymValue.Alternative>> only = byKind.entrySet().iterator().next();
      if (only.getKey() != Kind.DESCRIBED) {
        return sameKind(only.getKey(), only.getValue());
      }
    }
    List<SymValue.Alternative> mixed = new ArrayList<>();
    byKind.forEach((kind, members) -> {
      if (kind == Kind.DESCRIBED || members.size() == 1) {
        mixed.addAll(members);
      } else {
        Formula guard = formulas.or(members.stream().map(SymValue.Alternative::guard).toList());
        mixed.add(new SymValue.Alternative(guard, sameKind(kind, members)));
      }
    });
    return new SymValue.Mixed(mixed);
  }

  private enum Kind {
    BOOL,
    ATOM,
    INT,
    SET,
    FUNCTION,
    DESCRIBED
  }

  private static Kind kind(SymValue value, boolean integers) {
    return switch (value) {
      case SymValue.Bool _ -> Kind.BOOL;
      case SymValue.Atom atom -> integers && isInteger(atom) ? Kind.INT : Kind.ATOM;
      case SymValue.Int _ -> Kind.INT;
      case SymValue.SetOf _, SymValue.Terms _ -> Kind.SET;
      case SymValue.Function _ -> Kind.FUNCTION;
      case SymValue.Described _ -> Kind.DESCRIBED;
      case SymValue.Mixed _ -> throw new IllegalStateException("a mixed value among alternatives");
    };
  }

  static boolean isInteger(SymValue.Atom atom) {
    return atom.choices().keySet().stream().allMatch(IntValue.class::isInstance);
  }

  private List<SymValue.Alternative> flattened(List<SymValue.Alternative> given) {
    List<SymValue.Alternative> flat = new ArrayList<>(given.size());
    for (SymValue.Alternative alternative : given) {
      if (alternative.value() instanceof SymValue.Mixed(var inner)) {
        for (SymValue.Alternative member : inner) {
          add(flat, formulas.and(alternative.guard(), member.guard()), member.value());
        }
      } else {
        add(flat, alternative.guard(), alternative.value());
      }
    }
    return flat;
  }

  private static void add(List<SymValue.Alternative> to, Formula guard, SymValue value) {
    if (!guard.isFalse()) {
      to.add(new SymValue.Alternative(guard, value));
    }
  }

  /// Alternatives of one value (by identity) together.
  private List<SymValue.Alternative> grouped(List<SymValue.Alternative> alternatives) {
    IdentityHashMap<SymValue, List<Formula>> guards = new IdentityHashMap<>();
    List<SymValue> order = new ArrayList<>();
    for (SymValue.Alternative alternative : alternatives) {
      guards
          .computeIfAbsent(
              alternative.value(),
              v -> {
                order.add(v);
                return new ArrayList<>();
              })
          .add(alternative.guard());
    }
    if (order.size() == alternatives.size()) {
      return alternatives;
    }
    return order.stream()
        .map(v -> new SymValue.Alternative(formulas.or(guards.getOrDefault(v, List.of())), v))
        .toList();
  }

  private SymValue sameKind(Kind kind, List<SymValue.Alternative> alternatives) {
    return switch (kind) {
      case BOOL -> new SymValue.Bool(bools(alternatives));
      case ATOM -> atoms(alternatives);
      case INT -> integers(alternatives);
      case SET ->
          alternatives.stream().anyMatch(a -> a.value() instanceof SymValue.Terms)
              ? terms(alternatives)
              : sets(alternatives);
      case FUNCTION -> functions(alternatives);
      case DESCRIBED -> throw new IllegalStateException("described sets are not merged");
    };
  }

  private Formula bools(List<SymValue.Alternative> alternatives) {
    List<Case> cases = new ArrayList<>(alternatives.size());
    for (SymValue.Alternative alternative : alternatives) {
      cases.add(new Case(alternative.guard(), ((SymValue.Bool) alternative.value()).formula()));
    }
    return formula(cases);
  }

  /// A guarded formula.
  record Case(Formula guard, Formula value) {}

  /// The formula that equals each case's value under its guard.
  Formula formula(List<Case> cases) {
    if (isOneValue(cases)) {
      return cases.getFirst().value();
    }
    Map<Formula, List<Formula>> guards = new LinkedHashMap<>();
    for (Case one : cases) {
      guards.computeIfAbsent(one.value(), _ -> new ArrayList<>()).add(one.guard());
    }
    Formula common = null;
    int most = 0;
    for (Map.Entry<Formula, List<Formula>> group : guards.entrySet()) {
      if (group.getValue().size() > most) {
        most = group.getValue().size();
        common = group.getKey();
      }
    }
    if (common == null) {
      return formulas.falsity();
    }
    List<Formula> changed = new ArrayList<>();
    List<Formula> disjuncts = new ArrayList<>();
    for (Map.Entry<Formula, List<Formula>> group : guards.entrySet()) {
      if (group.getKey() != common) {
        Formula guard = formulas.or(group.getValue());
        changed.add(guard);
        disjuncts.add(formulas.and(guard, group.getKey()));
      }
    }
    Formula unchanged = formulas.or(changed).not();
    if (common.isTrue()) {
      return formulas.or(unchanged, formulas.or(disjuncts));
    }
    disjuncts.add(formulas.and(unchanged, common));
    return formulas.or(disjuncts);
  }

  private static boolean isOneValue(List<Case> cases) {
    for (Case one : cases) {
      if (one.value() != cases.getFirst().value()) {
        return false;
      }
    }
    return true;
  }

  private SymValue atoms(List<SymValue.Alternative> alternatives) {
    return SymValue.atom(
        merged(alternatives, value -> ((SymValue.Atom) value).choices()), formulas.truth());
  }

  /// Merges what belongs to each key on its own; a key that an alternative does not have belongs to
  /// it nowhere.
  private ValueMap<Formula> merged(
      List<SymValue.Alternative> alternatives, Function<SymValue, ValueMap<Formula>> part) {
    return ValueMap.rows(alternatives.stream().map(a -> part.apply(a.value())).toList())
        .mapped((_, row) -> formula(cases(alternatives, row)))
        .filtered((_, guard) -> !guard.isFalse());
  }

  private List<Case> cases(List<SymValue.Alternative> alternatives, List<@Nullable Formula> row) {
    List<Case> cases = new ArrayList<>(row.size());
    for (int i = 0; i < row.size(); i++) {
      Formula guard = row.get(i);
      cases.add(new Case(alternatives.get(i).guard(), guard == null ? formulas.falsity() : guard));
    }
    return cases;
  }

  private SymValue integers(List<SymValue.Alternative> alternatives) {
    IntTerm result = term(alternatives.getLast().value());
    for (int i = alternatives.size() - 2; i >= 0; i--) {
      SymValue.Alternative alternative = alternatives.get(i);
      result = formulas.terms().choice(alternative.guard(), term(alternative.value()), result);
    }
    return new SymValue.Int(result);
  }

  /// An integer as a term.
  IntTerm term(SymValue value) {
    if (value instanceof SymValue.Int(var term)) {
      return term;
    }
    IntTerm result = null;
    for (Map.Entry<Value, Formula> choice : ((SymValue.Atom) value).choices().entrySet()) {
      BigInteger number = ((IntValue) choice.getKey()).bigValue();
      IntTerm constant = formulas.terms().constant(number);
      result =
          result == null ? constant : formulas.terms().choice(choice.getValue(), constant, result);
    }
    if (result == null) {
      throw new IllegalStateException("an atom without choices");
    }
    return result;
  }

  private SymValue sets(List<SymValue.Alternative> alternatives) {
    ValueMap<Formula> members = merged(alternatives, value -> ((SymValue.SetOf) value).members());
    return new SymValue.SetOf(members).asPartOf(within(alternatives));
  }

  /// What the sets are parts of, each under its guard; null where all of them stand for themselves.
  private @Nullable SymValue within(List<SymValue.Alternative> sets) {
    if (sets.stream().allMatch(set -> ((SymValue.SetOf) set.value()).within() == null)) {
      return null;
    }
    List<SymValue.Alternative> all = new ArrayList<>(sets.size());
    for (SymValue.Alternative set : sets) {
      SymValue within = ((SymValue.SetOf) set.value()).within();
      all.add(new SymValue.Alternative(set.guard(), within == null ? set.value() : within));
    }
    List<SymValue.Alternative> different = grouped(flattened(all));
    return different.size() == 1 ? different.getFirst().value() : new SymValue.Mixed(different);
  }

  /// When an element is present, by alternative.
  private static final class Row {
    final SymValue element;
    final @Nullable Formula[] present;
    int alternatives;

    Row(SymValue element, int alternatives) {
      this.element = element;
      this.present = new Formula[alternatives];
    }
  }

  /// Sets of which one is of terms; an element counts as the same if it is one object. What only
  /// one alternative has is merged with what only another one has.
  private SymValue terms(List<SymValue.Alternative> alternatives) {
    Sort all = Sort.ANY;
    IdentityHashMap<SymValue, Row> rows = new IdentityHashMap<>();
    List<Row> order = new ArrayList<>();
    for (int i = 0; i < alternatives.size(); i++) {
      SymValue set = alternatives.get(i).value();
      all = Sort.join(all, Sort.of(set));
      for (SymValue.Term term : elements(set)) {
        Row row = rows.get(term.value());
        if (row == null) {
          row = new Row(term.value(), alternatives.size());
          rows.put(term.value(), row);
          order.add(row);
        }
        row.present[i] = term.present();
        row.alternatives++;
      }
    }
    if (all == null) {
      return new SymValue.Mixed(alternatives);
    }
    List<SymValue.Term> merged = new ArrayList<>(order.size());
    for (Row row : order) {
      if (row.alternatives > 1) {
        addTerm(merged, formula(cases(alternatives, Arrays.asList(row.present))), row.element);
      }
    }
    addOwn(merged, alternatives, order);
    return new SymValue.Terms(merged);
  }

  private static void addTerm(List<SymValue.Term> to, Formula present, SymValue value) {
    if (!present.isFalse()) {
      to.add(new SymValue.Term(present, value));
    }
  }

  /// Adds the elements that one alternative has to itself: the first of each as one, and so on.
  private void addOwn(
      List<SymValue.Term> to, List<SymValue.Alternative> alternatives, List<Row> rows) {
    List<List<SymValue.Alternative>> own = new ArrayList<>();
    int[] next = new int[alternatives.size()];
    for (Row row : rows) {
      for (int i = 0; row.alternatives == 1 && i < next.length; i++) {
        Formula present = row.present[i];
        if (present != null) {
          if (next[i] == own.size()) {
            own.add(new ArrayList<>());
          }
          Formula guard = formulas.and(alternatives.get(i).guard(), present);
          own.get(next[i]++).add(new SymValue.Alternative(guard, row.element));
        }
      }
    }
    for (List<SymValue.Alternative> one : own) {
      addTerm(to, formulas.or(one.stream().map(SymValue.Alternative::guard).toList()), of(one));
    }
  }

  private List<SymValue.Term> elements(SymValue set) {
    return switch (set) {
      case SymValue.Terms(var terms, _) -> terms;
      case SymValue.SetOf(var members, _, _) ->
          members.entrySet().stream()
              .map(m -> new SymValue.Term(m.getValue(), lifting.lift(m.getKey())))
              .toList();
      default -> throw new IllegalStateException("a set is merged as terms");
    };
  }

  private SymValue functions(List<SymValue.Alternative> alternatives) {
    List<SymValue.Function> functions =
        alternatives.stream().map(a -> (SymValue.Function) a.value()).toList();
    ValueMap<SymValue.Entry> entries =
        ValueMap.rows(functions.stream().map(SymValue.Function::entries).toList())
            .mapped((_, row) -> entry(row, alternatives))
            .filtered((_, entry) -> !entry.inDomain().isFalse());
    return new SymValue.Function(entries, functions.stream().allMatch(SymValue.Function::sequence));
  }

  private SymValue.Entry entry(
      List<SymValue.@Nullable Entry> row, List<SymValue.Alternative> alternatives) {
    SymValue.Entry common = common(row);
    if (common != null) {
      return common;
    }
    List<Case> domain = new ArrayList<>(row.size());
    List<SymValue.Alternative> results = new ArrayList<>(row.size());
    for (int i = 0; i < row.size(); i++) {
      SymValue.Entry entry = row.get(i);
      Formula guard = alternatives.get(i).guard();
      if (entry == null) {
        domain.add(new Case(guard, formulas.falsity()));
      } else {
        domain.add(new Case(guard, entry.inDomain()));
        results.add(new SymValue.Alternative(guard, entry.result()));
      }
    }
    return new SymValue.Entry(formula(domain), of(results));
  }

  /// The entry that all alternatives have, with one object as its result.
  private static SymValue.@Nullable Entry common(List<SymValue.@Nullable Entry> row) {
    SymValue.Entry first = row.getFirst();
    for (SymValue.Entry entry : row) {
      if (!isSame(first, entry)) {
        return null;
      }
    }
    return first;
  }

  private static boolean isSame(SymValue.@Nullable Entry one, SymValue.@Nullable Entry other) {
    return one == other
        || (one != null
            && other != null
            && one.inDomain() == other.inDomain()
            && one.result() == other.result());
  }
}
