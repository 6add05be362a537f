package skolem.frontend.model;

import java.util.ArrayList;
import java.util.List;
import skolem.frontend.kernel.Expr;
import skolem.frontend.kernel.Expr.TemporalOperator;
import skolem.frontend.kernel.KernelTree;
import skolem.frontend.kernel.Level;
import skolem.frontend.kernel.OperatorRef;

/// The conjuncts of the PROPERTY formulas, sorted by what can refute them, as TLC sorts them.
///
/// @param initially state predicates, for initial states only
/// @param always `P` of each `[]P` with a state predicate `P`: an invariant
/// @param steps `[A]_v` of each `[][A]_v`
/// @param temporal all others, which only whole behaviours refute
public record SafetyProperties(
    List<Model.Named> initially,
    List<Model.Named> always,
    List<Model.Named> steps,
    List<Model.Named> temporal) {

  public SafetyProperties {
    initially = List.copyOf(initially);
    always = List.copyOf(always);
    steps = List.copyOf(steps);
    temporal = List.copyOf(temporal);
  }

  /// Every part bears the name of its property.
  public static SafetyProperties of(List<Model.Named> properties) {
    Sorting sorting = new Sorting();
    properties.forEach(property -> sorting.conjunct(property.name(), property.expr()));
    return new SafetyProperties(sorting.initially, sorting.always, sorting.steps, sorting.temporal);
  }

  private static final class Sorting {
    private final List<Model.Named> initially = new ArrayList<>();
    private final List<Model.Named> always = new ArrayList<>();
    private final List<Model.Named> steps = new ArrayList<>();
    private final List<Model.Named> temporal = new ArrayList<>();

    void conjunct(String name, Expr expr) {
      if (level(expr).compareTo(Level.STATE) <= 0) {
        initially.add(new Model.Named(name, expr));
        return;
      }
      switch (expr) {
        case Expr.And(var conjuncts, _) -> conjuncts.forEach(c -> conjunct(name, c));
        case Expr.Apply(OperatorRef.Defined(var definition), var operands, _)
            when operands.isEmpty() ->
            conjunct(name, definition.body());
        case Expr.Temporal(var operator, var operands, _)
            when operator == TemporalOperator.ALWAYS ->
            always(name, operands.getFirst(), expr);
        default -> temporal.add(new Model.Named(name, expr));
      }
    }

    private void always(String name, Expr body, Expr whole) {
      if (level(body).compareTo(Level.STATE) <= 0) {
        always.add(new Model.Named(name, body));
        return;
      }
      switch (body) {
        case Expr.SubscriptedAction action when !action.angle() ->
            steps.add(new Model.Named(name, action));
        case Expr.Apply(OperatorRef.Defined(var definition), var operands, _)
            when operands.isEmpty() ->
            always(name, definition.body(), whole);
        default -> temporal.add(new Model.Named(name, whole));
      }
    }
  }

  private static Level level(Expr expr) {
    Level level =
        switch (expr) {
          case Expr.VariableRef _ -> Level.STATE;
          case Expr.Prime _, Expr.Unchanged _, Expr.Compose _, Expr.SubscriptedAction _ ->
              Level.ACTION;
          case Expr.Temporal _, Expr.TemporalQuantified _ -> Level.TEMPORAL;
          default -> Level.CONSTANT;
        };
    if (expr instanceof Expr.Enabled) {
      return Level.STATE;
    }
    for (OperatorRef operator : KernelTree.operators(expr)) {
      level = level.max(level(operator));
    }
    for (Expr child : KernelTree.children(expr)) {
      level = level.max(level(child));
    }
    return level;
  }

  private static Level level(OperatorRef operator) {
    return switch (operator) {
      case OperatorRef.Defined(var definition) -> definition.level();
      case OperatorRef.Lambda(_, var body) -> level(body);
      case OperatorRef.Parameter _, OperatorRef.Native _ -> Level.CONSTANT;
    };
  }
}
