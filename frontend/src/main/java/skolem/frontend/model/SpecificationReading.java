package skolem.frontend.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import skolem.frontend.kernel.Expr;
import skolem.frontend.kernel.KernelTree;
import skolem.frontend.kernel.Level;
import skolem.frontend.kernel.OperatorRef;
import skolem.frontend.source.Code;
import skolem.frontend.source.RejectedException;
import skolem.frontend.source.Span;

/// Reads a specification formula as `Init /\ [][Next]_v /\ fairness`, through definitions.
final class SpecificationReading {
  private final List<Expr> init = new ArrayList<>();
  private final List<Expr> fairness = new ArrayList<>();
  private Expr.@Nullable SubscriptedAction next;

  private SpecificationReading() {}

  /// @throws RejectedException where the formula has another form
  static Model.Behaviour read(Expr specification) {
    SpecificationReading reading = new SpecificationReading();
    reading.conjunct(specification);
    Span span = specification.span();
    if (reading.init.isEmpty() || reading.next == null) {
      throw RejectedException.of(
          Code.CONFIG_BEHAVIOUR,
          span,
          "a specification has the form `Init /\\ [][Next]_vars` and fairness; this one has no "
              + (reading.init.isEmpty() ? "initial predicate" : "next-state relation"));
    }
    Expr init =
        reading.init.size() == 1 ? reading.init.getFirst() : new Expr.And(reading.init, span);
    return new Model.Behaviour(
        new Model.Named(name(init, "Init"), init),
        new Model.Named(name(reading.next.action(), "Next"), reading.next.action()),
        reading.fairness);
  }

  /// The name of the definition that an expression is, or else `otherwise`.
  static String name(Expr expr, String otherwise) {
    return expr instanceof Expr.Apply(OperatorRef.Defined(var definition), _, _)
        ? definition.name()
        : otherwise;
  }

  private void conjunct(Expr expr) {
    switch (expr) {
      case Expr.And(var conjuncts, _) -> conjuncts.forEach(this::conjunct);
      case Expr.Apply(OperatorRef.Defined(var definition), var operands, _)
          when definition.level() == Level.TEMPORAL && operands.isEmpty() ->
          conjunct(definition.body());
      case Expr.Temporal(var operator, var operands, var span)
          when operator == Expr.TemporalOperator.ALWAYS
              && operands.getFirst() instanceof Expr.SubscriptedAction action
              && !action.angle() -> {
        if (next != null) {
          throw RejectedException.of(
              Code.UNSUPPORTED,
              span,
              "the specification has two next-state relations: conjoin them in one `[Next]_vars`");
        }
        next = action;
      }
      default -> {
        if (isTemporal(expr)) {
          fairness.add(expr);
        } else {
          init.add(expr);
        }
      }
    }
  }

  private static boolean isTemporal(Expr expr) {
    return switch (expr) {
      case Expr.Temporal _, Expr.TemporalQuantified _ -> true;
      case Expr.Apply(OperatorRef.Defined(var definition), _, _)
          when definition.level() == Level.TEMPORAL ->
          true;
      default -> KernelTree.children(expr).stream().anyMatch(SpecificationReading::isTemporal);
    };
  }
}
