package skolem.encoder.transition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import skolem.encoder.eval.Context;
import skolem.encoder.eval.States;
import skolem.encoder.eval.SymbolicEvaluator;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.symbolic.Algebra;
import skolem.encoder.symbolic.Faults;
import skolem.encoder.symbolic.SymValue;
import skolem.frontend.kernel.Expr;
import skolem.frontend.kernel.Variable;
import skolem.frontend.model.Model;
import skolem.frontend.source.Code;
import skolem.frontend.value.Value;

/// Goes through an action as TLC does, from left to right, and collects the branches: it splits at
/// disjunctions and existential quantifiers that reach assignments, and evaluates all else.
///
/// A branch whose guard is seen to be FALSE is dropped.
public final class BranchExplorer {
  private final SymbolicEvaluator evaluator;
  private final Algebra algebra;
  private final Formulas formulas;
  private final List<Variable> variables;
  private final List<Variable> openConstants;
  private final Map<Variable, Value> standIns;
  private final Assignability assignability = new Assignability();
  private final Guards guards;

  public BranchExplorer(SymbolicEvaluator evaluator, List<Variable> variables) {
    this(evaluator, variables, List.of(), Map.of());
  }

  /// @param openConstants what stands behind the variables in every state, with the same value
  /// @param standIns what some variables are given instead of what is assigned to them
  public BranchExplorer(
      SymbolicEvaluator evaluator,
      List<Variable> variables,
      List<Variable> openConstants,
      Map<Variable, Value> standIns) {
    this.evaluator = evaluator;
    this.algebra = evaluator.algebra();
    this.formulas = algebra.formulas();
    this.variables = variables;
    this.openConstants = openConstants;
    this.standIns = Map.copyOf(standIns);
    this.guards = new Guards(evaluator);
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
    return branches(Mode.INITIAL, init, start, faults);
  }

  /// The ways to go on from a state.
  public List<Branch> next(Model.Named next, States state, Faults faults) {
    return step(next, state.toNext(variables), faults);
  }

  /// @param pair a state and a next one in which what never changes has its value, and nothing else
  ///   has one
  public List<Branch> step(Model.Named next, States pair, Faults faults) {
    return branches(Mode.NEXT, next, pair, faults);
  }

  /// What a part of an initial predicate makes of a state in which some variables have no value
  /// yet.
  ///
  /// @param states with the values that the part assigns
  /// @param witnesses how many witnesses of an arbitrary set stand for what it picks, at most
  record Partial(Formula guard, States states, List<Formula> picks, int witnesses) {}

  /// The ways to satisfy a part of an initial predicate, from a state that may lack values.
  List<Partial> partial(Expr part, States states, Faults faults) {
    List<Partial> found = new ArrayList<>();
    Draft start = Draft.start(evaluator.start(states, faults), "", part.span(), formulas);
    walk(Mode.INITIAL, true)
        .explore(
            part,
            start,
            d -> found.add(new Partial(d.guard(), d.context().states(), d.picks(), d.unique())));
    return found;
  }

  /// These states, and next ones in which no variable has a value.
  States toNext(States states) {
    return states.toNext(variables);
  }

  /// Goes through an action from states that may have values for variables of the next one.
  void walk(Expr action, Context context, Consumer<Draft> then) {
    Draft start = Draft.start(context, "", action.span(), formulas).frozen();
    Walk walk = walk(Mode.NEXT, false);
    algebra
        .witnesses()
        .whilePicking(() -> {
          walk.explore(action, start, then);
          return walk;
        });
  }

  private Walk walk(Mode mode, boolean picksWitnesses) {
    return new Walk(
        evaluator,
        guards,
        new Assignments(evaluator, mode, variables, standIns, assignability),
        new Elements(evaluator, picksWitnesses));
  }

  private List<Branch> branches(Mode mode, Model.Named action, States states, Faults faults) {
    List<Branch> branches = new ArrayList<>();
    Draft start =
        Draft.start(evaluator.start(states, faults), action.name(), action.expr().span(), formulas);
    walk(mode, true)
        .explore(
            action.expr(),
            start,
            draft -> {
              Branch branch = finished(mode, draft);
              if (branch != null) {
                branches.add(branch);
              }
            });
    return branches;
  }

  /// Null where variables are left without values, which is reported.
  private @Nullable Branch finished(Mode mode, Draft draft) {
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
      for (Variable constant : openConstants) {
        values.add(Objects.requireNonNull(mode.value(states, constant)));
      }
      return new Branch(
          draft.guard(), values, draft.label(), draft.picks(), draft.integerPicks(), draft.trail());
    }
    String which = String.join(", ", missing);
    String message =
        mode == Mode.INITIAL
            ? "the initial predicate gives no value to " + which
            : "action `" + draft.label().name() + "` gives no next value to " + which;
    Context context = draft.context();
    context
        .faults()
        .report(context.path(), formulas.truth(), Code.UNDEFINED, draft.label().span(), message);
    return null;
  }
}
