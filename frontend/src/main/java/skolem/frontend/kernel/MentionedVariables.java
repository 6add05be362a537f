package skolem.frontend.kernel;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Set;

/// The variables that an expression mentions, primed or not, itself or through definitions.
public final class MentionedVariables {
  private final Set<Definition> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Variable> variables = new LinkedHashSet<>();

  private MentionedVariables() {}

  public static Set<Variable> of(Expr expr) {
    MentionedVariables walk = new MentionedVariables();
    walk.visit(expr);
    return walk.variables;
  }

  private void visit(Expr expr) {
    if (expr instanceof Expr.VariableRef(var variable, _)) {
      variables.add(variable);
    }
    KernelTree.operators(expr).forEach(this::visit);
    KernelTree.children(expr).forEach(this::visit);
  }

  private void visit(OperatorRef operator) {
    switch (operator) {
      case OperatorRef.Defined(var definition) -> {
        if (seen.add(definition)) {
          visit(definition.body());
        }
      }
      case OperatorRef.Lambda(_, var body) -> visit(body);
      case OperatorRef.Parameter _, OperatorRef.Native _ -> {}
    }
  }
}
