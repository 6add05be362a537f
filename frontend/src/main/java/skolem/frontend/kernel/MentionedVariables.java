package skolem.frontend.kernel;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Set;

/// The variables that expressions mention, primed or not, themselves or through definitions.
public final class MentionedVariables {
  private final IdentityHashMap<Definition, Set<Variable>> known = new IdentityHashMap<>();

  public Set<Variable> of(Expr expr) {
    Walk walk = new Walk();
    walk.visit(expr);
    return walk.variables;
  }

  private Set<Variable> of(Definition definition) {
    Set<Variable> variables = known.get(definition);
    if (variables == null) {
      Walk walk = new Walk();
      walk.seen.add(definition);
      walk.visit(definition.body());
      variables = walk.variables;
      known.put(definition, variables);
    }
    return variables;
  }

  private final class Walk {
    private final Set<Definition> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Variable> variables = new LinkedHashSet<>();

    void visit(Expr expr) {
      if (expr instanceof Expr.VariableRef(var variable, _)) {
        variables.add(variable);
      }
      KernelTree.operators(expr).forEach(this::visit);
      KernelTree.children(expr).forEach(this::visit);
    }

    private void visit(OperatorRef operator) {
      switch (operator) {
        case OperatorRef.Defined(var definition) when definition.recursive() -> {
          if (seen.add(definition)) {
            visit(definition.body());
          }
        }
        case OperatorRef.Defined(var definition) -> variables.addAll(of(definition));
        case OperatorRef.Lambda(_, var body) -> visit(body);
        case OperatorRef.Parameter _, OperatorRef.Native _ -> {}
      }
    }
  }
}
