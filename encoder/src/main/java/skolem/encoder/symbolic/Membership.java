package skolem.encoder.symbolic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.frontend.value.IntValue;
import skolem.frontend.value.StringValue;
import skolem.frontend.value.Value;

/// When a symbolic value belongs to a symbolic set, or one set is part of another.
final class Membership {
  private final Algebra algebra;
  private final Formulas formulas;

  Membership(Algebra algebra) {
    this.algebra = algebra;
    this.formulas = algebra.formulas();
  }

  Formula member(SymValue element, SymValue set, Site site) {
    if (set instanceof SymValue.Mixed(var alternatives)) {
      return over(alternatives, site, (s, at) -> member(element, s, at));
    }
    return switch (set) {
      case SymValue.SetOf listed -> listed(element, listed, site);
      case SymValue.Described described -> {
        if (element instanceof SymValue.Mixed(var alternatives)) {
          yield over(alternatives, site, (e, at) -> member(e, set, at));
        }
        yield described(element, described, site);
      }
      case SymValue.Bool _, SymValue.Atom _, SymValue.Int _, SymValue.Function _, SymValue.Mixed _ -> {
        site.undefined(formulas.truth(), "a set is expected after \\in, not " + set.kind());
        yield formulas.falsity();
      }
    };
  }

  private interface Case {
    Formula of(SymValue value, Site site);
  }

  private Formula over(List<SymValue.Alternative> alternatives, Site site, Case of) {
    List<Formula> cases = new ArrayList<>(alternatives.size());
    for (SymValue.Alternative alternative : alternatives) {
      Formula guard = alternative.guard();
      cases.add(formulas.and(guard, of.of(alternative.value(), site.under(guard))));
    }
    return formulas.or(cases);
  }

  private Formula listed(SymValue element, SymValue.SetOf set, Site site) {
    Value constant = algebra.constant(element);
    if (constant != null) {
      Formula member = set.members().get(constant);
      if (member != null && member.isTrue()) {
        return member;
      }
    }
    List<Formula> cases = new ArrayList<>(set.members().size());
    for (Map.Entry<Value, Formula> member : set.members().entrySet()) {
      Formula same =
          algebra.equal(element, algebra.lift(member.getKey()), site.under(member.getValue()));
      cases.add(formulas.and(member.getValue(), same));
    }
    return formulas.or(cases);
  }

  private Formula described(SymValue element, SymValue.Described set, Site site) {
    return switch (set) {
      case SymValue.Integers(boolean naturals) -> integer(element, naturals, site);
      case SymValue.Strings() -> string(element);
      case SymValue.Anything() -> formulas.truth();
      case SymValue.Range(var low, var high) -> {
        if (!isInteger(element)) {
          yield formulas.falsity();
        }
        var term = algebra.term(element);
        yield formulas.and(formulas.lessEqual(low, term), formulas.lessEqual(term, high));
      }
      case SymValue.PowerSet(var base) ->
          isSet(element) ? subset(element, base, site) : formulas.falsity();
      case SymValue.FunctionSet(var domain, var range) ->
          element instanceof SymValue.Function f
              ? functionOf(f, domain, range, site)
              : formulas.falsity();
      case SymValue.RecordSet(var fields) ->
          element instanceof SymValue.Function f ? recordOf(f, fields, site) : formulas.falsity();
      case SymValue.Product(var factors) ->
          element instanceof SymValue.Function f ? tupleOf(f, factors, site) : formulas.falsity();
      case SymValue.Sequences(var elements) ->
          element instanceof SymValue.Function f
              ? sequenceOf(f, elements, site)
              : formulas.falsity();
      case SymValue.Combined(var combination, var left, var right) -> {
        Formula inLeft = member(element, left, site);
        yield switch (combination) {
          case UNION -> formulas.or(inLeft, member(element, right, site.under(inLeft.not())));
          case INTERSECTION ->
              formulas.and(inLeft, member(element, right, site.under(inLeft)));
          case DIFFERENCE ->
              formulas.and(inLeft, member(element, right, site.under(inLeft)).not());
        };
      }
      case SymValue.Filtered(var base, var test) -> {
        Formula inBase = member(element, base, site);
        yield inBase.isFalse() ? inBase : formulas.and(inBase, test.holds(element));
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

  private Formula integer(SymValue element, boolean naturals, Site site) {
    return switch (element) {
      case SymValue.Int(var term) ->
          naturals
              ? formulas.lessEqual(formulas.terms().constant(java.math.BigInteger.ZERO), term)
              : formulas.truth();
      case SymValue.Atom(var choices) -> {
        List<Formula> outside = new ArrayList<>();
        choices.forEach(
            (value, guard) -> {
              boolean in = value instanceof IntValue i && (!naturals || i.signum() >= 0);
              if (!in) {
                outside.add(guard);
              }
            });
        yield outside.size() == choices.size() ? formulas.falsity() : formulas.or(outside).not();
      }
      case SymValue.Bool _,
          SymValue.SetOf _,
          SymValue.Function _,
          SymValue.Described _,
          SymValue.Mixed _ -> {
        site.undefined(
            formulas.truth(),
            "cannot ask whether " + element.kind() + " belongs to " + (naturals ? "Nat" : "Int"));
        yield formulas.falsity();
      }
    };
  }

  private Formula string(SymValue element) {
    if (!(element instanceof SymValue.Atom(var choices))) {
      return formulas.falsity();
    }
    List<Formula> inside = new ArrayList<>();
    choices.forEach(
        (value, guard) -> {
          if (value instanceof StringValue) {
            inside.add(guard);
          }
        });
    return inside.size() == choices.size() ? formulas.truth() : formulas.or(inside);
  }

  private Formula functionOf(
      SymValue.Function function, SymValue domain, SymValue range, Site site) {
    Formula domains = algebra.equal(domainOf(function), domain, site);
    List<Formula> conditions = new ArrayList<>(List.of(domains));
    Site inside = site.under(domains);
    if (domains.isFalse()) {
      return domains;
    }
    for (SymValue.Entry entry : function.entries().values()) {
      Formula member = member(entry.result(), range, inside.under(entry.inDomain()));
      conditions.add(formulas.implies(entry.inDomain(), member));
    }
    return formulas.and(conditions);
  }

  private static SymValue domainOf(SymValue.Function function) {
    java.util.TreeMap<Value, Formula> members = new java.util.TreeMap<>();
    function.entries().forEach((argument, entry) -> members.put(argument, entry.inDomain()));
    return new SymValue.SetOf(members);
  }

  private Formula recordOf(
      SymValue.Function function, Map<String, SymValue> fields, Site site) {
    List<Formula> conditions = new ArrayList<>();
    for (Map.Entry<Value, SymValue.Entry> entry : function.entries().entrySet()) {
      boolean field =
          entry.getKey() instanceof StringValue(String name) && fields.containsKey(name);
      if (!field) {
        conditions.add(entry.getValue().inDomain().not());
      }
    }
    for (Map.Entry<String, SymValue> field : fields.entrySet()) {
      SymValue.Entry entry = function.entries().get(new StringValue(field.getKey()));
      if (entry == null) {
        return formulas.falsity();
      }
      conditions.add(entry.inDomain());
    }
    Formula shape = formulas.and(conditions);
    for (Map.Entry<String, SymValue> field : fields.entrySet()) {
      SymValue.Entry entry = function.entries().get(new StringValue(field.getKey()));
      if (shape.isFalse() || entry == null) {
        return formulas.falsity();
      }
      shape =
          formulas.and(shape, member(entry.result(), field.getValue(), site.under(shape)));
    }
    return shape;
  }

  private Formula tupleOf(SymValue.Function function, List<SymValue> factors, Site site) {
    List<Formula> conditions = new ArrayList<>();
    for (Map.Entry<Value, SymValue.Entry> entry : function.entries().entrySet()) {
      boolean place =
          entry.getKey() instanceof IntValue i
              && i.isLong()
              && i.longValue() >= 1
              && i.longValue() <= factors.size();
      if (!place) {
        conditions.add(entry.getValue().inDomain().not());
      }
    }
    Formula shape = formulas.and(conditions);
    for (int i = 0; i < factors.size() && !shape.isFalse(); i++) {
      SymValue.Entry entry = function.entries().get(IntValue.of(i + 1L));
      if (entry == null) {
        return formulas.falsity();
      }
      shape = formulas.and(shape, entry.inDomain());
      shape = formulas.and(shape, member(entry.result(), factors.get(i), site.under(shape)));
    }
    return shape;
  }

  private Formula sequenceOf(SymValue.Function function, SymValue elements, Site site) {
    Formula shape = SequenceShape.isSequence(formulas, function);
    List<Formula> conditions = new ArrayList<>(List.of(shape));
    for (SymValue.Entry entry : function.entries().values()) {
      Formula there = formulas.and(shape, entry.inDomain());
      conditions.add(
          formulas.implies(there, member(entry.result(), elements, site.under(there))));
    }
    return formulas.and(conditions);
  }

  Formula subset(SymValue left, SymValue right, Site site) {
    if (left instanceof SymValue.Mixed(var alternatives)) {
      return over(alternatives, site, (l, at) -> subset(l, right, at));
    }
    if (!isSet(left)) {
      site.undefined(formulas.truth(), "a set is expected here, not " + left.kind());
      return formulas.falsity();
    }
    if (left instanceof SymValue.PowerSet(var inner)
        && right instanceof SymValue.PowerSet(var outer)) {
      return subset(inner, outer, site);
    }
    if (left instanceof SymValue.Combined(var combination, var first, var second)
        && combination == SymValue.Combination.UNION) {
      Formula firstInside = subset(first, right, site);
      return formulas.and(firstInside, subset(second, right, site.under(firstInside)));
    }
    List<Formula> conditions = new ArrayList<>();
    for (Map.Entry<Value, Formula> member : algebra.list(left, site).members().entrySet()) {
      Formula there = member.getValue();
      Formula inRight = member(algebra.lift(member.getKey()), right, site.under(there));
      conditions.add(formulas.implies(there, inRight));
    }
    return formulas.and(conditions);
  }
}
