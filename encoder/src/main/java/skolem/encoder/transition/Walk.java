package skolem.encoder.transition;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import skolem.encoder.eval.Context;
import skolem.encoder.eval.Env;
import skolem.encoder.eval.IntegerQuantifiers;
import skolem.encoder.eval.States;
import skolem.encoder.eval.SymbolicEvaluator;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.symbolic.SymValue;
import skolem.frontend.kernel.Binding;
import skolem.frontend.kernel.Builtin;
import skolem.frontend.kernel.Expr;
import skolem.frontend.kernel.OperatorRef;

/// The way through an action from left to right: each method goes on with every draft that
/// satisfies an expression, so that ways part where expressions have several.
final class Walk {
  private final SymbolicEvaluator evaluator;
  private final Formulas formulas;
  private final Guards guards;
  private final IntegerQuantifiers integers;
  private final Assignments assignments;
  private final Elements elements;
  private final Labels labels;

  Walk(SymbolicEvaluator evaluator, Guards guards, Assignments assignments, Elements elements) {
    this.evaluator = evaluator;
    this.formulas = evaluator.algebra().formulas();
    this.guards = guards;
    this.integers = new IntegerQuantifiers(evaluator);
    this.assignments = assignments;
    this.elements = elements;
    this.labels = new Labels(evaluator, assignments);
  }

  /// @param then is told of each way to satisfy the expression
  void explore(Expr expr, Draft draft, Consumer<Draft> then) {
    if (draft.guard().isFalse()) {
      return;
    }
    if (expr instanceof Expr.Compose composition && assignments.ofNextState()) {
      compose(composition, draft.frozen(), then);
      return;
    }
    if (!assignments.arePossible(expr, draft.context())) {
      if (expr instanceof Expr.Quantified e
          && !e.universal()
          && integers.isOverIntegers(e, draft.context())) {
        exists(e, draft.frozen(), then);
      } else {
        test(expr, draft, then);
      }
      return;
    }
    switch (expr) {
      case Expr.And(var conjuncts, _) -> sequence(conjuncts, 0, draft.frozen(), then);
      case Expr.Or(var disjuncts, _) -> {
        for (int i = 0; i < disjuncts.size(); i++) {
          explore(disjuncts.get(i), side(draft, i), then);
        }
      }
      case Expr.Implies e -> {
        Formula premise = evaluator.holds(e.premise(), draft.context());
        Draft here = draft.frozen();
        continueUnder(premise, side(here, 0), d -> explore(e.conclusion(), d, then));
        continueUnder(premise.not(), side(here, 1), then);
      }
      case Expr.If e -> conditional(e, draft.frozen(), then);
      case Expr.Case e -> cases(e, draft.frozen(), then);
      case Expr.Let e -> let(e, draft.frozen(), then);
      case Expr.Apply e -> apply(e, draft, draft.context().env(), then);
      case Expr.Quantified e when !e.universal() -> exists(e, draft, then);
      case Expr.Quantified e -> forAll(e, draft.frozen(), then);
      case Expr.Native e when e.builtin() == Builtin.EQUAL ->
          assigned(assignments.equal(e, draft.frozen()), e, draft, then);
      case Expr.Native e when e.builtin() == Builtin.IN ->
          assigned(assignments.member(e, draft.frozen()), e, draft, then);
      case Expr.Unchanged e -> unchanged(e.expr(), draft.frozen(), then);
      case Expr.SubscriptedAction e -> subscripted(e, draft, then);
      case Expr.LocalRef e -> local(e, draft.frozen(), then);
      case Expr.FunctionApply e -> function(e, draft.frozen(), then);
      default -> test(expr, draft, then);
    }
  }

  private static Draft side(Draft draft, int number) {
    return draft.turning(new Trail.Side(number));
  }

  private void test(Expr expr, Draft draft, Consumer<Draft> then) {
    continueUnder(guards.holds(expr, draft.context()), draft.frozen(), then);
  }

  /// @param after the draft with the value that the expression assigns; null where it is a test
  private void assigned(@Nullable Draft after, Expr expr, Draft draft, Consumer<Draft> then) {
    if (after == null) {
      test(expr, draft, then);
    } else if (!after.guard().isFalse()) {
      then.accept(after);
    }
  }

  private void continueUnder(Formula condition, Draft draft, Consumer<Draft> then) {
    Draft next = draft.under(condition, formulas);
    if (!next.guard().isFalse()) {
      then.accept(next);
    }
  }

  private void sequence(List<Expr> conjuncts, int at, Draft draft, Consumer<Draft> then) {
    if (at == conjuncts.size()) {
      then.accept(draft);
      return;
    }
    Env env = draft.context().env();
    explore(
        conjuncts.get(at),
        draft,
        d -> sequence(conjuncts, at + 1, d.with(d.context().with(env)), then));
  }

  private void conditional(Expr.If expr, Draft draft, Consumer<Draft> then) {
    Formula condition = evaluator.holds(expr.condition(), draft.context());
    continueUnder(condition, side(draft, 0), d -> explore(expr.thenBranch(), d, then));
    continueUnder(condition.not(), side(draft, 1), d -> explore(expr.elseBranch(), d, then));
  }

  private void cases(Expr.Case expr, Draft draft, Consumer<Draft> then) {
    Draft here = draft;
    int number = 0;
    for (Expr.Arm arm : expr.arms()) {
      Formula condition = evaluator.holds(arm.condition(), here.context());
      continueUnder(condition, side(here, number++), d -> explore(arm.value(), d, then));
      here = here.under(condition.not(), formulas);
      if (here.guard().isFalse()) {
        return;
      }
    }
    if (expr.other() != null) {
      explore(expr.other(), side(here, number), then);
    } else {
      here.context().site(expr.span()).undefined(formulas.truth(), "no arm of the CASE applies");
    }
  }

  private void let(Expr.Let expr, Draft draft, Consumer<Draft> then) {
    Context context = draft.context();
    Draft inside = draft.with(context.with(context.env().let(expr)));
    explore(expr.body(), inside, d -> then.accept(d.with(d.context().with(context.env()))));
  }

  private void local(Expr.LocalRef expr, Draft draft, Consumer<Draft> then) {
    Env home = draft.context().env();
    if (home.lookup(expr.local()) instanceof Env.Binding.Delayed delayed) {
      explore(
          delayed.expr(),
          draft.with(draft.context().with(delayed.env())),
          d -> then.accept(d.with(d.context().with(home))));
    } else {
      test(expr, draft, then);
    }
  }

  /// An action that is the value of a function by rule.
  private void function(Expr.FunctionApply expr, Draft draft, Consumer<Draft> then) {
    Env home = draft.context().env();
    SymbolicEvaluator.RuleBody rule = evaluator.ruleBody(expr, draft.context());
    if (rule == null) {
      test(expr, draft, then);
      return;
    }
    continueUnder(
        rule.inside(),
        draft.with(draft.context().with(rule.env())),
        d -> explore(rule.body(), d, after -> then.accept(after.with(after.context().with(home)))));
  }

  // ── Definitions ─────────────────────────────────────────────────────────────────────────────

  private void apply(Expr.Apply expr, Draft draft, Env env, Consumer<Draft> then) {
    Env home = draft.context().env();
    Consumer<Draft> back = d -> then.accept(d.with(d.context().with(home)));
    switch (expr.operator()) {
      case OperatorRef.Defined(var definition) -> {
        Env inside = env.inside(definition, expr.operands(), home);
        Draft labelled = draft.named() ? draft : labels.entering(definition, expr, draft, inside);
        explore(definition.body(), labelled.with(draft.context().with(inside)), back);
      }
      case OperatorRef.Lambda(var parameters, var body) -> {
        Env inside = env.with(parameters, expr.operands(), home);
        explore(body, draft.with(draft.context().with(inside)), back);
      }
      case OperatorRef.Parameter(var local) -> {
        if (env.lookup(local) instanceof Env.Binding.Operator(var actual, var place)) {
          Expr.Apply passed = new Expr.Apply(actual, expr.operands(), expr.span());
          apply(passed, draft, place, then);
        } else {
          test(expr, draft, then);
        }
      }
      case OperatorRef.Native _ -> test(expr, draft, then);
    }
  }

  // ── Quantifiers ─────────────────────────────────────────────────────────────────────────────

  private void exists(Expr.Quantified expr, Draft draft, Consumer<Draft> then) {
    Env home = draft.context().env();
    List<SymValue> sets = new ArrayList<>();
    for (Binding binding : expr.bindings()) {
      sets.add(evaluator.evaluate(binding.set(), draft.context()));
    }
    exists(expr, sets, 0, draft, d -> then.accept(d.with(d.context().with(home))));
  }

  private void exists(
      Expr.Quantified expr, List<SymValue> sets, int at, Draft draft, Consumer<Draft> then) {
    if (at == sets.size()) {
      explore(expr.body(), draft, then);
      return;
    }
    elements.each(
        expr, at, sets.get(at), draft, inside -> exists(expr, sets, at + 1, inside, then));
  }

  private void forAll(Expr.Quantified expr, Draft draft, Consumer<Draft> then) {
    Env home = draft.context().env();
    forAll(
        expr,
        elements.instances(expr, draft.context()),
        0,
        draft,
        d -> then.accept(d.with(d.context().with(home))));
  }

  private void forAll(
      Expr.Quantified expr,
      List<Elements.Instance> instances,
      int at,
      Draft draft,
      Consumer<Draft> then) {
    if (at == instances.size()) {
      then.accept(draft);
      return;
    }
    Elements.Instance instance = instances.get(at);
    continueUnder(
        instance.guard().not(),
        draft.turning(instance.way(false)),
        d -> forAll(expr, instances, at + 1, d, then));
    continueUnder(
        instance.guard(),
        draft.turning(instance.way(true)),
        d ->
            explore(
                expr.body(),
                d.with(d.context().with(instance.env())),
                after -> forAll(expr, instances, at + 1, after, then)));
  }

  // ── Next states ─────────────────────────────────────────────────────────────────────────────

  private void unchanged(Expr expr, Draft draft, Consumer<Draft> then) {
    Env home = draft.context().env();
    unchanged(
        assignments.parts(expr, home),
        0,
        draft,
        after -> then.accept(after.with(after.context().with(home))));
  }

  private void unchanged(
      List<Assignability.Part> parts, int at, Draft draft, Consumer<Draft> then) {
    if (at == parts.size()) {
      then.accept(draft);
      return;
    }
    Expr part = parts.get(at).expr();
    Draft there = draft.with(draft.context().with(parts.get(at).env()));
    assigned(
        assignments.unchanged(part, there),
        new Expr.Unchanged(part, part.span()),
        there,
        d -> unchanged(parts, at + 1, d, then));
  }

  /// Through every intermediate state, which the second action starts from.
  private void compose(Expr.Compose expr, Draft draft, Consumer<Draft> then) {
    Context home = draft.context();
    States origin = home.states();
    explore(
        expr.first(),
        draft.with(home.with(assignments.toNext(origin))),
        middle -> {
          States between = origin.from(middle.context().states());
          explore(
              expr.second(),
              middle.with(middle.context().with(home.env()).with(between)),
              end -> {
                Context there = end.context();
                then.accept(end.with(there.with(home.env()).with(origin.to(there.states()))));
              });
        });
  }

  private void subscripted(Expr.SubscriptedAction expr, Draft draft, Consumer<Draft> then) {
    if (!expr.angle()) {
      explore(expr.action(), side(draft, 0), then);
      unchanged(expr.subscript(), side(draft.frozen(), 1), then);
      return;
    }
    Env home = draft.context().env();
    Expr same = new Expr.Unchanged(expr.subscript(), expr.subscript().span());
    explore(
        expr.action(),
        draft,
        d -> {
          Context context = d.context().with(home);
          continueUnder(evaluator.holds(same, context).not(), d.with(context), then);
        });
  }
}
