package skolem.encoder.abstraction;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.symbolic.SymValue;

/// The formulas of all facts about a symbolic state that may be true.
public final class Facts {
  private final Formulas formulas;
  private final Map<Fact, Formula> found = new LinkedHashMap<>();

  private Facts(Formulas formulas) {
    this.formulas = formulas;
  }

  /// @param values the state, a value for each variable
  /// @return the facts in the order of the places; a fact that is not among them is false. There
  ///   are none about a value without a form
  public static Map<Fact, Formula> of(List<SymValue> values, Formulas formulas) {
    Facts facts = new Facts(formulas);
    for (int i = 0; i < values.size(); i++) {
      facts.visit(new Place(i, List.of()), values.get(i), formulas.truth());
    }
    return Collections.unmodifiableMap(facts.found);
  }

  /// The same of one variable.
  ///
  /// @param variable its number
  public static Map<Fact, Formula> of(int variable, SymValue value, Formulas formulas) {
    Facts facts = new Facts(formulas);
    facts.visit(new Place(variable, List.of()), value, formulas.truth());
    return Collections.unmodifiableMap(facts.found);
  }

  private void visit(Place place, SymValue value, Formula present) {
    if (value instanceof SymValue.Mixed(var alternatives)) {
      for (SymValue.Alternative alternative : alternatives) {
        visit(place, alternative.value(), formulas.and(present, alternative.guard()));
      }
      return;
    }
    if (value instanceof SymValue.Int || value instanceof SymValue.Described) {
      return;
    }
    add(place, new Fact.OfKind(Form.kindOf(value)), present, formulas.truth());
    switch (value) {
      case SymValue.Bool(var formula) -> add(place, new Fact.Holds(), present, formula);
      case SymValue.Atom(var choices) ->
          choices.forEach((v, guard) -> add(place, new Fact.Is(v), present, guard));
      case SymValue.SetOf(var members, _, _) ->
          members.forEach((v, guard) -> add(place, new Fact.Contains(v), present, guard));
      case SymValue.Function(var entries, _) ->
          entries.forEach((argument, entry) -> {
            Place inside = place.at(argument);
            Formula there = add(inside, new Fact.Present(), present, entry.inDomain());
            visit(inside, entry.result(), there);
          });
      case SymValue.Int _, SymValue.Described _, SymValue.Mixed _ ->
          throw new IllegalStateException("a value without a form");
    }
  }

  private Formula add(Place place, Fact.Statement statement, Formula present, Formula formula) {
    Formula both = formulas.and(present, formula);
    if (!both.isFalse()) {
      found.merge(place.fact(statement), both, formulas::or);
    }
    return both;
  }
}
