package skolem.solver.lemma;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import skolem.encoder.formula.Deadline;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.unroll.Unrolling;
import skolem.solver.engine.SolverSessions;
import skolem.solver.session.SolverSession;

/// A search for lemmas with which safety is inductive, on a thread of its own, beside the search
/// over behaviours.
///
/// What property directed reachability proposes is not believed before [Houdini] and [Consecution],
/// or for its levels [LevelConfirmation], have confirmed it.
public final class DirectedStrengthening implements AutoCloseable {
  /// Longer than any search for behaviours is likely to be.
  private static final Duration LONGEST = Duration.ofDays(1);

  /// Deep specifications are evaluated here, too.
  private static final long STACK_BYTES = 1L << 29;

  /// How much longer than a confirmation of levels takes the search goes on before the next.
  private static final int SHARE = 10;

  /// How many times as far the search over behaviours has come when this one will not catch up.
  private static final int FAR = 2;

  private final Strengthening.Request request;
  private final Strengthening.Result within;
  private final List<Clause> known;
  private final Allowance allowance;
  private final FutureTask<@Nullable List<Clause>> task = new FutureTask<>(this::search);
  private final long start = System.nanoTime();
  private volatile Levels levels = new Levels(List.of());
  private volatile int made;
  private volatile List<Cube> way = List.of();

  private DirectedStrengthening(
      Strengthening.Request request, Strengthening.Result within, List<Clause> known) {
    this.request = request;
    this.within = within;
    this.known = known;
    this.allowance = Allowance.of(LONGEST, request.question());
  }

  /// Begins the search.
  ///
  /// @param within the forms of the states from which there is a step to look at
  /// @param known lemmas about these states, which have room for all there are
  public static DirectedStrengthening start(
      Strengthening.Request request, Strengthening.Result within, List<Clause> known) {
    DirectedStrengthening started = new DirectedStrengthening(request, within, known);
    Thread thread = new Thread(null, started.task, "directed-strengthening", STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
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

  /// What is known of states by their distance from the beginning, so far.
  public Levels levels() {
    return levels;
  }

  /// Where to look for a bad state after so many steps: formulas for the states of some behaviour
  /// that leads to one, if the search has found it; none where it has not.
  ///
  /// @param unrolling with that many frames beside the first
  public List<Formula> way(Unrolling unrolling) {
    List<Formula> formulas = new ArrayList<>();
    if (way.size() == unrolling.last().depth() - 1) {
      for (int i = 0; i < way.size(); i++) {
        formulas.addAll(way.get(i).in(unrolling.facts(i + 1), unrolling.formulas()).formulas());
      }
    }
    return formulas;
  }

  /// Ends the search where it is so far behind that what it may still find would come too late:
  /// each level takes longer than the one before, as each depth does.
  ///
  /// @param depth of which it is known without this search that all states are safe
  /// @param headStart how long it may take before it is asked how far it has come
  public void endIfBehind(int depth, Duration headStart) {
    boolean isBehind = depth >= FAR * made;
    if (isBehind && System.nanoTime() - start >= headStart.toNanos()) {
      close();
    }
  }

  @Override
  public void close() {
    task.cancel(true);
  }

  private @Nullable List<Clause> search() {
    TwoStates circuit = TwoStates.of(request, within.forms(), Deadline.never());
    TwoStates.Danger danger =
        circuit == null ? null : TwoStates.Danger.of(circuit.unrolling(), request.deadlock());
    if (circuit == null || danger == null) {
      return null;
    }
    Formulas formulas = circuit.formulas();
    Formula escape = within.steps() == null ? circuit.escape(within.forms()) : formulas.falsity();
    Formula unsafe = formulas.or(List.of(danger.unsafe(), danger.limit(), escape));
    List<Clause> candidates = new ArrayList<>(known);
    try (PropertyDirected search =
            new PropertyDirected(circuit, unsafe, known, request, allowance);
        Publication publication =
            new Publication(new LevelConfirmation(circuit, unsafe, known, request, allowance))) {
      switch (search.search(publication::offer)) {
        case PropertyDirected.Excluded(var found) -> candidates.addAll(found);
        case PropertyDirected.Reached(var reached) -> {
          publication.end();
          way = reached;
          return null;
        }
      }
    } catch (Allowance.SpentException _) {
      return null;
    }
    return confirmed(candidates, new Consecution(circuit, request.deadlock(), escape, allowance));
  }

  /// Makes levels known that are confirmed, now and then.
  private final class Publication implements AutoCloseable {
    private final LevelConfirmation confirmation;
    private Levels latest = levels;
    private long next = System.nanoTime();

    Publication(LevelConfirmation confirmation) {
      this.confirmation = confirmation;
    }

    void offer(Levels offered) {
      latest = offered;
      made = offered.bound();
      if (System.nanoTime() - next >= 0) {
        end();
      }
    }

    void end() {
      long start = System.nanoTime();
      if (latest.bound() > levels.bound() && confirmation.isRight(latest)) {
        levels = latest;
      }
      long now = System.nanoTime();
      next = now + SHARE * (now - start);
    }

    @Override
    public void close() {
      confirmation.close();
    }
  }

  private @Nullable List<Clause> confirmed(List<Clause> candidates, Consecution consecution) {
    TwoStates circuit = consecution.circuit();
    Unrolling initial = request.unrolling().again();
    initial.begin();
    try (SolverSession session = SolverSessions.open(request.engine(), circuit.formulas());
        SolverSession beginning = SolverSessions.open(request.engine(), initial.formulas())) {
      initial.last().constraints().forEach(beginning::assertThat);
      circuit.assertIn(session);
      List<Clause> initially = Houdini.initially(candidates, initial, beginning, allowance);
      List<Clause> found =
          initially == null
              ? null
              : new Houdini(circuit, null, session).strongest(initially, allowance);
      return found != null && consecution.holds(session) ? found : null;
    }
  }
}
