package skolem.solver.lemma;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import skolem.encoder.abstraction.Form;
import skolem.encoder.formula.Deadline;
import skolem.encoder.formula.Formula;
import skolem.encoder.unroll.Unrolling;
import skolem.solver.engine.SolverSessions;
import skolem.solver.session.SolverSession;

/// A search for lemmas with which safety is inductive, on a thread of its own, beside the search
/// over behaviours.
///
/// What property directed reachability proposes is not believed before [Houdini] and [Consecution]
/// have confirmed it.
public final class DirectedStrengthening implements AutoCloseable {
  /// Longer than any search for behaviours is likely to be.
  private static final Duration LONGEST = Duration.ofDays(1);

  private final FutureTask<@Nullable List<Clause>> task;
  private final Thread thread;

  private DirectedStrengthening(FutureTask<@Nullable List<Clause>> task) {
    this.task = task;
    this.thread = Thread.ofPlatform().daemon().name("directed-strengthening").unstarted(task);
  }

  /// Begins the search.
  ///
  /// @param forms of the variables in all states from which there is a step to look at
  /// @param known lemmas about these states
  public static DirectedStrengthening start(
      Strengthening.Request request, List<Form> forms, List<Clause> known) {
    DirectedStrengthening started =
        new DirectedStrengthening(new FutureTask<>(() -> search(request, forms, known)));
    started.thread.start();
    return started;
  }

  /// Whether it still goes on.
  public boolean isRunning() {
    return !task.isDone();
  }

  /// The lemmas with which safety is inductive for steps from states of the forms; null where there
  /// are none, or not yet.
  public @Nullable List<Clause> lemmas() {
    return task.state() == FutureTask.State.SUCCESS ? task.resultNow() : null;
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  private static @Nullable List<Clause> search(
      Strengthening.Request request, List<Form> forms, List<Clause> known) {
    Allowance allowance = Allowance.of(LONGEST, request.question());
    TwoStates circuit = TwoStates.of(request, forms, Deadline.never());
    Formula unsafe =
        circuit == null ? null : TwoStates.bad(circuit.unrolling(), request.deadlock());
    if (circuit == null || unsafe == null) {
      return null;
    }
    List<Clause> candidates = new ArrayList<>(known);
    try (PropertyDirected search =
        new PropertyDirected(circuit, unsafe, known, request, allowance)) {
      List<Clause> found = search.clauses();
      if (found == null) {
        return null;
      }
      candidates.addAll(found);
    } catch (Allowance.SpentException _) {
      return null;
    }
    return confirmed(candidates, circuit, request, allowance);
  }

  private static @Nullable List<Clause> confirmed(
      List<Clause> candidates,
      TwoStates circuit,
      Strengthening.Request request,
      Allowance allowance) {
    Unrolling initial = request.unrolling().again();
    initial.begin();
    try (SolverSession session = SolverSessions.open(request.engine(), circuit.formulas());
        SolverSession beginning = SolverSessions.open(request.engine(), initial.formulas())) {
      initial.last().constraints().forEach(beginning::assertThat);
      circuit.assertIn(session);
      List<Clause> initially = Houdini.initially(candidates, initial, beginning, allowance);
      Houdini.Result found =
          initially == null ? null : new Houdini(circuit, session, allowance).strongest(initially);
      boolean inductive =
          found != null
              && new Consecution(circuit, request.deadlock(), allowance)
                  .holds(session, found.assumed());
      return found == null || !inductive ? null : found.lemmas();
    }
  }
}
