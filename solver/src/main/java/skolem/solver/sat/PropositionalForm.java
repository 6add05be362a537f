package skolem.solver.sat;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.solver.choice.ChoiceExpansion;

/// Sees every formula as a constant, a variable or a conjunction, negated or not: comparisons
/// become circuits over bits, choices their bodies or the cases of them.
///
/// The one exception is a negated choice that is too large to expand: it stays as it is, and a
/// model in which it is TRUE is to be examined by [ChoiceRefuter].
final class PropositionalForm {
  private final Formulas formulas;
  private final BitBlaster blaster;
  private final ChoiceExpansion choices;
  private final Set<Formula> unexpanded = new LinkedHashSet<>();
  private int constraintsTaken;

  /// @param blaster may be shared: the same integer has the same bits in all forms
  PropositionalForm(Formulas formulas, BitBlaster blaster, ChoiceExpansion choices) {
    this.formulas = formulas;
    this.blaster = blaster;
    this.choices = choices;
  }

  Formula byId(int id) {
    return formulas.byId(id);
  }

  /// The choices, not negated, whose negations [#of] left as they were.
  Set<Formula> unexpanded() {
    return Collections.unmodifiableSet(unexpanded);
  }

  /// An equal formula, as far as this use of it goes: the variables of a choice become free.
  ///
  /// @throws UnboundedTermException where it compares terms that have no bits
  Formula of(Formula formula) {
    Formula form = formula;
    while (true) {
      Formula next =
          switch (form.node()) {
            case Formula.True _, Formula.Variable _, Formula.And _ -> form;
            case Formula.LessEqual _, Formula.Equal _ ->
                signed(form, blaster.bits(form.positive()));
            case Formula.Exists _ -> form.negated() ? refuted(form) : choices.witnessed(form);
          };
      if (next == form) {
        return form;
      }
      form = next;
    }
  }

  private Formula refuted(Formula negatedChoice) {
    Formula choice = negatedChoice.positive();
    Formula cases = choices.cases(choice);
    if (cases == null) {
      unexpanded.add(choice);
      return negatedChoice;
    }
    return cases.not();
  }

  private static Formula signed(Formula formula, Formula positive) {
    return formula.negated() ? positive.not() : positive;
  }

  /// Whether formulas used so far need constraints that nobody took yet.
  boolean hasConstraints() {
    return constraintsTaken < blaster.constraints().size();
  }

  /// The next formula that must hold for the forms given out to be right.
  Formula takeConstraint() {
    return blaster.constraints().get(constraintsTaken++);
  }
}
