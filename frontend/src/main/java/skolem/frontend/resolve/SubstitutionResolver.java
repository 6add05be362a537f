package skolem.frontend.resolve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import skolem.frontend.source.Code;
import skolem.frontend.source.Diagnostic;
import skolem.frontend.source.Diagnostics;
import skolem.frontend.syntax.Expr;
import skolem.frontend.syntax.Identifier;
import skolem.frontend.syntax.Unit;

/// Finds for each constant and variable of an instantiated module what stands for it: what WITH
/// says, or else what has the same name where the instance stands.
final class SubstitutionResolver {
  private final ExpressionResolver expressions;
  private final Diagnostics diagnostics;
  private final ArgumentChecker checker;

  SubstitutionResolver(
      ExpressionResolver expressions, Diagnostics diagnostics, TargetTable targets) {
    this.expressions = expressions;
    this.diagnostics = diagnostics;
    this.checker = new ArgumentChecker(diagnostics, targets);
  }

  void resolve(Unit.Instance unit, Symbol.Instance instance, Scope scope) {
    Map<String, Unit.Substitution> given = new LinkedHashMap<>();
    for (Unit.Substitution substitution : unit.substitutions()) {
      if (given.put(substitution.name().name(), substitution) != null) {
        diagnostics.error(
            Code.SUBSTITUTION,
            substitution.name().span(),
            "`" + substitution.name() + "` is substituted twice");
      }
      expressions.resolveArgument(substitution.value(), scope);
    }
    List<Symbol> declared = new ArrayList<>(instance.module().constants());
    declared.addAll(instance.module().variables());
    for (Symbol symbol : declared) {
      Unit.Substitution substitution = given.remove(symbol.name());
      Expr value =
          substitution != null ? substitution.value() : implicit(unit, instance, symbol, scope);
      instance.substitute(symbol, value);
      if (substitution != null || scope.lookup(symbol.name()) != null) {
        checker.argument(
            symbol.arity(),
            value,
            "`" + symbol.name() + "` of module `" + instance.module().name() + "`",
            Code.SUBSTITUTION);
      }
    }
    for (Unit.Substitution left : given.values()) {
      if (!instance.module().mayDefine(left.name().name())) {
        diagnostics.error(
            Code.SUBSTITUTION,
            left.name().span(),
            "module `%s` declares no constant or variable `%s`"
                .formatted(instance.module().name(), left.name()));
      }
    }
  }

  private Expr implicit(Unit.Instance unit, Symbol.Instance instance, Symbol symbol, Scope scope) {
    Identifier name = new Identifier(symbol.name(), unit.span());
    Expr.Reference reference =
        new Expr.Reference(List.of(new Expr.Step.Named(name, List.of(), unit.span())), unit.span());
    if (scope.lookup(symbol.name()) != null) {
      expressions.resolveArgument(reference, scope);
    } else if (!scope.module().mayDefine(symbol.name())) {
      diagnostics.report(
          Diagnostic.error(
                  Code.SUBSTITUTION,
                  unit.span(),
                  "nothing stands for `"
                      + symbol.name()
                      + "` of module `"
                      + instance.module().name()
                      + "`: write `"
                      + symbol.name()
                      + " <- …` after WITH, or define `"
                      + symbol.name()
                      + "`")
              .with(symbol.span(), "declared here"));
    }
    return reference;
  }
}
