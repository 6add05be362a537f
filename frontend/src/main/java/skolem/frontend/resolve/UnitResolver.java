package skolem.frontend.resolve;

import java.util.List;
import org.jspecify.annotations.Nullable;
import skolem.frontend.source.Code;
import skolem.frontend.source.Diagnostic;
import skolem.frontend.source.Diagnostics;
import skolem.frontend.source.Span;
import skolem.frontend.syntax.Bound;
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
  private final LabelResolver labels;
  private final ProofResolver proofs;

  UnitResolver(ModuleLoader loader, Diagnostics diagnostics, TargetTable targets) {
    this.loader = loader;
    this.diagnostics = diagnostics;
    this.targets = targets;
    this.expressions = new ExpressionResolver(this, diagnostics, targets);
    this.labels = new LabelResolver(diagnostics, targets);
    this.proofs = new ProofResolver(this, expressions, labels, diagnostics, targets);
  }

  /// @param enclosing the module that this one stands in, or null
  ModuleScope module(ModuleTree tree, boolean ours, @Nullable ModuleScope enclosing) {
    ModuleScope module = new ModuleScope(tree, ours, enclosing);
    for (Identifier name : tree.extended()) {
      ModuleScope other = submoduleOrFile(module, name);
      if (other == null) {
        module.markIncomplete();
      } else {
        new ExtensionChecker(diagnostics).check(module, other, name);
        module.extend(other);
      }
    }
    Scope scope = Scope.of(module);
    definitions(tree.units(), scope);
    boolean instantiable = !loader.isRoot(tree);
    new LevelChecker(targets, diagnostics, instantiable).definitions().units(tree.units());
    return module;
  }

  /// Whether a module is this one, or stands in it, or is extended or instantiated by it.
  boolean knows(String module, ModuleScope here) {
    return here.name().equals(module)
        || here.submodules().containsKey(module)
        || here.instantiated().stream().anyMatch(other -> other.name().equals(module))
        || here.extended().stream().anyMatch(other -> knows(module, other));
  }

  private @Nullable ModuleScope submoduleOrFile(ModuleScope module, Identifier name) {
    ModuleScope inner = module.submodules().get(name.name());
    return inner != null ? inner : loader.require(name);
  }

  /// Resolves units in order: those of a module, or the definitions of a LET or of a proof.
  void definitions(List<Unit> units, Scope scope) {
    RecursiveSection section = new RecursiveSection(scope.module(), diagnostics);
    for (Unit unit : units) {
      section.before(unit);
      unit(unit, scope, section);
    }
    section.end();
  }

  private void unit(Unit unit, Scope scope, RecursiveSection section) {
    switch (unit) {
      case Unit.Constants constants -> constants.parameters().forEach(p -> constant(p, scope));
      case Unit.Variables variables -> variables.names().forEach(v -> variable(v, scope));
      case Unit.Recursive recursive ->
          recursive.operators().forEach(p -> recursive(p, scope, section));
      case Unit.OperatorDefinition definition -> operator(definition, scope);
      case Unit.FunctionDefinition definition -> function(definition, scope);
      case Unit.Instance instance -> instance(instance, scope);
      case Unit.Assumption assumption -> assumption(assumption, scope);
      case Unit.Theorem theorem -> proofs.theorem(theorem, scope);
      case Unit.UseOrHide use -> proofs.facts(use.facts(), scope, use.hide());
      case Unit.Submodule submodule -> submodule(submodule, scope);
    }
  }

  private void submodule(Unit.Submodule unit, Scope scope) {
    Identifier name = unit.module().name();
    if (knows(name.name(), scope.module())) {
      diagnostics.error(
          Code.DUPLICATE_MODULE, name.span(), "there is another module `" + name + "` in scope");
    }
    ModuleScope inner = module(unit.module(), false, scope.module());
    scope.module().submodules().put(name.name(), inner);
  }

  private void recursive(Parameter parameter, Scope scope, RecursiveSection section) {
    Symbol.Operator symbol = Symbol.Operator.declared(parameter);
    scope.define(fresh(symbol, scope));
    section.open(symbol);
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
    if (ReferenceResolver.isLanguage(name) || name.equals("TRUE") || name.equals("FALSE")) {
      diagnostics.error(
          Code.LANGUAGE_NAME, span, "`" + name + "` is defined by the language itself");
      return;
    }
    Scope.Entry taken = scope.lookup(name);
    if (taken != null) {
      Span first = taken.span();
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
    labels.definition(unit.body());
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
    labels.function(unit);
    symbol.define(List.of(), unit.bounds(), unit.body());
    targets.define(unit, symbol);
    scope.define(symbol);
  }

  /// The symbol that a definition completes: the one declared RECURSIVE, or a new one.
  private Symbol.Operator begin(Identifier name, int arity, boolean local, Scope scope) {
    if (scope.lookup(name.name()) instanceof Scope.Entry.Global(Symbol.Operator declared)
        && declared.declaredRecursive()
        && !declared.isDefined()) {
      if (!scope.holds(name.name())) {
        diagnostics.report(
            Diagnostic.error(
                    Code.RECURSION,
                    name.span(),
                    "`" + name + "` must be defined where it is declared RECURSIVE, not further in")
                .with(declared.span(), "declared here"));
        return new Symbol.Operator(name, arity, local);
      }
      if (declared.arity() != arity) {
        diagnostics.report(
            Diagnostic.error(
                    Code.ARITY,
                    name.span(),
                    "`"
                        + name
                        + "` takes "
                        + ReferenceResolver.counted(arity, "argument")
                        + " here")
                .with(declared.span(), "it is declared with " + declared.arity()));
      }
      declared.definedBy(name);
      return declared;
    }
    requireFree(name.name(), name.span(), scope);
    return new Symbol.Operator(name, arity, local);
  }

  private void assumption(Unit.Assumption unit, Scope scope) {
    expressions.resolve(unit.expr(), scope);
    String name = "";
    if (unit.name() == null) {
      labels.nameless(new Statement.Formula(unit.expr()));
    } else {
      labels.definition(unit.expr());
      name = unit.name().name();
      requireFree(name, unit.name().span(), scope);
      Symbol.Operator symbol = Symbol.Operator.fact(unit.name(), Symbol.Operator.Kind.ASSUMPTION);
      symbol.define(List.of(), List.of(), unit.expr());
      targets.define(unit, symbol);
      scope.define(symbol);
    }
    scope.module().assumptions().add(new ModuleScope.Assumption(name, unit.expr()));
  }

  private void instance(Unit.Instance unit, Scope scope) {
    ModuleScope module = submoduleOrFile(scope.module(), unit.module());
    if (module == null) {
      scope.module().markIncomplete();
      return;
    }
    scope.module().instantiated().add(module);
    Symbol.Instance symbol = new Symbol.Instance(unit, module);
    targets.define(unit, symbol);
    Scope inner = scope.inner();
    unit.parameters().forEach(p -> bindParameter(p, inner));
    new SubstitutionResolver(expressions, diagnostics, targets).resolve(unit, symbol, inner);
    if (unit.name() != null) {
      requireFree(unit.name().name(), unit.name().span(), scope);
      scope.define(symbol);
      return;
    }
    for (Symbol target : module.exported()) {
      if (!(target instanceof Symbol.Constant) && !(target instanceof Symbol.Variable)) {
        bringIn(unit, symbol, target, scope);
      }
    }
  }

  private void bringIn(Unit.Instance unit, Symbol.Instance instance, Symbol target, Scope scope) {
    Scope.Entry taken = scope.lookup(target.name());
    if (taken == null) {
      scope.define(
          isShared(unit, instance, target) ? target : new Symbol.Imported(instance, target));
    } else if (!ExtensionChecker.isSame(taken, target)) {
      diagnostics.report(
          Diagnostic.warning(
                  Code.SHADOWED_NAME,
                  unit.span(),
                  "this instance does not bring in `"
                      + target.name()
                      + "` of module `"
                      + instance.module().name()
                      + "`, because the name is already defined")
              .with(taken.span(), "defined here"));
    }
  }

  /// Whether an instance brings in a symbol as it is, as EXTENDS does, rather than a copy of it: a
  /// configuration that replaces a definition replaces it for those who share it.
  private static boolean isShared(Unit.Instance unit, Symbol.Instance instance, Symbol target) {
    return !unit.local() && (target instanceof Symbol.Native || !instance.module().hasParameters());
  }
}
