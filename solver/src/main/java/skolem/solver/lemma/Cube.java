package skolem.solver.lemma;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import skolem.encoder.abstraction.Fact;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;

/// A set of states: those in which these facts are as they say.
///
/// @param facts each with whether it is true
record Cube(Map<Fact, Boolean> facts) {

  /// That a state does not belong to the set.
  Clause denied() {
    return new Clause(
        facts.entrySet().stream().map(f -> new Clause.Literal(f.getKey(), !f.getValue())).toList());
  }

  Cube without(Fact fact) {
    Map<Fact, Boolean> rest = new LinkedHashMap<>(facts);
    rest.remove(fact);
    return new Cube(rest);
  }

  /// The states that belong to both sets.
  Cube and(Cube other) {
    Map<Fact, Boolean> both = new LinkedHashMap<>(facts);
    both.putAll(other.facts);
    return new Cube(both);
  }

  /// Whether all states of the other set belong to this one.
  boolean contains(Cube other) {
    return other.facts.entrySet().containsAll(facts.entrySet());
  }

  /// What must be true of a symbolic state for it to belong to the set: a formula for each fact.
  ///
  /// @param state the formulas of the facts about the state that may be true
  Literals in(Map<Fact, Formula> state, Formulas formulas) {
    Map<Formula, Fact> literals = new LinkedHashMap<>();
    facts.forEach((fact, isTrue) -> {
      Formula formula = state.getOrDefault(fact, formulas.falsity());
      literals.put(isTrue ? formula : formula.not(), fact);
    });
    return new Literals(this, literals);
  }

  /// A cube, said of a symbolic state.
  record Literals(Cube cube, Map<Formula, Fact> facts) {

    Set<Formula> formulas() {
      return facts.keySet();
    }

    /// The cube of those literals that a core mentions.
    Cube within(List<Formula> core) {
      Map<Fact, Boolean> kept = new LinkedHashMap<>();
      for (Formula formula : core) {
        Fact fact = facts.get(formula);
        if (fact != null) {
          kept.put(fact, cube.facts().get(fact));
        }
      }
      return new Cube(kept);
    }
  }
}
