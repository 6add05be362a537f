package skolem.inductive.encode;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import skolem.encoder.eval.States;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.symbolic.Faults;
import skolem.encoder.symbolic.PickLimits;
import skolem.encoder.unroll.Frame;
import skolem.encoder.unroll.Query;
import skolem.encoder.unroll.Unrolling;
import skolem.frontend.kernel.Expr;
import skolem.frontend.model.Model;
import skolem.frontend.source.Code;
import skolem.frontend.source.RejectedException;
import skolem.frontend.verdict.Fault;
import skolem.inductive.matrix.Cell;
import skolem.inductive.matrix.VerdictMatrix;
import skolem.inductive.obligation.Lemma;
import skolem.inductive.obligation.Premises;

/// Encodes the obligations of an inductive invariant: one state that is arbitrary within the
/// invariant's bounds serves all actions, and each action leads to a state of its own.
///
/// For induction over k steps the arbitrary state is followed by k - 1 others within the invariant.
public final class InductionEncoder {
  /// With how many elements of a set that is too large to be listed encoding begins.
  private static final int FEW_WITNESSES = 6;

  private static final int MOST_WITNESSES = 2_000;

  /// How often encoding is begun again. Where a question depends on elements that are asked about,
  /// more of them make more questions, for ever.
  private static final int MOST_ROUNDS = 6;

  private final Model model;
  private final Model.Named invariant;
  private final Model.Behaviour behaviour;
  private final List<Lemma> lemmas;
  private final PickLimits limits;
  private final boolean all;

  /// @param limits of the arbitrary state
  /// @param all whether all conjuncts are asked about; else some of them may be left out
  public InductionEncoder(
      Model model, Model.Named invariant, List<Lemma> lemmas, PickLimits limits, boolean all) {
    if (model.behaviour() == null) {
      throw new IllegalStateException("a model without a behaviour");
    }
    this.model = model;
    this.behaviour = model.behaviour();
    this.invariant = invariant;
    this.lemmas = lemmas;
    this.limits = limits;
    this.all = all;
  }

  // ── From the initial states ─────────────────────────────────────────────────────────────────

  /// `Init => conjunct`, and the same after up to `steps` steps, of behaviours that come so far;
  /// there, before the last of them, also what the invariant is to imply: induction shows it of the
  /// last of several states only.
  public Column initiation(Predicate<Lemma> asked, List<Model.Named> implied, int steps) {
    Unrolling unrolling = new Unrolling(model.from(behaviour.init(), List.of(invariant)), limits);
    List<Goal.Wrong> errors = undefined(unrolling.begin());
    List<Formula> given = unrolling.last().constraints();
    List<Goal> goals = new ArrayList<>(goals(unrolling, unrolling.frames(), asked));
    Formula reached = unrolling.formulas().truth();
    for (int step = 1; step <= steps; step++) {
      Formula before = reached;
      Stream.concat(implied(unrolling, implied).stream(), Stream.of(defined(unrolling)))
          .forEach(goal -> goals.add(where(before, goal, unrolling.formulas())));
      List<Formula> taken = new ArrayList<>(unrolling.extend().constraints());
      taken.add(before);
      reached = unrolling.formulas().and(taken);
      for (Goal goal : goals(unrolling, unrolling.frames(), asked)) {
        goals.add(where(reached, goal, unrolling.formulas()));
      }
    }
    return new Column(
        Cell.INITIATION,
        unrolling.formulas(),
        model.variables(),
        errors,
        given,
        List.of(),
        goals,
        List.of(new Possibility(unrolling.formulas().truth(), "there is no initial state", true)),
        List.of());
  }

  /// The goal about the assignments that satisfy `condition` only.
  private static Goal where(Formula condition, Goal goal, Formulas formulas) {
    return new Goal(
        goal.lemma(),
        goal.frames(),
        goal.wrong().stream()
            .map(w -> new Goal.Wrong(formulas.and(condition, w.bad()), w.fault()))
            .toList(),
        formulas.and(condition, goal.bad()),
        goal.defined());
  }

  private static List<Goal.Wrong> undefined(List<Query> queries) {
    List<Goal.Wrong> wrong = new ArrayList<>();
    for (Query query : queries) {
      if (query instanceof Query.BeyondLimits(_, var diagnostic)) {
        throw new RejectedException(diagnostic);
      }
      if (query instanceof Query.Undefined(var bad, var diagnostic)) {
        wrong.add(new Goal.Wrong(bad, new Fault.EvaluationError(diagnostic)));
      }
    }
    return wrong;
  }

  /// The next-state relation has a value in the last state.
  private Goal defined(Unrolling unrolling) {
    return GoalEncoder.goal(
        new Lemma(Cell.DEFINED, behaviour.next().expr()),
        unrolling.frames(),
        undefined(unrolling.departureQueries()),
        unrolling.formulas().truth(),
        unrolling.formulas());
  }

  private List<Goal> goals(Unrolling unrolling, List<Frame> frames, Predicate<Lemma> asked) {
    GoalEncoder encoder = new GoalEncoder(unrolling, frames, invariant.name(), all);
    return lemmas.stream().map(encoder::next).filter(g -> asked.test(g.lemma())).toList();
  }

  /// What is to be implied, in the last state.
  private static List<Goal> implied(Unrolling unrolling, List<Model.Named> implied) {
    List<Goal> goals = new ArrayList<>();
    for (Model.Named predicate : implied) {
      GoalEncoder encoder = new GoalEncoder(unrolling, unrolling.frames(), predicate.name(), true);
      Lemma.of(predicate).forEach(lemma -> goals.add(encoder.next(lemma)));
    }
    return goals;
  }

  // ── Within the invariant ────────────────────────────────────────────────────────────────────

  /// The states that the obligations about steps begin with.
  public final class Within {
    private final Unrolling unrolling;
    private final Formulas formulas;
    private final List<Formula> given = new ArrayList<>();

    /// The conjuncts, in all states.
    private final List<Hypothesis> conjuncts = new ArrayList<>();

    private final States first;
    private List<Column> columns = List.of();

    private Within(int k, boolean simplePath, @Nullable Integer witnesses) {
      unrolling =
          new Unrolling(
              model.from(behaviour.init(), List.of(invariant)).unconstrained(),
              limits.withWitnesses(witnesses));
      formulas = unrolling.formulas();
      given.add(unrolling.beginAnywhere(lemmas.stream().map(Lemma::expr).toList()));
      first = unrolling.last().states();
      for (int i = 1; i < k; i++) {
        given.addAll(unrolling.extend().constraints());
      }
      List<Frame> frames = unrolling.frames();
      lemmas.forEach(lemma -> conjuncts.add(of(frames, lemma.name(), lemma.expr())));
      if (simplePath) {
        distinct();
      }
    }

    public List<Column> columns() {
      return columns;
    }

    /// A predicate of these states.
    private Hypothesis of(List<Frame> frames, String name, Expr predicate) {
      List<Formula> holds = new ArrayList<>();
      List<Formula> defined = new ArrayList<>();
      for (Frame frame : frames) {
        Faults faults = new Faults(formulas);
        States state = frame.depth() == 0 ? first : frame.states();
        Formula value = unrolling.holds(predicate, state, faults);
        faults.requireWithinLimits();
        List<Faults.Fault> undefined = faults.all();
        holds.add(undefined.isEmpty() ? value : unrolling.isCertain(predicate, state));
        undefined.forEach(f -> defined.add(f.condition().not()));
      }
      return hypothesis(name, formulas.and(holds), formulas.and(defined));
    }

    /// What the constraints say of these states, which are left, one after the other.
    ///
    /// @throws RejectedException where an action constraint may have no value
    private List<Hypothesis> constraints(List<Frame> left) {
      List<Hypothesis> all = new ArrayList<>();
      for (Model.Named constraint : model.constraints()) {
        all.add(of(left, VerdictMatrix.CONSTRAINT + constraint.name(), constraint.expr()));
      }
      for (Model.Named constraint :
          left.size() < 2 ? List.<Model.Named>of() : model.actionConstraints()) {
        Faults faults = new Faults(formulas);
        List<Formula> holds = new ArrayList<>();
        for (int i = 1; i < left.size(); i++) {
          States step = left.get(i - 1).stepTo(left.get(i));
          holds.add(unrolling.holds(constraint.expr(), step, faults));
        }
        for (Faults.Fault fault : faults.all()) {
          throw RejectedException.of(
              Code.UNSUPPORTED,
              fault.diagnostic().span(),
              "induction over several states needs action constraints that have a value in all"
                  + " steps; of this one it is not known: "
                  + fault.diagnostic().message());
        }
        String name = VerdictMatrix.ACTION_CONSTRAINT + constraint.name();
        all.add(hypothesis(name, formulas.and(holds), formulas.truth()));
      }
      return all;
    }

    private Hypothesis hypothesis(String name, Formula formula, Formula defined) {
      return new Hypothesis(name, formula, defined, formula.isChoiceFree());
    }

    private void distinct() {
      List<Frame> frames = unrolling.frames();
      for (int i = 0; i < frames.size(); i++) {
        for (int j = i + 1; j < frames.size(); j++) {
          Formula differ = unrolling.same(frames.get(i), frames.get(j)).not();
          conjuncts.add(hypothesis(Hypothesis.DISTINCT, differ, formulas.truth()));
        }
      }
    }

    /// `Ind /\ action => conjunct'` for each action.
    ///
    /// @param actions which columns of actions are asked for
    public List<Column> consecution(Predicate<String> actions, Predicate<Lemma> asked) {
      List<Column> columns = new ArrayList<>();
      Formula hasValue = defined(unrolling).bad().not();
      for (Map.Entry<String, Frame> action : unrolling.successors().entrySet()) {
        String name = Cell.column(action.getKey());
        if (actions.test(name)) {
          columns.add(consecution(name, action.getValue(), hasValue, asked));
        }
      }
      return columns;
    }

    /// @param hasValue that the next-state relation has a value; that it does is shown by itself
    private Column consecution(
        String action, Frame next, Formula hasValue, Predicate<Lemma> asked) {
      List<Frame> frames = new ArrayList<>(unrolling.frames());
      frames.add(next);
      List<Formula> constraints = new ArrayList<>(given);
      constraints.addAll(next.constraints());
      constraints.add(hasValue);
      return column(
          action,
          constraints,
          left(),
          goals(unrolling, frames, asked),
          List.of(new Possibility(formulas.truth(), neverEnabled(action), true)));
    }

    /// Within the invariant, the constraints and the next-state relation have a value: only then do
    /// the columns of actions say something of every step.
    public List<Column> definedness() {
      Column next =
          column(Cell.DEFINED, given, left(), List.of(defined(unrolling)), possibilities());
      if (model.constraints().isEmpty()) {
        return List.of(next);
      }
      GoalEncoder encoder = new GoalEncoder(unrolling, unrolling.frames(), Cell.DEFINED, false);
      List<Goal> constraints =
          model.constraints().stream()
              .map(c -> new Lemma(VerdictMatrix.CONSTRAINT + c.name(), c.expr()))
              .map(encoder::defined)
              .toList();
      return List.of(column(Cell.DEFINED, given, looked(), constraints, List.of()), next);
    }

    private List<Possibility> possibilities() {
      List<Possibility> all = new ArrayList<>();
      all.add(new Possibility(formulas.truth(), "no state satisfies the invariant", true));
      lemmas.forEach(lemma -> premises(lemma, all));
      return all;
    }

    /// A conjunct whose premises are all never true says nothing.
    private void premises(Lemma lemma, List<Possibility> to) {
      List<Formula> any = new ArrayList<>();
      List<Possibility> each = new ArrayList<>();
      for (Premises.Premise premise : Premises.of(lemma)) {
        Formula reached = unrolling.holds(premise.reached(), first, new Faults(formulas));
        String never =
            "in " + lemma.name() + ", the premise `" + premise.text() + "` is never true";
        any.add(reached);
        each.add(new Possibility(reached, never, false));
      }
      if (each.size() == 1) {
        to.add(new Possibility(any.getFirst(), each.getFirst().otherwise(), true));
      } else if (each.size() > 1) {
        String never = "in " + lemma.name() + ", none of the premises is ever true";
        to.add(new Possibility(formulas.or(any), never, true));
        to.addAll(each);
      }
    }

    /// `Ind => conjunct` of what the invariant is to imply. No constraint is assumed of the state
    /// that this is about: states outside are looked at, too, and not left.
    public Column implication(List<Model.Named> implied) {
      return column(Cell.IMPLICATION, given, looked(), implied(unrolling, implied), List.of());
    }

    /// What may be assumed where the last state is looked at.
    private List<Hypothesis> looked() {
      List<Frame> frames = unrolling.frames();
      return with(constraints(frames.subList(0, frames.size() - 1)));
    }

    /// What may be assumed where the last state is left, too.
    private List<Hypothesis> left() {
      return with(constraints(unrolling.frames()));
    }

    private List<Hypothesis> with(List<Hypothesis> constraints) {
      List<Hypothesis> all = new ArrayList<>(conjuncts);
      all.addAll(constraints);
      return all;
    }

    /// The conjuncts that bound the variables: every obligation uses them.
    public List<Lemma> bounds() {
      Set<Expr> bounding = Collections.newSetFromMap(new IdentityHashMap<>());
      bounding.addAll(unrolling.bounding());
      return lemmas.stream().filter(lemma -> bounding.contains(lemma.expr())).toList();
    }

    /// The variables that no conjunct bounds, which are bounded by what is assigned to them.
    public List<String> boundedByAssignments() {
      return unrolling.boundedByAssignments();
    }

    /// @param possibilities asked about one state only: a path of several says nothing of them
    private Column column(
        String name,
        List<Formula> constraints,
        List<Hypothesis> hypotheses,
        List<Goal> goals,
        List<Possibility> possibilities) {
      boolean single = unrolling.frames().size() == 1;
      List<Formula> all = new ArrayList<>(constraints);
      all.addAll(unrolling.witnessConstraints());
      return new Column(
          name,
          formulas,
          model.variables(),
          List.of(),
          all,
          hypotheses,
          goals,
          single ? possibilities : List.of(),
          unrolling.choices());
    }
  }

  /// Encodes obligations about the states that steps begin with: `k` of them.
  ///
  /// An arbitrary set that is too large to be listed is encoded by so few elements as the
  /// obligations need, which is known when they have been encoded: they are encoded again where
  /// there were too few.
  ///
  /// @param simplePath whether the states may be assumed to differ from one another
  /// @param obligations encodes them
  /// @return with the columns of these obligations
  /// @throws RejectedException where no conjunct bounds a variable
  public Within within(int k, boolean simplePath, Function<Within, List<Column>> obligations) {
    int witnesses = FEW_WITNESSES;
    for (int round = 0; round < MOST_ROUNDS && witnesses <= MOST_WITNESSES; round++) {
      Within within = new Within(k, simplePath, k == 1 && !simplePath ? witnesses : null);
      within.columns = List.copyOf(obligations.apply(within));
      int needed = within.unrolling.witnessesNeeded();
      if (needed <= witnesses) {
        return within;
      }
      witnesses = needed;
    }
    throw RejectedException.of(
        Code.UNSUPPORTED,
        invariant.expr().span(),
        "the invariant asks for too many properties of the elements of a set that cannot be listed,"
            + " or for properties that depend on other elements of it");
  }

  /// What to say of an action that cannot be taken within the invariant.
  public static String neverEnabled(String action) {
    return "action " + action + " is never enabled within the invariant";
  }
}
