package skolem.encoder.transition;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import skolem.encoder.eval.Context;
import skolem.encoder.eval.Env;
import skolem.encoder.eval.SymbolicEvaluator;
import skolem.encoder.symbolic.Faults;
import skolem.encoder.symbolic.SymValue;
import skolem.frontend.kernel.Definition;
import skolem.frontend.kernel.Expr;
import skolem.frontend.kernel.Local;
import skolem.frontend.kernel.Operand;
import skolem.frontend.source.RejectedException;

/// What a branch is called: as the definition that was entered last before ways parted for good,
/// with its arguments and what quantifiers on the way have bound. What an assignment does not say
/// at once, such as a set by a rule, is not among the arguments.
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
          Branch.Argument argument =
              argument(parameters.get(i), expr, draft.context().with(inside));
          if (argument != null) {
            arguments.add(argument);
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

  /// Null where it is not told. That it has no value, or cannot be evaluated, is found again where
  /// the action asks for it.
  private Branch.@Nullable Argument argument(Local parameter, Expr.Apply expr, Context context) {
    Faults faults = new Faults(evaluator.algebra().formulas());
    try {
      SymValue value =
          evaluator.evaluate(new Expr.LocalRef(parameter, expr.span()), context.with(faults));
      List<Faults.Fault> all = faults.all();
      return value.isDecoded() && all.stream().allMatch(f -> f.condition().isChoiceFree())
          ? new Branch.Argument(parameter.name(), value, all)
          : null;
    } catch (RejectedException _) {
      return null;
    }
  }
}
