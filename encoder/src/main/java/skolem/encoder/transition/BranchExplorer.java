package skolem.encoder.transition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import skolem.encoder.eval.Context;
import skolem.encoder.eval.Env;
import skolem.encoder.eval.IntegerQuantifiers;
import skolem.encoder.eval.States;
import skolem.encoder.eval.SymbolicEvaluator;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.symbolic.Algebra;
import skolem.encoder.symbolic.Faults;
import skolem.encoder.symbolic.Picking;
import skolem.encoder.symbolic.Site;
import skolem.encoder.symbolic.SymValue;
import skolem.encoder.symbolic.Witnesses;
import skolem.frontend.kernel.Binding;
import skolem.frontend.kernel.Builtin;
import skolem.frontend.kernel.Definition;
import skolem.frontend.kernel.Expr;
import skolem.frontend.kernel.Local;
import skolem.frontend.kernel.Operand;
import skolem.frontend.kernel.OperatorRef;
import skolem.frontend.kernel.Variable;
import skolem.frontend.model.Model;
import skolem.frontend.source.Code;
import skolem.frontend.value.TupleValue;
import skolem.frontend.value.Value;

/// Goes through an action as TLC does, from left to right, and collects the branches: it splits at
/// disjunctions and existential quantifiers that reach assignments, and evaluates all else.
///
/// A branch whose guard is seen to be FALSE is dropped.
public final class BranchExplorer {
  /// A described set with more elements than this is picked from instead of gone through.
  private static final int EXPAND_UP_TO = 64;

  private final SymbolicEvaluator evaluator;
  private final Algebra algebra;
  private final Formulas formulas;
  private final List<Variable> variables;
  private final Map<Variable, Value> standIns;
  private final Assignability assignability = new Assignability();
  private final Guards guards;
  private final IntegerQuantifiers integers;

  public BranchExplorer(SymbolicEvaluator evaluator, List<Variable> variables) {
    this(evaluator, variables, Map.of());
  }

  /// @param standIns what some variables are given instead of what is assigned to them
  public BranchExplorer(
      SymbolicEvaluator evaluator, List<Variable> variables, Map<Variable, Value> standIns) {
    this.evaluator = evaluator;
    this.algebra = evaluator.algebra();
    this.formulas = algebra.formulas();
    this.variables = variables;
    this.standIns = Map.copyOf(standIns);
    this.guards = new Guards(evaluator);
    this.integers = new IntegerQuantifiers(evaluator);
    evaluator.goThroughActionsBy(new ExistingWays(this, formulas));
  }

  /// The ways to begin.
  ///
  /// @param faults is told of evaluation errors
  public List<Branch> initial(Model.Named init, Faults faults) {
    List<@Nullable SymValue> unset = new ArrayList<>();
    variables.forEach(_ -> unset.add(null));
    return initial(init, States.of(unset), faults);
  }

  /// @param start a state in which what never changes has its value, and nothing else has one
  public List<Branch> initial(Model.Named init, States start, Faults faults) {
    return new Walk(Mode.INITIAL).branches(init, start, faults);
  }

  /// The ways to go on from a state.
  public List<Branch> next(Model.Named next, States state, Faults faults) {
    return step(next, state.toNext(), faults);
  }

  /// @param pair a state and a next one in which what never changes has its value, and nothing else
  ///   has one
  public List<Branch> step(Model.Named next, States pair, Faults faults) {
    return new Walk(Mode.NEXT).branches(next, pair, faults);
  }

  /// What a part of an initial predicate makes of a state in which some variables have no value
  /// yet.
  ///
  /// @param states with the values that the part assigns
  record Partial(Formula guard, States states, List<Formula> picks) {}

  /// The ways to satisfy a part of an initial predicate, from a state that may lack values.
  List<Partial> partial(Expr part, States states, Faults faults) {
    List<Partial> found = new ArrayList<>();
    Draft start = Draft.start(evaluator.start(states, faults), "", part.span(), formulas);
    new Walk(Mode.INITIAL)
        .explore(
            part, start, d -> found.add(new Partial(d.guard(), d.context().states(), d.picks())));
    return found;
  }

  /// Goes through an action from states that may have values for variables of the next one.
  void walk(Expr action, Context context, Consumer<Draft> then) {
    Draft start = Draft.start(context, "", action.span(), formulas).frozen();
    Walk walk = new Walk(Mode.NEXT, false);
    algebra
        .witnesses()
        .whilePicking(() -> {
          walk.explore(action, start, then);
          return walk;
        });
  }

  private final class Walk {
    private final Mode mode;
    private final boolean picksWitnesses;
    private final List<Branch> branches = new ArrayList<>();

    Walk(Mode mode) {
      this(mode, true);
    }

    /// @param picksWitnesses whether it is enough to find one way to pick an element of an
    ///   arbitrary set; it is not where the question is whether there is none
    Walk(Mode mode, boolean picksWitnesses) {
      this.mode = mode;
      this.picksWitnesses = picksWitnesses;
    }

    List<Branch> branches(Model.Named action, States states, Faults faults) {
      Draft start =
          Draft.start(
              evaluator.start(states, faults), action.name(), action.expr().span(), formulas);
      explore(action.expr(), start, this::finish);
      return branches;
    }

    private void finish(Draft draft) {
      States states = draft.context().states();
      List<SymValue> values = new ArrayList<>(variables.size());
      List<String> missing = new ArrayList<>();
      for (Variable variable : variables) {
        SymValue value = mode.value(states, variable);
        if (value == null) {
          missing.add("`" + variable.name() + "`");
        } else {
          values.add(value);
        }
      }
      if (missing.isEmpty()) {
        branches.add(
            new Branch(
                draft.guard(),
                values,
                draft.label(),
                draft.picks(),
                draft.integerPicks(),
                draft.trail()));
      } else {
        String which = String.join(", ", missing);
        String message =
            mode == Mode.INITIAL
                ? "the initial predicate gives no value to " + which
                : "action `" + draft.label().name() + "` gives no next value to " + which;
        draft
            .context()
            .faults()
            .report(
                draft.context().path(),
                formulas.truth(),
                Code.UNDEFINED,
                draft.label().span(),
                message);
      }
    }

    private void explore(Expr expr, Draft draft, Consumer<Draft> then) {
      if (draft.guard().isFalse()) {
        return;
      }
      if (expr instanceof Expr.Compose composition && mode == Mode.NEXT) {
        compose(composition, draft.frozen(), then);
        return;
      }
      Context context = draft.context();
      if (isComplete(context.states()) || !assignability.mayAssign(expr, context.env(), mode)) {
        if (expr instanceof Expr.Quantified e
            && !e.universal()
            && integers.isOverIntegers(e, context)) {
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
        case Expr.Native e when e.builtin() == Builtin.EQUAL -> equal(e, draft.frozen(), then);
        case Expr.Native e when e.builtin() == Builtin.IN -> member(e, draft.frozen(), then);
        case Expr.Unchanged e -> unchanged(e.expr(), draft.frozen(), then);
        case Expr.SubscriptedAction e -> subscripted(e, draft, then);
        case Expr.LocalRef e -> local(e, draft.frozen(), then);
        case Expr.FunctionApply e -> function(e, draft.frozen(), then);
        default -> test(expr, draft, then);
      }
    }

    /// Whether all variables have values, so that what follows can only be a test.
    private boolean isComplete(States states) {
      return variables.stream().allMatch(variable -> mode.value(states, variable) != null);
    }

    private static Draft side(Draft draft, int number) {
      return draft.turning(new Trail.Side(number));
    }

    private void test(Expr expr, Draft draft, Consumer<Draft> then) {
      continueUnder(guards.holds(expr, draft.context()), draft.frozen(), then);
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
      Draft inside = draft.with(context.with(evaluator.let(expr, context.env())));
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
          d ->
              explore(
                  rule.body(), d, after -> then.accept(after.with(after.context().with(home)))));
    }

    // ── Definitions ───────────────────────────────────────────────────────────────────────────

    private void apply(Expr.Apply expr, Draft draft, Env env, Consumer<Draft> then) {
      Env home = draft.context().env();
      Consumer<Draft> back = d -> then.accept(d.with(d.context().with(home)));
      switch (expr.operator()) {
        case OperatorRef.Defined(var definition) -> {
          Env outer = definition.closed() ? Env.EMPTY : env;
          Env inside = evaluator.bind(definition.parameters(), expr.operands(), outer, home);
          Draft labelled = draft.named() ? draft : labelled(definition, expr, draft, inside);
          explore(definition.body(), labelled.with(draft.context().with(inside)), back);
        }
        case OperatorRef.Lambda(var parameters, var body) -> {
          Env inside = evaluator.bind(parameters, expr.operands(), env, home);
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

    private Draft labelled(Definition definition, Expr.Apply expr, Draft draft, Env inside) {
      List<Branch.Argument> arguments = new ArrayList<>();
      List<Local> passing = new ArrayList<>(draft.passing());
      List<Local> parameters = definition.parameters();
      for (int i = 0; i < parameters.size(); i++) {
        if (expr.operands().get(i) instanceof Operand.ValueOperand(var operand)) {
          if (operand instanceof Expr.LocalRef(var local, _)) {
            passing.remove(local);
          }
          if (!assignability.mayAssign(operand, draft.context().env(), mode)) {
            Expr parameter = new Expr.LocalRef(parameters.get(i), expr.span());
            arguments.add(
                new Branch.Argument(
                    parameters.get(i).name(),
                    evaluator.evaluate(parameter, draft.context().with(inside))));
          }
        }
      }
      for (Branch.Argument earlier : draft.label().arguments()) {
        if (passing.stream().anyMatch(l -> l.name().equals(earlier.parameter()))) {
          arguments.add(earlier);
        }
      }
      Branch.Label label = new Branch.Label(definition.name(), arguments, definition.span());
      return draft.labelled(label, passing);
    }

    // ── Quantifiers ───────────────────────────────────────────────────────────────────────────

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
      Binding binding = expr.bindings().get(at);
      SymValue set = sets.get(at);
      Site site = draft.context().site(binding.set().span());
      int size = algebra.listingSize(set);
      if (set instanceof SymValue.Terms terms) {
        for (SymValue.Term term : choices(terms, draft, site)) {
          Draft inside = draft.under(term.present(), formulas).turning(new Trail.Unique());
          if (!inside.guard().isFalse()) {
            exists(expr, sets, at + 1, bound(expr, binding, term.value(), inside), then);
          }
        }
        return;
      }
      if (set instanceof SymValue.Described && (size < 0 || size > EXPAND_UP_TO)) {
        Picking.Pick pick = algebra.pick(set, binding.locals().getFirst().name(), site);
        Draft picked = draft.picking(pick, formulas).turning(new Trail.Picked());
        if (!picked.guard().isFalse()) {
          exists(expr, sets, at + 1, bound(expr, binding, pick.value(), picked), then);
        }
        return;
      }
      for (Map.Entry<Value, Formula> member : algebra.list(set, site).members().entrySet()) {
        Draft inside =
            draft.under(member.getValue(), formulas).turning(new Trail.Element(member.getKey()));
        if (!inside.guard().isFalse()) {
          SymValue element = algebra.lift(member.getKey());
          exists(expr, sets, at + 1, bound(expr, binding, element, inside), then);
        }
      }
    }

    /// The elements that an action may pick: of an arbitrary set, those that stand for what it
    /// picks.
    private List<SymValue.Term> choices(SymValue.Terms set, Draft draft, Site site) {
      Witnesses witnesses = algebra.witnesses();
      if (!witnesses.areIn(set, site)) {
        return set.terms();
      }
      if (!picksWitnesses) {
        throw witnesses.refusal(site);
      }
      List<SymValue.Term> choices = new ArrayList<>(witnesses.picked(set, draft.unique(), site));
      set.terms().stream().filter(term -> !witnesses.isOne(term)).forEach(choices::add);
      return choices;
    }

    private Draft bound(Expr.Quantified expr, Binding binding, SymValue element, Draft draft) {
      Context context = evaluator.bind(binding, element, draft.context(), expr.span());
      Draft inside = draft.with(context);
      for (Local local : binding.locals()) {
        if (context.env().lookup(local) instanceof Env.Binding.Known(var value)) {
          inside = inside.passing(local, value);
        }
      }
      return inside;
    }

    private void forAll(Expr.Quantified expr, Draft draft, Consumer<Draft> then) {
      Env home = draft.context().env();
      List<Instance> instances = new ArrayList<>();
      evaluator.forEach(
          expr.bindings(),
          draft.context(),
          expr.span(),
          (guard, inside) -> instances.add(new Instance(guard, inside.env())));
      forAll(expr, instances, 0, draft, d -> then.accept(d.with(d.context().with(home))));
    }

    private record Instance(Formula guard, Env env) {}

    private void forAll(
        Expr.Quantified expr, List<Instance> instances, int at, Draft draft, Consumer<Draft> then) {
      if (at == instances.size()) {
        then.accept(draft);
        return;
      }
      Instance instance = instances.get(at);
      continueUnder(
          instance.guard().not(),
          draft.turning(membership(expr, instance, false)),
          d -> forAll(expr, instances, at + 1, d, then));
      continueUnder(
          instance.guard(),
          draft.turning(membership(expr, instance, true)),
          d ->
              explore(
                  expr.body(),
                  d.with(d.context().with(instance.env())),
                  after -> forAll(expr, instances, at + 1, after, then)));
    }

    private Trail.Way membership(Expr.Quantified expr, Instance instance, boolean member) {
      List<Value> bound = new ArrayList<>();
      for (Binding binding : expr.bindings()) {
        for (Local local : binding.locals()) {
          Value constant =
              instance.env().lookup(local) instanceof Env.Binding.Known(var value)
                  ? algebra.constant(value)
                  : null;
          if (constant == null) {
            return new Trail.Unique();
          }
          bound.add(constant);
        }
      }
      return new Trail.Instance(TupleValue.of(bound), member);
    }

    // ── Assignments ───────────────────────────────────────────────────────────────────────────

    private void equal(Expr.Native expr, Draft draft, Consumer<Draft> then) {
      Context context = draft.context();
      Variable variable = assignability.assigned(expr.value(0), context.env(), mode);
      if (variable == null || mode.value(context.states(), variable) != null) {
        test(expr, draft, then);
        return;
      }
      assign(variable, evaluator.evaluate(expr.value(1), context), expr, draft, then);
    }

    private void assign(
        Variable variable, SymValue value, Expr expr, Draft draft, Consumer<Draft> then) {
      Value standIn = standIns.get(variable);
      SymValue kept =
          standIn == null
              ? algebra.written(value, draft.context().site(expr.span()))
              : algebra.lift(standIn);
      States states = mode.assign(draft.context().states(), variable, kept);
      then.accept(draft.with(draft.context().with(states)));
    }

    private void member(Expr.Native expr, Draft draft, Consumer<Draft> then) {
      Context context = draft.context();
      Variable variable = assignability.assigned(expr.value(0), context.env(), mode);
      if (variable == null || mode.value(context.states(), variable) != null) {
        test(expr, draft, then);
        return;
      }
      SymValue set = evaluator.evaluate(expr.value(1), context);
      Picking.Pick pick = algebra.pick(set, variable.name(), context.site(expr.value(1).span()));
      Draft picked = draft.picking(pick, formulas);
      if (!picked.guard().isFalse()) {
        assign(variable, pick.value(), expr, picked, then);
      }
    }

    private void unchanged(Expr expr, Draft draft, Consumer<Draft> then) {
      unchanged(assignability.parts(expr), 0, draft, then);
    }

    private void unchanged(List<Expr> parts, int at, Draft draft, Consumer<Draft> then) {
      if (at == parts.size()) {
        then.accept(draft);
        return;
      }
      Expr part = parts.get(at);
      Context context = draft.context();
      Variable variable = assignability.variable(part, context.env());
      Consumer<Draft> rest = d -> unchanged(parts, at + 1, d, then);
      if (variable == null || mode.value(context.states(), variable) != null) {
        test(new Expr.Unchanged(part, part.span()), draft, rest);
        return;
      }
      SymValue now = evaluator.evaluate(new Expr.VariableRef(variable, part.span()), context);
      assign(variable, now, part, draft, rest);
    }

    /// Through every intermediate state, which the second action starts from.
    private void compose(Expr.Compose expr, Draft draft, Consumer<Draft> then) {
      Context home = draft.context();
      States origin = home.states();
      explore(
          expr.first(),
          draft.with(home.with(origin.toNext())),
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
}
