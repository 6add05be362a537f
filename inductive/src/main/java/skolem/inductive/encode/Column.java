package skolem.inductive.encode;

import java.util.List;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.frontend.kernel.Variable;

/// The obligations about one action, or about a single state, that are discharged from the same
/// assumptions.
///
/// @param name the action, or what [skolem.inductive.matrix.Cell] calls the others
/// @param formulas the maker of all formulas here, shared by the columns about the invariant
/// @param errors what ends the proof where it is possible
/// @param given what holds in any case
/// @param hypotheses what may be assumed besides
/// @param choices the Boolean variables that choose the first state, the invariant's conjuncts
///   aside
public record Column(
    String name,
    Formulas formulas,
    List<Variable> variables,
    List<Goal.Wrong> errors,
    List<Formula> given,
    List<Hypothesis> hypotheses,
    List<Goal> goals,
    List<Possibility> possibilities,
    List<Formula> choices) {
  public Column {
    variables = List.copyOf(variables);
    errors = List.copyOf(errors);
    given = List.copyOf(given);
    hypotheses = List.copyOf(hypotheses);
    goals = List.copyOf(goals);
    possibilities = List.copyOf(possibilities);
    choices = List.copyOf(choices);
  }
}
