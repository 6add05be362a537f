package skolem.encoder.unroll;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import skolem.encoder.eval.States;
import skolem.encoder.eval.SymbolicEvaluator;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.symbolic.Faults;
import skolem.encoder.symbolic.Picking;
import skolem.encoder.symbolic.SymValue;
import skolem.frontend.kernel.Variable;
import skolem.frontend.model.Model;

/// Constants whose value is left open: each is picked from its set once, and stands in every frame
/// after the variables.
///
/// @param values in the order of the parameters
/// @param constraint what makes the values elements of their sets, and satisfies the assumptions
/// @param faults what goes wrong in finding out
record OpenConstants(List<SymValue> values, Formula constraint, List<Faults.Fault> faults) {

  static OpenConstants of(Model model, SymbolicEvaluator evaluator) {
    Formulas formulas = evaluator.algebra().formulas();
    List<SymValue> values = new ArrayList<>();
    Formula within = formulas.truth();
    Faults faults = new Faults(formulas);
    for (Model.Parameter parameter : model.additions().parameters()) {
      var context = evaluator.start(States.none(), faults);
      SymValue set = evaluator.evaluate(parameter.set(), context);
      Picking.Pick pick =
          evaluator
              .algebra()
              .pick(set, parameter.variable().name(), context.site(parameter.set().span()));
      values.add(pick.value());
      within = formulas.and(within, pick.constraint());
    }
    Formula constraint = within;
    if (!values.isEmpty()) {
      Faults ofAssumptions = new Faults(formulas);
      States states = start(model.variables(), values);
      for (Model.Named assumption : model.assumptions()) {
        Formula holds = evaluator.holds(assumption.expr(), evaluator.start(states, ofAssumptions));
        constraint = formulas.and(constraint, holds);
      }
      Formula picked = within;
      faults.addAll(ofAssumptions.all(), fault -> formulas.and(picked, fault));
    }
    return new OpenConstants(values, constraint, faults.all());
  }

  /// The state in which these constants have their values, and no variable has one yet.
  States start(List<Variable> variables) {
    return start(variables, values);
  }

  private static States start(List<Variable> variables, List<SymValue> values) {
    List<@Nullable SymValue> start = new ArrayList<>();
    variables.forEach(_ -> start.add(null));
    start.addAll(values);
    return States.of(start);
  }
}
