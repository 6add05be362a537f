package skolem.solver.sat;

import java.util.ArrayList;
import java.util.List;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.solver.choice.ChoiceExpansion;

/// Sees every formula as a constant, a variable or a conjunction, negated or not: comparisons become
/// circuits over bits, choices their bodies or the cases of them.
///
/// The one exception is a negated choice that is too large to expand: it stays as it is, and whoever
/// finds a model in which it is TRUE has found nothing.
final class PropositionalForm {
  private final Formulas formulas;
  private final BitBlaster blaster;
  private final ChoiceExpansion choices;
  private final List<Formula> unexpanded = new ArrayList<>();

  PropositionalForm(Formulas formulas) {
    this.formulas = formulas;
    this.blaster = new BitBlaster(formulas);
    this.choices = new ChoiceExpansion(formulas);
  }

  BitBlaster blaster() {
    return blaster;
  }

  Formula byId(int id) {
    return formulas.byId(id);
  }

  /// The choices, not negated, whose negations [#of] left as they were.
  List<Formula> unexpanded() {
    return unexpanded;
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
            case Formula.LessEqual _, Formula.Equal _ -> signed(form, blaster.bits(form.positive()));
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
      if (!unexpanded.contains(choice)) {
        unexpanded.add(choice);
      }
      return negatedChoice;
    }
    return cases.not();
  }

  private static Formula signed(Formula formula, Formula positive) {
    return formula.negated() ? positive.not() : positive;
  }

  /// Whether formulas used so far need constraints that nobody took yet.
  boolean hasConstraints() {
    return blaster.hasConstraints();
  }

  /// The next formula that must hold for the forms given out to be right.
  Formula takeConstraint() {
    return blaster.takeConstraint();
  }
}
