package skolem.encoder.formula;

import java.util.stream.Collectors;

/// Prints small formulas for people; deep ones are cut at [#DEPTH].
final class FormulaPrinter {
  private static final int DEPTH = 6;

  private FormulaPrinter() {}

  static String print(Formula formula) {
    return print(formula, DEPTH);
  }

  private static String print(Formula formula, int depth) {
    if (formula.isConstant()) {
      return formula.isTrue() ? "TRUE" : "FALSE";
    }
    String sign = formula.negated() ? "~" : "";
    if (depth == 0) {
      return sign + "#" + formula.id();
    }
    return sign
        + switch (formula.node()) {
          case Formula.True() -> "TRUE";
          case Formula.Variable(var name) -> name;
          case Formula.And(var conjuncts) ->
              conjuncts.stream()
                  .map(c -> print(c, depth - 1))
                  .collect(Collectors.joining(" & ", "(", ")"));
          case Formula.LessEqual(var left, var right) -> "(" + left + " <= " + right + ")";
          case Formula.Equal(var left, var right) -> "(" + left + " = " + right + ")";
          case Formula.Exists(var variables, var body) ->
              "(exists "
                  + variables.stream().map(Formula::toString).collect(Collectors.joining(" "))
                  + ": "
                  + print(body, depth - 1)
                  + ")";
        };
  }
}
