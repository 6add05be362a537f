package skolem.encoder.unroll;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import skolem.encoder.abstraction.Fact;
import skolem.encoder.abstraction.Facts;
import skolem.encoder.abstraction.Form;
import skolem.encoder.abstraction.Restriction;
import skolem.encoder.abstraction.StateOfForm;
import skolem.encoder.eval.CertainTruth;
import skolem.encoder.eval.ConstantApplications;
import skolem.encoder.eval.Context;
import skolem.encoder.eval.States;
import skolem.encoder.eval.SymbolicEvaluator;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.symbolic.Algebra;
import skolem.encoder.symbolic.Faults;
import skolem.encoder.symbolic.PickLimits;
import skolem.encoder.symbolic.Site;
import skolem.encoder.symbolic.SymValue;
import skolem.encoder.transition.ArbitraryState;
import skolem.encoder.transition.Branch;
import skolem.encoder.transition.BranchExplorer;
import skolem.frontend.kernel.Expr;
import skolem.frontend.kernel.Variable;
import skolem.frontend.model.ConeOfInfluence;
import skolem.frontend.model.Model;
import skolem.frontend.source.Code;
import skolem.frontend.source.RejectedException;
import skolem.frontend.source.Span;
import skolem.frontend.value.Value;
import skolem.frontend.verdict.State;

/// Unrolls a model frame by frame, and says what is bad in a frame.
///
/// The behaviours are TLC's: a state outside the CONSTRAINT is looked at and not left; a step
/// outside the ACTION_CONSTRAINT is taken, and its end is not left.
public final class Unrolling {
  private final Model model;
  private final PickLimits limits;
  private final ConeOfInfluence cone;
  private final ConstantApplications known;
  private final Formulas formulas = new Formulas();
  private final Algebra algebra;
  private final SymbolicEvaluator evaluator;
  private final BranchExplorer explorer;
  private final List<Variable> cells;
  private final OpenConstants constants;
  private final List<Frame> frames = new ArrayList<>();
  private @Nullable Departure departure;
  private @Nullable ArbitraryState anywhere;
  private boolean initial = true;

  public Unrolling(Model model) {
    this(model, PickLimits.NONE);
  }

  public Unrolling(Model model, PickLimits limits) {
    this(model, limits, ConeOfInfluence.ALL, new ConstantApplications());
  }

  /// @param cone what is outside is not unrolled: one value stands for all
  public Unrolling(Model model, ConeOfInfluence cone) {
    this(model, PickLimits.NONE, cone, new ConstantApplications());
  }

  private Unrolling(
      Model model, PickLimits limits, ConeOfInfluence cone, ConstantApplications known) {
    this.model = model;
    this.known = known;
    this.limits = limits;
    this.cone = cone;
    this.algebra = new Algebra(formulas, limits);
    this.evaluator = new SymbolicEvaluator(algebra, known);
    List<Variable> open =
        model.additions().parameters().stream().map(Model.Parameter::variable).toList();
    this.cells = Stream.concat(model.variables().stream(), open.stream()).toList();
    this.explorer = new BranchExplorer(evaluator, model.variables(), open, cone.outside());
    this.constants = OpenConstants.of(model, evaluator);
  }

  /// Another unrolling of the same, of which no frame is made yet.
  public Unrolling again() {
    return new Unrolling(model, limits, cone, known);
  }

  public Formulas formulas() {
    return formulas;
  }

  public Model model() {
    return model;
  }

  /// What of the states is unrolled.
  public ConeOfInfluence cone() {
    return cone;
  }

  private Model.Behaviour behaviour() {
    if (model.behaviour() == null) {
      throw RejectedException.of(
          Code.CONFIG_BEHAVIOUR, Span.NONE, "the configuration names no behaviour to check");
    }
    return model.behaviour();
  }

  /// All frames made so far, by depth.
  public List<Frame> frames() {
    return List.copyOf(frames);
  }

  public Frame last() {
    return frames.getLast();
  }

  // ── Frames ──────────────────────────────────────────────────────────────────────────────────

  /// Makes frame 0.
  ///
  /// @throws RejectedException where the model has no behaviour
  /// @return what goes wrong in evaluating the initial predicate, and what open constants are
  ///   subject to
  public List<Query> begin() {
    Faults faults = new Faults(formulas);
    faults.addAll(constants.faults(), fault -> fault);
    Faults ofInit = new Faults(formulas);
    List<Branch> branches =
        explorer.initial(behaviour().init(), constants.start(model.variables()).at(1), ofInit);
    faults.addAll(ofInit.all(), fault -> formulas.and(constants.constraint(), fault));
    frames.add(frame(0, branches, List.of(constants.constraint())));
    return Query.undefined(faults.all());
  }

  /// Makes frame 0 an arbitrary state that satisfies the bounds among these conjuncts.
  ///
  /// @return what the state's variables must satisfy to be within the bounds
  /// @throws RejectedException where no conjunct bounds a variable
  public Formula beginAnywhere(List<Expr> conjuncts) {
    ArbitraryState state =
        ArbitraryState.within(conjuncts, behaviour(), model.variables(), evaluator);
    frames.add(new Frame(0, 0, state.values(), List.of(), List.of(state.constraint())));
    anywhere = state;
    initial = false;
    return state.constraint();
  }

  /// Makes frame 0 any state of these forms.
  ///
  /// @return its variables, each with the fact that it stands for
  public SequencedMap<Formula, Fact> beginWithin(List<Form> forms) {
    StateOfForm state = StateOfForm.arbitrary(forms, formulas);
    frames.add(new Frame(0, 0, state.values(), List.of(), List.of(state.constraint())));
    initial = false;
    return state.variables();
  }

  /// The formulas of the facts about a frame that may be true; its values have forms.
  public Map<Fact, Formula> facts(int depth) {
    return Facts.of(frames.get(depth).values(), formulas);
  }

  /// The Boolean variables that choose the arbitrary state of frame 0; none where it is not one.
  public List<Formula> choices() {
    return anywhere == null ? List.of() : anywhere.choices();
  }

  /// The conjuncts that bound the arbitrary state of frame 0.
  public List<Expr> bounding() {
    return anywhere == null ? List.of() : anywhere.bounding();
  }

  /// The variables of frame 0 that no conjunct bounds, and which have any value made of what is
  /// assigned to them.
  public List<String> boundedByAssignments() {
    return anywhere == null ? List.of() : anywhere.assigned();
  }

  /// Whether a state predicate holds in a frame.
  ///
  /// @param faults is told when the predicate has no value there
  public Formula holds(Expr predicate, int depth, Faults faults) {
    return holds(predicate, frames.get(depth).states(), faults);
  }

  /// Whether a state predicate holds in the state of a frame.
  ///
  /// @param state [Frame#states], the same object for all predicates, so that they share the values
  ///   of definitions
  /// @param faults is told when the predicate has no value there
  public Formula holds(Expr predicate, States state, Faults faults) {
    return evaluator.holds(predicate, evaluator.start(state, faults));
  }

  /// Whether a state predicate is true in the state of a frame whatever its parts without a value
  /// may be.
  public Formula isCertain(Expr predicate, States state) {
    return new CertainTruth(evaluator).of(predicate, evaluator.start(state, new Faults(formulas)));
  }

  /// What may be assumed of the elements that stand for sets too large to be listed, as far as
  /// something has been asked about them.
  public List<Formula> witnessConstraints() {
    return algebra.witnesses().constraints();
  }

  /// How many elements must stand for a set that is too large to be listed, for what was asked so
  /// far; zero where there is no such set.
  public int witnessesNeeded() {
    return algebra.witnesses().needed();
  }

  /// Whether two frames show the same state.
  public Formula same(Frame left, Frame right) {
    Context context = evaluator.start(left.states(), new Faults(formulas));
    List<Formula> same = new ArrayList<>();
    for (Variable variable : model.variables()) {
      same.add(
          algebra.equal(
              left.values().get(variable.index()),
              right.values().get(variable.index()),
              context.site(variable.span())));
    }
    return formulas.and(same);
  }

  /// Whether a state predicate holds in a frame; where it has no value, anything.
  ///
  /// @throws RejectedException where evaluation may come to a limit of the encoder
  public Formula holds(Expr predicate, int depth) {
    Faults faults = new Faults(formulas);
    Formula holds = holds(predicate, depth, faults);
    faults.requireWithinLimits();
    return holds;
  }

  /// The value of a state function in a frame, as a state could hold it.
  ///
  /// @param faults is told where it has none
  public SymValue value(Expr function, int depth, Faults faults) {
    Context context = evaluator.start(frames.get(depth).states(), faults);
    return algebra.written(evaluator.evaluate(function, context), context.site(function.span()));
  }

  /// Whether a symbolic value is this constant.
  public Formula is(SymValue value, Value constant) {
    Site anywhere = evaluator.start(States.none(), new Faults(formulas)).site(Span.NONE);
    return algebra.equal(value, algebra.lift(constant), anywhere);
  }

  /// Whether a frame shows exactly this state.
  public Formula shows(State state, int depth) {
    List<Formula> same = new ArrayList<>();
    for (Variable variable : model.variables()) {
      same.add(is(frames.get(depth).values().get(variable.index()), state.value(variable.name())));
    }
    return formulas.and(same);
  }

  /// Makes the next frame.
  public Frame extend() {
    Departure from = departure();
    Frame to = frame(last().depth() + 1, from.branches(), List.of(from.within()));
    frames.add(to);
    departure = null;
    return to;
  }

  /// Leaves out of the last frame what is true of it on no behaviour; to be done before anything is
  /// asked about it.
  public void restrict(Set<Fact> impossible) {
    Frame last = frames.removeLast();
    frames.add(last.with(Restriction.without(impossible, last.values(), formulas)));
  }

  /// Looks only at the behaviours whose last frame shows this state, outside of a cone whatever
  /// state; to be done before anything is asked about it.
  public void confine(State state, ConeOfInfluence within) {
    Frame last = frames.removeLast();
    List<SymValue> values = new ArrayList<>(last.values());
    List<Formula> constraints = new ArrayList<>(last.constraints());
    for (Variable variable : model.variables()) {
      if (!within.outside().containsKey(variable)) {
        Value value = state.value(variable.name());
        constraints.add(is(values.get(variable.index()), value));
        values.set(variable.index(), algebra.lift(value));
      }
    }
    frames.add(new Frame(last.depth(), last.place(), values, last.arrivals(), constraints));
  }

  /// The ways to go on from the last frame.
  public List<Branch> departures() {
    return departure().branches();
  }

  /// Goes on from the last frame by these ways only; no other can be taken on any behaviour.
  public void departBy(List<Branch> branches) {
    Departure from = departure();
    departure = new Departure(from.within(), branches, from.faults());
  }

  /// Goes on from the last frame by steps of one action only.
  public void departBy(String action) {
    departBy(departures().stream().filter(branch -> branch.label().name().equals(action)).toList());
  }

  /// For each action, the frame that its steps alone lead to. The unrolling does not go on by this.
  public Map<String, Frame> successors() {
    Departure from = departure();
    Map<String, List<Branch>> actions = new LinkedHashMap<>();
    for (Branch branch : from.branches()) {
      actions.computeIfAbsent(branch.label().name(), _ -> new ArrayList<>()).add(branch);
    }
    Map<String, Frame> successors = new LinkedHashMap<>();
    actions.forEach((action, branches) ->
        successors.put(action, frame(last().depth() + 1, branches, List.of(from.within()))));
    return successors;
  }

  private Frame frame(int depth, List<Branch> branches, List<Formula> before) {
    List<Formula> constraints = new ArrayList<>(before);
    List<Frame.Arrival> arrivals = new ArrayList<>(branches.size());
    if (branches.size() == 1) {
      arrivals.add(new Frame.Arrival(branches.getFirst(), formulas.truth()));
      constraints.add(branches.getFirst().guard());
    } else {
      List<Formula> taken = new ArrayList<>(branches.size());
      for (Branch branch : branches) {
        Formula selector = formulas.freshVariable(branch.label().name() + "@" + depth);
        taken.add(selector);
        arrivals.add(new Frame.Arrival(branch, selector));
        constraints.add(formulas.implies(selector, branch.guard()));
      }
      constraints.add(formulas.or(taken));
      constraints.add(formulas.atMostOne(taken));
    }
    return new Frame(depth, initial ? depth + 1 : 0, merged(arrivals), arrivals, constraints);
  }

  private List<SymValue> merged(List<Frame.Arrival> arrivals) {
    List<SymValue> values = new ArrayList<>(cells.size());
    for (int i = 0; i < cells.size(); i++) {
      List<SymValue.Alternative> alternatives = new ArrayList<>(arrivals.size());
      for (Frame.Arrival arrival : arrivals) {
        alternatives.add(
            new SymValue.Alternative(arrival.taken(), arrival.branch().values().get(i)));
      }
      values.add(algebra.merge(alternatives));
    }
    return values;
  }

  /// How behaviours go on from the last frame.
  ///
  /// @param within whether the model's constraints let them go on at all
  /// @param faults what goes wrong in finding out
  private record Departure(Formula within, List<Branch> branches, List<Faults.Fault> faults) {}

  private Departure departure() {
    if (departure == null) {
      Faults faults = new Faults(formulas);
      algebra.derivations().begin(last().values());
      Formula within = within(last(), faults);
      Faults onTheWay = new Faults(formulas);
      List<Branch> branches =
          explorer.step(behaviour().next(), last().states().toNext(model.variables()), onTheWay);
      faults.addAll(onTheWay.all(), f -> formulas.and(within, f));
      departure = new Departure(within, branches, faults.all());
    }
    return departure;
  }

  /// That the constraints let behaviours go on from the frame at this depth, and have a value.
  public Formula mayLeave(int depth) {
    Faults faults = new Faults(formulas);
    List<Formula> all = new ArrayList<>();
    all.add(within(frames.get(depth), faults));
    faults.requireWithinLimits();
    faults.all().forEach(fault -> all.add(fault.condition().not()));
    return formulas.and(all);
  }

  private Formula within(Frame frame, Faults faults) {
    List<Formula> constraints = new ArrayList<>();
    Context state = evaluator.start(frame.states(), faults);
    for (Model.Named constraint : model.constraints()) {
      constraints.add(evaluator.holds(constraint.expr(), state));
    }
    if (frame.depth() > 0 && !model.actionConstraints().isEmpty()) {
      Context step = evaluator.start(frames.get(frame.depth() - 1).stepTo(frame), faults);
      for (Model.Named constraint : model.actionConstraints()) {
        constraints.add(evaluator.holds(constraint.expr(), step));
      }
    }
    return formulas.and(constraints);
  }

  // ── Questions about the last frame ──────────────────────────────────────────────────────────

  /// The ways in which the last frame may be bad: each conjunct of each invariant, each property of
  /// initial states and of steps, and each evaluation error in them.
  public List<Query> invariantQueries() {
    return invariantQueries(false);
  }

  /// @param each whether a conjunct counts as false also where one before it is
  public List<Query> invariantQueries(boolean each) {
    return new InvariantQuestions(model, evaluator, each).about(frames, initial);
  }

  /// Whether the last frame's state has no successor, and what goes wrong in looking for one.
  ///
  /// A choice of integers within a guard cannot be quantified over: the answer is then null, for
  /// "not known".
  public @Nullable Query deadlockQuery() {
    List<Formula> enabled = new ArrayList<>();
    for (Branch branch : departure().branches()) {
      if (branch.integerPicks()) {
        return null;
      }
      enabled.add(formulas.exists(branch.picks(), branch.guard()));
    }
    return new Query.Stuck(formulas.and(departure().within(), formulas.or(enabled).not()));
  }

  /// What goes wrong in evaluating the next-state relation in the last frame's state.
  public List<Query> departureQueries() {
    return Query.undefined(departure().faults());
  }

  /// Requires the assumptions of the model; where constants are left open, they are those that
  /// satisfy the assumptions.
  ///
  /// @throws RejectedException where one is false or has no value, or is not supported
  public void requireAssumptions() {
    if (constants.values().isEmpty()) {
      model.assumptions().forEach(this::require);
    }
  }

  /// @throws RejectedException where the assumption is false or has no value, or is not supported
  public void require(Model.Named assumption) {
    Faults faults = new Faults(formulas);
    Formula holds = evaluator.holds(assumption.expr(), evaluator.start(States.none(), faults));
    for (Faults.Fault fault : faults.all()) {
      if (!fault.condition().isFalse()) {
        throw new RejectedException(fault.diagnostic());
      }
    }
    if (!holds.isTrue()) {
      throw RejectedException.of(
          Code.ASSUMPTION,
          assumption.expr().span(),
          "assumption `" + assumption.name() + "` is false");
    }
  }
}
