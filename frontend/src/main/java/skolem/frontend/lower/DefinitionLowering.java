package skolem.frontend.lower;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import skolem.frontend.kernel.Builtin;
import skolem.frontend.kernel.Definition;
import skolem.frontend.kernel.Expr;
import skolem.frontend.kernel.KernelInspection;
import skolem.frontend.kernel.Local;
import skolem.frontend.kernel.Operand;
import skolem.frontend.kernel.OperatorRef;
import skolem.frontend.kernel.Variable;
import skolem.frontend.resolve.ResolvedModule;
import skolem.frontend.resolve.Symbol;
import skolem.frontend.resolve.Target;
import skolem.frontend.source.Code;
import skolem.frontend.source.RejectedException;
import skolem.frontend.source.Span;
import skolem.frontend.syntax.Identifier;
import skolem.frontend.value.Value;

/// Lowers symbols: each definition once for each context that it is used in.
final class DefinitionLowering {
  private final ResolvedModule module;
  private final Bindings bindings;
  private final Map<String, Variable> variables = new HashMap<>();
  private final ExpressionLowering expressions;
  private final Set<Definition> unsettled = new LinkedHashSet<>();
  private final Map<Symbol, Definition> pointwise = new HashMap<>();
  private final IdentityHashMap<Object, Map<Context, Definition>> parts = new IdentityHashMap<>();

  DefinitionLowering(ResolvedModule module, Bindings bindings, List<Variable> variables) {
    this.module = module;
    this.bindings = bindings;
    variables.forEach(v -> this.variables.put(v.name(), v));
    this.expressions = new ExpressionLowering(this, module.targets());
  }

  ExpressionLowering expressions() {
    return expressions;
  }

  ResolvedModule module() {
    return module;
  }

  // ── Uses ────────────────────────────────────────────────────────────────────────────────────

  /// A symbol applied to operands, reached through instances.
  Expr apply(List<Target.Use> via, Symbol symbol, List<Operand> operands, Place place, Span span) {
    Value value = bindings.value(via, symbol, place.context().isRoot());
    if (value != null) {
      return new Expr.Literal(value, span);
    }
    if (symbol instanceof Symbol.Native known && !isReplaced(via, symbol, place)) {
      return new Expr.Native(builtin(known, span), operands, span);
    }
    if (place.locals().lookup(symbol) instanceof Local self) {
      return new Expr.LocalRef(self, span);
    }
    Reached reached = reach(via, symbol, place, span);
    Expr leaf = operands.isEmpty() ? leaf(reached, place, span) : null;
    if (leaf != null) {
      return leaf;
    }
    List<Operand> all = new ArrayList<>(reached.leading());
    all.addAll(operands);
    return new Expr.Apply(operatorOf(reached, span), all, span);
  }

  /// A symbol passed as an operator.
  OperatorRef operator(List<Target.Use> via, Symbol symbol, Place place, Span span) {
    if (symbol instanceof Symbol.Native known && !isReplaced(via, symbol, place)) {
      return new OperatorRef.Native(builtin(known, span));
    }
    Reached reached = reach(via, symbol, place, span);
    OperatorRef operator = operatorOf(reached, span);
    if (reached.leading().isEmpty()) {
      return operator;
    }
    List<Local> parameters = new ArrayList<>();
    List<Operand> operands = new ArrayList<>(reached.leading());
    operands.addAll(parameters(symbol.arity(), parameters, span));
    return new OperatorRef.Lambda(parameters, new Expr.Apply(operator, operands, span));
  }

  private boolean isReplaced(List<Target.Use> via, Symbol symbol, Place place) {
    return bindings.replacement(via, symbol, place.context().isRoot()) != null;
  }

  /// Adds so many parameters to `to`; they are the operands.
  private static List<Operand> parameters(int arity, List<Local> to, Span span) {
    List<Operand> operands = new ArrayList<>();
    for (int i = 0; i < arity; i++) {
      Local local = new Local("x" + (i + 1), 0);
      to.add(local);
      operands.add(new Operand.ValueOperand(new Expr.LocalRef(local, span)));
    }
    return operands;
  }

  private static Operand operand(Local parameter, Span span) {
    return parameter.arity() == 0
        ? new Operand.ValueOperand(new Expr.LocalRef(parameter, span))
        : new Operand.OperatorOperand(new OperatorRef.Parameter(parameter));
  }

  /// A symbol in the context that it is lowered in, and the operands for the context's parameters.
  ///
  /// @param via the instances that it is reached through, from `place`
  private record Reached(
      Context context, List<Target.Use> via, Symbol symbol, Place place, List<Operand> leading) {}

  private Reached reach(List<Target.Use> via, Symbol symbol, Place place, Span span) {
    Symbol replacement = bindings.replacement(via, symbol, place.context().isRoot());
    if (replacement != null) {
      Place top = Place.of(rootOf(place.context()), Locals.NONE);
      return replacement instanceof Symbol.Imported imported
          ? reach(Lowering.uses(imported), imported.origin(), top, span)
          : reach(List.of(), replacement, top, span);
    }
    if (symbol instanceof Symbol.Imported || symbol instanceof Symbol.Instance) {
      throw new IllegalStateException(symbol.name() + " is not behind its instances");
    }
    Context context = place.context();
    List<Operand> leading = new ArrayList<>();
    boolean inLet = place.locals().lookup(symbol) != null;
    if (!inLet) {
      context.parameters().forEach(parameter -> leading.add(operand(parameter, span)));
    }
    for (Target.Use use : via) {
      boolean ofLet = place.locals().lookup(use.instance()) != null;
      if (ofLet) {
        leading.clear();
      }
      context = instanceContext(use.instance(), context, place);
      List<Integer> arities = use.instance().parameters().stream().map(p -> p.arity()).toList();
      leading.addAll(expressions.operands(use.arguments(), arities, place));
    }
    return new Reached(context, via, symbol, place, leading);
  }

  private static Context rootOf(Context context) {
    Context at = context;
    while (!at.isRoot()) {
      at = at.outer();
    }
    return at;
  }

  private Context instanceContext(Symbol.Instance instance, Context context, Place place) {
    if (place.locals().lookup(instance) instanceof Context known) {
      return known;
    }
    Context known = context.instances().get(instance);
    if (known == null) {
      List<Local> parameters = new ArrayList<>(context.parameters());
      known = instanceAt(instance, Place.of(context, Locals.NONE), parameters);
      context.instances().put(instance, known);
    }
    return known;
  }

  /// The context of an instance that stands at `place`; its own parameters are added to
  /// `parameters`.
  Context instanceAt(Symbol.Instance instance, Place place, List<Local> parameters) {
    Locals locals = place.locals();
    for (var parameter : instance.parameters()) {
      Local local = new Local(parameter.name().name(), parameter.arity());
      parameters.add(local);
      locals = locals.with(parameter.name(), local);
    }
    return place.context().instance(instance, locals, List.copyOf(parameters));
  }

  private @Nullable Expr leaf(Reached reached, Place place, Span span) {
    Symbol symbol = reached.symbol();
    Context context = reached.context();
    Value value = bindings.value(reached.via(), symbol, context.isRoot());
    if (value != null) {
      return new Expr.Literal(value, span);
    }
    boolean isOpen = symbol instanceof Symbol.Constant && bindings.open().contains(symbol);
    if (context.isRoot() && (symbol instanceof Symbol.Variable || isOpen)) {
      return new Expr.VariableRef(variable(symbol), span);
    }
    boolean declared = symbol instanceof Symbol.Variable || symbol instanceof Symbol.Constant;
    if (declared && !context.isRoot() && context == place.context()) {
      skolem.frontend.syntax.Expr image = context.instance().substitution(symbol);
      if (image instanceof skolem.frontend.syntax.Expr.Reference) {
        return expressions.lower(image, Place.of(context.outer(), context.outerLocals()));
      }
    }
    return null;
  }

  private Variable variable(Symbol symbol) {
    Variable variable = variables.get(symbol.name());
    if (variable == null) {
      throw new IllegalStateException("variable " + symbol.name() + " is not of the root module");
    }
    return variable;
  }

  private OperatorRef operatorOf(Reached reached, Span span) {
    Symbol symbol = reached.symbol();
    Object local = reached.place().locals().lookup(symbol);
    if (local instanceof Definition definition) {
      return new OperatorRef.Defined(definition);
    }
    if (symbol instanceof Symbol.Native known) {
      return new OperatorRef.Native(builtin(known, span));
    }
    if (symbol instanceof Symbol.Constant constant
        && reached.context().isRoot()
        && bindings.points().containsKey(constant)) {
      return new OperatorRef.Defined(
          pointwise.computeIfAbsent(constant, s -> Pointwise.definition(s, bindings)));
    }
    Context context = reached.context();
    if (isOperatorConstant(symbol) && !context.isRoot() && context.parameters().isEmpty()) {
      return expressions.operator(
          context.instance().substitution(symbol),
          Place.of(context.outer(), context.outerLocals()));
    }
    return new OperatorRef.Defined(definition(reached.context(), symbol, span));
  }

  private static boolean isOperatorConstant(Symbol symbol) {
    return symbol instanceof Symbol.Constant && symbol.arity() > 0;
  }

  private static Builtin builtin(Symbol.Native symbol, Span span) {
    Builtin builtin = Natives.ofModule(symbol.name());
    if (builtin == null) {
      throw RejectedException.of(
          Code.UNSUPPORTED,
          span,
          "operator `" + symbol.name() + "` of module " + symbol.module() + " is not supported");
    }
    return builtin;
  }

  // ── Definitions ─────────────────────────────────────────────────────────────────────────────

  /// The definition of a symbol of a module, in a context.
  private Definition definition(Context context, Symbol symbol, Span use) {
    Definition known = context.definitions().get(symbol);
    if (known != null) {
      return known;
    }
    return switch (symbol) {
      case Symbol.Operator operator -> {
        List<Local> parameters = new ArrayList<>(context.parameters());
        Locals locals = parameters(operator, Locals.NONE, parameters);
        Definition made =
            new Definition(context.qualified(operator.name()), parameters, operator.span());
        context.definitions().put(symbol, made);
        complete(made, operator, Place.of(context, locals));
        yield made;
      }
      case Symbol.Constant _, Symbol.Variable _ -> substituted(context, symbol, use);
      case Symbol.Native _, Symbol.Instance _, Symbol.Imported _ ->
          throw new IllegalStateException(symbol.name() + " has no definition");
    };
  }

  private Definition substituted(Context context, Symbol symbol, Span use) {
    if (context.isRoot()) {
      throw RejectedException.of(
          Code.CONFIG_CONSTANT, use, "constant `" + symbol.name() + "` has no value");
    }
    List<Local> parameters = new ArrayList<>(context.parameters());
    List<Operand> operands = parameters(symbol.arity(), parameters, use);
    Definition made = new Definition(context.qualified(symbol.name()), parameters, symbol.span());
    context.definitions().put(symbol, made);
    skolem.frontend.syntax.Expr image = context.instance().substitution(symbol);
    Place outside = Place.of(context.outer(), context.outerLocals());
    finish(
        made,
        operands.isEmpty()
            ? expressions.lower(image, outside)
            : new Expr.Apply(expressions.operator(image, outside), operands, use));
    return made;
  }

  /// Binds the parameters of an operator; adds their locals to `to`.
  Locals parameters(Symbol.Operator operator, Locals around, List<Local> to) {
    Locals locals = around;
    for (var parameter : operator.parameters()) {
      Local local = new Local(parameter.name().name(), parameter.arity());
      to.add(local);
      locals = locals.with(parameter.name(), local);
    }
    return locals;
  }

  /// Lowers the body of an operator or function definition, and completes `made` with it.
  void complete(Definition made, Symbol.Operator operator, Place place) {
    finish(
        made,
        operator.functionBounds().isEmpty()
            ? expressions.lower(operator.body(), place)
            : expressions.function(operator, place));
  }

  /// Completes a definition, and settles those that reach none that is still being made: operators
  /// that apply one another are settled together, with the last of them.
  private void finish(Definition made, Expr body) {
    made.complete(body);
    unsettled.add(made);
    Map<Definition, KernelInspection.Facts> known = KernelInspection.of(unsettled);
    known.forEach(Definition::settle);
    unsettled.removeAll(known.keySet());
  }

  /// A part of a definition's body, applied. A function's own name is one more parameter of it.
  Expr part(Target.Part part, Place place, Span span) {
    Symbol.Operator operator = (Symbol.Operator) part.of().symbol();
    Reached reached = reach(part.of().via(), operator, place, span);
    Map<Context, Definition> known = parts.computeIfAbsent(part.part(), _ -> new HashMap<>());
    Definition definition = known.get(reached.context());
    if (definition == null) {
      definition = partDefinition(part, operator, reached.context(), span);
      known.put(reached.context(), definition);
    }
    List<Operand> operands = new ArrayList<>(reached.leading());
    List<Integer> arities = operator.parameters().stream().map(p -> p.arity()).toList();
    operands.addAll(expressions.operands(part.of().arguments(), arities, place));
    operands.addAll(expressions.operands(part.arguments(), List.of(), place));
    if (!operator.functionBounds().isEmpty()) {
      Expr function = apply(part.of().via(), operator, List.of(), place, span);
      operands.add(new Operand.ValueOperand(function));
    }
    return new Expr.Apply(new OperatorRef.Defined(definition), operands, span);
  }

  private Definition partDefinition(
      Target.Part part, Symbol.Operator operator, Context context, Span span) {
    List<Local> parameters = new ArrayList<>(context.parameters());
    Locals locals = parameters(operator, Locals.NONE, parameters);
    List<Identifier> binders = new ArrayList<>(part.binders());
    if (!operator.functionBounds().isEmpty()) {
      binders.add(operator.identifier());
    }
    for (Identifier binder : binders) {
      Local local = new Local(binder.name(), 0);
      parameters.add(local);
      locals = locals.with(binder, local);
    }
    Definition made = new Definition(span.text(), parameters, part.part().span());
    finish(made, expressions.lower(part.part(), Place.of(context, locals)));
    return made;
  }
}
