package skolem.explicit.eval;

import java.util.List;
import skolem.frontend.kernel.Expr;
import skolem.frontend.source.Span;

/// What remains to be done on the way to a successor: a persistent list.
sealed interface Pending {
  Pending NOTHING = new Nothing();

  record Nothing() implements Pending {}

  /// Conjuncts to the right, from the place `next` on.
  record Conjuncts(List<Expr> exprs, int next, Environment environment, Pending rest)
      implements Pending {
    /// What remains after the first of them.
    Pending later() {
      return next + 1 < exprs.size() ? new Conjuncts(exprs, next + 1, environment, rest) : rest;
    }
  }

  /// The second half of `<<A>>_v`: the subscript must have changed.
  record Changed(Expr subscript, Span span, Environment environment, Pending rest)
      implements Pending {}

  /// The end of `A \cdot B`: back from the intermediate state to the one that the step starts from.
  record Return(States origin, Pending rest) implements Pending {}
}
