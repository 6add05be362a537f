package skolem.encoder.symbolic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.frontend.value.ModelValue;
import skolem.frontend.value.Value;

/// When two symbolic values are equal.
///
/// Values of different kinds cannot be compared, as in TLC: that is an evaluation error; an untyped
/// model value differs from everything else.
final class Equality {
  private final Algebra algebra;
  private final Formulas formulas;

  Equality(Algebra algebra) {
    this.algebra = algebra;
    this.formulas = algebra.formulas();
  }

  Formula equal(SymValue left, SymValue right, Site site) {
    if (left == right && !(left instanceof SymValue.Described)) {
      return formulas.truth();
    }
    if (left instanceof SymValue.Mixed(var alternatives)) {
      return overAlternatives(alternatives, right, site);
    }
    if (right instanceof SymValue.Mixed(var alternatives)) {
      return overAlternatives(alternatives, left, site);
    }
    return switch (left) {
      case SymValue.Bool(var l) when right instanceof SymValue.Bool(var r) -> formulas.iff(l, r);
      case SymValue.Atom l when right instanceof SymValue.Atom r -> atoms(l, r, site);
      case SymValue.Int l when isInteger(right) ->
          formulas.equal(l.term(), algebra.term(right));
      case SymValue.Atom l when right instanceof SymValue.Int(var r) && Merge.isInteger(l) ->
          formulas.equal(algebra.term(l), r);
      case SymValue.SetOf l when right instanceof SymValue.SetOf r -> sets(l, r);
      case SymValue.SetOf _, SymValue.Described _ when isSet(right) ->
          described(left, right, site);
      case SymValue.Function l when right instanceof SymValue.Function r ->
          functions(l, r, site);
      case SymValue.Bool _,
          SymValue.Atom _,
          SymValue.Int _,
          SymValue.SetOf _,
          SymValue.Function _,
          SymValue.Described _,
          SymValue.Mixed _ ->
          apart(left, right, site);
    };
  }

  private Formula overAlternatives(
      List<SymValue.Alternative> alternatives, SymValue other, Site site) {
    List<Formula> cases = new ArrayList<>(alternatives.size());
    for (SymValue.Alternative alternative : alternatives) {
      Formula same = equal(alternative.value(), other, site.under(alternative.guard()));
      cases.add(formulas.and(alternative.guard(), same));
    }
    return formulas.or(cases);
  }

  private static boolean isSet(SymValue value) {
    return value instanceof SymValue.SetOf || value instanceof SymValue.Described;
  }

  private static boolean isInteger(SymValue value) {
    return value instanceof SymValue.Int
        || (value instanceof SymValue.Atom atom && Merge.isInteger(atom));
  }

  /// Two values of different kinds: different where one is a model value, else an error.
  private Formula apart(SymValue left, SymValue right, Site site) {
    Formula comparable = formulas.or(isModelValue(left), isModelValue(right));
    site.undefined(
        comparable.not(),
        "cannot compare " + left.kind() + " with " + right.kind() + " for equality");
    return formulas.falsity();
  }

  private Formula isModelValue(SymValue value) {
    if (!(value instanceof SymValue.Atom(var choices))) {
      return formulas.falsity();
    }
    List<Formula> guards = new ArrayList<>();
    choices.forEach(
        (v, guard) -> {
          if (v instanceof ModelValue model && model.type() == 0) {
            guards.add(guard);
          }
        });
    return guards.size() == choices.size() ? formulas.truth() : formulas.or(guards);
  }

  private Formula atoms(SymValue.Atom left, SymValue.Atom right, Site site) {
    SymValue.Atom small = left.choices().size() <= right.choices().size() ? left : right;
    SymValue.Atom large = small == left ? right : left;
    reportIncomparable(left, right, site);
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
      return formulas.iff(first, large.choices().values().iterator().next());
    }
    return formulas.or(same);
  }

  private void reportIncomparable(SymValue.Atom left, SymValue.Atom right, Site site) {
    if (uniform(left) && uniform(right) && sameKind(first(left), first(right))) {
      return;
    }
    for (Map.Entry<Value, Formula> l : left.choices().entrySet()) {
      for (Map.Entry<Value, Formula> r : right.choices().entrySet()) {
        if (!comparable(l.getKey(), r.getKey())) {
          site.undefined(
              formulas.and(l.getValue(), r.getValue()),
              "cannot compare "
                  + l.getKey().kind()
                  + " with "
                  + r.getKey().kind()
                  + " for equality: "
                  + l.getKey()
                  + " = "
                  + r.getKey());
        }
      }
    }
  }

  private static Value first(SymValue.Atom atom) {
    return atom.choices().firstKey();
  }

  private static boolean uniform(SymValue.Atom atom) {
    return sameKind(atom.choices().firstKey(), atom.choices().lastKey());
  }

  private static boolean sameKind(Value left, Value right) {
    return left.rank() == right.rank() && comparable(left, right);
  }

  private static boolean comparable(Value left, Value right) {
    char l = left instanceof ModelValue model ? model.type() : 0;
    char r = right instanceof ModelValue model ? model.type() : 0;
    if (l != 0 || r != 0) {
      boolean untyped =
          (left instanceof ModelValue && l == 0) || (right instanceof ModelValue && r == 0);
      return untyped || l == r;
    }
    return left.rank() == right.rank()
        || left instanceof ModelValue
        || right instanceof ModelValue;
  }

  private Formula sets(SymValue.SetOf left, SymValue.SetOf right) {
    List<Formula> same = new ArrayList<>();
    SortedSet<Value> elements = new TreeSet<>(left.members().keySet());
    elements.addAll(right.members().keySet());
    for (Value element : elements) {
      Formula l = left.members().getOrDefault(element, formulas.falsity());
      Formula r = right.members().getOrDefault(element, formulas.falsity());
      Formula iff = formulas.iff(l, r);
      if (iff.isFalse()) {
        return iff;
      }
      same.add(iff);
    }
    return formulas.and(same);
  }

  private Formula described(SymValue left, SymValue right, Site site) {
    boolean listable = algebra.listingSize(left) >= 0 && algebra.listingSize(right) >= 0;
    if (listable) {
      return sets(algebra.list(left, site), algebra.list(right, site));
    }
    if (left.equals(right)) {
      return formulas.truth();
    }
    throw site.unsupported("sets that cannot be listed cannot be compared for equality");
  }

  private Formula functions(SymValue.Function left, SymValue.Function right, Site site) {
    List<Formula> same = new ArrayList<>();
    SortedSet<Value> arguments = new TreeSet<>(left.entries().keySet());
    arguments.addAll(right.entries().keySet());
    for (Value argument : arguments) {
      SymValue.Entry l = left.entries().get(argument);
      SymValue.Entry r = right.entries().get(argument);
      Formula inLeft = l == null ? formulas.falsity() : l.inDomain();
      Formula inRight = r == null ? formulas.falsity() : r.inDomain();
      same.add(formulas.iff(inLeft, inRight));
    }
    Formula domains = formulas.and(same);
    if (domains.isFalse()) {
      return domains;
    }
    List<Formula> results = new ArrayList<>(List.of(domains));
    Site inside = site.under(domains);
    for (Value argument : arguments) {
      SymValue.Entry l = left.entries().get(argument);
      SymValue.Entry r = right.entries().get(argument);
      if (l != null && r != null) {
        Site here = inside.under(l.inDomain());
        Formula equal = equal(l.result(), r.result(), here);
        results.add(formulas.implies(l.inDomain(), equal));
      }
    }
    return formulas.and(results);
  }
}
