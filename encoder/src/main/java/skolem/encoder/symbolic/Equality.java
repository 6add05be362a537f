package skolem.encoder.symbolic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.frontend.value.IntValue;
import skolem.frontend.value.ModelValue;
import skolem.frontend.value.SetValue;
import skolem.frontend.value.StringValue;
import skolem.frontend.value.Value;
import skolem.frontend.value.ValueMap;

/// When two symbolic values are equal.
///
/// Values of different kinds cannot be compared, as in TLC: that leaves the answer open, unless
/// other parts differ; an untyped model value differs from everything else.
final class Equality {
  /// How many pairs of sets with elements of several kinds are gone through.
  private static final int PAIRS = 10_000;

  private final Algebra algebra;
  private final Formulas formulas;

  Equality(Algebra algebra) {
    this.algebra = algebra;
    this.formulas = algebra.formulas();
  }

  Decision decide(SymValue left, SymValue right, Site site) {
    boolean described = left instanceof SymValue.Described && !(left instanceof SymValue.Terms);
    if (left == right && !described) {
      return closed(formulas.truth());
    }
    if (left instanceof SymValue.Mixed(var alternatives)) {
      return overAlternatives(alternatives, right, site);
    }
    if (right instanceof SymValue.Mixed(var alternatives)) {
      return overAlternatives(alternatives, left, site);
    }
    return switch (left) {
      case SymValue.Bool(var l) when right instanceof SymValue.Bool(var r) ->
          closed(formulas.iff(l, r));
      case SymValue.Atom l when right instanceof SymValue.Atom r -> atoms(l, r);
      case SymValue.Int l when isInteger(right) ->
          closed(formulas.equal(l.term(), algebra.term(right)));
      case SymValue.Atom l when right instanceof SymValue.Int(var r) && Merge.isInteger(l) ->
          closed(formulas.equal(algebra.term(l), r));
      case SymValue.SetOf l when right instanceof SymValue.SetOf r -> sets(l, r, site);
      case SymValue.SetOf _, SymValue.Described _ when isSet(right) -> described(left, right, site);
      case SymValue.Function l when right instanceof SymValue.Function r -> functions(l, r, site);
      case SymValue.Bool _,
          SymValue.Atom _,
          SymValue.Int _,
          SymValue.SetOf _,
          SymValue.Function _,
          SymValue.Described _,
          SymValue.Mixed _ ->
          new Decision(
              formulas.falsity(), formulas.or(isModelValue(left), isModelValue(right)).not());
    };
  }

  private Decision closed(Formula yes) {
    return Decision.of(yes, formulas);
  }

  private Decision overAlternatives(
      List<SymValue.Alternative> alternatives, SymValue other, Site site) {
    List<Formula> yes = new ArrayList<>(alternatives.size());
    List<Formula> open = new ArrayList<>(alternatives.size());
    for (SymValue.Alternative alternative : alternatives) {
      Formula guard = alternative.guard();
      Decision one = decide(alternative.value(), other, site.under(guard)).under(guard, formulas);
      yes.add(one.yes());
      open.add(one.open());
    }
    return new Decision(formulas.or(yes), formulas.or(open));
  }

  private static boolean isSet(SymValue value) {
    return value instanceof SymValue.SetOf || value instanceof SymValue.Described;
  }

  private static boolean isInteger(SymValue value) {
    return value instanceof SymValue.Int
        || (value instanceof SymValue.Atom atom && Merge.isInteger(atom));
  }

  /// When a value is a model value that can be compared with everything.
  private Formula isModelValue(SymValue value) {
    return value instanceof SymValue.Atom atom
        ? choices(atom, v -> v instanceof ModelValue model && model.type() == 0)
        : formulas.falsity();
  }

  private Formula choices(SymValue.Atom atom, Predicate<Value> test) {
    List<Formula> guards = new ArrayList<>();
    atom.choices()
        .forEach((v, guard) -> {
          if (test.test(v)) {
            guards.add(guard);
          }
        });
    return guards.size() == atom.choices().size() ? formulas.truth() : formulas.or(guards);
  }

  // ── Scalars ─────────────────────────────────────────────────────────────────────────────────

  private Decision atoms(SymValue.Atom left, SymValue.Atom right) {
    Value l = left.only();
    Value r = right.only();
    if (l != null && r != null) {
      return new Decision(
          formulas.constant(l.equals(r)), formulas.constant(!Comparability.comparable(l, r)));
    }
    SymValue.Atom small = left.choices().size() <= right.choices().size() ? left : right;
    SymValue.Atom large = small == left ? right : left;
    Formula open = incomparable(left, right);
    List<Formula> same = new ArrayList<>();
    for (Map.Entry<Value, Formula> choice : small.choices().entrySet()) {
      Formula other = large.choices().get(choice.getKey());
      if (other != null) {
        same.add(formulas.and(choice.getValue(), other));
      }
    }
    boolean complementary =
        small.choices().size() == 2 && small.choices().keySet().equals(large.choices().keySet());
    if (complementary) {
      Formula first = small.choices().values().iterator().next();
      return new Decision(formulas.iff(first, large.choices().values().iterator().next()), open);
    }
    return new Decision(formulas.or(same), open);
  }

  private Formula incomparable(SymValue.Atom left, SymValue.Atom right) {
    if (uniform(left) && uniform(right) && sameKind(first(left), first(right))) {
      return formulas.falsity();
    }
    List<Formula> pairs = new ArrayList<>();
    for (Map.Entry<Value, Formula> l : left.choices().entrySet()) {
      for (Map.Entry<Value, Formula> r : right.choices().entrySet()) {
        if (!Comparability.comparable(l.getKey(), r.getKey())) {
          pairs.add(formulas.and(l.getValue(), r.getValue()));
        }
      }
    }
    return formulas.or(pairs);
  }

  private static Value first(SymValue.Atom atom) {
    return atom.choices().firstKey();
  }

  private static boolean uniform(SymValue.Atom atom) {
    return sameKind(atom.choices().firstKey(), atom.choices().lastKey());
  }

  private static boolean sameKind(Value left, Value right) {
    return left.rank() == right.rank()
        && (!(left instanceof ModelValue l) || l.type() == 0)
        && (!(right instanceof ModelValue r) || r.type() == 0);
  }

  // ── Sets ────────────────────────────────────────────────────────────────────────────────────

  private Decision sets(SymValue.SetOf left, SymValue.SetOf right, Site site) {
    ValueMap<Formula> same =
        left.members().joined(right.members(), (_, l, r) -> formulas.iff(orFalse(l), orFalse(r)));
    Formula yes = formulas.and(same.values());
    if (yes.isTrue() || Comparability.uniformKeys(same)) {
      return closed(yes);
    }
    return new Decision(yes, open(left, right, site));
  }

  private Formula orFalse(@Nullable Formula formula) {
    return formula == null ? formulas.falsity() : formula;
  }

  private Formula open(SymValue.SetOf left, SymValue.SetOf right, Site site) {
    List<Splitting.Possibility> lefts = algebra.split(left, site);
    List<Splitting.Possibility> rights = algebra.split(right, site);
    if ((long) lefts.size() * rights.size() > PAIRS) {
      throw site.unsupported("large sets with elements of several kinds cannot be compared");
    }
    List<Formula> pairs = new ArrayList<>();
    for (Splitting.Possibility l : lefts) {
      for (Splitting.Possibility r : rights) {
        if (Comparability.equal(l.value(), r.value()) == Comparability.Answer.OPEN) {
          pairs.add(formulas.and(l.guard(), r.guard()));
        }
      }
    }
    return formulas.or(pairs);
  }

  private Decision described(SymValue left, SymValue right, Site site) {
    if (left instanceof SymValue.Terms || right instanceof SymValue.Terms) {
      Formula inRight = algebra.subset(left, right, site);
      return closed(formulas.and(inRight, algebra.subset(right, left, site.under(inRight))));
    }
    boolean listable = algebra.listingSize(left) >= 0 && algebra.listingSize(right) >= 0;
    if (listable) {
      return sets(algebra.list(left, site), algebra.list(right, site), site);
    }
    if (left.equals(right)) {
      return closed(formulas.truth());
    }
    throw site.unsupported("sets that cannot be listed cannot be compared for equality");
  }

  // ── Functions ───────────────────────────────────────────────────────────────────────────────

  /// What two functions have for an argument that both may be defined for.
  private record Pair(SymValue.Entry left, SymValue.Entry right) {}

  private Decision functions(SymValue.Function left, SymValue.Function right, Site site) {
    List<Pair> pairs = new ArrayList<>();
    Formula domains = domains(left, right, pairs);
    Decision results = results(pairs, domains, site);
    Formula open = formulas.and(domains, results.open());
    if (!domains.isTrue()
        && !hasFixedForm(left)
        && !hasFixedForm(right)
        && !Comparability.uniformKeys(left.entries(), right.entries())) {
      open = formulas.or(open, openByDomain(left, right, site));
    }
    return new Decision(formulas.and(domains, results.yes()), open);
  }

  /// That two functions are defined for the same arguments.
  ///
  /// @param pairs receives those that they have, unless they differ in one
  private Formula domains(SymValue.Function left, SymValue.Function right, List<Pair> pairs) {
    List<Formula> same = new ArrayList<>();
    boolean mayBe =
        left.entries()
            .all(
                right.entries(),
                (l, r) -> {
                  if (l != null && r != null) {
                    pairs.add(new Pair(l, r));
                  }
                  Formula here = inDomain(l);
                  Formula there = inDomain(r);
                  Formula both = here == there ? formulas.truth() : formulas.iff(here, there);
                  same.add(both);
                  return !both.isFalse();
                });
    return mayBe ? formulas.and(same) : formulas.falsity();
  }

  /// Whether it is always a tuple, or always a record: it can then be compared with all functions.
  private static boolean hasFixedForm(SymValue.Function function) {
    ValueMap<SymValue.Entry> entries = function.entries();
    // Strings are next to one another in the order.
    return function.sequence()
        || entries.isEmpty()
        || (entries.firstKey() instanceof StringValue && entries.lastKey() instanceof StringValue);
  }

  private Formula inDomain(SymValue.@Nullable Entry entry) {
    return entry == null ? formulas.falsity() : entry.inDomain();
  }

  /// Whether all results are the same, where the domains are: one difference decides it.
  private Decision results(List<Pair> pairs, Formula domains, Site site) {
    Decision all = closed(formulas.truth());
    if (domains.isFalse()) {
      return all;
    }
    Site inside = site.under(domains);
    List<Formula> yes = new ArrayList<>();
    for (Pair pair : pairs) {
      Formula inDomain = pair.left().inDomain();
      Decision one =
          decide(pair.left().result(), pair.right().result(), inside.under(inDomain))
              .unless(inDomain, formulas);
      if (one.isNo()) {
        return one;
      }
      if (one.isClosed()) {
        yes.add(one.yes());
      } else {
        all = all.and(one, formulas);
      }
    }
    return all.and(closed(formulas.and(yes)), formulas);
  }

  /// When functions with different domains cannot be compared: the domains are equally many
  /// arguments of different kinds, and no results differ.
  private Formula openByDomain(SymValue.Function left, SymValue.Function right, Site site) {
    List<Formula> pairs = new ArrayList<>();
    List<Splitting.Possibility> others = algebra.split(right.domain(), site);
    for (Splitting.Possibility l : algebra.split(left.domain(), site)) {
      for (Splitting.Possibility r : others) {
        SetValue first = (SetValue) l.value();
        SetValue second = (SetValue) r.value();
        if (form(first) == form(second)
            && Comparability.equal(first, second) == Comparability.Answer.OPEN) {
          Formula both = formulas.and(l.guard(), r.guard());
          Decision results = closed(formulas.truth());
          for (int i = 0; i < first.size(); i++) {
            SymValue a = result(left, first.get(i));
            SymValue b = result(right, second.get(i));
            results = results.and(decide(a, b, site.under(both)), formulas);
          }
          pairs.add(formulas.and(both, results.possible(formulas)));
        }
        if (pairs.size() > PAIRS) {
          throw site.unsupported("functions with arguments of several kinds cannot be compared");
        }
      }
    }
    return formulas.or(pairs);
  }

  private static SymValue result(SymValue.Function function, Value argument) {
    SymValue.Entry entry = function.entries().get(argument);
    return entry == null ? SymValue.none() : entry.result();
  }

  /// Whether functions on this domain are tuples, records, or neither.
  private static int form(SetValue domain) {
    boolean tuple = true;
    boolean record = !domain.isEmpty();
    for (int i = 0; i < domain.size(); i++) {
      Value argument = domain.get(i);
      tuple &= argument.equals(IntValue.of(i + 1L));
      record &= argument instanceof StringValue;
    }
    return tuple ? 0 : record ? 1 : 2;
  }
}
