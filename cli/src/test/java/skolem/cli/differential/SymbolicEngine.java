package skolem.cli.differential;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import skolem.encoder.decode.TraceDecoder;
import skolem.encoder.formula.Assignment;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.symbolic.Algebra;
import skolem.encoder.symbolic.Faults;
import skolem.encoder.symbolic.Path;
import skolem.encoder.symbolic.Site;
import skolem.encoder.unroll.Frame;
import skolem.encoder.unroll.Query;
import skolem.encoder.unroll.Unrolling;
import skolem.frontend.model.Model;
import skolem.frontend.source.Span;
import skolem.frontend.value.Value;
import skolem.solver.engine.Engine;
import skolem.solver.engine.SolverSessions;
import skolem.solver.session.Answer;
import skolem.solver.session.Budget;
import skolem.solver.session.SolverSession;

/// The symbolic engine, asked frame by frame for everything that it says.
final class SymbolicEngine implements AutoCloseable {
  private static final Budget BUDGET = Budget.of(Duration.ofSeconds(20));

  private final Unrolling unrolling;
  private final Formulas formulas;
  private final Algebra algebra;
  private final SolverSession session;

  SymbolicEngine(Model model) {
    this.unrolling = new Unrolling(model);
    this.formulas = unrolling.formulas();
    this.algebra = new Algebra(formulas);
    this.session = SolverSessions.open(Engine.AUTO, formulas);
  }

  Unrolling unrolling() {
    return unrolling;
  }

  Algebra algebra() {
    return algebra;
  }

  /// Asserts what ties the last frame to the one before it.
  void enter() {
    unrolling.last().constraints().forEach(session::assertThat);
  }

  /// Whether the assumptions may hold in the last frame.
  boolean isPossible(Formula... assumptions) {
    Answer answer = check(List.of(assumptions));
    return answer instanceof Answer.Sat;
  }

  /// Whether a behaviour may reach the last frame by a step of none of its actions.
  boolean isByNoAction() {
    Frame last = unrolling.last();
    Formula any = formulas.or(last.actions().flatMap(a -> last.taken(a).stream()).toList());
    return last.depth() > 0 && isPossible(any.not());
  }

  /// The solver has no answer in its time.
  static final class UnansweredException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private Answer check(List<Formula> assumptions) {
    Answer answer = session.check(assumptions, BUDGET);
    if (answer instanceof Answer.Unknown) {
      throw new UnansweredException();
    }
    return answer;
  }

  /// Whether one of these may be in the last frame.
  boolean isPossible(List<? extends Query> queries, Formula where) {
    Formula any = formulas.or(queries.stream().map(Query::bad).toList());
    return !any.isFalse() && isPossible(any, where);
  }

  /// All states of the last frame, each with an assignment that gives it.
  ///
  /// @param atMost the search ends after as many
  Map<List<Value>, Assignment> states(int atMost) {
    Map<List<Value>, Assignment> found = new LinkedHashMap<>();
    List<Formula> blocked = new ArrayList<>();
    while (found.size() < atMost && check(blocked) instanceof Answer.Sat(var assignment)) {
      List<Value> state = TraceDecoder.decode(unrolling, assignment).last().values();
      if (found.put(state, assignment) != null) {
        throw new IllegalStateException("a state does not equal itself: " + state);
      }
      blocked.add(is(state).not());
    }
    return found;
  }

  /// That the last frame is this state.
  Formula is(List<Value> state) {
    Frame frame = unrolling.last();
    Site nowhere = new Site(Path.start(formulas), Span.NONE, new Faults(formulas));
    List<Formula> equal = new ArrayList<>();
    for (int i = 0; i < state.size(); i++) {
      equal.add(algebra.equal(frame.values().get(i), algebra.lift(state.get(i)), nowhere));
    }
    return formulas.and(equal);
  }

  @Override
  public void close() {
    session.close();
  }
}
