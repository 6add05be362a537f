package skolem.inductive.prove;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import skolem.encoder.decode.TraceDecoder;
import skolem.encoder.formula.Assignment;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.formula.Valuation;
import skolem.encoder.symbolic.Faults;
import skolem.encoder.unroll.Frame;
import skolem.encoder.unroll.Query;
import skolem.encoder.unroll.Unrolling;
import skolem.frontend.kernel.Expr;
import skolem.frontend.source.RejectedException;
import skolem.frontend.verdict.Fault;
import skolem.frontend.verdict.Trace;
import skolem.inductive.matrix.Cell;
import skolem.inductive.obligation.Lemma;
import skolem.solver.engine.SolverSessions;
import skolem.solver.session.Answer;
import skolem.solver.session.SolverSession;

/// Discharges the obligations of one column, in one session: what the solver learns for a conjunct
/// helps with the next.
final class ObligationProver {
  /// @param vacuous why the column says nothing, where that is so
  record Column(List<Cell> cells, List<String> vacuous) {}

  private final ProofRequest request;
  private final List<Lemma> lemmas;
  private final Consumer<Cell> listener;

  ObligationProver(ProofRequest request, List<Lemma> lemmas, Consumer<Cell> listener) {
    this.request = request;
    this.lemmas = lemmas;
    this.listener = listener;
  }

  // ── Columns ─────────────────────────────────────────────────────────────────────────────────

  /// `Init => conjunct`.
  Column initiation(List<Lemma> asked) {
    Unrolling unrolling =
        new Unrolling(request.model().from(behaviour().init(), List.of(request.invariant())));
    try (SolverSession session = open(unrolling)) {
      requireDefined(unrolling.begin(), session);
      unrolling.last().constraints().forEach(session::assertThat);
      Column column = new Column(new ArrayList<>(), new ArrayList<>());
      Setting setting = new Setting(unrolling, session, List.of(), List.of());
      asked.forEach(lemma -> add(setting, Cell.INITIATION, lemma, 0, column));
      return column;
    }
  }

  /// `Ind /\ action => conjunct'`.
  Column consecution(String action, List<Lemma> asked) {
    Unrolling unrolling =
        new Unrolling(InductionProof.inductiveModel(request), request.maxSequence());
    try (SolverSession session = open(unrolling)) {
      Setting setting = within(unrolling, session);
      Frame next = unrolling.extend();
      next.constraints().forEach(session::assertThat);
      session.assertThat(taken(unrolling.formulas(), next, action));
      Column column = new Column(new ArrayList<>(), new ArrayList<>());
      if (session.check(setting.assumed(), request.budget()) instanceof Answer.Unsat) {
        column.vacuous().add(InductionProof.neverEnabled(action));
      }
      asked.forEach(lemma -> add(setting, action, lemma, 1, column));
      return column;
    }
  }

  /// `Ind => conjunct` of what the invariant is to imply.
  Column implication(List<Lemma> implied) {
    Unrolling unrolling =
        new Unrolling(InductionProof.inductiveModel(request), request.maxSequence());
    try (SolverSession session = open(unrolling)) {
      Setting setting = within(unrolling, session);
      Column column = new Column(new ArrayList<>(), new ArrayList<>());
      if (session.check(setting.assumed(), request.budget()) instanceof Answer.Unsat) {
        column.vacuous().add("no state satisfies the invariant");
      }
      implied.forEach(lemma -> add(setting, Cell.IMPLICATION, lemma, 0, column));
      return column;
    }
  }

  /// Within the invariant, the next-state relation has a value: only then do the other columns say
  /// something of every step.
  Column definedness() {
    Unrolling unrolling =
        new Unrolling(InductionProof.inductiveModel(request), request.maxSequence());
    try (SolverSession session = open(unrolling)) {
      Setting setting = within(unrolling, session);
      Lemma defined = new Lemma(Cell.DEFINED, behaviour().next().expr());
      long start = System.nanoTime();
      List<Wrong> wrong = new ArrayList<>();
      for (Query query : unrolling.departureQueries()) {
        if (query instanceof Query.Undefined(var bad, var diagnostic)) {
          wrong.add(new Wrong(bad, new Fault.EvaluationError(diagnostic)));
        }
      }
      Cell.Finding finding = ask(setting, wrong, 0);
      Cell cell =
          new Cell(Cell.DEFINED, defined, finding, Duration.ofNanos(System.nanoTime() - start));
      listener.accept(cell);
      return new Column(List.of(cell), List.of());
    }
  }

  private void requireDefined(List<Query> faults, SolverSession session) {
    for (Query fault : faults) {
      if (fault instanceof Query.Undefined(var bad, var diagnostic)) {
        if (!(session.check(List.of(bad), request.budget()) instanceof Answer.Unsat)) {
          throw new RejectedException(diagnostic);
        }
      }
    }
  }

  private skolem.frontend.model.Model.Behaviour behaviour() {
    if (request.model().behaviour() == null) {
      throw new IllegalStateException("a model without a behaviour");
    }
    return request.model().behaviour();
  }

  private SolverSession open(Unrolling unrolling) {
    return SolverSessions.open(request.engine(), unrolling.formulas());
  }

  private static Formula taken(Formulas formulas, Frame frame, String action) {
    return formulas.or(
        frame.arrivals().stream()
            .filter(a -> a.branch().label().name().equals(action))
            .map(Frame.Arrival::taken)
            .toList());
  }

  // ── One obligation ──────────────────────────────────────────────────────────────────────────

  /// The arbitrary state, with the conjuncts that are assumed of it.
  ///
  /// @param assumed a formula for each lemma
  private record Setting(
      Unrolling unrolling, SolverSession session, List<Lemma> lemmas, List<Formula> assumed) {}

  private Setting within(Unrolling unrolling, SolverSession session) {
    List<Expr> conjuncts = lemmas.stream().map(Lemma::expr).toList();
    session.assertThat(unrolling.beginAnywhere(conjuncts));
    Faults faults = new Faults(unrolling.formulas());
    List<Formula> assumed = new ArrayList<>();
    for (Lemma lemma : lemmas) {
      assumed.add(unrolling.holds(lemma.expr(), 0, faults));
    }
    faults.all().forEach(f -> session.assertThat(f.condition().not()));
    return new Setting(unrolling, session, lemmas, assumed);
  }

  private void add(Setting setting, String column, Lemma lemma, int depth, Column to) {
    Cell cell = discharge(setting, column, lemma, depth);
    to.cells().add(cell);
    listener.accept(cell);
  }

  private Cell discharge(Setting setting, String column, Lemma lemma, int depth) {
    long start = System.nanoTime();
    Faults faults = new Faults(setting.unrolling().formulas());
    Formula holds = setting.unrolling().holds(lemma.expr(), depth, faults);
    String violated = column.equals(Cell.IMPLICATION) ? lemma.name() : request.invariant().name();
    List<Wrong> wrong = new ArrayList<>();
    for (Faults.Fault fault : faults.all()) {
      wrong.add(new Wrong(fault.condition(), new Fault.EvaluationError(fault.diagnostic())));
    }
    wrong.add(
        new Wrong(
            holds.not(), new Fault.InvariantFalse(violated, lemma.text(), lemma.expr().span())));
    Cell.Finding finding = ask(setting, wrong, depth);
    return new Cell(column, lemma, finding, Duration.ofNanos(System.nanoTime() - start));
  }

  /// Something that may be wrong in a state, and when it is.
  private record Wrong(Formula bad, Fault fault) {}

  private Cell.Finding ask(Setting setting, List<Wrong> wrong, int depth) {
    Formulas formulas = setting.unrolling().formulas();
    Formula bad = formulas.or(wrong.stream().map(Wrong::bad).toList());
    if (bad.isFalse()) {
      return new Cell.Finding.Proved(List.of());
    }
    List<Formula> assumptions = new ArrayList<>(setting.assumed());
    assumptions.add(bad);
    // Ind(s) & action(s, s') & ~conjunct(s')
    return switch (setting.session().check(assumptions, request.budget())) {
      case Answer.Unsat(var core) -> new Cell.Finding.Proved(names(setting, core));
      case Answer.Unknown(var reason) -> new Cell.Finding.Undecided(reason);
      case Answer.Sat(var found) -> {
        Assignment least =
            Minimization.least(setting.unrolling(), setting.session(), assumptions, found);
        Trace trace = TraceDecoder.decode(setting.unrolling(), least);
        Valuation valuation = new Valuation(formulas, least);
        Fault fault =
            wrong.stream()
                .filter(w -> valuation.holds(w.bad()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing is wrong in the model"))
                .fault();
        yield new Cell.Finding.Broken(trace, fault, reach(setting, trace, depth));
      }
    };
  }

  private static List<String> names(Setting setting, List<Formula> core) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < setting.lemmas().size(); i++) {
      if (core.contains(setting.assumed().get(i))) {
        names.add(setting.lemmas().get(i).name());
      }
    }
    return names;
  }

  private Cell.Reach reach(Setting setting, Trace trace, int depth) {
    if (setting.lemmas().isEmpty()) {
      return new Cell.Reach.Reachable(trace);
    }
    return request.reachWithin() < 0
        ? new Cell.Reach.NotAsked()
        : Reachability.search(request, trace, depth);
  }
}
