package skolem.inductive.prove;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import skolem.encoder.decode.TraceDecoder;
import skolem.encoder.formula.Assignment;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.formula.Valuation;
import skolem.frontend.source.RejectedException;
import skolem.frontend.verdict.Fault;
import skolem.frontend.verdict.Trace;
import skolem.inductive.cache.VerdictCache;
import skolem.inductive.encode.Column;
import skolem.inductive.encode.Goal;
import skolem.inductive.encode.Hypothesis;
import skolem.inductive.encode.Possibility;
import skolem.inductive.matrix.Cell;
import skolem.inductive.prove.PossibilityFinding.Verdict;
import skolem.solver.engine.SolverSessions;
import skolem.solver.session.Answer;
import skolem.solver.session.Budget;
import skolem.solver.session.SolverSession;

/// Discharges obligations of one column, in one session.
///
/// Few conjuncts matter to an obligation: it is tried with none, and those that a model falsifies
/// are added until the model is a counterexample or there is none. What the proof then needed of
/// them is its core.
final class CellProver implements AutoCloseable {
  private final Column column;
  private final ProofRequest.Effort effort;
  private final Reaching reach;
  private final @Nullable KnownProofs known;
  private final Formulas formulas;
  private @Nullable SolverSession session;

  /// @param reach says whether the first state of a counterexample can be reached
  /// @param cache the proofs of earlier runs, null for none
  CellProver(
      Column column, ProofRequest.Effort effort, Reaching reach, @Nullable VerdictCache cache) {
    this.column = column;
    this.effort = effort;
    this.reach = reach;
    this.known = cache == null ? null : new KnownProofs(cache, column);
    this.formulas = column.formulas().extension();
  }

  private SolverSession session() {
    if (session == null) {
      session = SolverSessions.open(effort.engine(), formulas);
      column.given().forEach(session::assertThat);
    }
    return session;
  }

  /// Requires that what ends the proof is not possible; to be called before anything is asked.
  ///
  /// @throws RejectedException where it is not known to be impossible
  void requireNoError() {
    for (Goal.Wrong error : column.errors()) {
      if (error.fault() instanceof Fault.EvaluationError(var diagnostic)
          && !isImpossible(error.bad())) {
        throw new RejectedException(diagnostic);
      }
    }
  }

  /// Whether a formula is impossible, whatever else is assumed.
  private boolean isImpossible(Formula formula) {
    if (formula.isFalse() || (known != null && List.of().equals(known.impossible(formula)))) {
      return true;
    }
    boolean impossible = session().check(List.of(formula), effort.budget()) instanceof Answer.Unsat;
    if (impossible && known != null) {
      known.recordImpossible(formula, List.of());
    }
    return impossible;
  }

  // ── Goals ───────────────────────────────────────────────────────────────────────────────────

  Cell discharge(Goal goal) {
    long start = System.nanoTime();
    Cell.Finding finding = remembered(goal);
    return new Cell(
        column.name(), goal.lemma(), finding, Duration.ofNanos(System.nanoTime() - start));
  }

  private Cell.Finding remembered(Goal goal) {
    Cell.Finding evident = evident(goal, column.hypotheses());
    if (evident != null || known == null) {
      return evident == null ? find(goal, column.hypotheses()) : evident;
    }
    List<String> core = known.impossible(goal.bad());
    if (core != null) {
      return new Cell.Finding.Proved(core, Cell.Evidence.KNOWN);
    }
    Cell.Finding finding = find(goal, column.hypotheses());
    if (finding instanceof Cell.Finding.Proved proved) {
      known.recordImpossible(goal.bad(), proved.core());
    }
    return finding;
  }

  /// What is seen without a solver.
  private static Cell.@Nullable Finding evident(Goal goal, List<Hypothesis> available) {
    if (goal.bad().isFalse()) {
      return new Cell.Finding.Proved(List.of(), Cell.Evidence.EVIDENT);
    }
    for (Hypothesis hypothesis : available) {
      if (hypothesis.formula() == goal.bad().not()) {
        return new Cell.Finding.Proved(List.of(hypothesis.name()), Cell.Evidence.EVIDENT);
      }
    }
    return null;
  }

  /// Whether a goal follows from some of the conjuncts.
  sealed interface Consequence {}

  /// It follows from these.
  record Needed(List<String> names) implements Consequence {}

  record Falls() implements Consequence {}

  record Open(String reason) implements Consequence {}

  /// Whether a goal follows from these conjuncts and what is no conjunct, and from which of them.
  ///
  /// @param left out of the conjuncts
  Consequence core(Goal goal, Set<String> left) {
    List<Hypothesis> available =
        column.hypotheses().stream().filter(h -> !left.contains(h.name())).toList();
    if (evident(goal, available) instanceof Cell.Finding.Proved(var core, _)) {
      return new Needed(core);
    }
    return switch (ask(goal.bad(), available)) {
      case Answer.Unsat(var core) -> new Needed(names(core, goal.bad()));
      case Answer.Sat _ -> new Falls();
      case Answer.Unknown(var reason) -> new Open(reason);
    };
  }

  private Cell.Finding find(Goal goal, List<Hypothesis> available) {
    return switch (ask(goal.bad(), available)) {
      case Answer.Unsat(var core) ->
          new Cell.Finding.Proved(names(core, goal.bad()), Cell.Evidence.SOLVED);
      case Answer.Unknown(var reason) -> new Cell.Finding.Undecided(reason);
      case Answer.Sat(var found) -> broken(goal, available, found);
    };
  }

  /// Whether `bad` is possible within all that is given and these hypotheses.
  private Answer ask(Formula bad, List<Hypothesis> available) {
    long start = System.nanoTime();
    Set<Formula> assumed = new LinkedHashSet<>();
    while (true) {
      List<Formula> assumptions = new ArrayList<>(assumed);
      assumptions.add(bad);
      Budget left = effort.budget().after(System.nanoTime() - start);
      // given & some of Ind(s) & ~conjunct(s')
      Answer answer = session().check(assumptions, left);
      if (!(answer instanceof Answer.Sat(var assignment))
          || !assumed.addAll(violated(available, assumed, assignment))) {
        return answer;
      }
    }
  }

  /// The first of the hypotheses not yet assumed that the assignment falsifies, and those that
  /// cannot be told.
  private List<Formula> violated(
      List<Hypothesis> available, Set<Formula> assumed, Assignment assignment) {
    Valuation valuation = new Valuation(formulas, assignment);
    List<Formula> violated = new ArrayList<>();
    List<Formula> unclear = new ArrayList<>();
    for (Hypothesis hypothesis : available) {
      Formula formula = hypothesis.formula();
      if (formula.isTrue() || assumed.contains(formula)) {
        continue;
      }
      if (!hypothesis.evaluable()) {
        unclear.add(formula);
      } else if (violated.isEmpty() && !valuation.holds(formula)) {
        violated.add(formula);
      }
    }
    return violated.isEmpty() ? unclear : violated;
  }

  private List<String> names(List<Formula> core, Formula bad) {
    List<Formula> hypotheses = core.stream().filter(f -> f != bad).toList();
    Set<Formula> needed = new HashSet<>(Minimization.core(session(), hypotheses, bad));
    return column.hypotheses().stream()
        .filter(h -> needed.contains(h.formula()))
        .map(Hypothesis::name)
        .distinct()
        .toList();
  }

  /// The counterexample, small, and such that the concrete evaluator, which reads from left to
  /// right, finds a value for everything before the fault.
  private Cell.Finding broken(Goal goal, List<Hypothesis> available, Assignment found) {
    List<Formula> assumptions = new ArrayList<>();
    for (Hypothesis hypothesis : available) {
      assumptions.add(hypothesis.formula());
      assumptions.add(hypothesis.defined());
    }
    assumptions.add(goal.defined());
    assumptions.add(goal.bad());
    Valuation candidate = new Valuation(formulas, found);
    Assignment readable = found;
    if (!assumptions.stream().allMatch(f -> f.isChoiceFree() && candidate.holds(f))) {
      if (!(session().check(assumptions, effort.budget()) instanceof Answer.Sat(var other))) {
        return new Cell.Finding.Undecided(
            "a counterexample was found only where a conjunct, read from left to right, has no"
                + " value");
      }
      readable = other;
    }
    Assignment least = Minimization.least(column.choices(), session(), assumptions, readable);
    Valuation valuation = new Valuation(formulas, least);
    Trace trace = TraceDecoder.decode(column.variables(), goal.frames(), valuation);
    Fault fault =
        goal.wrong().stream()
            .filter(w -> valuation.holds(w.bad()))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("nothing is wrong in the model"))
            .fault();
    boolean leaves = goal.lemma().name().equals(Cell.DEFINED) || !trace.steps().isEmpty();
    return new Cell.Finding.Broken(trace, fault, reach.of(trace, leaves));
  }

  // ── Possibilities ───────────────────────────────────────────────────────────────────────────

  /// What is to be said of all that should be possible within the invariant.
  List<PossibilityFinding> possibilities() {
    return column.possibilities().stream().map(this::finding).toList();
  }

  private PossibilityFinding finding(Possibility possibility) {
    Formula formula = possibility.formula();
    if (known != null && known.isPossible(formula)) {
      return new PossibilityFinding(possibility, Verdict.POSSIBLE, true);
    }
    if (known != null && known.impossible(formula) != null) {
      return new PossibilityFinding(possibility, Verdict.IMPOSSIBLE, true);
    }
    Verdict verdict =
        switch (ask(formula, column.hypotheses())) {
          case Answer.Sat _ -> {
            if (known != null) {
              known.recordPossible(formula);
            }
            yield Verdict.POSSIBLE;
          }
          case Answer.Unsat(var core) -> {
            if (known != null) {
              known.recordImpossible(formula, names(core, formula));
            }
            yield Verdict.IMPOSSIBLE;
          }
          case Answer.Unknown _ -> Verdict.UNDECIDED;
        };
    return new PossibilityFinding(possibility, verdict, false);
  }

  @Override
  public void close() {
    if (session != null) {
      session.close();
    }
  }
}
