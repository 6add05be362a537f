package skolem.encoder.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Random formulas over a few variables, from a seed.
final class RandomFormulas {
  final Formulas formulas = new Formulas();
  final List<Formula> variables = new ArrayList<>();
  private final SplittableRandom random;

  RandomFormulas(long seed, int variableCount) {
    random = new SplittableRandom(seed);
    for (int i = 0; i < variableCount; i++) {
      variables.add(formulas.freshVariable("v"));
    }
  }

  Formula next(int depth) {
    Formula formula;
    if (depth == 0 || random.nextInt(5) == 0) {
      formula = variables.get(random.nextInt(variables.size()));
    } else {
      List<Formula> parts = new ArrayList<>();
      for (int i = random.nextInt(2, 5); i > 0; i--) {
        parts.add(next(depth - 1));
      }
      formula = formulas.and(parts);
    }
    return random.nextBoolean() ? formula : formula.not();
  }

  /// The value under the assignment that gives variable i bit i of `assignment`.
  boolean value(Formula formula, int assignment) {
    return switch (formula.node()) {
      case Formula.True() -> !formula.negated();
      case Formula.Variable _ ->
          ((assignment >> variables.indexOf(formula.positive()) & 1) != 0) != formula.negated();
      case Formula.And(var parts) ->
          parts.stream().allMatch(p -> value(p, assignment)) != formula.negated();
      case Formula.Exists(var bound, var body) ->
          exists(bound, body, assignment, 0) != formula.negated();
      case Formula.LessEqual _, Formula.Equal _ ->
          throw new IllegalStateException("no integers here");
    };
  }

  private boolean exists(List<Formula> bound, Formula body, int assignment, int from) {
    if (from == bound.size()) {
      return value(body, assignment);
    }
    int bit = 1 << variables.indexOf(bound.get(from));
    return exists(bound, body, assignment | bit, from + 1)
        || exists(bound, body, assignment & ~bit, from + 1);
  }
}
