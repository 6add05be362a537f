package skolem.solver.choice;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;

/// Removes existential choices: where one is claimed its variables become free; where one is denied
/// its body is denied for every value of its variables.
public final class ChoiceExpansion {
  private final Formulas formulas;
  private final int limit;
  private final Map<Formula, Formula> witnessed = new HashMap<>();
  private final Map<Formula, Formula> owners = new HashMap<>();
  private final Map<Formula, @Nullable Formula> cases = new HashMap<>();

  /// @param limit an expansion that makes more new formulas than this is given up
  public ChoiceExpansion(Formulas formulas, int limit) {
    this.formulas = formulas;
    this.limit = limit;
  }

  /// The body of a claimed choice. Two choices may share variables, as the copies that a
  /// substitution makes do; the witnesses of each are its own, so the second gets fresh ones.
  public Formula witnessed(Formula choice) {
    return witnessed.computeIfAbsent(choice, this::withOwnVariables);
  }

  private Formula withOwnVariables(Formula choice) {
    Formula.Exists exists = (Formula.Exists) choice.node();
    Map<Formula, Formula> fresh = new HashMap<>();
    for (Formula variable : exists.variables()) {
      if (owners.putIfAbsent(variable, choice) != null) {
        fresh.put(variable, formulas.freshVariable("witness"));
      }
    }
    return fresh.isEmpty() ? exists.body() : formulas.substitute(exists.body(), fresh);
  }

  /// The disjunction of the body over all values of the variables, or null where it is too large.
  /// One variable at a time, so that what simplifies early is not copied.
  public @Nullable Formula cases(Formula choice) {
    if (!cases.containsKey(choice)) {
      cases.put(choice, expanded(choice));
    }
    return cases.get(choice);
  }

  private @Nullable Formula expanded(Formula choice) {
    Formula.Exists exists = (Formula.Exists) choice.node();
    int before = formulas.size();
    Formula result = exists.body();
    for (Formula variable : exists.variables()) {
      result =
          formulas.or(
              formulas.substitute(result, Map.of(variable, formulas.truth())),
              formulas.substitute(result, Map.of(variable, formulas.falsity())));
      if (formulas.size() - before > limit) {
        return null;
      }
    }
    return result;
  }
}
