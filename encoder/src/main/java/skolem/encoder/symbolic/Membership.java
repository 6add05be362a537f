package skolem.encoder.symbolic;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.frontend.value.IntValue;
import skolem.frontend.value.ModelValue;
import skolem.frontend.value.StringValue;
import skolem.frontend.value.Value;

/// When a symbolic value belongs to a symbolic set, or one set is part of another.
///
/// As in TLC, the answer is open where the value is of another kind than the elements.
final class Membership {
  /// How long a description may be that is gone through for every value that is asked about.
  private static final int LONGEST = 64;

  private final Algebra algebra;
  private final Formulas formulas;

  Membership(Algebra algebra) {
    this.algebra = algebra;
    this.formulas = algebra.formulas();
  }

  Decision decide(SymValue element, SymValue set, Site site) {
    return switch (set) {
      case SymValue.Mixed(var alternatives) ->
          over(alternatives, site, (s, at) -> decide(element, s, at));
      case SymValue.SetOf listed when listed.within() != null ->
          part(element, listed, listed.within(), site);
      case SymValue.SetOf listed -> listed(element, listed, site);
      case SymValue.Described described when element instanceof SymValue.Mixed(var alternatives) ->
          over(alternatives, site, (e, at) -> described(e, described, at));
      case SymValue.Described described -> described(element, described, site);
      case SymValue.Bool _, SymValue.Atom _, SymValue.Int _, SymValue.Function _ -> {
        site.undefined(formulas.truth(), "a set is expected here, not " + set.kind());
        yield no();
      }
    };
  }

  private Decision no() {
    return closed(formulas.falsity());
  }

  private Decision yes() {
    return closed(formulas.truth());
  }

  private Decision closed(Formula yes) {
    return Decision.of(yes, formulas);
  }

  private interface Case {
    Decision of(SymValue value, Site site);
  }

  private Decision over(List<SymValue.Alternative> alternatives, Site site, Case of) {
    List<Formula> yes = new ArrayList<>(alternatives.size());
    List<Formula> open = new ArrayList<>(alternatives.size());
    for (SymValue.Alternative alternative : alternatives) {
      Formula guard = alternative.guard();
      Decision one = of.of(alternative.value(), site.under(guard)).under(guard, formulas);
      yes.add(one.yes());
      open.add(one.open());
    }
    return new Decision(formulas.or(yes), formulas.or(open));
  }

  // ── Listed sets ─────────────────────────────────────────────────────────────────────────────

  /// A part of a described set, where it is up to that set what values can be asked about, but
  /// those that surely are elements.
  private Decision part(SymValue element, SymValue.SetOf part, SymValue whole, Site site) {
    Formula member = listed(element, part, site).yes();
    if (member.isTrue()) {
      return closed(member);
    }
    Formula absent = member.not();
    if (left(LONGEST, whole) == 0) {
      site.under(absent)
          .beyondLimits(
              "a set here is made of more than "
                  + LONGEST
                  + " others, and whether it can be asked about this value is not found out");
      return closed(member);
    }
    return new Decision(member, formulas.and(absent, decide(element, whole, site).open()));
  }

  /// What is left of a number of steps after going through a description.
  private static int left(int steps, SymValue description) {
    if (steps == 0) {
      return 0;
    }
    return switch (description) {
      case SymValue.Combined(_, var left, var right) -> left(left(steps - 1, left), right);
      case SymValue.Filtered(var base, _) -> left(steps - 1, base);
      case SymValue.SetOf(_, _, var within) when within != null -> left(steps - 1, within);
      case SymValue.Mixed(var alternatives) -> {
        int rest = steps;
        for (SymValue.Alternative alternative : alternatives) {
          rest = left(rest, alternative.value());
        }
        yield rest;
      }
      case SymValue.SetOf _,
          SymValue.Described _,
          SymValue.Bool _,
          SymValue.Atom _,
          SymValue.Int _,
          SymValue.Function _ ->
          steps - 1;
    };
  }

  private Decision listed(SymValue element, SymValue.SetOf set, Site site) {
    Value constant = algebra.constant(element);
    if (constant != null) {
      Formula member = set.members().getOrDefault(constant, formulas.falsity());
      if (member.isTrue() || Comparability.uniformKeys(set.members(), constant)) {
        return closed(member);
      }
    }
    List<Decision> same = new ArrayList<>(set.members().size());
    List<Formula> yes = new ArrayList<>(set.members().size());
    boolean isClosed = true;
    for (Map.Entry<Value, Formula> member : set.members().entrySet()) {
      Decision one =
          algebra.decideEqual(
              element, algebra.lift(member.getKey()), site.under(member.getValue()));
      same.add(one);
      isClosed &= one.isClosed();
      yes.add(formulas.and(member.getValue(), one.yes()));
    }
    Formula any = formulas.or(yes);
    return isClosed
        ? closed(any)
        : new Decision(any, formulas.and(any.not(), open(element, set, same)));
  }

  /// When an element cannot be compared with one of a set that it does not equal any of. An element
  /// that is no model value is compared by its kind where there are several.
  private Formula open(SymValue element, SymValue.SetOf set, List<Decision> same) {
    List<Value> keys = List.copyOf(set.members().keySet());
    List<Formula> guards = List.copyOf(set.members().values());
    Formula several = formulas.atMostOne(guards).not();
    List<Formula> cases = new ArrayList<>(keys.size());
    for (int i = 0; i < keys.size(); i++) {
      Formula incomparable = same.get(i).open();
      if (!(keys.get(i) instanceof ModelValue) && !incomparable.isFalse()) {
        Formula inFull = formulas.or(several.not(), isModelValue(element));
        incomparable =
            formulas.or(formulas.and(incomparable, inFull), ofOtherKind(element, keys.get(i)));
      }
      cases.add(formulas.and(guards.get(i), incomparable));
    }
    return formulas.or(cases);
  }

  private Formula isModelValue(SymValue value) {
    return ofKind(value, v -> v instanceof ModelValue, -1);
  }

  private Formula ofOtherKind(SymValue value, Value key) {
    return ofKind(value, v -> v instanceof ModelValue || v.rank() == key.rank(), key.rank()).not();
  }

  /// When a value passes the test, or, where it is no atom, has the rank.
  private Formula ofKind(SymValue value, Predicate<Value> test, int rank) {
    return switch (value) {
      case SymValue.Atom(var choices) -> {
        List<Formula> guards = new ArrayList<>();
        choices.forEach((v, guard) -> {
          if (test.test(v)) {
            guards.add(guard);
          }
        });
        yield guards.size() == choices.size() ? formulas.truth() : formulas.or(guards);
      }
      case SymValue.Mixed(var alternatives) -> {
        List<Formula> cases = new ArrayList<>();
        for (SymValue.Alternative alternative : alternatives) {
          cases.add(formulas.and(alternative.guard(), ofKind(alternative.value(), test, rank)));
        }
        yield formulas.or(cases);
      }
      case SymValue.Bool _ -> formulas.constant(rank == 1);
      case SymValue.Int _ -> formulas.constant(rank == 2);
      case SymValue.SetOf _, SymValue.Described _ -> formulas.constant(rank == 4);
      case SymValue.Function _ -> formulas.constant(rank == 5);
    };
  }

  void reportMixed(SymValue.SetOf set, Site site) {
    Map<Integer, List<Formula>> byKind = new TreeMap<>();
    set.members()
        .forEach((value, guard) -> {
          int kind = value instanceof ModelValue model ? -model.type() : value.rank();
          if (kind != 0) {
            byKind.computeIfAbsent(kind, _ -> new ArrayList<>()).add(guard);
          }
        });
    if (byKind.size() > 1) {
      List<Formula> present = byKind.values().stream().map(formulas::or).toList();
      site.undefined(
          formulas.atMostOne(present).not(), "the set has elements that cannot be compared");
    }
  }

  // ── Described sets ──────────────────────────────────────────────────────────────────────────

  private Decision described(SymValue element, SymValue.Described set, Site site) {
    return switch (set) {
      case SymValue.Integers(boolean naturals) -> integer(element, naturals);
      case SymValue.Strings() -> scalar(element, v -> v instanceof StringValue, _ -> true);
      case SymValue.Anything() -> yes();
      case SymValue.Range(var low, var high) -> {
        Formula filled = formulas.lessEqual(low, high);
        if (!isInteger(element)) {
          Decision other = scalar(element, v -> v instanceof IntValue, _ -> false);
          yield new Decision(other.yes(), formulas.and(filled, other.open()));
        }
        var term = algebra.term(element);
        yield closed(formulas.and(formulas.lessEqual(low, term), formulas.lessEqual(term, high)));
      }
      case SymValue.PowerSet(var base) ->
          isSet(element) ? decideSubset(element, base, site) : Decision.open(formulas);
      case SymValue.FunctionSet(var domain, var range) ->
          element instanceof SymValue.Function f
              ? functionOf(f, domain, range, site)
              : noFunction(element);
      case SymValue.RecordSet(var fields) ->
          element instanceof SymValue.Function f ? recordOf(f, fields, site) : noFunction(element);
      case SymValue.Product(var factors) ->
          element instanceof SymValue.Function f ? tupleOf(f, factors, site) : noFunction(element);
      case SymValue.Sequences(var elements) ->
          element instanceof SymValue.Function f
              ? sequenceOf(f, elements, site)
              : noFunction(element);
      case SymValue.Combined(var combination, var left, var right) -> {
        Decision inLeft = decide(element, left, site);
        Decision inRight = decide(element, right, site);
        yield switch (combination) {
          case UNION -> inLeft.or(inRight, formulas);
          case INTERSECTION -> inLeft.and(inRight, formulas);
          case DIFFERENCE -> inLeft.and(inRight.not(formulas), formulas);
        };
      }
      case SymValue.Terms terms -> {
        if (algebra.witnesses().areIn(terms, site)) {
          algebra.witnesses().askMember(element, terms, site);
        }
        List<Formula> same = new ArrayList<>(terms.terms().size());
        for (SymValue.Term term : terms.terms()) {
          Formula equal = algebra.equalTerm(element, term.value(), site.under(term.present()));
          same.add(formulas.and(term.present(), equal));
        }
        yield closed(formulas.or(same));
      }
      case SymValue.Filtered(var base, var test) -> {
        Decision inBase = decide(element, base, site);
        if (inBase.yes().isFalse()) {
          yield inBase;
        }
        Formula passes = test.holds(element, site.under(inBase.yes()));
        yield new Decision(formulas.and(inBase.yes(), passes), inBase.open());
      }
    };
  }

  private static boolean isSet(SymValue value) {
    return value instanceof SymValue.SetOf || value instanceof SymValue.Described;
  }

  private static boolean isInteger(SymValue value) {
    return value instanceof SymValue.Int
        || (value instanceof SymValue.Atom atom && Merge.isInteger(atom));
  }

  private Decision integer(SymValue element, boolean naturals) {
    return element instanceof SymValue.Int(var term)
        ? closed(
            naturals
                ? formulas.lessEqual(formulas.terms().constant(BigInteger.ZERO), term)
                : formulas.truth())
        : scalar(
            element,
            v -> v instanceof IntValue,
            v -> !naturals || (v instanceof IntValue i && i.signum() >= 0));
  }

  /// Membership in a set of scalars of one kind.
  ///
  /// @param kind which constants are of the elements' kind
  /// @param in which of those are elements
  private Decision scalar(SymValue element, Predicate<Value> kind, Predicate<Value> in) {
    if (!(element instanceof SymValue.Atom(var choices))) {
      return Decision.open(formulas);
    }
    List<Formula> outside = new ArrayList<>();
    List<Formula> open = new ArrayList<>();
    choices.forEach((value, guard) -> {
      boolean isUntyped = value instanceof ModelValue model && model.type() == 0;
      if (!kind.test(value) && !isUntyped) {
        open.add(guard);
      }
      if (!kind.test(value) || !in.test(value)) {
        outside.add(guard);
      }
    });
    return new Decision(
        outside.size() == choices.size() ? formulas.falsity() : formulas.or(outside).not(),
        open.size() == choices.size() ? formulas.truth() : formulas.or(open));
  }

  /// Of what is no function, only a model value can be compared with a set of functions.
  private Decision noFunction(SymValue element) {
    return scalar(element, _ -> false, _ -> false);
  }

  private Decision functionOf(
      SymValue.Function function, SymValue domain, SymValue range, Site site) {
    if (isInfinite(domain)) {
      return no();
    }
    Decision decision = algebra.decideEqual(function.domain(), domain, site);
    if (decision.isNo()) {
      return decision;
    }
    Site inside = site.under(decision.possible(formulas));
    return decision.and(each(function, range, inside), formulas);
  }

  private static boolean isInfinite(SymValue set) {
    return set instanceof SymValue.Integers
        || set instanceof SymValue.Strings
        || set instanceof SymValue.Sequences
        || set instanceof SymValue.Anything;
  }

  /// Whether all results of a function are in a set.
  private Decision each(SymValue.Function function, SymValue range, Site site) {
    Decision open = yes();
    List<Formula> conditions = new ArrayList<>();
    for (SymValue.Entry entry : function.entries().values()) {
      Decision one =
          decide(entry.result(), range, site.under(entry.inDomain()))
              .unless(entry.inDomain(), formulas);
      if (one.isClosed()) {
        conditions.add(one.yes());
      } else {
        open = open.and(one, formulas);
      }
    }
    return open.and(closed(formulas.and(conditions)), formulas);
  }

  private Decision recordOf(SymValue.Function function, Map<String, SymValue> fields, Site site) {
    List<Formula> names = new ArrayList<>();
    List<Formula> others = new ArrayList<>();
    List<Formula> wrong = new ArrayList<>();
    for (Map.Entry<Value, SymValue.Entry> entry : function.entries().entrySet()) {
      Formula inDomain = entry.getValue().inDomain();
      if (entry.getKey() instanceof StringValue name) {
        names.add(inDomain);
        if (!fields.containsKey(name.text())) {
          wrong.add(inDomain);
        }
      } else {
        others.add(inDomain);
      }
    }
    List<SymValue.Entry> parts = new ArrayList<>();
    for (String field : fields.keySet()) {
      SymValue.Entry entry = function.entries().get(new StringValue(field));
      if (entry == null) {
        wrong.add(formulas.truth());
      } else {
        wrong.add(entry.inDomain().not());
        parts.add(entry);
      }
    }
    Formula record = formulas.and(formulas.or(names), formulas.or(others).not());
    Formula shape = formulas.and(record, formulas.or(wrong).not());
    return parts(shape, record, parts, List.copyOf(fields.values()), site);
  }

  private Decision tupleOf(SymValue.Function function, List<SymValue> factors, Site site) {
    Formula tuple = SequenceShape.isSequence(formulas, function);
    List<SymValue.Entry> slots = SequenceShape.slots(function);
    if (slots.size() < factors.size()) {
      return new Decision(formulas.falsity(), tuple.not());
    }
    Formula size = slots.get(factors.size() - 1).inDomain();
    if (slots.size() > factors.size()) {
      size = formulas.and(size, slots.get(factors.size()).inDomain().not());
    }
    return parts(formulas.and(tuple, size), tuple, slots.subList(0, factors.size()), factors, site);
  }

  /// Whether the parts of a value are in their sets.
  ///
  /// @param shape where the value has these parts and no others
  /// @param form where it is a tuple or record at all
  private Decision parts(
      Formula shape, Formula form, List<SymValue.Entry> parts, List<SymValue> sets, Site site) {
    Decision all = closed(shape);
    for (int i = 0; i < parts.size() && !all.isNo(); i++) {
      Site inside = site.under(all.possible(formulas));
      all = all.and(decide(parts.get(i).result(), sets.get(i), inside), formulas);
    }
    return new Decision(all.yes(), formulas.or(all.open(), form.not()));
  }

  private Decision sequenceOf(SymValue.Function function, SymValue elements, Site site) {
    Formula tuple = SequenceShape.isSequence(formulas, function);
    Decision all = each(function, elements, site.under(tuple)).under(tuple, formulas);
    return new Decision(all.yes(), formulas.or(all.open(), tuple.not()));
  }

  // ── Inclusion ───────────────────────────────────────────────────────────────────────────────

  Formula subset(SymValue left, SymValue right, Site site) {
    if (left instanceof SymValue.Mixed(var alternatives)) {
      List<Formula> cases = new ArrayList<>(alternatives.size());
      for (SymValue.Alternative alternative : alternatives) {
        Formula guard = alternative.guard();
        cases.add(formulas.and(guard, subset(alternative.value(), right, site.under(guard))));
      }
      return formulas.or(cases);
    }
    if (!isSet(left)) {
      site.undefined(formulas.truth(), "a set is expected here, not " + left.kind());
      return formulas.falsity();
    }
    site.undefined(isNoSet(right), "a set is expected here, not " + right.kind());
    if (left instanceof SymValue.PowerSet(var inner)
        && right instanceof SymValue.PowerSet(var outer)) {
      return subset(inner, outer, site);
    }
    if (left instanceof SymValue.Range(var low, var high)
        && right instanceof SymValue.Range(var lowest, var highest)) {
      Formula inside =
          formulas.and(formulas.lessEqual(lowest, low), formulas.lessEqual(high, highest));
      return formulas.implies(formulas.lessEqual(low, high), inside);
    }
    if (left instanceof SymValue.Combined(var combination, var first, var second)
        && combination == SymValue.Combination.UNION) {
      Formula inside = subset(first, right, site);
      return formulas.and(inside, subset(second, right, site.under(inside)));
    }
    if (left instanceof SymValue.Terms terms && terms.isPartOf(right)) {
      return formulas.truth();
    }
    List<Formula> conditions = new ArrayList<>();
    Site here = site;
    if (left instanceof SymValue.Terms terms && algebra.witnesses().areIn(terms, site)) {
      algebra.witnesses().askSubset(right, site);
    }
    for (SymValue.Term element : elements(left, site)) {
      Formula there = element.present();
      Formula inRight = algebra.member(element.value(), right, here.under(there));
      Formula fits = formulas.implies(there, inRight);
      conditions.add(fits);
      here = here.under(fits);
    }
    return formulas.and(conditions);
  }

  /// The elements that are looked for in another set: as in TLC, those of a filtered set have to be
  /// comparable with one another.
  private List<SymValue.Term> elements(SymValue set, Site site) {
    SymValue listed = set instanceof SymValue.Filtered ? algebra.list(set, site) : set;
    return algebra.elementsAndWitnesses(listed, site);
  }

  private Formula isNoSet(SymValue value) {
    return value instanceof SymValue.Mixed(var alternatives)
        ? formulas.or(
            alternatives.stream()
                .filter(a -> !isSet(a.value()))
                .map(SymValue.Alternative::guard)
                .toList())
        : formulas.constant(!isSet(value));
  }

  /// Whether a set is an element of `SUBSET right`: one element outside decides it.
  private Decision decideSubset(SymValue left, SymValue right, Site site) {
    if (left instanceof SymValue.Terms terms && terms.isPartOf(right)) {
      return yes();
    }
    Decision open = yes();
    List<Formula> conditions = new ArrayList<>();
    Site here = site;
    if (left instanceof SymValue.Terms terms && algebra.witnesses().areIn(terms, site)) {
      algebra.witnesses().askSubset(right, site);
    }
    for (SymValue.Term element : elements(left, site)) {
      Formula there = element.present();
      Decision one = decide(element.value(), right, here.under(there)).unless(there, formulas);
      if (one.isClosed()) {
        conditions.add(one.yes());
      } else {
        open = open.and(one, formulas);
      }
      here = here.under(one.possible(formulas));
    }
    return open.and(closed(formulas.and(conditions)), formulas);
  }
}
