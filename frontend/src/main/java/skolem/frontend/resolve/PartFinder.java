package skolem.frontend.resolve;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import skolem.frontend.syntax.Bound;
import skolem.frontend.syntax.Expr;
import skolem.frontend.syntax.Identifier;

/// Follows the steps of a subexpression name into a definition's body.
///
/// Source: Lamport, *TLA+ Version 2: A Preliminary Guide*, section on naming subexpressions.
final class PartFinder {
  private final TargetTable targets;
  private Expr part;
  private final List<Identifier> binders = new ArrayList<>();
  private final List<Expr> arguments = new ArrayList<>();

  PartFinder(Expr body, TargetTable targets) {
    this.targets = targets;
    this.part = body;
  }

  Expr part() {
    return part;
  }

  /// The identifiers bound on the way.
  List<Identifier> binders() {
    return binders;
  }

  /// What they stand for.
  List<Expr> arguments() {
    return arguments;
  }

  /// Goes one step further; false where there is no such part.
  boolean step(Expr.Step step) {
    part = bare(part);
    return switch (step) {
      case Expr.Step.Whole _ -> true;
      case Expr.Step.Index(int index, _) -> operand(index);
      case Expr.Step.Side(boolean left, _) -> side(left);
      case Expr.Step.Function _ -> function();
      case Expr.Step.Applied(var values, _) -> apply(values);
      case Expr.Step.Named(var name, var values, _) -> label(name.name(), values);
    };
  }

  /// The expression without parentheses and labels around it.
  static Expr bare(Expr expr) {
    Expr at = expr;
    while (true) {
      if (at instanceof Expr.Parenthesized(var inner, _)) {
        at = inner;
      } else if (at instanceof Expr.Labelled labelled) {
        at = labelled.body();
      } else {
        return at;
      }
    }
  }

  private boolean operand(int index) {
    List<Expr> operands =
        switch (part) {
          case Expr.Junction e -> e.items();
          case Expr.Infix e -> List.of(e.left(), e.right());
          case Expr.Prefix e -> List.of(e.operand());
          case Expr.Postfix e -> List.of(e.operand());
          case Expr.Product e -> e.factors();
          case Expr.SetEnumeration e -> e.elements();
          case Expr.Tuple e -> e.elements();
          case Expr.If e -> List.of(e.condition(), e.thenBranch(), e.elseBranch());
          case Expr.FunctionApplication e -> withFirst(e.function(), e.arguments());
          case Expr.FunctionSet e -> List.of(e.domain(), e.range());
          case Expr.RecordConstructor e -> e.fields().stream().map(Expr.Field::value).toList();
          case Expr.RecordSet e -> e.fields().stream().map(Expr.Field::value).toList();
          case Expr.FieldAccess e -> List.of(e.record());
          case Expr.ActionBox e -> List.of(e.action(), e.subscript());
          case Expr.ActionAngle e -> List.of(e.action(), e.subscript());
          case Expr.Fairness e -> List.of(e.subscript(), e.action());
          case Expr.Case e -> e.arms().stream().map(Expr.Arm::value).toList();
          case Expr.Quantified e -> sets(e.bounds());
          case Expr.SetMap e -> sets(e.bounds());
          case Expr.FunctionConstructor e -> sets(e.bounds());
          case Expr.SetFilter e -> List.of(e.set());
          case Expr.Choose e -> e.set() == null ? List.of() : List.of(e.set());
          case Expr.Reference e ->
              e.path().getLast() instanceof Expr.Step.Named(_, var args, _) ? args : List.of();
          case Expr.Let e -> List.of(e.body());
          case Expr.Except e -> List.of(e.function());
          case Expr.NumberLiteral _,
              Expr.StringLiteral _,
              Expr.BooleanLiteral _,
              Expr.At _,
              Expr.Parenthesized _,
              Expr.Lambda _,
              Expr.Labelled _ ->
              List.of();
        };
    if (index < 1 || index > operands.size()) {
      return false;
    }
    part = operands.get(index - 1);
    return true;
  }

  private static List<Expr> withFirst(Expr first, List<Expr> rest) {
    List<Expr> all = new ArrayList<>(List.of(first));
    all.addAll(rest);
    return all;
  }

  private static List<Expr> sets(List<Bound> bounds) {
    return bounds.stream().map(Bound::set).filter(java.util.Objects::nonNull).toList();
  }

  private boolean side(boolean left) {
    return operand(left ? 1 : 2) || (left && operand(1));
  }

  private boolean function() {
    if (part instanceof Expr.FunctionApplication application) {
      part = application.function();
      return true;
    }
    return false;
  }

  private boolean apply(List<Expr> values) {
    List<Identifier> names =
        switch (part) {
          case Expr.Quantified e -> Subexpressions.names(e.bounds());
          case Expr.SetMap e -> Subexpressions.names(e.bounds());
          case Expr.FunctionConstructor e -> Subexpressions.names(e.bounds());
          case Expr.SetFilter e -> e.pattern().names();
          case Expr.Choose e -> e.pattern().names();
          case Expr.Lambda e -> e.parameters();
          default -> List.of();
        };
    Expr body =
        switch (part) {
          case Expr.Quantified e -> e.body();
          case Expr.SetMap e -> e.element();
          case Expr.FunctionConstructor e -> e.body();
          case Expr.SetFilter e -> e.predicate();
          case Expr.Choose e -> e.body();
          case Expr.Lambda e -> e.body();
          default -> part;
        };
    if (names.isEmpty() || names.size() != values.size()) {
      return false;
    }
    binders.addAll(names);
    arguments.addAll(values);
    part = body;
    return true;
  }

  private boolean label(String name, List<Expr> values) {
    Expr.Labelled found = LabelSearch.find(part, name);
    if (found == null || found.parameters().size() != values.size()) {
      return false;
    }
    found.parameters().forEach(parameter -> binders.add(targets.binderOf(parameter)));
    arguments.addAll(values);
    part = found.body();
    return true;
  }

  /// Finds a label inside an expression, not below another label.
  private static final class LabelSearch {
    private LabelSearch() {}

    static Expr.@Nullable Labelled find(Expr expr, String name) {
      if (expr instanceof Expr.Labelled labelled) {
        return labelled.label().name().equals(name) ? labelled : null;
      }
      for (Subexpressions.Child child : Subexpressions.of(expr)) {
        Expr.Labelled found = find(child.expr(), name);
        if (found != null) {
          return found;
        }
      }
      return null;
    }
  }
}
