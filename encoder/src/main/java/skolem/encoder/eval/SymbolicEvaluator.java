package skolem.encoder.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.symbolic.Algebra;
import skolem.encoder.symbolic.Faults;
import skolem.encoder.symbolic.Path;
import skolem.encoder.symbolic.Site;
import skolem.encoder.symbolic.SymValue;
import skolem.frontend.kernel.Binding;
import skolem.frontend.kernel.Definition;
import skolem.frontend.kernel.Expr;
import skolem.frontend.kernel.OperatorRef;
import skolem.frontend.kernel.Variable;
import skolem.frontend.source.Code;
import skolem.frontend.source.RejectedException;
import skolem.frontend.source.Span;
import skolem.frontend.value.StringValue;
import skolem.frontend.value.ValueMap;

/// Evaluates kernel expressions over symbolic states: the same cases in the same order as the
/// concrete evaluator, with formulas for truth values.
public final class SymbolicEvaluator {
  private final Algebra algebra;
  private final Formulas formulas;
  private final NativeOps natives;
  private final Quantification quantification;
  private final Choosing choosing;
  private final FunctionOps functions;
  private final FunctionRules rules;
  private final Application application;
  private final Memory memory;
  private @Nullable ActionWays ways;

  private int unsetReads;

  public SymbolicEvaluator(Algebra algebra) {
    this(algebra, new ConstantApplications());
  }

  /// @param known to other evaluators of the same model, too
  public SymbolicEvaluator(Algebra algebra, ConstantApplications known) {
    this.algebra = algebra;
    this.formulas = algebra.formulas();
    this.quantification = new Quantification(this, algebra);
    this.choosing = new Choosing(this, quantification, algebra);
    this.functions = new FunctionOps(this, algebra);
    this.rules = new FunctionRules(this, algebra, functions);
    this.natives = new NativeOps(this, quantification, algebra, rules);
    this.memory = new Memory(this, algebra);
    this.application =
        new Application(this, memory, new Tabulation(this, algebra, known), formulas);
  }

  public Algebra algebra() {
    return algebra;
  }

  /// From now on, ENABLED and the composition of actions ask here.
  public void goThroughActionsBy(ActionWays goer) {
    ways = goer;
  }

  private ActionWays ways(Span span) {
    if (ways == null) {
      throw unsupported(span, "an action cannot be gone through here");
    }
    return ways;
  }

  /// How often evaluation came upon something that others, who come here in another way, may not:
  /// what was computed then is not remembered.
  int disturbances() {
    return application.cuts() + unsetReads;
  }

  /// How often a variable was read that had no value yet.
  public int unsetReads() {
    return unsetReads;
  }

  /// The context of an expression that is always evaluated.
  public Context start(States states, Faults faults) {
    return new Context(Env.EMPTY, states, Path.start(formulas), faults);
  }

  /// The truth value of an expression; one that is no Boolean is an evaluation error.
  public Formula holds(Expr expr, Context context) {
    return bool(evaluate(expr, context), context.site(expr.span()));
  }

  Formula bool(SymValue value, Site site) {
    return switch (value) {
      case SymValue.Bool(var formula) -> formula;
      case SymValue.Mixed(var alternatives) -> {
        List<Formula> cases = new ArrayList<>();
        for (SymValue.Alternative alternative : alternatives) {
          Formula guard = alternative.guard();
          cases.add(formulas.and(guard, bool(alternative.value(), site.under(guard))));
        }
        yield formulas.or(cases);
      }
      case SymValue.Atom _,
          SymValue.Int _,
          SymValue.SetOf _,
          SymValue.Function _,
          SymValue.Described _ -> {
        site.undefined(formulas.truth(), "a Boolean is expected here, not " + value.kind());
        yield formulas.falsity();
      }
    };
  }

  public SymValue evaluate(Expr expr, Context context) {
    formulas.checkTime();
    return switch (expr) {
      case Expr.Literal(var value, _) -> algebra.lift(value);
      case Expr.VariableRef(var variable, var span) -> variable(variable, span, context);
      case Expr.LocalRef(var local, var span) -> local(local, span, context);
      case Expr.FunctionApply e -> functionApply(e, context);
      case Expr.Native e -> natives.apply(e, context);
      case Expr.Apply e -> application.apply(e, context);
      case Expr.And e -> algebra.bool(and(e, context));
      case Expr.Or e -> algebra.bool(or(e, context));
      case Expr.Implies e -> {
        Formula premise = holds(e.premise(), context);
        Formula conclusion =
            premise.isFalse() ? formulas.truth() : holds(e.conclusion(), context.under(premise));
        yield algebra.bool(formulas.implies(premise, conclusion));
      }
      case Expr.If e -> {
        Formula condition = holds(e.condition(), context);
        yield choice(condition, e.thenBranch(), e.elseBranch(), context);
      }
      case Expr.Case e -> cases(e, context);
      case Expr.Let e -> evaluate(e.body(), context.with(context.env().let(e)));
      case Expr.Quantified e -> algebra.bool(quantification.quantified(e, context));
      case Expr.UnboundedQuantified e ->
          throw unsupported(
              e.span(),
              "a quantifier without a set is not supported: bound it, as in \\E x \\in S : …");
      case Expr.Choose e -> choosing.choose(e, context);
      case Expr.UnboundedChoose e ->
          throw unsupported(
              e.span(),
              "CHOOSE without a set is not supported: give the constant a model value in the"
                  + " configuration, or a set to choose from");
      case Expr.SetFilter e -> memory.comprehension(e, context, c -> quantification.filter(e, c));
      case Expr.SetMap e -> memory.comprehension(e, context, c -> quantification.map(e, c));
      case Expr.FunctionMap e -> rules.map(e, context);
      case Expr.RecursiveFunction e -> rules.recursive(e, context);
      case Expr.SetEnumeration e -> {
        List<SymValue.Term> elements = new ArrayList<>(e.elements().size());
        for (Expr element : e.elements()) {
          elements.add(new SymValue.Term(formulas.truth(), evaluate(element, context)));
        }
        yield algebra.setOf(elements, context.site(e.span()));
      }
      case Expr.TupleLiteral e ->
          SymValue.tuple(
              e.elements().stream().map(x -> evaluate(x, context)).toList(), formulas.truth());
      case Expr.RecordLiteral e -> {
        ValueMap.Builder<SymValue> graph = new ValueMap.Builder<>();
        for (Expr.Field field : e.fields()) {
          graph.put(new StringValue(field.name()), evaluate(field.value(), context));
        }
        yield SymValue.function(graph.build(), formulas.truth());
      }
      case Expr.RecordSet e -> {
        TreeMap<String, SymValue> fields = new TreeMap<>();
        e.fields().forEach(f -> fields.put(f.name(), set(f.value(), context)));
        yield new SymValue.RecordSet(fields);
      }
      case Expr.FunctionSet e ->
          new SymValue.FunctionSet(set(e.domain(), context), set(e.range(), context));
      case Expr.Product e ->
          new SymValue.Product(e.factors().stream().map(x -> set(x, context)).toList());
      case Expr.Except e -> functions.except(e, context);
      case Expr.Prime e -> prime(e, context);
      case Expr.Unchanged e -> {
        SymValue now = evaluate(e.expr(), context);
        SymValue then = evaluate(e.expr(), context.with(next(context, e.span())));
        yield algebra.bool(algebra.equal(then, now, context.site(e.span())));
      }
      case Expr.Enabled e -> algebra.bool(ways(e.span()).existToAnyNext(e.action(), context));
      case Expr.Compose e -> {
        next(context, e.span());
        yield algebra.bool(ways(e.span()).exist(e, context));
      }
      case Expr.SubscriptedAction e -> subscripted(e, context);
      case Expr.Temporal e ->
          throw unsupported(e.span(), "a temporal operator cannot be evaluated in a state");
      case Expr.TemporalQuantified e ->
          throw unsupported(e.span(), "a temporal quantifier cannot be evaluated in a state");
    };
  }

  /// The value of an expression that is to be a set.
  SymValue set(Expr expr, Context context) {
    return algebra.expectSet(evaluate(expr, context), context.site(expr.span()));
  }

  /// The variables that a definition reads, by itself or by what it applies.
  Set<Variable> variablesRead(Definition definition) {
    return memory.variablesRead(definition);
  }

  static RejectedException unsupported(Span span, String message) {
    return RejectedException.of(Code.UNSUPPORTED, span, message);
  }

  /// Binds the local of a binding, or each local of a tuple, to an element.
  public Context bind(Binding binding, SymValue element, Context context, Span span) {
    return quantification.bind(binding, element, context, span);
  }

  /// The truth of two nested quantifiers in the other order; null where they stay in theirs.
  public @Nullable Formula exchanged(Expr.Quantified expr, Context context) {
    return quantification.exchanged(expr, context);
  }

  /// A quantifier over Nat or Int written with finitely many integers; null where it stays.
  public @Nullable Expr finite(Expr.Quantified expr) {
    return quantification.finite(expr);
  }

  /// Goes through all combinations of elements of the bindings' sets: under which condition they
  /// are elements, and the context in which they are bound.
  public void forEach(
      List<Binding> bindings, Context context, Span span, BiConsumer<Formula, Context> action) {
    quantification.forEach(bindings, context, span, action);
  }

  /// The same, with each element a constant.
  void forEachConstant(
      List<Binding> bindings, Context context, Span span, BiConsumer<Formula, Context> action) {
    quantification.forEachConstant(bindings, context, span, action);
  }

  /// The body of a function by rule, where it is applied.
  ///
  /// @param inside when the argument is in the function's domain
  public record RuleBody(Formula inside, Expr body, Env env) {}

  /// The body of the function that an expression applies; null where it is not one by rule.
  public @Nullable RuleBody ruleBody(Expr.FunctionApply expr, Context context) {
    return rules.body(expr, context);
  }

  // ── Names ───────────────────────────────────────────────────────────────────────────────────

  private SymValue variable(Variable variable, Span span, Context context) {
    SymValue value = context.states().current(variable);
    if (value == null) {
      unsetReads++;
      context
          .site(span)
          .undefined(
              formulas.truth(),
              "variable `" + variable.name() + "` is used here before it has a value");
      return SymValue.none();
    }
    return value;
  }

  private States next(Context context, Span span) {
    if (!context.states().hasNext()) {
      throw RejectedException.of(
          Code.UNDEFINED, span, "there is no next state here: a prime has no meaning");
    }
    return context.states().primed();
  }

  private SymValue prime(Expr.Prime expr, Context context) {
    return evaluate(expr.expr(), context.with(next(context, expr.span())));
  }

  private SymValue local(skolem.frontend.kernel.Local local, Span span, Context context) {
    return switch (context.env().lookup(local)) {
      case Env.Binding.Known(var value) -> value;
      case Env.Binding.Delayed delayed -> application.force(delayed, context);
      case Env.Binding.Operator _ ->
          throw RejectedException.of(
              Code.UNDEFINED, span, "operator `" + local + "` is used as a value");
      case Env.Binding.Unfinished _ ->
          throw unsupported(
              span, "a recursive function is used as a whole inside its own definition");
      case null -> throw new IllegalStateException("`" + local + "` is not bound at " + span);
    };
  }

  private SymValue functionApply(Expr.FunctionApply expr, Context context) {
    Env.Binding binding =
        expr.function() instanceof Expr.LocalRef(var local, _) ? context.env().lookup(local) : null;
    Site site = context.site(expr.span());
    return switch (binding) {
      case Env.Binding.Known(var function) ->
          functions.apply(function, evaluate(expr.argument(), context), site);
      case Env.Binding.Unfinished(var function) ->
          function.apply(evaluate(expr.argument(), context), site);
      case Env.Binding.Delayed _, Env.Binding.Operator _ -> rules.apply(expr, context);
      case null -> rules.apply(expr, context);
    };
  }

  /// Applies an operator that was passed as an operand to values.
  SymValue applyTo(OperatorRef operator, List<SymValue> arguments, Span span, Context context) {
    return application.applyTo(operator, arguments, span, context);
  }

  /// The value of a definition's body, its parameters being bound.
  SymValue body(Definition definition, Env env, Context context) {
    return application.body(definition, env, context);
  }

  /// One level of a recursion over what is not known; see [Application#level].
  SymValue level(String what, Site site, Supplier<SymValue> body) {
    return application.level(what, site, body);
  }

  // ── Logic ───────────────────────────────────────────────────────────────────────────────────

  private Formula and(Expr.And expr, Context context) {
    List<Formula> conjuncts = new ArrayList<>(expr.conjuncts().size());
    Context here = context;
    for (Expr conjunct : expr.conjuncts()) {
      Formula formula = holds(conjunct, here);
      if (formula.isFalse()) {
        return formula;
      }
      conjuncts.add(formula);
      here = here.under(formula);
    }
    return formulas.and(conjuncts);
  }

  private Formula or(Expr.Or expr, Context context) {
    List<Formula> disjuncts = new ArrayList<>(expr.disjuncts().size());
    Context here = context;
    for (Expr disjunct : expr.disjuncts()) {
      Formula formula = holds(disjunct, here);
      if (formula.isTrue()) {
        return formula;
      }
      disjuncts.add(formula);
      here = here.under(formula.not());
    }
    return formulas.or(disjuncts);
  }

  private SymValue choice(Formula condition, Expr then, Expr otherwise, Context context) {
    if (condition.isTrue()) {
      return evaluate(then, context);
    }
    if (condition.isFalse()) {
      return evaluate(otherwise, context);
    }
    return algebra.choice(
        condition,
        evaluate(then, context.under(condition)),
        evaluate(otherwise, context.under(condition.not())));
  }

  private SymValue cases(Expr.Case expr, Context context) {
    List<SymValue.Alternative> alternatives = new ArrayList<>();
    Context here = context;
    Formula none = formulas.truth();
    for (Expr.Arm arm : expr.arms()) {
      Formula condition = holds(arm.condition(), here);
      Formula chosen = formulas.and(none, condition);
      if (!chosen.isFalse()) {
        alternatives.add(
            new SymValue.Alternative(chosen, evaluate(arm.value(), here.under(condition))));
      }
      none = formulas.and(none, condition.not());
      here = here.under(condition.not());
      if (none.isFalse()) {
        return algebra.merge(alternatives);
      }
    }
    if (expr.other() != null) {
      alternatives.add(new SymValue.Alternative(none, evaluate(expr.other(), here)));
    } else {
      context.site(expr.span()).undefined(none, "no arm of the CASE applies");
    }
    return algebra.merge(alternatives);
  }

  private SymValue subscripted(Expr.SubscriptedAction expr, Context context) {
    Expr unchanged = new Expr.Unchanged(expr.subscript(), expr.subscript().span());
    Formula action = holds(expr.action(), context);
    Formula same = holds(unchanged, context.under(expr.angle() ? action : action.not()));
    return algebra.bool(
        expr.angle() ? formulas.and(action, same.not()) : formulas.or(action, same));
  }
}
