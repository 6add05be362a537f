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
  private final @Nullable Way way;
  private final boolean frozen;

  /// How the walk came here: the innermost quantifier or definition, and the way to it.
  private sealed interface Way {
    /// @param inner binds the locals
    record Quantifier(List<Binding> bindings, Environment inner, @Nullable Way outer)
        implements Way {}

    record Application(Expr.Apply apply, Way outer) implements Way {}
  }

  /// A quantified variable that no parameter has taken over.
  private record Bound(Local local, Value value) {}

  private Labeling(
      String name,
      Span span,
      List<Local> parameters,
      Environment environment,
      @Nullable Way way,
      boolean frozen) {
    this.name = name;
    this.span = span;
    this.parameters = parameters;
    this.environment = environment;
    this.way = way;
    this.frozen = frozen;
  }

  static Labeling of(String name, Span span) {
    return new Labeling(name, span, List.of(), Environment.EMPTY, null, false);
  }

  /// The name of the action, without arguments.
  public String name() {
    return name;
  }

  Span span() {
    return span;
  }

  Labeling frozen() {
    return frozen ? this : new Labeling(name, span, parameters, environment, way, true);
  }

  /// Below a quantifier, whose locals `inner` binds.
  Labeling quantified(List<Binding> bindings, Environment inner) {
    return frozen
        ? this
        : new Labeling(
            name, span, parameters, environment, new Way.Quantifier(bindings, inner, way), false);
  }

  /// Inside a definition that `apply` applies.
  ///
  /// @param inner binds its parameters
  Labeling entered(Definition definition, Expr.Apply apply, Environment inner) {
    if (frozen) {
      return this;
    }
    Way further = way == null ? null : new Way.Application(apply, way);
    return new Labeling(
        definition.name(), definition.span(), definition.parameters(), inner, further, false);
  }

  /// The quantified variables that no parameter has taken over, the outermost first.
  private static List<Bound> bound(@Nullable Way way) {
    return switch (way) {
      case null -> new ArrayList<>();
      case Way.Quantifier(var bindings, var inner, var outer) -> {
        List<Bound> bound = bound(outer);
        for (Binding binding : bindings) {
          for (Local local : binding.locals()) {
            if (inner.lookup(local) instanceof Environment.Known known) {
              bound.add(new Bound(local, known.value));
            }
          }
        }
        yield bound;
      }
      case Way.Application(var apply, var outer) -> {
        List<Bound> bound = bound(outer);
        for (Operand operand : apply.operands()) {
          if (operand instanceof Operand.ValueOperand(Expr.LocalRef(Local local, _))) {
            bound.removeIf(b -> b.local == local);
          }
        }
        yield bound;
      }
    };
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
    for (Bound b : bound(way)) {
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
