package skolem.frontend.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import skolem.frontend.source.Code;
import skolem.frontend.source.Diagnostic;
import skolem.frontend.source.Diagnostics;
import skolem.frontend.source.Span;
import skolem.frontend.syntax.Expr;
import skolem.frontend.syntax.Identifier;

/// Resolves one reference or operator symbol: through instances to a symbol, into parts of its
/// body.
final class ReferenceResolver {
  /// The operators of the language itself, which no module defines.
  private static final Set<String> LANGUAGE =
      Set.of(
          "=",
          "#",
          "\\in",
          "\\notin",
          "\\subseteq",
          "\\cup",
          "\\cap",
          "\\",
          "=>",
          "<=>",
          "/\\",
          "\\/",
          "~",
          "'",
          "~>",
          "-+->",
          "\\cdot",
          "[]",
          "<>",
          "ENABLED",
          "UNCHANGED",
          "SUBSET",
          "UNION",
          "DOMAIN",
          "\\X");

  private static final Set<String> WORDS = Set.of("BOOLEAN", "STRING");

  private final ExpressionResolver expressions;
  private final Diagnostics diagnostics;
  private final TargetTable targets;
  private final ArgumentChecker checker;
  private final UnknownNames unknownNames;

  ReferenceResolver(ExpressionResolver expressions, Diagnostics diagnostics, TargetTable targets) {
    this.expressions = expressions;
    this.diagnostics = diagnostics;
    this.targets = targets;
    this.checker = new ArgumentChecker(diagnostics, targets);
    this.unknownNames = new UnknownNames(diagnostics);
  }

  /// What a reference is for.
  enum Use {
    /// To have a value.
    VALUE,
    /// To be passed to an operator, perhaps without arguments.
    ARGUMENT,
    /// To be cited in a proof.
    FACT
  }

  /// Whether the language itself gives this name its meaning.
  static boolean isLanguage(String name) {
    return LANGUAGE.contains(name) || WORDS.contains(name);
  }

  /// @param arity how many operands the symbol has here
  void resolve(Expr.Symbol symbol, int arity, Scope scope) {
    if (symbol.qualifier().isEmpty()) {
      Scope.Entry entry = scope.lookup(symbol.symbol());
      if (entry == null && LANGUAGE.contains(symbol.symbol())) {
        return;
      }
    }
    List<Expr.Step> path = new ArrayList<>(symbol.qualifier());
    path.add(
        new Expr.Step.Named(
            new Identifier(symbol.symbol(), symbol.span()), List.of(), symbol.span()));
    Walk walk = new Walk(path, scope, symbol.span(), Use.VALUE);
    targets.put(symbol, walk.target(arity));
  }

  void resolve(Expr.Reference reference, Scope scope, Use use) {
    Subexpressions.arguments(reference.path())
        .forEach(argument -> expressions.resolveArgument(argument, scope));
    String first =
        reference.path().getFirst() instanceof Expr.Step.Named(var name, _, _) ? name.name() : "";
    if (reference.path().size() == 1 && isLanguage(first) && scope.lookup(first) == null) {
      if (!WORDS.contains(first) && use == Use.VALUE) {
        diagnostics.error(
            Code.ARITY, reference.span(), "operator `" + first + "` needs its operands here");
      }
      return;
    }
    Walk walk = new Walk(reference.path(), scope, reference.span(), use);
    Target target = walk.target(use == Use.VALUE ? Walk.OWN : Walk.ANY_OR_OWN);
    targets.put(reference, target);
    check(target);
  }

  private void check(Target target) {
    switch (target) {
      case Target.Named(var via, var symbol, var arguments) -> {
        for (Target.Use use : via) {
          checker.arguments(use.instance(), use.arguments());
        }
        checker.arguments(symbol, arguments);
      }
      case Target.Part part -> check(part.of());
      case Target.Bound(var binder, var arguments) -> checker.values(binder.name(), arguments);
      case Target.Unknown _ -> {}
    }
  }

  /// The names on the way of a reference, without arguments.
  static String text(Expr.Reference reference) {
    StringBuilder text = new StringBuilder();
    for (Expr.Step step : reference.path()) {
      if (step instanceof Expr.Step.Named(var name, _, _)) {
        text.append(text.isEmpty() ? "" : "!").append(name);
      }
    }
    return text.toString();
  }

  /// One way along a path.
  private final class Walk {
    /// As many arguments as are written.
    static final int OWN = -1;

    /// As many as are written, or none at all.
    static final int ANY_OR_OWN = -2;

    private final List<Expr.Step> path;
    private final Scope scope;
    private final Span span;
    private final Use use;
    private final List<Target.Use> via = new ArrayList<>();

    Walk(List<Expr.Step> path, Scope scope, Span span, Use use) {
      this.path = path;
      this.scope = scope;
      this.span = span;
      this.use = use;
    }

    Target target(int arity) {
      if (!(path.getFirst() instanceof Expr.Step.Named(var name, var arguments, _))) {
        return unknown("a name is expected here");
      }
      Scope.Entry entry = scope.lookup(name.name());
      return switch (entry) {
        case null -> unknownName(name, scope.module(), scope.names());
        case Scope.Entry.Bound(var binder, var takes) -> {
          checkArity(name, takes, arguments.size(), arity, binder.span());
          yield path.size() == 1
              ? new Target.Bound(binder, arguments)
              : unknown("`" + name + "` is a bound variable and has no parts");
        }
        case Scope.Entry.Global(var symbol) -> symbol(symbol, 0, arity);
      };
    }

    private Target symbol(Symbol symbol, int at, int arity) {
      Expr.Step.Named step = (Expr.Step.Named) path.get(at);
      if (symbol instanceof Symbol.Imported imported) {
        imported.way().forEach(instance -> via.add(new Target.Use(instance, List.of())));
        return symbol(imported.origin(), at, arity);
      }
      if (symbol instanceof Symbol.Instance instance) {
        return throughInstance(instance, step, at, arity);
      }
      boolean last = at == path.size() - 1;
      checkArity(
          step.name(),
          symbol.arity(),
          step.arguments().size(),
          last ? arity : Walk.OWN,
          symbol.span());
      if (symbol instanceof Symbol.Operator operator && !operator.isDefined()) {
        if (operator.declaredRecursive()) {
          operator.markRecursive();
        }
        if (!operator.isExpression() && use != Use.FACT) {
          return notExpression(operator);
        }
      }
      Target.Named named = new Target.Named(via, symbol, step.arguments());
      if (last) {
        return named;
      }
      if (!(symbol instanceof Symbol.Operator operator)
          || (!operator.isDefined() && operator.isExpression())) {
        return unknown("`" + step.name() + "` has no parts that could be named");
      }
      return operator.isDefined() ? part(step, operator, named, at) : new Target.Unknown();
    }

    private Target notExpression(Symbol.Operator operator) {
      boolean step = operator.kind() == Symbol.Operator.Kind.STEP;
      diagnostics.report(
          Diagnostic.error(
                  step ? Code.PROOF_STEP : Code.SEQUENT,
                  span,
                  step
                      ? "step `" + operator.name() + "` states no formula that could stand here"
                      : "theorem `"
                          + operator.name()
                          + "` has the form ASSUME … PROVE …, which is no expression")
              .with(operator.span(), "stated here"));
      return new Target.Unknown();
    }

    private Target part(
        Expr.Step.Named step, Symbol.Operator operator, Target.Named named, int at) {
      PartFinder finder = new PartFinder(operator, targets);
      for (Expr.Step next : path.subList(at + 1, path.size())) {
        if (!finder.step(next)) {
          return unknown("`" + step.name() + "` has no part " + next.span().text());
        }
      }
      if (!finder.isExpression()) {
        return unknown("an arm of a CASE is no expression: `!1` is its condition, `!2` its value");
      }
      return new Target.Part(named, finder.part(), finder.binders(), finder.arguments());
    }

    private Target throughInstance(
        Symbol.Instance instance, Expr.Step.Named step, int at, int arity) {
      if (step.arguments().size() != instance.arity()) {
        diagnostics.error(
            Code.ARITY,
            span,
            "`"
                + step.name()
                + "` takes "
                + counted(instance.arity(), "argument")
                + ", not "
                + step.arguments().size());
        return new Target.Unknown();
      }
      via.add(new Target.Use(instance, step.arguments()));
      if (at == path.size() - 1 || !(path.get(at + 1) instanceof Expr.Step.Named(var name, _, _))) {
        return unknown("`" + step.name() + "` is an instance: name what is meant of it after `!`");
      }
      Map<String, Symbol> named = instance.module().named();
      Symbol next = named.get(name.name());
      return next == null
          ? unknownName(name, instance.module(), named.keySet())
          : symbol(next, at + 1, arity);
    }

    private void checkArity(
        Identifier name, int takes, int written, int expected, Span introduced) {
      boolean fits =
          switch (expected) {
            case OWN -> takes == written;
            case ANY_OR_OWN -> takes == written || written == 0;
            default -> takes == expected;
          };
      if (!fits) {
        int got = expected < 0 ? written : expected;
        diagnostics.report(
            Diagnostic.error(
                    Code.ARITY,
                    span,
                    "`" + name + "` takes " + counted(takes, "argument") + ", not " + got)
                .with(introduced, "introduced here"));
      }
    }

    private Target unknown(String message) {
      diagnostics.error(Code.UNKNOWN_NAME, span, message);
      return new Target.Unknown();
    }

    private Target unknownName(Identifier name, ModuleScope module, Collection<String> known) {
      boolean perhaps =
          module.mayDefine(name.name()) || (use == Use.FACT && scope.module().usesLibrary());
      if (!perhaps) {
        unknownNames.report(name, module.tree().units(), known);
      }
      return new Target.Unknown();
    }
  }

  static String counted(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
