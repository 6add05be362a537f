package skolem.explicit.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import skolem.explicit.eval.ActionEnumerator;
import skolem.explicit.eval.Evaluator;
import skolem.explicit.eval.Labeling;
import skolem.explicit.eval.Obstacle;
import skolem.explicit.eval.Registers;
import skolem.explicit.eval.States;
import skolem.frontend.kernel.Expr;
import skolem.frontend.kernel.Variable;
import skolem.frontend.model.Model;
import skolem.frontend.model.SafetyProperties;
import skolem.frontend.source.Code;
import skolem.frontend.source.RejectedException;
import skolem.frontend.source.Span;
import skolem.frontend.value.FunctionValue;
import skolem.frontend.value.RecordValue;
import skolem.frontend.value.StringValue;
import skolem.frontend.value.TupleValue;
import skolem.frontend.value.Value;
import skolem.frontend.verdict.ActionLabel;
import skolem.frontend.verdict.Fault;
import skolem.frontend.verdict.State;
import skolem.frontend.verdict.Trace;

/// The state graph of a model: initial states, successors, constraints, and which states count as
/// one.
///
/// A state is an array of values in the order of the variables. A level is a state's place in its
/// behaviour, from 1. Every method throws [RejectedException] where an expression has no value.
public final class StateSpace {
  private final Model model;
  private final Model.Behaviour behaviour;
  private final SafetyProperties safety;
  private final List<Model.Named> invariants;
  private final List<String> names;
  private final Evaluator evaluator;
  private final ConjunctFinder conjuncts;
  private final @Nullable Symmetry symmetry;

  /// @param model one with a behaviour
  /// @param output takes what `Print` and `PrintT` write
  public StateSpace(Model model, Consumer<String> output) {
    this(model, output, Registers.empty());
  }

  /// @param registers what `TLCGet` reads
  StateSpace(Model model, Consumer<String> output, Registers registers) {
    this(model, new Evaluator(output, registers));
  }

  /// @param evaluator of everything in the model
  public StateSpace(Model model, Evaluator evaluator) {
    if (model.behaviour() == null) {
      throw new IllegalArgumentException(model.name() + " has no behaviour");
    }
    this.model = model;
    this.behaviour = model.behaviour();
    this.safety = SafetyProperties.of(model);
    this.invariants = safety.invariants();
    this.names = model.variables().stream().map(Variable::name).toList();
    this.evaluator = evaluator;
    this.conjuncts = new ConjunctFinder(evaluator);
    this.symmetry =
        model.symmetry() == null
            ? null
            : Symmetry.generatedBy(
                evaluator.value(model.symmetry().expr(), States.NONE),
                model.symmetry().expr().span());
  }

  public Model model() {
    return model;
  }

  public List<String> variableNames() {
    return names;
  }

  /// Evaluates the assumptions; a false one is a [Code#ASSUMPTION].
  ///
  /// @return what `TLCSet` has written on the way
  static Registers checkAssumptions(Model model, Consumer<String> output) {
    Registers registers = Registers.empty();
    Evaluator evaluator = new Evaluator(output, registers);
    for (Model.Named assumption : model.assumptions()) {
      if (!evaluator.holds(assumption.expr(), States.NONE)) {
        throw RejectedException.of(
            Code.ASSUMPTION,
            assumption.expr().span(),
            "the assumption " + assumption.name() + " is false");
      }
    }
    return registers;
  }

  // ── The graph ───────────────────────────────────────────────────────────────────────────────

  /// Gives the sink every initial state, or only `target`, tested rather than enumerated.
  public boolean initialStates(Value @Nullable [] target, ActionEnumerator.Sink sink) {
    Model.Named init = behaviour.init();
    return evaluator
        .actions()
        .initialStates(init.name(), init.expr(), model.variables(), target, sink);
  }

  /// Gives the sink every successor of `state`, or only `target`, tested rather than enumerated.
  public boolean successors(
      Value[] state, int level, Value @Nullable [] target, ActionEnumerator.Sink sink) {
    Model.Named next = behaviour.next();
    return evaluator
        .actions()
        .successors(
            next.name(), next.expr(), model.variables(), States.of(state, level), target, sink);
  }

  /// What keeps a state from being an initial one; null where nothing does.
  public @Nullable Obstacle initialObstacle(Value[] state) {
    Model.Named init = behaviour.init();
    return evaluator.actions().initialObstacle(init.name(), init.expr(), state);
  }

  /// What keeps `successor` from being a successor of `state`; null where nothing does.
  public @Nullable Obstacle obstacle(Value[] state, int level, Value[] successor) {
    Model.Named next = behaviour.next();
    return evaluator
        .actions()
        .obstacle(next.name(), next.expr(), States.of(state, level), successor);
  }

  /// Whether the state constraints hold.
  public boolean satisfiesConstraints(Value[] state, int level) {
    return model.constraints().isEmpty() || allHold(model.constraints(), States.of(state, level));
  }

  /// Whether the action constraints hold.
  public boolean satisfiesActionConstraints(Value[] state, Value[] successor, int level) {
    return model.actionConstraints().isEmpty()
        || allHold(model.actionConstraints(), States.of(state, successor, level));
  }

  /// The invariants, and those that the temporal properties contain.
  public List<Model.Named> invariants() {
    return invariants;
  }

  /// The safety part of the temporal properties.
  public SafetyProperties safety() {
    return safety;
  }

  /// The first invariant that is false, or null; in an initial state, also a property of those.
  ///
  /// @throws RejectedException where an invariant before it has no value
  public Model.@Nullable Named falseInvariant(Value[] state, int level) {
    return falseInvariants(state, level, false).first();
  }

  /// What is wrong with a state or a step.
  ///
  /// @param formulas those that are false
  /// @param error of the first that has no value, or null
  record Wrong(List<Model.Named> formulas, @Nullable RejectedException error) {
    static final Wrong NOTHING = new Wrong(List.of(), null);

    boolean isNothing() {
      return formulas.isEmpty() && error == null;
    }

    /// @throws RejectedException where there is an error
    Model.@Nullable Named first() {
      if (error != null) {
        throw error;
      }
      return formulas.isEmpty() ? null : formulas.getFirst();
    }
  }

  /// The invariants that are false; in an initial state, also properties of those.
  ///
  /// @param all whether to look beyond the first that is false or has no value
  Wrong falseInvariants(Value[] state, int level, boolean all) {
    List<Model.Named> formulas =
        level > 1 || safety.initially().isEmpty()
            ? invariants
            : Stream.concat(invariants.stream(), safety.initially().stream()).toList();
    return formulas.isEmpty() ? Wrong.NOTHING : wrong(formulas, States.of(state, level), all);
  }

  /// The action properties that the step makes false.
  ///
  /// @param all whether to look beyond the first that is false or has no value
  Wrong falseSteps(Value[] state, Value[] successor, int level, boolean all) {
    return safety.steps().isEmpty()
        ? Wrong.NOTHING
        : wrong(safety.steps(), States.of(state, successor, level), all);
  }

  /// Whether the conjunct of `invariant` at this place is false.
  public boolean isFalse(Model.Named invariant, Span conjunct, Value[] state, int level) {
    return conjuncts.isFalse(invariant.expr(), conjunct, States.of(state, level));
  }

  /// Whether an action property allows the step.
  public boolean allows(Model.Named property, Value[] state, Value[] successor, int level) {
    return evaluator.holds(property.expr(), States.of(state, successor, level));
  }

  /// Whether the conjunct of an action property at this place is false of a step.
  public boolean isFalse(
      Model.Named property, Span conjunct, Value[] state, Value[] successor, int level) {
    return conjuncts.isFalse(property.expr(), conjunct, States.of(state, successor, level));
  }

  /// The fault that an action property makes that is false.
  static Fault.StepFalse falseStep(Model.Named property) {
    return new Fault.StepFalse(
        property.name(), property.expr().span().text(), property.expr().span());
  }

  /// Whether a state predicate of the model holds.
  public boolean holds(Model.Named formula, Value[] state, int level) {
    return evaluator.holds(formula.expr(), States.of(state, level));
  }

  private boolean allHold(List<Model.Named> formulas, States states) {
    for (Model.Named formula : formulas) {
      if (!evaluator.holds(formula.expr(), states)) {
        return false;
      }
    }
    return true;
  }

  private Wrong wrong(List<Model.Named> formulas, States states, boolean all) {
    Wrong wrong = Wrong.NOTHING;
    for (Model.Named formula : formulas) {
      try {
        if (!evaluator.holds(formula.expr(), states)) {
          wrong =
              new Wrong(
                  Stream.concat(wrong.formulas.stream(), Stream.of(formula)).toList(), wrong.error);
        }
      } catch (RejectedException error) {
        wrong = wrong.error == null ? new Wrong(wrong.formulas, error) : wrong;
      }
      if (!all && !wrong.isNothing()) {
        return wrong;
      }
    }
    return wrong;
  }

  /// Whether a constant formula, such as a postcondition, holds.
  boolean holds(Model.Named formula) {
    return evaluator.holds(formula.expr(), States.NONE);
  }

  /// The fault that `invariant`, which is false, makes, with the conjunct that is to blame.
  public Fault.InvariantFalse explain(Model.Named invariant, Value[] state, int level) {
    Expr conjunct = conjuncts.firstFalse(invariant.expr(), States.of(state, level));
    return new Fault.InvariantFalse(invariant.name(), conjunct.span().text(), conjunct.span());
  }

  /// Whether a predicate of the sequence of states holds of these.
  public boolean holds(Model.TraceInvariant invariant, List<Value[]> states) {
    List<Value> records = new ArrayList<>();
    for (Value[] state : states) {
      Map<Value, Value> fields = new TreeMap<>();
      for (int i = 0; i < state.length; i++) {
        fields.put(new StringValue(names.get(i)), state[i]);
      }
      records.add(FunctionValue.of(fields));
    }
    Expr sequence = new Expr.Literal(TupleValue.of(records), invariant.span());
    return evaluator.holds(invariant.of(sequence), States.of(states.getLast(), states.size()));
  }

  // ── Identity ────────────────────────────────────────────────────────────────────────────────

  /// Equal for states that count as one: under the view, up to symmetry.
  public long fingerprint(Value[] state, int level) {
    if (symmetry == null && model.view() == null) {
      return TupleValue.fingerprint(state);
    }
    return symmetry == null
        ? viewed(state, level).fingerprint()
        : symmetry.least(state, permuted -> viewed(permuted, level)).fingerprint();
  }

  private Value viewed(Value[] state, int level) {
    return model.view() == null
        ? TupleValue.of(state)
        : evaluator.value(model.view().expr(), States.of(state, level));
  }

  // ── For people ──────────────────────────────────────────────────────────────────────────────

  public State state(Value[] values) {
    return new State(names, List.of(values));
  }

  /// What ALIAS makes of a trace: each state and its successor (the last its own) give a record,
  /// whose fields are shown instead of the variables. The same trace where the model has no ALIAS,
  /// and the same state where the alias is not a record.
  public Trace aliased(Trace trace) {
    Model.Named alias = model.alias();
    if (alias == null) {
      return trace;
    }
    List<State> shown = new ArrayList<>();
    for (int depth = 0; depth <= trace.length(); depth++) {
      State state = trace.state(depth);
      Value[] values = state.values().toArray(new Value[0]);
      Value[] after =
          trace.state(Math.min(depth + 1, trace.length())).values().toArray(new Value[0]);
      Value image = evaluator.value(alias.expr(), States.of(values, after, depth + 1));
      shown.add(
          image instanceof RecordValue record
              ? new State(record.names(), record.results())
              : state);
    }
    List<Trace.Step> steps = new ArrayList<>();
    for (int i = 0; i < trace.length(); i++) {
      steps.add(new Trace.Step(trace.steps().get(i).action(), shown.get(i + 1)));
    }
    return new Trace(trace.constants(), shown.getFirst(), steps);
  }

  public ActionLabel label(Labeling labeling, Value[] state, Value[] successor, int level) {
    return labeling.label(evaluator, States.of(state, successor, level));
  }
}
