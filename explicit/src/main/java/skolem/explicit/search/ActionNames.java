package skolem.explicit.search;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import skolem.frontend.kernel.Definition;
import skolem.frontend.kernel.Expr;
import skolem.frontend.kernel.OperatorRef;
import skolem.frontend.model.Model;

/// The names that the steps of a next-state relation can bear: of the definitions that are reached
/// through disjunctions and existential quantifiers alone, and that contain no further one.
final class ActionNames {
  private final SortedSet<String> names = new TreeSet<>();
  private final Set<Definition> entered = Collections.newSetFromMap(new IdentityHashMap<>());

  private ActionNames() {}

  static SortedSet<String> of(Model.Named next) {
    ActionNames collection = new ActionNames();
    collection.collect(next.expr(), next.name());
    return collection.names;
  }

  private void collect(Expr expr, String name) {
    switch (expr) {
      case Expr.Or or -> or.disjuncts().forEach(disjunct -> collect(disjunct, name));
      case Expr.Quantified some when !some.universal() -> collect(some.body(), name);
      case Expr.SubscriptedAction action when !action.angle() -> {
        collect(action.action(), name);
        names.add(name);
      }
      case Expr.Apply(OperatorRef.Defined(var definition), _, _) -> {
        if (entered.add(definition)) {
          collect(definition.body(), definition.name());
        }
      }
      default -> names.add(name);
    }
  }
}
