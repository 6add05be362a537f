package skolem.solver.bmc;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Set;
import skolem.frontend.kernel.Definition;
import skolem.frontend.kernel.Expr;
import skolem.frontend.kernel.OperatorRef;
import skolem.frontend.model.Model;

/// The names that the branches of a next-state relation bear: of the definitions that it reaches
/// through disjunctions and existential quantifiers alone. What is reached through an operator that
/// was passed is left out: its name is not known before evaluation.
final class ActionNames {
  private final Set<String> names = new LinkedHashSet<>();
  private final Set<Definition> entered = Collections.newSetFromMap(new IdentityHashMap<>());

  private ActionNames() {}

  static Set<String> of(Model.Named next) {
    ActionNames actions = new ActionNames();
    actions.visit(next.name(), next.expr());
    return actions.names;
  }

  private void visit(String name, Expr expr) {
    switch (expr) {
      case Expr.Or(var disjuncts, _) -> disjuncts.forEach(d -> visit(name, d));
      case Expr.Quantified e when !e.universal() -> visit(name, e.body());
      case Expr.SubscriptedAction e -> visit(name, e.action());
      case Expr.Apply(var operator, _, _) -> {
        if (operator instanceof OperatorRef.Defined(var definition) && entered.add(definition)) {
          visit(definition.name(), definition.body());
        }
      }
      default -> names.add(name);
    }
  }
}
