package skolem.inductive.obligation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import skolem.frontend.kernel.Definition;
import skolem.frontend.kernel.Expr;
import skolem.frontend.kernel.OperatorRef;
import skolem.frontend.model.Model;

/// The actions that a next-state relation consists of, by the definitions that it reaches through
/// disjunctions and existential quantifiers alone.
public final class ActionNames {
  private final Set<String> names = new LinkedHashSet<>();

  private ActionNames() {}

  public static List<String> of(Model.Named next) {
    ActionNames actions = new ActionNames();
    actions.visit(next.name(), next.expr());
    return List.copyOf(actions.names);
  }

  private void visit(String name, Expr expr) {
    switch (expr) {
      case Expr.Or(var disjuncts, _) -> disjuncts.forEach(d -> visit(name, d));
      case Expr.Quantified e when !e.universal() -> visit(name, e.body());
      case Expr.Apply(OperatorRef.Defined(Definition definition), _, _)
          when !definition.recursive() ->
          visit(definition.name(), definition.body());
      default -> names.add(name);
    }
  }
}
