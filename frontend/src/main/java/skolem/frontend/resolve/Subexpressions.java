package skolem.frontend.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import skolem.frontend.syntax.Bound;
import skolem.frontend.syntax.Expr;
import skolem.frontend.syntax.Identifier;

/// The immediate subexpressions of an expression, with the names that it binds in each; the
/// definitions of a LET are not among them.
final class Subexpressions {
  /// @param binders the names bound in this subexpression and not outside
  record Child(Expr expr, List<Identifier> binders) {}

  private Subexpressions() {}

  static List<Child> of(Expr expr) {
    return switch (expr) {
      case Expr.NumberLiteral _, Expr.StringLiteral _, Expr.BooleanLiteral _, Expr.At _ ->
          List.of();
      case Expr.Reference e -> free(arguments(e.path()));
      case Expr.Prefix e -> free(List.of(e.operand()));
      case Expr.Postfix e -> free(List.of(e.operand()));
      case Expr.Infix e -> free(List.of(e.left(), e.right()));
      case Expr.Parenthesized e -> free(List.of(e.inner()));
      case Expr.Junction e -> free(e.items());
      case Expr.Product e -> free(e.factors());
      case Expr.Quantified e -> bound(e.bounds(), e.body());
      case Expr.Choose e ->
          bound(e.set() == null ? List.of() : List.of(e.set()), e.pattern().names(), e.body());
      case Expr.Lambda e -> bound(List.of(), e.parameters(), e.body());
      case Expr.SetEnumeration e -> free(e.elements());
      case Expr.SetFilter e -> bound(List.of(e.set()), e.pattern().names(), e.predicate());
      case Expr.SetMap e -> bound(e.bounds(), e.element());
      case Expr.FunctionConstructor e -> bound(e.bounds(), e.body());
      case Expr.FunctionSet e -> free(List.of(e.domain(), e.range()));
      case Expr.FunctionApplication e -> {
        List<Expr> all = new ArrayList<>(List.of(e.function()));
        all.addAll(e.arguments());
        yield free(all);
      }
      case Expr.RecordConstructor e -> free(e.fields().stream().map(Expr.Field::value).toList());
      case Expr.RecordSet e -> free(e.fields().stream().map(Expr.Field::value).toList());
      case Expr.FieldAccess e -> free(List.of(e.record()));
      case Expr.Except e -> {
        List<Expr> all = new ArrayList<>(List.of(e.function()));
        all.addAll(updates(e));
        yield free(all);
      }
      case Expr.Tuple e -> free(e.elements());
      case Expr.If e -> free(List.of(e.condition(), e.thenBranch(), e.elseBranch()));
      case Expr.Case e -> cases(e);
      case Expr.Let e -> free(List.of(e.body()));
      case Expr.Labelled e -> free(List.of(e.body()));
      case Expr.ActionBox e -> free(List.of(e.action(), e.subscript()));
      case Expr.ActionAngle e -> free(List.of(e.action(), e.subscript()));
      case Expr.Fairness e -> free(List.of(e.subscript(), e.action()));
    };
  }

  /// The expressions that an EXCEPT writes after its function.
  static List<Expr> updates(Expr.Except expr) {
    List<Expr> all = new ArrayList<>();
    for (Expr.Update update : expr.updates()) {
      for (Expr.Selector selector : update.path()) {
        if (selector instanceof Expr.Selector.Index(var arguments, _)) {
          all.addAll(arguments);
        }
      }
      all.add(update.value());
    }
    return all;
  }

  /// The expressions on a path: what stands in parentheses.
  static List<Expr> arguments(List<Expr.Step> path) {
    List<Expr> all = new ArrayList<>();
    for (Expr.Step step : path) {
      switch (step) {
        case Expr.Step.Named(_, var arguments, _) -> all.addAll(arguments);
        case Expr.Step.Applied(var arguments, _) -> all.addAll(arguments);
        case Expr.Step.Index _, Expr.Step.Side _, Expr.Step.Whole _, Expr.Step.Function _ -> {}
      }
    }
    return all;
  }

  /// The names that bounds introduce.
  static List<Identifier> names(List<Bound> bounds) {
    return bounds.stream()
        .flatMap(bound -> bound.patterns().stream())
        .flatMap(pattern -> pattern.names().stream())
        .toList();
  }

  private static List<Child> cases(Expr.Case expr) {
    List<Expr> parts = new ArrayList<>();
    for (Expr.Arm arm : expr.arms()) {
      parts.add(arm.condition());
      parts.add(arm.value());
    }
    if (expr.other() != null) {
      parts.add(expr.other());
    }
    return free(parts);
  }

  private static List<Child> free(List<Expr> exprs) {
    return exprs.stream().map(expr -> new Child(expr, List.of())).toList();
  }

  private static List<Child> bound(List<Bound> bounds, Expr body) {
    return bound(
        bounds.stream().map(Bound::set).filter(Objects::nonNull).toList(), names(bounds), body);
  }

  private static List<Child> bound(List<Expr> sets, List<Identifier> names, Expr body) {
    List<Child> children = new ArrayList<>(free(sets));
    children.add(new Child(body, names));
    return children;
  }
}
