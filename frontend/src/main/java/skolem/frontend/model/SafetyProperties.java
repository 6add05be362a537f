package skolem.frontend.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import skolem.frontend.kernel.Expr;
import skolem.frontend.kernel.Expr.TemporalOperator;
import skolem.frontend.kernel.KernelInspection;
import skolem.frontend.kernel.Level;
import skolem.frontend.kernel.OperatorRef;

/// What a model asks of its behaviours, sorted by what can refute it, as TLC sorts it: the
/// invariants, and the conjuncts of the PROPERTY formulas.
///
/// @param initially state predicates, for initial states only
/// @param invariants the INVARIANTs, and `P` of each `[]P` with a state predicate `P`
/// @param steps `[A]_v` of each `[][A]_v`, and each INVARIANT that speaks of steps
/// @param temporal all others, which only whole behaviours refute
public record SafetyProperties(
    List<Model.Named> initially,
    List<Model.Named> invariants,
    List<Model.Named> steps,
    List<Model.Named> temporal) {

  public SafetyProperties {
    initially = List.copyOf(initially);
    invariants = List.copyOf(invariants);
    steps = List.copyOf(steps);
    temporal = List.copyOf(temporal);
  }

  /// Every part bears the name of its property.
  public static SafetyProperties of(Model model) {
    Sorting sorting = new Sorting();
    model.invariants().forEach(sorting::invariant);
    model.properties().forEach(property -> sorting.conjunct(property.name(), property.expr()));
    return new SafetyProperties(
        sorting.initially, sorting.invariants, sorting.steps, sorting.temporal);
  }

  /// Whether an INVARIANT speaks of steps.
  public static boolean isOfSteps(Model.Named invariant) {
    return level(invariant.expr()) == Level.ACTION;
  }

  /// The part of a property that only whole behaviours refute.
  ///
  /// @param whole whether the property has no other part
  /// @param reason why it is not checked, for people
  public record Unchecked(boolean whole, String reason) {}

  /// The part of a property that only whole behaviours refute; null where there is none.
  public @Nullable Unchecked unchecked(String property) {
    List<String> parts =
        temporal.stream()
            .filter(part -> part.name().equals(property))
            .map(part -> "`" + part.expr().span().text().replaceAll("\\s+", " ") + "`")
            .distinct()
            .toList();
    if (parts.isEmpty()) {
      return null;
    }
    boolean isPartlySafety =
        Stream.of(initially, invariants, steps)
            .flatMap(List::stream)
            .anyMatch(part -> part.name().equals(property));
    String what = parts.size() <= 3 ? String.join(", ", parts) : parts.size() + " conjuncts";
    return new Unchecked(
        !isPartlySafety,
        what + (parts.size() == 1 ? " speaks" : " speak") + " of whole behaviours");
  }

  private static final class Sorting {
    private final List<Model.Named> initially = new ArrayList<>();
    private final List<Model.Named> invariants = new ArrayList<>();
    private final List<Model.Named> steps = new ArrayList<>();
    private final List<Model.Named> temporal = new ArrayList<>();

    void invariant(Model.Named invariant) {
      (isOfSteps(invariant) ? steps : invariants).add(invariant);
    }

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
        invariants.add(new Model.Named(name, body));
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
    return KernelInspection.of(expr).level();
  }
}
