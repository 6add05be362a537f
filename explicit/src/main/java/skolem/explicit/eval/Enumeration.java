package skolem.explicit.eval;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import skolem.explicit.eval.Calls.Call;
import skolem.frontend.kernel.Builtin;
import skolem.frontend.kernel.Expr;
import skolem.frontend.kernel.KernelInspection;
import skolem.frontend.kernel.Level;
import skolem.frontend.kernel.OperatorRef;
import skolem.frontend.kernel.Variable;
import skolem.frontend.source.Diagnostic;
import skolem.frontend.source.RejectedException;
import skolem.frontend.source.Span;
import skolem.frontend.value.Value;

/// One walk through an action, or through an initial predicate, that finds the states it allows.
///
/// As TLC does it: conjuncts from left to right, each with the rest still to do; a disjunction or
/// an existential quantifier branches; an equation or membership for a variable without a value
/// gives it one; everything else is a test. Every method returns whether to go on, as the sink
/// says.
///
/// Source: Yu, Manolios, Lamport, *Model Checking TLA+ Specifications* (CHARME 1999), section 3.
final class Enumeration {
  private final Evaluator evaluator;
  private final Calls calls;
  private final LogicOps logic;
  private final Binders binders;
  private final boolean initial;
  private final @Nullable Value @Nullable [] target;
  private final Sink sink;
  private int passed;
  private @Nullable RejectedException error;
  private @Nullable Obstacle nearest;

  /// Takes each way through the action; false stops the walk.
  @FunctionalInterface
  interface Sink {
    boolean accept(States states, Labeling label);
  }

  /// @param initial whether unprimed variables get their values, rather than primed ones
  /// @param target the only state that is of interest, or null
  Enumeration(
      ActionEnumerator parts, boolean initial, @Nullable Value @Nullable [] target, Sink sink) {
    this.evaluator = parts.evaluator();
    this.calls = parts.calls();
    this.logic = parts.logic();
    this.binders = parts.binders();
    this.initial = initial;
    this.target = target;
    this.sink = sink;
  }

  /// The first error on a way that was given up for another, or null.
  ///
  /// On the way to a known state, an error in one disjunct does not hide another that allows the
  /// state.
  @Nullable RejectedException error() {
    return error;
  }

  /// What keeps the formula from allowing the known state; null where nothing does, or where no
  /// state is known.
  @Nullable Obstacle nearest() {
    return nearest;
  }

  boolean walk(Expr expr, Environment env, Labeling label, States states, Pending rest) {
    return switch (expr) {
      case Expr.And e ->
          proceed(label.frozen(), states, new Pending.Conjuncts(e.conjuncts(), 0, env, rest));
      case Expr.Or e -> walkOr(e, env, label, states, rest);
      case Expr.Quantified e -> walkQuantified(e, env, label, states, rest);
      case Expr.Implies e ->
          evaluator.holds(e.premise(), env, states)
              ? walk(e.conclusion(), env, label.frozen(), states, rest)
              : proceed(label.frozen(), states, rest);
      case Expr.If e -> walk(logic.branch(e, env, states), env, label.frozen(), states, rest);
      case Expr.Case e -> walk(logic.branch(e, env, states), env, label.frozen(), states, rest);
      case Expr.Let e -> walk(e.body(), calls.define(e, env), label.frozen(), states, rest);
      case Expr.Apply e -> walkApply(e, env, label, states, rest);
      case Expr.LocalRef e when env.lookup(e.local()) instanceof Environment.Delayed b ->
          walk(b.thunk.expr(), b.thunk.environment(), label.frozen(), states, rest);
      case Expr.Native e when e.builtin() == Builtin.EQUAL ->
          walkEqual(e, env, label, states, rest);
      case Expr.Native e when e.builtin() == Builtin.IN -> walkIn(e, env, label, states, rest);
      case Expr.Unchanged e when !initial -> walkUnchanged(e, env, label, states, rest);
      case Expr.SubscriptedAction e -> walkSubscripted(e, env, label, states, rest);
      case Expr.Compose e -> walkCompose(e, env, label.frozen(), states, rest);
      case Expr.FunctionApply e -> walkFunction(e, env, label.frozen(), states, rest);
      default -> test(expr, env, label, states, rest);
    };
  }

  private boolean proceed(Labeling label, States states, Pending rest) {
    return switch (rest) {
      case Pending.Nothing _ -> sink.accept(states, label);
      case Pending.Conjuncts c -> {
        passed++;
        boolean goOn = walk(c.exprs().get(c.next()), c.environment(), label, states, c.later());
        passed--;
        yield goOn;
      }
      case Pending.Changed c ->
          logic.unchanged(c.subscript(), c.span(), c.environment(), states)
              ? blocked(c.span(), label, states)
              : proceed(label, states, c.rest());
      case Pending.Return r -> proceed(label, r.origin().withNext(nextOf(states)), r.rest());
    };
  }

  private boolean test(Expr expr, Environment env, Labeling label, States states, Pending rest) {
    return evaluator.holds(expr, env, states)
        ? proceed(label, states, rest)
        : blocked(expr.span(), label, states);
  }

  /// One of several ways: on the way to a known state, an error on it is kept for later.
  private boolean branch(Expr expr, Environment env, Labeling label, States states, Pending rest) {
    if (target == null) {
      return walk(expr, env, label, states, rest);
    }
    int before = passed;
    try {
      return walk(expr, env, label, states, rest);
    } catch (RejectedException e) {
      passed = before;
      Diagnostic diagnostic = e.diagnostics().getFirst();
      error = error == null ? e : error;
      return obstacle(diagnostic.message(), diagnostic.span(), label, states);
    }
  }

  private boolean blocked(Span span, Labeling label, States states) {
    return target == null || obstacle("this is false", span, label, states);
  }

  /// Notes an obstacle on the way to the known state.
  ///
  /// @return that there may be other ways
  private boolean obstacle(String reason, Span span, Labeling label, States states) {
    int matched = 0;
    for (Value value : slots(states)) {
      matched += value == null ? 0 : 1;
    }
    Obstacle here = new Obstacle(label.name(), reason, span, matched, passed);
    if (nearest == null || here.isNearerThan(nearest)) {
      nearest = here;
    }
    return true;
  }

  // ── Structure ───────────────────────────────────────────────────────────────────────────────

  private boolean walkOr(Expr.Or or, Environment env, Labeling label, States states, Pending rest) {
    for (Expr disjunct : or.disjuncts()) {
      if (!branch(disjunct, env, label, states, rest)) {
        return false;
      }
    }
    return true;
  }

  private boolean walkQuantified(
      Expr.Quantified expr, Environment env, Labeling label, States states, Pending rest) {
    Expr finite = binders.finite(expr);
    if (finite != null && KernelInspection.of(expr).level() != Level.ACTION) {
      return test(finite, env, label, states, rest);
    }
    return expr.universal()
        ? walkForAll(expr, env, label.frozen(), states, rest)
        : binders.each(
            expr.bindings(),
            env,
            states,
            inner ->
                branch(expr.body(), inner, label.quantified(expr.bindings(), inner), states, rest));
  }

  private boolean walkForAll(
      Expr.Quantified forAll, Environment env, Labeling label, States states, Pending rest) {
    List<Environment> instances = new ArrayList<>();
    binders.each(forAll.bindings(), env, states, instances::add);
    List<Expr> body = List.of(forAll.body());
    Pending later = rest;
    for (Environment instance : instances.reversed()) {
      later = new Pending.Conjuncts(body, 0, instance, later);
    }
    return proceed(label, states, later);
  }

  private boolean walkApply(
      Expr.Apply apply, Environment env, Labeling label, States states, Pending rest) {
    if (apply.operands().isEmpty()
        && apply.operator() instanceof OperatorRef.Defined(var definition)
        && env.find(definition) instanceof Environment.Defined b) {
      return walk(b.thunk.expr(), b.thunk.environment(), label.frozen(), states, rest);
    }
    Call call = calls.enter(apply, env);
    Labeling inner =
        call.definition() == null
            ? label
            : label.entered(call.definition(), apply, call.environment());
    return walk(call.body(), call.environment(), inner, states, rest);
  }

  private boolean walkSubscripted(
      Expr.SubscriptedAction e, Environment env, Labeling label, States states, Pending rest) {
    if (e.angle()) {
      Pending later = new Pending.Changed(e.subscript(), e.span(), env, rest);
      return walk(e.action(), env, label, states, later);
    }
    return branch(e.action(), env, label, states, rest)
        && branch(new Expr.Unchanged(e.subscript(), e.span()), env, label, states, rest);
  }

  /// The body of a function by rule is part of the action, unless it speaks of other states.
  private boolean walkFunction(
      Expr.FunctionApply e, Environment env, Labeling label, States states, Pending rest) {
    if (evaluator.denote(e.function(), env, states) instanceof RuleFunction function
        && function.rule().isAbout(states)) {
      Value argument = evaluator.value(e.argument(), env, states);
      if (function.domain().contains(argument, e.span())) {
        Environment inner = function.rule().bind(argument);
        return walk(function.rule().body(), inner, label, states, rest);
      }
    }
    return test(e, env, label, states, rest);
  }

  /// Through every intermediate state; the second action then starts from there.
  private boolean walkCompose(
      Expr.Compose e, Environment env, Labeling label, States states, Pending rest) {
    Sink second =
        (middle, _) ->
            walk(
                e.second(),
                env,
                label,
                states.withCurrent(nextOf(middle)),
                new Pending.Return(states, rest));
    return new Enumeration(this, second)
        .walk(e.first(), env, label, states.beforeStep(), Pending.NOTHING);
  }

  private Enumeration(Enumeration outer, Sink sink) {
    this.evaluator = outer.evaluator;
    this.calls = outer.calls;
    this.logic = outer.logic;
    this.binders = outer.binders;
    this.initial = false;
    this.target = null;
    this.sink = sink;
  }

  // ── Variables ───────────────────────────────────────────────────────────────────────────────

  private static @Nullable Value[] nextOf(States states) {
    @Nullable Value[] next = states.next();
    if (next == null) {
      throw new IllegalStateException("no next state");
    }
    return next;
  }

  /// The values being assigned.
  private @Nullable Value[] slots(States states) {
    return initial ? states.current() : nextOf(states);
  }

  private States assign(States states, Variable variable, Value value) {
    @Nullable Value[] changed = slots(states).clone();
    changed[variable.index()] = value;
    return initial ? states.withCurrent(changed) : states.withNext(changed);
  }

  private boolean isWanted(Variable variable, Value value) {
    return target == null || value.equals(target[variable.index()]);
  }

  private boolean walkEqual(
      Expr.Native equation, Environment env, Labeling label, States states, Pending rest) {
    Variable variable = assignable(equation.value(0), env);
    if (variable == null || slots(states)[variable.index()] != null) {
      return test(equation, env, label, states, rest);
    }
    Value value = evaluator.value(equation.value(1), env, states);
    return isWanted(variable, value)
        ? proceed(label, assign(states, variable, value), rest)
        : blocked(equation.span(), label, states);
  }

  private boolean walkIn(
      Expr.Native membership, Environment env, Labeling label, States states, Pending rest) {
    Variable variable = assignable(membership.value(0), env);
    if (variable == null || slots(states)[variable.index()] != null) {
      return test(membership, env, label, states, rest);
    }
    Expr setExpr = membership.value(1);
    DescribedSet set = evaluator.set(setExpr, env, states);
    Value wanted = target == null ? null : target[variable.index()];
    if (wanted != null) {
      return set.decide(wanted) == Decision.YES
          ? proceed(label, assign(states, variable, wanted), rest)
          : blocked(membership.span(), label, states);
    }
    for (Iterator<Value> elements = set.each(setExpr.span()); elements.hasNext(); ) {
      if (!proceed(label, assign(states, variable, elements.next()), rest)) {
        return false;
      }
    }
    return true;
  }

  /// The variable that an equation or membership with this left side gives a value to.
  private @Nullable Variable assignable(Expr left, Environment env) {
    return initial ? variable(left, env) : primedVariable(left, env);
  }

  private @Nullable Variable primedVariable(Expr expr, Environment env) {
    return switch (expr) {
      case Expr.Prime(Expr inner, Span _) -> variable(inner, env);
      case Expr.LocalRef(var local, _) when env.lookup(local) instanceof Environment.Delayed b ->
          primedVariable(b.thunk.expr(), b.thunk.environment());
      case Expr.Apply apply when apply.operands().isEmpty() -> {
        Call call = calls.enter(apply, env);
        yield primedVariable(call.body(), call.environment());
      }
      default -> null;
    };
  }

  private @Nullable Variable variable(Expr expr, Environment env) {
    return switch (expr) {
      case Expr.VariableRef(Variable variable, Span _) -> variable;
      case Expr.LocalRef(var local, _) when env.lookup(local) instanceof Environment.Delayed b ->
          variable(b.thunk.expr(), b.thunk.environment());
      case Expr.Apply apply when apply.operands().isEmpty() -> {
        Call call = calls.enter(apply, env);
        yield variable(call.body(), call.environment());
      }
      default -> null;
    };
  }

  // ── UNCHANGED ───────────────────────────────────────────────────────────────────────────────

  private boolean walkUnchanged(
      Expr.Unchanged unchanged, Environment env, Labeling label, States states, Pending rest) {
    @Nullable Value[] slots = nextOf(states).clone();
    return keep(unchanged.expr(), unchanged.span(), env, states, slots)
        ? proceed(label, states.withNext(slots), rest)
        : blocked(unchanged.span(), label, states);
  }

  /// Gives the variables in `expr` their old values; false where one has another already.
  private boolean keep(
      Expr expr, Span at, Environment env, States states, @Nullable Value[] slots) {
    Variable variable = variable(expr, env);
    if (variable != null) {
      Value old = states.read(variable, expr.span());
      if (slots[variable.index()] == null && isWanted(variable, old)) {
        slots[variable.index()] = old;
        return true;
      }
      return old.equals(slots[variable.index()]);
    }
    return switch (expr) {
      case Expr.TupleLiteral(List<Expr> elements, Span _) ->
          keepAll(elements, at, env, states, slots);
      case Expr.LocalRef(var local, _) when env.lookup(local) instanceof Environment.Delayed b ->
          keep(b.thunk.expr(), at, b.thunk.environment(), states, slots);
      case Expr.Apply apply when apply.operands().isEmpty() -> {
        Call call = calls.enter(apply, env);
        yield keep(call.body(), at, call.environment(), states, slots);
      }
      default -> logic.unchanged(expr, at, env, states.withNext(slots.clone()));
    };
  }

  private boolean keepAll(
      List<Expr> exprs, Span at, Environment env, States states, @Nullable Value[] slots) {
    for (Expr expr : exprs) {
      if (!keep(expr, at, env, states, slots)) {
        return false;
      }
    }
    return true;
  }
}
