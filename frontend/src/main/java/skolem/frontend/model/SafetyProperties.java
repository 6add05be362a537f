package skolem.frontend.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import skolem.frontend.kernel.Builtin;
import skolem.frontend.kernel.Expr;
import skolem.frontend.kernel.Expr.TemporalOperator;
import skolem.frontend.kernel.KernelInspection;
import skolem.frontend.kernel.Level;
import skolem.frontend.kernel.Operand;
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
    model
        .properties()
        .forEach(property -> sorting.conjunct(property.name(), property.expr(), part -> part));
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

    /// @param around what the conjunct stands in
    void conjunct(String name, Expr expr, UnaryOperator<Expr> around) {
      Expr whole = around.apply(expr);
      if (level(whole).compareTo(Level.STATE) <= 0) {
        initially.add(new Model.Named(name, whole));
        return;
      }
      Expr lasting = lasting(expr);
      if (lasting != null) {
        always(name, lasting, around, whole);
        return;
      }
      switch (expr) {
        case Expr.And(var conjuncts, _) -> conjuncts.forEach(c -> conjunct(name, c, around));
        case Expr.Quantified(boolean universal, var bindings, var body, _)
            when universal && bindings.stream().allMatch(b -> isConstant(around.apply(b.set()))) ->
            // A conjunction, of which each part is asked of all elements.
            conjunct(
                name,
                body,
                part -> around.apply(new Expr.Quantified(true, bindings, part, part.span())));
        default -> {
          Inside inside = inside(expr, around);
          if (inside == null) {
            temporal.add(new Model.Named(name, whole));
          } else {
            conjunct(name, inside.expr(), inside.around());
          }
        }
      }
    }

    private void always(String name, Expr body, UnaryOperator<Expr> around, Expr whole) {
      Expr asked = around.apply(body);
      if (level(asked).compareTo(Level.STATE) <= 0) {
        invariants.add(new Model.Named(name, asked));
        return;
      }
      Expr lasting = lasting(body);
      Inside inside = inside(body, around);
      if (body instanceof Expr.SubscriptedAction action && !action.angle()) {
        steps.add(new Model.Named(name, asked));
      } else if (lasting != null) {
        always(name, lasting, around, whole);
      } else if (body instanceof Expr.And(var conjuncts, _)) {
        conjuncts.forEach(conjunct -> always(name, conjunct, around, whole));
      } else if (inside != null) {
        always(name, inside.expr(), inside.around(), whole);
      } else {
        temporal.add(new Model.Named(name, whole));
      }
    }
  }

  /// `P` for `[]P`, and `~P` for `~<>P`; null for other formulas.
  private static @Nullable Expr lasting(Expr expr) {
    return switch (expr) {
      case Expr.Temporal(var operator, var operands, _) when operator == TemporalOperator.ALWAYS ->
          operands.getFirst();
      case Expr.Native(var builtin, var negated, var span)
          when builtin == Builtin.NOT
              && negated.getFirst() instanceof Operand.ValueOperand(var eventually)
              && eventually instanceof Expr.Temporal(var operator, var operands, _)
              && operator == TemporalOperator.EVENTUALLY ->
          new Expr.Native(
              Builtin.NOT, List.of(new Operand.ValueOperand(operands.getFirst())), span);
      default -> null;
    };
  }

  /// What an application or a LET comes down to.
  ///
  /// @param around puts a part of it back into what it stands in, at the place of the part
  private record Inside(Expr expr, UnaryOperator<Expr> around) {}

  private static @Nullable Inside inside(Expr expr, UnaryOperator<Expr> around) {
    return switch (expr) {
      case Expr.Apply(OperatorRef.Defined(var definition), var operands, _)
          when operands.isEmpty() ->
          new Inside(definition.body(), around);
      case Expr.Apply(OperatorRef.Defined(var definition), var operands, _)
          when !definition.recursive() ->
          new Inside(
              definition.body(),
              part ->
                  around.apply(
                      new Expr.Apply(
                          new OperatorRef.Lambda(definition.parameters(), part),
                          operands,
                          part.span())));
      case Expr.Let(var definitions, var body, _) ->
          new Inside(body, part -> around.apply(new Expr.Let(definitions, part, part.span())));
      default -> null;
    };
  }

  private static boolean isConstant(Expr expr) {
    return level(expr) == Level.CONSTANT;
  }

  private static Level level(Expr expr) {
    return KernelInspection.of(expr).level();
  }
}
