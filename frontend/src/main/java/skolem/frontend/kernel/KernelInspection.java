package skolem.frontend.kernel;

import java.util.HashSet;
import java.util.Set;

/// Finds the level of a kernel expression and the locals that it mentions and does not bind.
///
/// Definitions that are still open (recursion) count as constant and closed: what is found then may
/// be too little, and is not settled.
public final class KernelInspection {
  private KernelInspection() {}

  /// @param free in no particular order
  /// @param settled false where a definition is mentioned that is not complete yet
  public record Facts(Level level, Set<Local> free, boolean settled) {}

  public static Facts of(Expr expr) {
    Walk walk = new Walk();
    walk.visit(expr);
    walk.mentioned.removeAll(walk.bound);
    return new Facts(walk.level, walk.mentioned, walk.settled);
  }

  private static final class Walk {
    private Level level = Level.CONSTANT;
    private boolean settled = true;
    private final Set<Local> mentioned = new HashSet<>();
    private final Set<Local> bound = new HashSet<>();
    private final Set<Definition> seen = new HashSet<>();

    void visit(Expr expr) {
      if (expr instanceof Expr.Enabled(var action, _)) {
        // Whatever the action speaks of, that it can be taken is said of one state.
        Level outside = level;
        visit(action);
        level = outside.max(Level.STATE);
        return;
      }
      level = level.max(own(expr));
      mentioned.addAll(KernelTree.mentionedLocals(expr));
      bound.addAll(KernelTree.boundLocals(expr));
      for (OperatorRef operator : KernelTree.operators(expr)) {
        visit(operator);
      }
      for (Expr child : KernelTree.children(expr)) {
        visit(child);
      }
    }

    private void visit(OperatorRef operator) {
      switch (operator) {
        case OperatorRef.Defined(var definition) -> visit(definition);
        case OperatorRef.Lambda(var parameters, var body) -> {
          bound.addAll(parameters);
          visit(body);
        }
        case OperatorRef.Parameter(var local) -> mentioned.add(local);
        case OperatorRef.Native _ -> {}
      }
    }

    private void visit(Definition definition) {
      if (!definition.isComplete()) {
        settled = false;
      }
      if (definition.isComplete()) {
        level = level.max(definition.level());
      }
      if (!seen.add(definition) || !definition.isComplete()) {
        return;
      }
      if (!definition.closed()) {
        bound.addAll(definition.parameters());
        visit(definition.body());
      }
    }

    private static Level own(Expr expr) {
      return switch (expr) {
        case Expr.VariableRef _ -> Level.STATE;
        case Expr.Prime _, Expr.Unchanged _, Expr.Compose _, Expr.SubscriptedAction _ ->
            Level.ACTION;
        case Expr.Temporal _, Expr.TemporalQuantified _ -> Level.TEMPORAL;
        default -> PlaceInBehaviour.mayBeAskedBy(expr) ? Level.STATE : Level.CONSTANT;
      };
    }
  }
}
