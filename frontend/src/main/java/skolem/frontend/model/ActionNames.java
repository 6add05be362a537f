package skolem.frontend.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import skolem.frontend.kernel.Definition;
import skolem.frontend.kernel.Expr;
import skolem.frontend.kernel.Local;
import skolem.frontend.kernel.Operand;
import skolem.frontend.kernel.OperatorRef;

/// The names that the steps of a next-state relation bear: of the definitions that it reaches
/// through disjunctions and existential quantifiers alone, and that contain no further one. An
/// operator that is passed counts as the one that it stands for.
public final class ActionNames {
  private final Set<String> names = new LinkedHashSet<>();
  private final Set<Entered> entered = new HashSet<>();

  /// A definition, with what its operator parameters stand for.
  private record Entered(Definition definition, Map<Local, OperatorRef> passed) {}

  private ActionNames() {}

  /// In the order in which they are reached.
  public static List<String> of(Model.Named next) {
    ActionNames actions = new ActionNames();
    actions.visit(next.name(), next.expr(), Map.of());
    return List.copyOf(actions.names);
  }

  private void visit(String name, Expr expr, Map<Local, OperatorRef> passed) {
    switch (expr) {
      case Expr.Or(var disjuncts, _) -> disjuncts.forEach(d -> visit(name, d, passed));
      case Expr.Quantified some when !some.universal() -> visit(name, some.body(), passed);
      case Expr.SubscriptedAction subscripted -> {
        visit(name, subscripted.action(), passed);
        if (!subscripted.angle()) {
          names.add(name);
        }
      }
      case Expr.Apply(var operator, var operands, _) ->
          apply(name, actual(operator, passed), operands, passed);
      default -> names.add(name);
    }
  }

  private void apply(
      String name,
      @Nullable OperatorRef operator,
      List<Operand> operands,
      Map<Local, OperatorRef> passed) {
    switch (operator) {
      case OperatorRef.Defined(var definition) -> {
        Map<Local, OperatorRef> inside = new HashMap<>(passed);
        List<Local> parameters = definition.parameters();
        for (int i = 0; i < parameters.size(); i++) {
          if (operands.get(i) instanceof Operand.OperatorOperand(var given)) {
            inside.put(parameters.get(i), Objects.requireNonNullElse(actual(given, passed), given));
          }
        }
        if (entered.add(new Entered(definition, inside))) {
          visit(definition.name(), definition.body(), inside);
        }
      }
      case OperatorRef.Lambda(_, var body) -> visit(name, body, passed);
      case OperatorRef.Native _, OperatorRef.Parameter _ -> names.add(name);
      case null -> names.add(name);
    }
  }

  private static @Nullable OperatorRef actual(
      OperatorRef operator, Map<Local, OperatorRef> passed) {
    return operator instanceof OperatorRef.Parameter(var local) ? passed.get(local) : operator;
  }
}
