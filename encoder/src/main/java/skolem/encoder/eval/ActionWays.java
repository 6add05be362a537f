package skolem.encoder.eval;

import skolem.encoder.formula.Formula;
import skolem.frontend.kernel.Expr;

/// The ways through an action, for expressions that ask whether there is one.
public interface ActionWays {
  /// When some way through an action leads on from these states: it gives values to the variables
  /// of the next state that have none, and agrees with those that have one.
  Formula exist(Expr action, Context context);

  /// When some way through an action leads on from the current state, to whatever next one.
  Formula existToAnyNext(Expr action, Context context);
}
