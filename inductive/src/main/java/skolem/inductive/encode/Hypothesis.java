package skolem.inductive.encode;

import skolem.encoder.formula.Formula;

/// What may be assumed where a step begins.
///
/// @param name of the conjunct of the invariant; [#DISTINCT], or a constraint of the configuration
/// @param formula that the conjunct is true there
/// @param defined that it has a value there, read from left to right
/// @param evaluable whether an assignment tells directly if it holds
public record Hypothesis(String name, Formula formula, Formula defined, boolean evaluable) {
  /// The name of the assumption that the states of a path differ from one another.
  public static final String DISTINCT = "distinct states";
}
