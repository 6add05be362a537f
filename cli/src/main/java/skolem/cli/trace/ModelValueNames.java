package skolem.cli.trace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import skolem.frontend.kernel.Definition;
import skolem.frontend.kernel.Expr;
import skolem.frontend.kernel.KernelTree;
import skolem.frontend.kernel.OperatorRef;
import skolem.frontend.model.Model;
import skolem.frontend.value.FunctionValue;
import skolem.frontend.value.ModelValue;
import skolem.frontend.value.SetValue;
import skolem.frontend.value.Value;

/// The names of the model values that a model mentions.
final class ModelValueNames {
  private final SortedSet<String> names = new TreeSet<>();
  private final Set<Definition> visited = Collections.newSetFromMap(new IdentityHashMap<>());

  private ModelValueNames() {}

  static SortedSet<String> of(Model model) {
    ModelValueNames collection = new ModelValueNames();
    List<Model.Named> formulas = new ArrayList<>(model.assumptions());
    formulas.addAll(model.invariants());
    formulas.addAll(model.properties());
    formulas.addAll(model.constraints());
    Model.Behaviour behaviour = model.behaviour();
    if (behaviour != null) {
      formulas.add(behaviour.init());
      formulas.add(behaviour.next());
    }
    formulas.forEach(formula -> collection.visit(formula.expr()));
    return collection.names;
  }

  private void visit(Expr expr) {
    if (expr instanceof Expr.Literal(Value value, _)) {
      visit(value);
    }
    KernelTree.children(expr).forEach(this::visit);
    KernelTree.operators(expr).forEach(this::visit);
  }

  private void visit(OperatorRef operator) {
    switch (operator) {
      case OperatorRef.Defined(var definition) -> {
        if (visited.add(definition)) {
          visit(definition.body());
        }
      }
      case OperatorRef.Lambda(_, var body) -> visit(body);
      case OperatorRef.Parameter _, OperatorRef.Native _ -> {}
    }
  }

  private void visit(Value value) {
    switch (value) {
      case ModelValue model -> names.add(model.name());
      case SetValue set -> set.elements().forEach(this::visit);
      case FunctionValue function -> {
        for (int i = 0; i < function.size(); i++) {
          visit(function.argument(i));
          visit(function.result(i));
        }
      }
      case Value _ -> {}
    }
  }
}
