package skolem.frontend.resolve;

import java.util.List;
import skolem.frontend.source.Code;
import skolem.frontend.source.Diagnostic;
import skolem.frontend.source.Diagnostics;
import skolem.frontend.syntax.Bound;
import skolem.frontend.syntax.Expr;
import skolem.frontend.syntax.Identifier;

/// Resolves every name in an expression, with the scopes that its binders open.
final class ExpressionResolver {
  private final UnitResolver units;
  private final Diagnostics diagnostics;
  private final ReferenceResolver references;
  private final ArgumentChecker checker;
  private int places;

  ExpressionResolver(UnitResolver units, Diagnostics diagnostics, TargetTable targets) {
    this.units = units;
    this.diagnostics = diagnostics;
    this.checker = new ArgumentChecker(diagnostics, targets);
    this.references = new ReferenceResolver(this, diagnostics, targets);
  }

  void resolve(List<Expr> exprs, Scope scope) {
    exprs.forEach(expr -> resolve(expr, scope));
  }

  void resolve(Expr expr, Scope scope) {
    switch (expr) {
      case Expr.NumberLiteral _, Expr.StringLiteral _, Expr.BooleanLiteral _ -> {}
      case Expr.At at -> {
        if (places == 0) {
          diagnostics.error(
              Code.MISPLACED_AT, at.span(), "`@` stands in an EXCEPT or in a step of a proof only");
        }
      }
      case Expr.Reference reference ->
          references.resolve(reference, scope, ReferenceResolver.Use.VALUE);
      case Expr.Prefix e -> {
        references.resolve(e.operator(), 1, scope);
        resolve(e.operand(), scope);
      }
      case Expr.Postfix e -> {
        resolve(e.operand(), scope);
        references.resolve(e.operator(), 1, scope);
      }
      case Expr.Infix e -> {
        resolve(e.left(), scope);
        references.resolve(e.operator(), 2, scope);
        resolve(e.right(), scope);
      }
      case Expr.Parenthesized e -> resolve(e.inner(), scope);
      case Expr.Junction e -> resolve(e.items(), scope);
      case Expr.Product e -> resolve(e.factors(), scope);
      case Expr.Quantified e -> bounded(e.bounds(), e.body(), scope);
      case Expr.Choose e -> choose(e, scope);
      // That it stands where a value is expected is a fault of syntax.
      case Expr.Lambda e -> lambda(e, scope);
      case Expr.SetEnumeration e -> resolve(e.elements(), scope);
      case Expr.SetFilter e -> {
        resolve(e.set(), scope);
        Scope inner = scope.inner();
        bind(e.pattern(), inner);
        resolve(e.predicate(), inner);
      }
      case Expr.SetMap e -> bounded(e.bounds(), e.element(), scope);
      case Expr.FunctionConstructor e -> bounded(e.bounds(), e.body(), scope);
      case Expr.FunctionSet e -> {
        resolve(e.domain(), scope);
        resolve(e.range(), scope);
      }
      case Expr.FunctionApplication e -> {
        resolve(e.function(), scope);
        resolve(e.arguments(), scope);
        checker.application(e);
      }
      case Expr.RecordConstructor e -> record(e, scope);
      case Expr.RecordSet e -> {
        checker.fields(e.fields());
        e.fields().forEach(f -> resolve(f.value(), scope));
      }
      case Expr.FieldAccess e -> resolve(e.record(), scope);
      case Expr.Except e -> except(e, scope);
      case Expr.Tuple e -> resolve(e.elements(), scope);
      case Expr.If e -> {
        resolve(e.condition(), scope);
        resolve(e.thenBranch(), scope);
        resolve(e.elseBranch(), scope);
      }
      case Expr.Case e -> resolveCase(e, scope);
      case Expr.Let e -> {
        Scope inner = scope.inner();
        units.definitions(e.definitions(), inner);
        resolve(e.body(), inner);
      }
      case Expr.Labelled e -> resolve(e.body(), scope);
      case Expr.ActionBox e -> {
        resolve(e.action(), scope);
        resolve(e.subscript(), scope);
      }
      case Expr.ActionAngle e -> {
        resolve(e.action(), scope);
        resolve(e.subscript(), scope);
      }
      case Expr.Fairness e -> {
        resolve(e.subscript(), scope);
        resolve(e.action(), scope);
      }
    }
  }

  private void resolveCase(Expr.Case expr, Scope scope) {
    for (Expr.Arm arm : expr.arms()) {
      resolve(arm.condition(), scope);
      resolve(arm.value(), scope);
    }
    if (expr.other() != null) {
      resolve(expr.other(), scope);
    }
  }

  private void record(Expr.RecordConstructor expr, Scope scope) {
    checker.fields(expr.fields());
    for (Expr.Field field : expr.fields()) {
      Identifier name = field.name();
      if (scope.lookup(name.name()) instanceof Scope.Entry.Global(Symbol.Operator operator)
          && operator.kind() == Symbol.Operator.Kind.DEFINITION
          && operator.arity() == 0) {
        diagnostics.report(
            Diagnostic.warning(
                    Code.FIELD_NAME,
                    name.span(),
                    "this field has the name `"
                        + name
                        + "`, not the value of the definition `"
                        + name
                        + "`")
                .with(operator.span(), "defined here"));
      }
      resolve(field.value(), scope);
    }
  }

  private void lambda(Expr.Lambda expr, Scope scope) {
    Scope inner = scope.inner();
    expr.parameters().forEach(p -> bind(p, inner));
    resolve(expr.body(), inner);
  }

  /// Resolves the statement of a step of a proof, in which `@` has a meaning.
  void inStep(Runnable statement) {
    places++;
    statement.run();
    places--;
  }

  private void choose(Expr.Choose expr, Scope scope) {
    if (expr.set() != null) {
      resolve(expr.set(), scope);
    }
    Scope inner = scope.inner();
    bind(expr.pattern(), inner);
    resolve(expr.body(), inner);
  }

  private void except(Expr.Except expr, Scope scope) {
    resolve(expr.function(), scope);
    for (Expr.Update update : expr.updates()) {
      for (Expr.Selector selector : update.path()) {
        if (selector instanceof Expr.Selector.Index(var arguments, _)) {
          resolve(arguments, scope);
        }
      }
      places++;
      resolve(update.value(), scope);
      places--;
    }
  }

  private void bounded(List<Bound> bounds, Expr body, Scope scope) {
    bounds.forEach(bound -> resolveSet(bound, scope));
    Scope inner = scope.inner();
    bounds.forEach(bound -> bind(bound, inner));
    resolve(body, inner);
  }

  void resolveSet(Bound bound, Scope scope) {
    if (bound.set() != null) {
      resolve(bound.set(), scope);
    }
  }

  void bind(Bound bound, Scope scope) {
    bound.patterns().forEach(pattern -> bind(pattern, scope));
  }

  private void bind(Bound.Pattern pattern, Scope scope) {
    pattern.names().forEach(name -> bind(name, scope));
  }

  private void bind(Identifier name, Scope scope) {
    units.requireFree(name.name(), name.span(), scope);
    scope.bind(name, 0);
  }

  /// Resolves what is passed to an operator, which may itself be an operator.
  void resolveArgument(Expr argument, Scope scope) {
    switch (argument) {
      case Expr.Reference reference ->
          references.resolve(reference, scope, ReferenceResolver.Use.ARGUMENT);
      case Expr.Lambda lambda -> lambda(lambda, scope);
      default -> resolve(argument, scope);
    }
  }

  /// Resolves what a proof cites, which may be the name of any fact or definition.
  void resolveFact(Expr fact, Scope scope) {
    if (fact instanceof Expr.Reference reference) {
      references.resolve(reference, scope, ReferenceResolver.Use.FACT);
    } else {
      resolve(fact, scope);
    }
  }
}
