package skolem.encoder.transition;

import java.util.ArrayList;
import java.util.List;
import skolem.encoder.eval.Env;
import skolem.encoder.eval.SymbolicEvaluator;
import skolem.encoder.symbolic.Faults;
import skolem.encoder.symbolic.SymValue;
import skolem.frontend.kernel.Definition;
import skolem.frontend.kernel.Expr;
import skolem.frontend.kernel.Local;
import skolem.frontend.kernel.Operand;

/// What a branch is called: as the definition that was entered last before ways parted for good,
/// with its arguments and what quantifiers on the way have bound. A set by a rule, such as Nat, is
/// not among the arguments.
final class Labels {
  private final SymbolicEvaluator evaluator;
  private final Assignments assignments;

  Labels(SymbolicEvaluator evaluator, Assignments assignments) {
    this.evaluator = evaluator;
    this.assignments = assignments;
  }

  /// @param inside what the parameters of the definition stand for
  Draft entering(Definition definition, Expr.Apply expr, Draft draft, Env inside) {
    List<Branch.Argument> arguments = new ArrayList<>();
    List<Local> passing = new ArrayList<>(draft.passing());
    List<Local> parameters = definition.parameters();
    for (int i = 0; i < parameters.size(); i++) {
      if (expr.operands().get(i) instanceof Operand.ValueOperand(var operand)) {
        if (operand instanceof Expr.LocalRef(var local, _)) {
          passing.remove(local);
        }
        if (!assignments.mayAssign(operand, draft.context().env())) {
          Faults faults = new Faults(evaluator.algebra().formulas());
          SymValue value =
              evaluator.evaluate(
                  new Expr.LocalRef(parameters.get(i), expr.span()),
                  draft.context().with(inside).with(faults));
          if (!value.holdsRule()) {
            arguments.add(new Branch.Argument(parameters.get(i).name(), value, faults.all()));
          }
        }
      }
    }
    for (Branch.Argument earlier : draft.label().arguments()) {
      if (passing.stream().anyMatch(l -> l.name().equals(earlier.parameter()))) {
        arguments.add(earlier);
      }
    }
    Branch.Label label = new Branch.Label(definition.name(), arguments, definition.span());
    return draft.labelled(label, passing);
  }
}
