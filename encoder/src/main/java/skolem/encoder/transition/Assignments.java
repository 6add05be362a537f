package skolem.encoder.transition;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import skolem.encoder.eval.Context;
import skolem.encoder.eval.Env;
import skolem.encoder.eval.States;
import skolem.encoder.eval.SymbolicEvaluator;
import skolem.encoder.symbolic.Algebra;
import skolem.encoder.symbolic.Picking;
import skolem.encoder.symbolic.SymValue;
import skolem.frontend.kernel.Expr;
import skolem.frontend.kernel.Variable;
import skolem.frontend.value.Value;

/// How variables get their values: the first equation, membership or `UNCHANGED` on the way that is
/// about a variable without a value gives it one; later ones are tests.
final class Assignments {
  private final SymbolicEvaluator evaluator;
  private final Algebra algebra;
  private final Mode mode;
  private final List<Variable> variables;
  private final Map<Variable, Value> standIns;
  private final Assignability assignability;

  /// @param standIns what some variables are given instead of what is assigned to them
  Assignments(
      SymbolicEvaluator evaluator,
      Mode mode,
      List<Variable> variables,
      Map<Variable, Value> standIns,
      Assignability assignability) {
    this.evaluator = evaluator;
    this.algebra = evaluator.algebra();
    this.mode = mode;
    this.variables = variables;
    this.standIns = standIns;
    this.assignability = assignability;
  }

  /// These states, and next ones in which no variable has a value.
  States toNext(States states) {
    return states.toNext(variables);
  }

  /// Whether the variables of the next state are given values, not those of the first.
  boolean ofNextState() {
    return mode == Mode.NEXT;
  }

  /// Whether an expression may assign, should variables lack values.
  boolean mayAssign(Expr expr, Env env) {
    return assignability.mayAssign(expr, env, mode);
  }

  /// Whether an expression may assign here; else it can only be a test.
  boolean arePossible(Expr expr, Context context) {
    return !isComplete(context.states()) && mayAssign(expr, context.env());
  }

  private boolean isComplete(States states) {
    return variables.stream().allMatch(variable -> mode.value(states, variable) != null);
  }

  /// The draft with the value that `x = e` assigns; null where it assigns none.
  @Nullable Draft equal(Expr.Native expr, Draft draft) {
    Context context = draft.context();
    Variable variable = unset(assignability.assigned(expr.value(0), context.env(), mode), context);
    return variable == null
        ? null
        : assign(variable, evaluator.evaluate(expr.value(1), context), expr, draft);
  }

  /// The draft with the value that `x \in S` assigns; null where it assigns none.
  @Nullable Draft member(Expr.Native expr, Draft draft) {
    Context context = draft.context();
    Variable variable = unset(assignability.assigned(expr.value(0), context.env(), mode), context);
    if (variable == null) {
      return null;
    }
    SymValue set = evaluator.evaluate(expr.value(1), context);
    Picking.Pick pick = algebra.pick(set, variable.name(), context.site(expr.value(1).span()));
    Draft picked = draft.picking(pick, algebra.formulas());
    return picked.guard().isFalse() ? picked : assign(variable, pick.value(), expr, picked);
  }

  /// What `UNCHANGED` is about, one by one.
  List<Assignability.Part> parts(Expr unchanged, Env env) {
    return assignability.parts(unchanged, env);
  }

  /// The draft where a variable keeps its value; null where that assigns none.
  @Nullable Draft unchanged(Expr part, Draft draft) {
    Context context = draft.context();
    Variable variable = unset(assignability.variable(part, context.env()), context);
    if (variable == null) {
      return null;
    }
    SymValue now = evaluator.evaluate(new Expr.VariableRef(variable, part.span()), context);
    return assign(variable, now, part, draft);
  }

  private @Nullable Variable unset(@Nullable Variable variable, Context context) {
    return variable == null || mode.value(context.states(), variable) != null ? null : variable;
  }

  private Draft assign(Variable variable, SymValue value, Expr expr, Draft draft) {
    Value standIn = standIns.get(variable);
    // Writing it shows whether it has a value, which matters of what is left out, too.
    SymValue written = algebra.written(value, draft.context().site(expr.span()));
    SymValue kept = standIn == null ? written : algebra.lift(standIn);
    States states = mode.assign(draft.context().states(), variable, kept);
    return draft.with(draft.context().with(states));
  }
}
