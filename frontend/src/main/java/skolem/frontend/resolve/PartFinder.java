package skolem.frontend.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import skolem.frontend.syntax.Bound;
import skolem.frontend.syntax.Expr;
import skolem.frontend.syntax.Identifier;
import skolem.frontend.syntax.Unit;

/// Follows the steps of a subexpression name into a definition's body.
///
/// Source: Lamport, *TLA+ Version 2: A Preliminary Guide*, section on naming subexpressions.
final class PartFinder {
  /// An arm of a CASE, which is no expression.
  ///
  /// @param condition null for OTHER
  private record Arm(@Nullable Expr condition, Expr value) {}

  private final TargetTable targets;
  private Expr part;
  private @Nullable Arm arm;
  private boolean inside;
  private final List<Expr.Let> around = new ArrayList<>();
  private final List<Identifier> binders = new ArrayList<>();
  private final List<Expr> arguments = new ArrayList<>();

  /// @param operator with a definition
  PartFinder(Symbol.Operator operator, TargetTable targets) {
    this.targets = targets;
    Expr body = operator.body();
    this.part =
        operator.functionBounds().isEmpty()
            ? body
            : new Expr.FunctionConstructor(operator.functionBounds(), body, body.span());
  }

  /// Whether the steps lead to an expression.
  boolean isExpression() {
    return arm == null;
  }

  /// The part, within the LETs that it stands in.
  Expr part() {
    Expr whole = part;
    for (Expr.Let let : around.reversed()) {
      whole = new Expr.Let(let.definitions(), whole, part.span());
    }
    return whole;
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
    boolean named = !inside;
    inside = !(step instanceof Expr.Step.Named);
    return switch (step) {
      case Expr.Step.Whole _ -> true;
      case Expr.Step.Index(int index, _) -> arm == null ? operand(index) : armSide(index == 1);
      case Expr.Step.Side(boolean left, _) -> arm == null ? side(left) : armSide(left);
      case Expr.Step.Function _ -> function();
      case Expr.Step.Applied(var values, _) -> apply(values);
      case Expr.Step.Named(var name, var values, _) ->
          (!named && definition(name.name(), values)) || label(name.name(), values);
    };
  }

  private boolean armSide(boolean left) {
    Arm chosen = Objects.requireNonNull(arm);
    Expr side = left ? chosen.condition() : chosen.value();
    if (side == null) {
      return false;
    }
    arm = null;
    part = side;
    return true;
  }

  /// Goes to the body of an operator that the LET at hand defines.
  private boolean definition(String name, List<Expr> values) {
    if (!(bare(part) instanceof Expr.Let let)) {
      return false;
    }
    for (Unit unit : let.definitions()) {
      if (unit instanceof Unit.OperatorDefinition operator
          && operator.name().name().equals(name)
          && operator.parameters().size() == values.size()
          && operator.parameters().stream().allMatch(parameter -> parameter.arity() == 0)) {
        around.add(let);
        binders.addAll(LevelChecker.names(operator.parameters()));
        arguments.addAll(values);
        part = operator.body();
        return true;
      }
    }
    return false;
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
    part = bare(part);
    if (part instanceof Expr.Case cases) {
      return arm(cases, index);
    }
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
              Expr.Case _,
              Expr.Labelled _ ->
              List.of();
        };
    if (index < 1 || index > operands.size()) {
      return false;
    }
    if (part instanceof Expr.Let let) {
      around.add(let);
    }
    part = operands.get(index - 1);
    return true;
  }

  private boolean arm(Expr.Case cases, int index) {
    List<Expr.Arm> arms = cases.arms();
    if (index >= 1 && index <= arms.size()) {
      Expr.Arm chosen = arms.get(index - 1);
      arm = new Arm(chosen.condition(), chosen.value());
    } else if (cases.other() != null && index == arms.size() + 1) {
      arm = new Arm(null, cases.other());
    }
    return arm != null;
  }

  private static List<Expr> withFirst(Expr first, List<Expr> rest) {
    List<Expr> all = new ArrayList<>(List.of(first));
    all.addAll(rest);
    return all;
  }

  private static List<Expr> sets(List<Bound> bounds) {
    return bounds.stream().map(Bound::set).filter(Objects::nonNull).toList();
  }

  private boolean side(boolean left) {
    return operand(left ? 1 : 2);
  }

  private boolean function() {
    if (bare(part) instanceof Expr.FunctionApplication application) {
      part = application.function();
      return true;
    }
    return false;
  }

  private boolean apply(List<Expr> values) {
    part = bare(part);
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
    LabelSearch search = new LabelSearch(name);
    Expr.Labelled found = search.find(part);
    if (found == null || found.parameters().size() != values.size()) {
      return false;
    }
    around.addAll(search.around);
    found.parameters().forEach(parameter -> binders.add(targets.binderOf(parameter)));
    arguments.addAll(values);
    part = found.body();
    return true;
  }

  /// Finds a label inside an expression, not below another label.
  private static final class LabelSearch {
    private final String name;

    /// The LETs that lead to it, from outside in.
    private final List<Expr.Let> around = new ArrayList<>();

    LabelSearch(String name) {
      this.name = name;
    }

    Expr.@Nullable Labelled find(Expr expr) {
      if (expr instanceof Expr.Labelled labelled) {
        return labelled.label().name().equals(name) ? labelled : null;
      }
      for (Subexpressions.Child child : Subexpressions.of(expr)) {
        Expr.Labelled found = find(child.expr());
        if (found != null) {
          if (expr instanceof Expr.Let let) {
            around.addFirst(let);
          }
          return found;
        }
      }
      return null;
    }
  }
}
