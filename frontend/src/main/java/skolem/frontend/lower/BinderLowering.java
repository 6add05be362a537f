package skolem.frontend.lower;

import java.util.ArrayList;
import java.util.List;
import skolem.frontend.kernel.Binding;
import skolem.frontend.kernel.Definition;
import skolem.frontend.kernel.Expr;
import skolem.frontend.kernel.KernelInspection;
import skolem.frontend.kernel.KernelTree;
import skolem.frontend.kernel.LetCycles;
import skolem.frontend.kernel.Local;
import skolem.frontend.kernel.OperatorRef;
import skolem.frontend.resolve.ResolvedModule;
import skolem.frontend.resolve.Symbol;
import skolem.frontend.source.Code;
import skolem.frontend.source.RejectedException;
import skolem.frontend.source.Span;
import skolem.frontend.syntax.Bound;
import skolem.frontend.syntax.Identifier;
import skolem.frontend.syntax.Unit;

/// Lowers what binds names: quantifiers, comprehensions, functions, LET, LAMBDA.
final class BinderLowering {
  private final ExpressionLowering expressions;
  private final DefinitionLowering definitions;
  private final ResolvedModule.Targets targets;

  BinderLowering(
      ExpressionLowering expressions,
      DefinitionLowering definitions,
      ResolvedModule.Targets targets) {
    this.expressions = expressions;
    this.definitions = definitions;
    this.targets = targets;
  }

  /// Bindings and the place inside them.
  private record Bindings(List<Binding> bindings, Place inside) {}

  private Bindings bind(List<Bound> bounds, Place place) {
    List<Binding> bindings = new ArrayList<>();
    Place inside = place;
    for (Bound bound : bounds) {
      if (bound.set() == null) {
        throw RejectedException.of(
            Code.UNSUPPORTED,
            bound.span(),
            "a binder mixes variables with and without a set: give every one a set");
      }
      Expr set = expressions.lower(bound.set(), place);
      for (Bound.Pattern pattern : bound.patterns()) {
        List<Local> locals = locals(pattern.names());
        inside = inside(inside, pattern.names(), locals);
        bindings.add(new Binding(locals, pattern.tuple(), set));
      }
    }
    return new Bindings(bindings, inside);
  }

  private static List<Local> locals(List<Identifier> names) {
    return names.stream().map(n -> new Local(n.name(), 0)).toList();
  }

  private static Place inside(Place place, List<Identifier> names, List<Local> locals) {
    Place inside = place;
    for (int i = 0; i < names.size(); i++) {
      inside = inside.with(names.get(i), locals.get(i));
    }
    return inside;
  }

  Expr quantified(skolem.frontend.syntax.Expr.Quantified expr, Place place) {
    return switch (expr.quantifier()) {
      case FORALL, EXISTS -> {
        boolean universal = expr.quantifier() == skolem.frontend.syntax.Expr.Quantifier.FORALL;
        if (expr.bounds().stream().allMatch(b -> b.set() == null)) {
          List<Identifier> names = names(expr.bounds());
          List<Local> locals = locals(names);
          Expr body = expressions.lower(expr.body(), inside(place, names, locals));
          yield new Expr.UnboundedQuantified(universal, locals, body, expr.span());
        }
        Bindings bound = bind(expr.bounds(), place);
        Expr body = expressions.lower(expr.body(), bound.inside());
        yield new Expr.Quantified(universal, bound.bindings(), body, expr.span());
      }
      case TEMPORAL_FORALL, TEMPORAL_EXISTS -> {
        List<Identifier> names = names(expr.bounds());
        List<Local> locals = locals(names);
        boolean universal =
            expr.quantifier() == skolem.frontend.syntax.Expr.Quantifier.TEMPORAL_FORALL;
        Expr body = expressions.lower(expr.body(), inside(place, names, locals));
        yield new Expr.TemporalQuantified(universal, locals, body, expr.span());
      }
    };
  }

  private static List<Identifier> names(List<Bound> bounds) {
    return bounds.stream()
        .flatMap(b -> b.patterns().stream())
        .flatMap(p -> p.names().stream())
        .toList();
  }

  Expr choose(skolem.frontend.syntax.Expr.Choose expr, Place place) {
    List<Identifier> names = expr.pattern().names();
    List<Local> locals = locals(names);
    Expr body = expressions.lower(expr.body(), inside(place, names, locals));
    if (expr.set() != null) {
      Expr set = expressions.lower(expr.set(), place);
      return new Expr.Choose(new Binding(locals, expr.pattern().tuple(), set), body, expr.span());
    }
    if (expr.pattern().tuple()) {
      throw RejectedException.of(
          Code.UNSUPPORTED, expr.span(), "CHOOSE of a tuple needs a set: CHOOSE <<x, y>> \\in S");
    }
    return new Expr.UnboundedChoose(locals.getFirst(), body, expr.span());
  }

  Expr setFilter(skolem.frontend.syntax.Expr.SetFilter expr, Place place) {
    List<Identifier> names = expr.pattern().names();
    List<Local> locals = locals(names);
    Expr set = expressions.lower(expr.set(), place);
    Expr predicate = expressions.lower(expr.predicate(), inside(place, names, locals));
    return new Expr.SetFilter(
        new Binding(locals, expr.pattern().tuple(), set), predicate, expr.span());
  }

  Expr setMap(skolem.frontend.syntax.Expr.SetMap expr, Place place) {
    Bindings bound = bind(expr.bounds(), place);
    return new Expr.SetMap(
        expressions.lower(expr.element(), bound.inside()), bound.bindings(), expr.span());
  }

  Expr functionMap(skolem.frontend.syntax.Expr.FunctionConstructor expr, Place place) {
    Bindings bound = bind(expr.bounds(), place);
    return new Expr.FunctionMap(
        bound.bindings(), expressions.lower(expr.body(), bound.inside()), expr.span());
  }

  Expr functionDefinition(Symbol.Operator operator, Place place) {
    Span span = operator.span();
    Bindings bound = bind(operator.functionBounds(), place);
    Local self = new Local(operator.name(), 0);
    Place inside = bound.inside().with(operator.identifier(), self).with(operator, self);
    Expr body = expressions.lower(operator.body(), inside);
    return mentions(body, self)
        ? new Expr.RecursiveFunction(self, bound.bindings(), body, span)
        : new Expr.FunctionMap(bound.bindings(), body, span);
  }

  private static boolean mentions(Expr expr, Local local) {
    return KernelInspection.of(expr).free().contains(local)
        || KernelTree.mentionedLocals(expr).contains(local);
  }

  OperatorRef lambda(skolem.frontend.syntax.Expr.Lambda lambda, Place place) {
    List<Local> locals = locals(lambda.parameters());
    return new OperatorRef.Lambda(
        locals, expressions.lower(lambda.body(), inside(place, lambda.parameters(), locals)));
  }

  // ── LET ─────────────────────────────────────────────────────────────────────────────────────

  /// A LET definition before its body is lowered.
  private record Pending(Definition definition, Symbol.Operator symbol, List<Local> parameters) {}

  Expr let(skolem.frontend.syntax.Expr.Let expr, Place place) {
    Locals locals = place.locals();
    List<Pending> pending = new ArrayList<>();
    List<Definition> made = new ArrayList<>();
    for (Unit unit : expr.definitions()) {
      Symbol symbol = targets.symbolOf(unit);
      switch (symbol) {
        case Symbol.Operator operator -> {
          List<Local> parameters = new ArrayList<>();
          operator.parameters().forEach(p -> parameters.add(new Local(p.name().name(), p.arity())));
          Definition definition = new Definition(operator.name(), parameters, operator.span());
          locals = locals.with(operator, definition);
          pending.add(new Pending(definition, operator, parameters));
          made.add(definition);
        }
        case Symbol.Instance instance -> {
          Context context =
              definitions.instanceAt(instance, place.withLocals(locals), new ArrayList<>());
          locals = locals.with(instance, context);
        }
        case null, default -> {}
      }
    }
    for (Pending definition : pending) {
      Locals inside = locals;
      List<skolem.frontend.syntax.Parameter> declared = definition.symbol().parameters();
      for (int i = 0; i < declared.size(); i++) {
        inside = inside.with(declared.get(i).name(), definition.parameters().get(i));
      }
      definitions.complete(definition.definition(), definition.symbol(), place.withLocals(inside));
    }
    LetCycles.of(made).forEach(Definition::markCyclic);
    return new Expr.Let(
        made, expressions.lower(expr.body(), place.withLocals(locals)), expr.span());
  }
}
