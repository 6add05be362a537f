package skolem.explicit.eval;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import skolem.frontend.kernel.Binding;
import skolem.frontend.kernel.Definition;
import skolem.frontend.kernel.Expr;
import skolem.frontend.kernel.Local;
import skolem.frontend.kernel.Operand;
import skolem.frontend.source.RejectedException;
import skolem.frontend.source.Span;
import skolem.frontend.value.Value;
import skolem.frontend.verdict.ActionLabel;

/// The name of an action as it is found on the way down from the next-state relation.
///
/// Refined at definitions and existential quantifiers, frozen at everything else but disjunctions.
/// The label itself is made only where somebody asks for it.
public final class Labeling {
  private final String name;
  private final Span span;
  private final List<Local> parameters;
  private final Environment environment;
  private final List<Bound> bound;
  private final boolean frozen;

  /// A quantified variable that no parameter has taken over.
  private record Bound(Local local, Value value) {}

  private Labeling(
      String name,
      Span span,
      List<Local> parameters,
      Environment environment,
      List<Bound> bound,
      boolean frozen) {
    this.name = name;
    this.span = span;
    this.parameters = parameters;
    this.environment = environment;
    this.bound = bound;
    this.frozen = frozen;
  }

  static Labeling of(String name, Span span) {
    return new Labeling(name, span, List.of(), Environment.EMPTY, List.of(), false);
  }

  /// The name of the action, without arguments.
  public String name() {
    return name;
  }

  Span span() {
    return span;
  }

  Labeling frozen() {
    return frozen ? this : new Labeling(name, span, parameters, environment, bound, true);
  }

  /// Below a quantifier, whose locals `inner` binds.
  Labeling quantified(List<Binding> bindings, Environment inner) {
    if (frozen) {
      return this;
    }
    List<Bound> more = new ArrayList<>(bound);
    for (Binding binding : bindings) {
      for (Local local : binding.locals()) {
        if (inner.lookup(local) instanceof Environment.Known known) {
          more.add(new Bound(local, known.value));
        }
      }
    }
    return new Labeling(name, span, parameters, environment, more, false);
  }

  /// Inside a definition that `apply` applies.
  ///
  /// @param inner binds its parameters
  Labeling entered(Definition definition, Expr.Apply apply, Environment inner) {
    if (frozen) {
      return this;
    }
    List<Bound> left = bound.isEmpty() ? bound : withoutOperands(apply);
    return new Labeling(
        definition.name(), definition.span(), definition.parameters(), inner, left, false);
  }

  private List<Bound> withoutOperands(Expr.Apply apply) {
    List<Bound> left = new ArrayList<>(bound);
    for (Operand operand : apply.operands()) {
      if (operand instanceof Operand.ValueOperand(Expr.LocalRef(Local local, _))) {
        left.removeIf(b -> b.local == local);
      }
    }
    return left;
  }

  /// The label, its arguments evaluated in the states of the step; an argument without a finite
  /// value is left out.
  public ActionLabel label(Evaluator evaluator, States states) {
    List<ActionLabel.Argument> arguments = new ArrayList<>();
    for (Local parameter : parameters) {
      Value value = parameter.arity() == 0 ? argument(parameter, evaluator, states) : null;
      if (value != null) {
        arguments.add(new ActionLabel.Argument(parameter.name(), value));
      }
    }
    for (Bound b : bound) {
      arguments.add(new ActionLabel.Argument(b.local.name(), b.value));
    }
    return new ActionLabel(name, arguments, span);
  }

  private @Nullable Value argument(Local parameter, Evaluator evaluator, States states) {
    try {
      return evaluator.value(new Expr.LocalRef(parameter, span), environment, states);
    } catch (RejectedException _) {
      return null;
    }
  }
}
