package skolem.frontend.resolve;

import java.util.List;
import org.jspecify.annotations.Nullable;
import skolem.frontend.source.Code;
import skolem.frontend.source.Diagnostic;
import skolem.frontend.source.Diagnostics;
import skolem.frontend.source.Span;
import skolem.frontend.syntax.Bound;
import skolem.frontend.syntax.Expr;
import skolem.frontend.syntax.Identifier;
import skolem.frontend.syntax.ModuleTree;
import skolem.frontend.syntax.Parameter;
import skolem.frontend.syntax.Statement;
import skolem.frontend.syntax.Unit;

/// Resolves the units of a module, or of a LET, in order: each sees what stands before it.
final class UnitResolver {
  private final ModuleLoader loader;
  private final Diagnostics diagnostics;
  private final TargetTable targets;
  private final ExpressionResolver expressions;

  UnitResolver(ModuleLoader loader, Diagnostics diagnostics, TargetTable targets) {
    this.loader = loader;
    this.diagnostics = diagnostics;
    this.targets = targets;
    this.expressions = new ExpressionResolver(this, diagnostics, targets);
  }

  /// @param enclosing the module that this one stands in, or null
  ModuleScope module(ModuleTree tree, boolean ours, @Nullable ModuleScope enclosing) {
    ModuleScope module = new ModuleScope(tree, ours);
    if (enclosing != null) {
      module.extend(enclosing);
    }
    for (Identifier name : tree.extended()) {
      ModuleScope other = submoduleOrFile(module, name);
      if (other != null) {
        module.extend(other);
      }
    }
    Scope scope = Scope.of(module);
    tree.units().forEach(unit -> unit(unit, scope));
    reportUndefined(scope.module().symbols().values());
    return module;
  }

  private @Nullable ModuleScope submoduleOrFile(ModuleScope module, Identifier name) {
    ModuleScope inner = module.submodules().get(name.name());
    return inner != null ? inner : loader.require(name);
  }

  /// Resolves the definitions of a LET into `scope`.
  void definitions(List<Unit> units, Scope scope) {
    units.forEach(unit -> unit(unit, scope));
  }

  private void unit(Unit unit, Scope scope) {
    switch (unit) {
      case Unit.Constants constants -> constants.parameters().forEach(p -> constant(p, scope));
      case Unit.Variables variables -> variables.names().forEach(v -> variable(v, scope));
      case Unit.Recursive recursive ->
          recursive.operators().forEach(p -> scope.define(fresh(Symbol.Operator.declared(p), scope)));
      case Unit.OperatorDefinition definition -> operator(definition, scope);
      case Unit.FunctionDefinition definition -> function(definition, scope);
      case Unit.Instance instance -> instance(instance, scope);
      case Unit.Assumption assumption -> assumption(assumption, scope);
      case Unit.Theorem theorem -> theorem(theorem, scope);
      case Unit.UseOrHide _ -> {}
      case Unit.Submodule submodule ->
          scope
              .module()
              .submodules()
              .put(
                  submodule.module().name().name(),
                  module(submodule.module(), false, scope.module()));
    }
  }

  private void constant(Parameter parameter, Scope scope) {
    ModuleScope module = scope.module();
    if (module.ours()) {
      scope.define(fresh(new Symbol.Native(module.name(), parameter), scope));
    } else {
      Symbol.Constant symbol = new Symbol.Constant(parameter);
      scope.define(fresh(symbol, scope));
      module.constants().add(symbol);
    }
  }

  private void variable(Identifier name, Scope scope) {
    Symbol.Variable symbol = new Symbol.Variable(name);
    scope.define(fresh(symbol, scope));
    scope.module().variables().add(symbol);
  }

  /// The symbol; its name must not be taken at this place.
  private Symbol fresh(Symbol symbol, Scope scope) {
    requireFree(symbol.name(), symbol.span(), scope);
    return symbol;
  }

  /// Reports a name that is introduced where it already means something.
  void requireFree(String name, Span span, Scope scope) {
    Scope.Entry taken = scope.lookup(name);
    if (taken != null) {
      Span first =
          switch (taken) {
            case Scope.Entry.Bound(var binder, _) -> binder.span();
            case Scope.Entry.Global(var symbol) -> symbol.span();
          };
      diagnostics.report(
          Diagnostic.error(Code.DUPLICATE_NAME, span, "`" + name + "` is already defined")
              .with(first, "first defined here"));
    }
  }

  private void operator(Unit.OperatorDefinition unit, Scope scope) {
    Symbol.Operator symbol = begin(unit.name(), unit.parameters().size(), unit.local(), scope);
    Scope inner = scope.inner();
    unit.parameters().forEach(p -> bindParameter(p, inner));
    expressions.resolve(unit.body(), inner);
    symbol.define(unit.parameters(), List.of(), unit.body());
    targets.define(unit, symbol);
    scope.define(symbol);
  }

  /// Binds an operator parameter in `scope`.
  void bindParameter(Parameter parameter, Scope scope) {
    requireFree(parameter.name().name(), parameter.span(), scope);
    scope.bind(parameter.name(), parameter.arity());
    targets.bind(parameter.name(), parameter.arity());
  }

  private void function(Unit.FunctionDefinition unit, Scope scope) {
    Symbol.Operator symbol = begin(unit.name(), 0, unit.local(), scope);
    for (Bound bound : unit.bounds()) {
      expressions.resolveSet(bound, scope);
    }
    Scope inner = scope.inner();
    if (!symbol.declaredRecursive()) {
      inner.bind(unit.name(), 0);
    }
    unit.bounds().forEach(b -> expressions.bind(b, inner));
    expressions.resolve(unit.body(), inner);
    symbol.define(List.of(), unit.bounds(), unit.body());
    targets.define(unit, symbol);
    scope.define(symbol);
  }

  /// The symbol that a definition completes: the one declared RECURSIVE, or a new one.
  private Symbol.Operator begin(Identifier name, int arity, boolean local, Scope scope) {
    if (scope.lookup(name.name()) instanceof Scope.Entry.Global(Symbol.Operator declared)
        && declared.declaredRecursive()
        && !declared.isDefined()) {
      if (declared.arity() != arity) {
        diagnostics.report(
            Diagnostic.error(
                    Code.ARITY,
                    name.span(),
                    "`" + name + "` takes " + arity + " arguments here")
                .with(declared.span(), "it is declared with " + declared.arity()));
      }
      return declared;
    }
    requireFree(name.name(), name.span(), scope);
    return new Symbol.Operator(name, arity, local);
  }

  private void reportUndefined(Iterable<Symbol> symbols) {
    for (Symbol symbol : symbols) {
      if (symbol instanceof Symbol.Operator operator
          && operator.declaredRecursive()
          && !operator.isDefined()) {
        diagnostics.error(
            Code.RECURSION,
            operator.span(),
            "`" + operator.name() + "` is declared RECURSIVE and never defined");
      }
    }
  }

  private void assumption(Unit.Assumption unit, Scope scope) {
    expressions.resolve(unit.expr(), scope);
    String name = "";
    if (unit.name() != null) {
      name = unit.name().name();
      requireFree(name, unit.name().span(), scope);
      Symbol.Operator symbol = new Symbol.Operator(unit.name(), 0, false);
      symbol.define(List.of(), List.of(), unit.expr());
      scope.define(symbol);
    }
    scope.module().assumptions().add(new ModuleScope.Assumption(name, unit.expr()));
  }

  private void theorem(Unit.Theorem unit, Scope scope) {
    if (unit.statement() instanceof Statement.Formula(Expr expr)) {
      expressions.resolve(expr, scope);
      if (unit.name() != null) {
        requireFree(unit.name().name(), unit.name().span(), scope);
        Symbol.Operator symbol = new Symbol.Operator(unit.name(), 0, false);
        symbol.define(List.of(), List.of(), expr);
        scope.define(symbol);
      }
    }
  }

  private void instance(Unit.Instance unit, Scope scope) {
    ModuleScope module = submoduleOrFile(scope.module(), unit.module());
    if (module == null) {
      return;
    }
    Symbol.Instance symbol = new Symbol.Instance(unit, module);
    targets.define(unit, symbol);
    Scope inner = scope.inner();
    unit.parameters().forEach(p -> bindParameter(p, inner));
    new SubstitutionResolver(expressions, diagnostics).resolve(unit, symbol, inner);
    if (unit.name() != null) {
      requireFree(unit.name().name(), unit.name().span(), scope);
      scope.define(symbol);
      return;
    }
    for (Symbol target : module.exported()) {
      boolean declared = target instanceof Symbol.Constant || target instanceof Symbol.Variable;
      if (!declared && scope.lookup(target.name()) == null) {
        boolean same = target instanceof Symbol.Native && !unit.local();
        scope.define(same ? target : new Symbol.Imported(symbol, target));
      }
    }
  }
}
