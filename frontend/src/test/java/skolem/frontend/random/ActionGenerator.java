package skolem.frontend.random;

import java.util.ArrayList;
import java.util.List;
import skolem.frontend.source.Span;
import skolem.frontend.syntax.Expr;
import skolem.frontend.syntax.Identifier;

/// Makes random actions and temporal formulas.
final class ActionGenerator {
  private final Choice choice;
  private final ExpressionGenerator expressions;

  ActionGenerator(Choice choice, ExpressionGenerator expressions) {
    this.choice = choice;
    this.expressions = expressions;
  }

  /// @param variables at least one
  Expr action(Names names, List<Identifier> variables, int depth) {
    if (depth <= 1) {
      return step(names, variables);
    }
    return switch (choice.below(4)) {
      case 0 -> junction(names, variables, depth);
      case 1 -> {
        ExpressionGenerator.Bounds bounds = expressions.bounds(names, 1);
        Expr body = action(bounds.inner(), variables, depth - 1);
        yield new Expr.Quantified(Expr.Quantifier.EXISTS, bounds.list(), body, Span.NONE);
      }
      case 2 -> {
        Expr condition = expressions.anything(names, 1);
        Expr then = action(names, variables, depth - 1);
        yield new Expr.If(condition, then, action(names, variables, depth - 1), Span.NONE);
      }
      default ->
          Trees.infix(
              "\\cdot",
              new Expr.Parenthesized(action(names, variables, depth - 1), Span.NONE),
              new Expr.Parenthesized(step(names, variables), Span.NONE));
    };
  }

  private Expr junction(Names names, List<Identifier> variables, int depth) {
    List<Expr> items = new ArrayList<>();
    for (int i = choice.below(3); i >= 0; i--) {
      items.add(action(names, variables, depth - 1));
    }
    return new Expr.Junction(choice.oneIn(2), items, Span.NONE);
  }

  private Expr step(Names names, List<Identifier> variables) {
    Expr variable = Trees.reference(choice.of(variables).name(), List.of());
    return switch (choice.below(4)) {
      case 0 -> Trees.prefix("UNCHANGED", tuple(variables));
      case 1 ->
          Trees.prefix("ENABLED", new Expr.Parenthesized(assignment(names, variable), Span.NONE));
      case 2 ->
          Trees.infix(
              "=",
              Trees.prime(new Expr.Parenthesized(expressions.anything(names, 1), Span.NONE)),
              new Expr.FieldAccess(Trees.prime(variable), choice.fresh(), Span.NONE));
      default -> assignment(names, variable);
    };
  }

  private Expr assignment(Names names, Expr variable) {
    Expr value = new Expr.Parenthesized(expressions.anything(names, 2), Span.NONE);
    return Trees.infix(choice.of(List.of("=", "\\in")), Trees.prime(variable), value);
  }

  private static Expr tuple(List<Identifier> variables) {
    List<Expr> elements =
        variables.stream().<Expr>map(v -> Trees.reference(v.name(), List.of())).toList();
    return new Expr.Tuple(elements, Span.NONE);
  }

  Expr temporal(Names names, List<Identifier> variables, int depth) {
    Expr action = action(names, variables, depth - 1);
    return switch (choice.below(6)) {
      case 0 -> Trees.prefix("[]", new Expr.ActionBox(action, tuple(variables), Span.NONE));
      case 1 -> Trees.prefix("<>", new Expr.ActionAngle(action, tuple(variables), Span.NONE));
      case 2 -> new Expr.Fairness(choice.oneIn(2), tuple(variables), action, Span.NONE);
      case 3 -> {
        Expr left = Trees.prefix("[]", state(names));
        yield Trees.infix(choice.of(List.of("~>", "-+->")), left, Trees.prefix("<>", state(names)));
      }
      case 4 -> {
        Expr.Quantifier quantifier =
            choice.oneIn(2) ? Expr.Quantifier.TEMPORAL_EXISTS : Expr.Quantifier.TEMPORAL_FORALL;
        yield hidden(quantifier, names, variables, depth);
      }
      default ->
          new Expr.Junction(
              true, List.of(state(names), temporal(names, variables, depth)), Span.NONE);
    };
  }

  private Expr hidden(
      Expr.Quantifier quantifier, Names names, List<Identifier> variables, int depth) {
    Identifier name = choice.fresh();
    var pattern = new skolem.frontend.syntax.Bound.Pattern(List.of(name), false, Span.NONE);
    var bound = new skolem.frontend.syntax.Bound(List.of(pattern), null, Span.NONE);
    Names inner = names.withState(name.name());
    return new Expr.Quantified(
        quantifier, List.of(bound), temporal(inner, variables, depth), Span.NONE);
  }

  private Expr state(Names names) {
    return new Expr.Parenthesized(expressions.anything(names, 2), Span.NONE);
  }
}
