package skolem.encoder.symbolic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.formula.IntTerm;
import skolem.encoder.formula.Interval;
import skolem.frontend.value.IntValue;
import skolem.frontend.value.StringValue;
import skolem.frontend.value.Value;
import skolem.frontend.value.ValueMap;

/// Picks some element of a set: fresh variables say which.
public final class Picking {
  /// An element of a set.
  ///
  /// @param constraint what the variables must satisfy for `value` to be an element; every element
  ///   is `value` for some of them
  /// @param variables the fresh Boolean variables
  /// @param integers whether there are fresh integer variables besides
  public record Pick(
      SymValue value, Formula constraint, List<Formula> variables, boolean integers) {}

  private final Algebra algebra;
  private final Formulas formulas;
  private final PickLimits limits;

  Picking(Algebra algebra, PickLimits limits) {
    this.algebra = algebra;
    this.formulas = algebra.formulas();
    this.limits = limits;
  }

  Pick pick(SymValue set, String name, Site site) {
    return new Draft(name, site, false).pick(set);
  }

  /// Picks a value of a state variable: a subset of what cannot be listed by its witnesses, where
  /// there are to be some.
  Pick pickState(SymValue set, String name, Site site) {
    return new Draft(name, site, limits.witnesses() != null).pick(set);
  }

  private final class Draft {
    private final String name;
    private final Site site;
    private final List<Formula> constraints = new ArrayList<>();
    private final List<Formula> variables = new ArrayList<>();
    private final boolean byWitnesses;
    private boolean integers;

    /// @param byWitnesses whether a subset may be known by witnesses
    Draft(String name, Site site, boolean byWitnesses) {
      this.name = name;
      this.site = site;
      this.byWitnesses = byWitnesses;
    }

    Pick pick(SymValue set) {
      SymValue value = any(set);
      return new Pick(value, formulas.and(constraints), variables, integers);
    }

    private Formula fresh() {
      Formula variable = formulas.freshVariable(name);
      variables.add(variable);
      return variable;
    }

    private SymValue any(SymValue set) {
      return switch (set) {
        case SymValue.SetOf(var members, _, _) -> ofMembers(members);
        case SymValue.Integers(boolean naturals) ->
            limits.integer() == null
                ? integer(naturals ? Interval.NATURALS : Interval.ALL)
                : ofMembers(integers(naturals ? 0 : -limits.integer(), limits.integer()));
        case SymValue.Range(var low, var high) -> inRange(low, high);
        case SymValue.PowerSet(var base) ->
            byWitnesses && base instanceof SymValue.Described && algebra.listingSize(base) < 0
                ? witnesses(base)
                : subset(algebra.list(base, site));
        case SymValue.FunctionSet(var domain, var range) ->
            function(algebra.list(domain, site), range);
        case SymValue.RecordSet(var fields) -> {
          ValueMap.Builder<SymValue> graph = new ValueMap.Builder<>();
          fields.forEach((field, s) -> graph.put(new StringValue(field), any(s)));
          yield SymValue.function(graph.build(), formulas.truth());
        }
        case SymValue.Product(var factors) ->
            SymValue.tuple(factors.stream().map(this::any).toList(), formulas.truth());
        case SymValue.Combined combined -> combined(combined);
        case SymValue.Filtered(var base, var test) -> {
          SymValue value = any(base);
          constraints.add(test.holds(value, site.under(formulas.and(constraints))));
          yield value;
        }
        case SymValue.Terms terms -> {
          algebra.witnesses().requireNone(terms, site);
          yield ofTerms(terms.terms());
        }
        case SymValue.Mixed(var alternatives) -> ofAlternatives(alternatives);
        case SymValue.Sequences(var elements) when limits.sequence() != null ->
            sequence(elements, limits.sequence());
        case SymValue.Strings _, SymValue.Sequences _, SymValue.Anything _ ->
            throw site.unsupported(
                "an element of an infinite set would have to be chosen here: give a finite set, or"
                    + " for sequences in a proof a longest length (--max-seq)");
        case SymValue.Bool _, SymValue.Atom _, SymValue.Int _, SymValue.Function _ -> {
          site.undefined(formulas.truth(), "a set is expected here, not " + set.kind());
          constraints.add(formulas.falsity());
          yield SymValue.none();
        }
      };
    }

    private SymValue ofMembers(ValueMap<Formula> members) {
      List<SymValue.Term> terms = new ArrayList<>(members.size());
      members.forEach((value, guard) -> terms.add(new SymValue.Term(guard, algebra.lift(value))));
      return ofTerms(terms);
    }

    /// One of the elements: the first whose variable holds, else the last.
    private SymValue ofTerms(List<SymValue.Term> terms) {
      if (terms.isEmpty()) {
        constraints.add(formulas.falsity());
        return SymValue.none();
      }
      List<SymValue.Alternative> alternatives = new ArrayList<>(terms.size());
      Formula none = formulas.truth();
      int left = terms.size();
      for (SymValue.Term term : terms) {
        Formula chosen = --left == 0 ? none : formulas.and(none, fresh());
        none = formulas.and(none, chosen.not());
        constraints.add(formulas.implies(chosen, term.present()));
        alternatives.add(new SymValue.Alternative(chosen, term.value()));
      }
      return algebra.merge(alternatives);
    }

    private ValueMap<Formula> integers(int from, int to) {
      ValueMap.Builder<Formula> members = new ValueMap.Builder<>();
      for (int i = from; i <= to; i++) {
        members.put(IntValue.of(i), formulas.truth());
      }
      return members.build();
    }

    private SymValue integer(Interval interval) {
      integers = true;
      IntTerm term = formulas.terms().freshVariable(name, interval);
      return new SymValue.Int(term);
    }

    private SymValue inRange(IntTerm low, IntTerm high) {
      SymValue.Int value = (SymValue.Int) integer(low.interval().hull(high.interval()));
      constraints.add(formulas.lessEqual(low, value.term()));
      constraints.add(formulas.lessEqual(value.term(), high));
      return value;
    }

    private SymValue subset(SymValue.SetOf base) {
      return new SymValue.SetOf(base.members().mapped((_, guard) -> formulas.and(fresh(), guard)));
    }

    /// An arbitrary subset by so many elements.
    private SymValue witnesses(SymValue base) {
      int many = algebra.witnesses().many();
      List<SymValue.Term> elements = new ArrayList<>(many);
      List<Formula> choices = new ArrayList<>();
      for (int i = 0; i < many; i++) {
        Formula present = fresh();
        Draft inner = new Draft(name, site.under(present), false);
        SymValue element = inner.any(base);
        variables.addAll(inner.variables);
        integers |= inner.integers;
        constraints.add(formulas.implies(present, formulas.and(inner.constraints)));
        elements.add(new SymValue.Term(present, element));
        if (i >= Witnesses.PICKED) {
          choices.add(present);
          choices.addAll(inner.variables);
        }
      }
      return algebra.witnesses().set(elements, choices);
    }

    private SymValue function(SymValue.SetOf domain, SymValue range) {
      ValueMap.Builder<SymValue.Entry> entries = new ValueMap.Builder<>();
      boolean sequence = true;
      for (Map.Entry<Value, Formula> member : domain.members().entrySet()) {
        Draft inner = new Draft(name, site.under(member.getValue()), byWitnesses);
        SymValue result = inner.any(range);
        variables.addAll(inner.variables);
        integers |= inner.integers;
        constraints.add(formulas.implies(member.getValue(), formulas.and(inner.constraints)));
        entries.put(member.getKey(), new SymValue.Entry(member.getValue(), result));
        sequence &=
            member.getValue().isTrue() && member.getKey().equals(IntValue.of(entries.size()));
      }
      return new SymValue.Function(entries.build(), sequence);
    }

    /// A sequence of any length up to `most`.
    private SymValue sequence(SymValue elements, int most) {
      ValueMap.Builder<SymValue.Entry> entries = new ValueMap.Builder<>();
      Formula before = formulas.truth();
      for (int i = 1; i <= most; i++) {
        Formula used = formulas.and(before, fresh());
        Draft inner = new Draft(name, site.under(used), byWitnesses);
        SymValue element = inner.any(elements);
        variables.addAll(inner.variables);
        integers |= inner.integers;
        constraints.add(formulas.implies(used, formulas.and(inner.constraints)));
        entries.put(IntValue.of(i), new SymValue.Entry(used, element));
        before = used;
      }
      return new SymValue.Function(entries.build(), true);
    }

    private SymValue combined(SymValue.Combined set) {
      if (set.combination() == SymValue.Combination.UNION) {
        Formula left = fresh();
        return ofAlternatives(
            List.of(
                new SymValue.Alternative(left, set.left()),
                new SymValue.Alternative(left.not(), set.right())));
      }
      boolean fromLeft =
          set.combination() == SymValue.Combination.DIFFERENCE
              || algebra.listingSize(set.left()) >= 0;
      SymValue value = any(fromLeft ? set.left() : set.right());
      Site picked = site.under(formulas.and(constraints));
      Formula inOther = algebra.member(value, fromLeft ? set.right() : set.left(), picked);
      constraints.add(
          set.combination() == SymValue.Combination.DIFFERENCE ? inOther.not() : inOther);
      return value;
    }

    private SymValue ofAlternatives(List<SymValue.Alternative> alternatives) {
      List<SymValue.Alternative> picked = new ArrayList<>(alternatives.size());
      List<Formula> guards = new ArrayList<>(alternatives.size());
      for (SymValue.Alternative alternative : alternatives) {
        Draft inner = new Draft(name, site.under(alternative.guard()), byWitnesses);
        SymValue value = inner.any(alternative.value());
        variables.addAll(inner.variables);
        integers |= inner.integers;
        constraints.add(formulas.implies(alternative.guard(), formulas.and(inner.constraints)));
        picked.add(new SymValue.Alternative(alternative.guard(), value));
        guards.add(alternative.guard());
      }
      constraints.add(formulas.or(guards));
      return algebra.merge(picked);
    }
  }
}
