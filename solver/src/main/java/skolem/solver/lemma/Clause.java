package skolem.solver.lemma;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import skolem.encoder.abstraction.Fact;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;

/// A disjunction of facts and denied facts, said of a state.
///
/// @param literals at least one
public record Clause(List<Literal> literals) {

  /// @param positive whether the fact is asserted, not denied
  public record Literal(Fact fact, boolean positive) {}

  public Clause {
    literals = List.copyOf(literals);
  }

  /// The fact of which all that the clause says is that it is false.
  Optional<Fact> deniedFact() {
    return literals.size() == 1 && !literals.getFirst().positive()
        ? Optional.of(literals.getFirst().fact())
        : Optional.empty();
  }

  /// Whether a symbolic state satisfies it.
  ///
  /// @param facts the formulas of the facts about the state that may be true
  public Formula in(Map<Fact, Formula> facts, Formulas formulas) {
    List<Formula> disjuncts = new ArrayList<>(literals.size());
    for (Literal literal : literals) {
      Formula fact = facts.getOrDefault(literal.fact(), formulas.falsity());
      disjuncts.add(literal.positive() ? fact : fact.not());
    }
    return formulas.or(disjuncts);
  }
}
