package skolem.inductive.prove;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import skolem.encoder.unroll.Frame;
import skolem.encoder.unroll.Unrolling;
import skolem.frontend.model.Model;
import skolem.frontend.source.RejectedException;
import skolem.inductive.matrix.Cell;
import skolem.inductive.matrix.VerdictMatrix;
import skolem.inductive.obligation.ActionNames;
import skolem.inductive.obligation.Lemma;

/// Proof by induction, cell by cell: `Init => Ind`, `Ind /\ action => conjunct'` with Ind assumed,
/// `Ind => Safety`.
public final class InductionProof {
  private static final long STACK_BYTES = 1L << 29;

  private final ProofRequest request;
  private final List<Lemma> lemmas;
  private final Consumer<Cell> listener;

  private InductionProof(ProofRequest request, Consumer<Cell> listener) {
    this.request = request;
    this.lemmas = Lemma.of(request.invariant());
    this.listener = listener;
  }

  /// Proves, or says what is not proved.
  ///
  /// @param listener is told of each cell as it is done, from one thread at a time
  /// @throws RejectedException where the invariant bounds a variable in no way, and for what is not
  ///   supported
  public static VerdictMatrix prove(ProofRequest request, Consumer<Cell> listener) {
    return new InductionProof(request, listener).run();
  }

  private VerdictMatrix run() {
    List<String> actions = actions();
    List<Callable<ObligationProver.Column>> columns = new ArrayList<>();
    List<Lemma> asked =
        lemmas.stream()
            .filter(l -> request.onlyLemma() == null || l.name().equals(request.onlyLemma()))
            .toList();
    if (request.onlyAction() == null) {
      columns.add(() -> prover().initiation(asked));
      columns.add(() -> prover().definedness());
    }
    for (String action : actions) {
      if (request.onlyAction() == null || action.equals(request.onlyAction())) {
        columns.add(() -> prover().consecution(action, asked));
      }
    }
    if (request.onlyAction() == null && !request.implied().isEmpty()) {
      List<Lemma> implied = request.implied().stream().flatMap(i -> Lemma.of(i).stream()).toList();
      columns.add(() -> prover().implication(implied));
    }
    return assemble(actions, discharge(columns));
  }

  private ObligationProver prover() {
    return new ObligationProver(request, lemmas, this::tell);
  }

  private synchronized void tell(Cell cell) {
    listener.accept(cell);
  }

  /// The actions of the next-state relation, as they are enabled somewhere within the bounds.
  private List<String> actions() {
    Unrolling unrolling = new Unrolling(inductiveModel(request), request.maxSequence());
    unrolling.beginAnywhere(lemmas.stream().map(Lemma::expr).toList());
    Set<String> names = new LinkedHashSet<>();
    for (Frame.Arrival arrival : unrolling.extend().arrivals()) {
      names.add(arrival.branch().label().name());
    }
    return List.copyOf(names);
  }

  /// The model whose initial states are those of the invariant.
  static Model inductiveModel(ProofRequest request) {
    return request.model().from(request.invariant(), List.of(request.invariant()));
  }

  private List<ObligationProver.Column> discharge(List<Callable<ObligationProver.Column>> columns) {
    try (ExecutorService pool =
        Executors.newFixedThreadPool(
            request.workers(), task -> new Thread(null, task, "prover", STACK_BYTES))) {
      List<Future<ObligationProver.Column>> futures = columns.stream().map(pool::submit).toList();
      List<ObligationProver.Column> results = new ArrayList<>();
      for (Future<ObligationProver.Column> future : futures) {
        results.add(result(future));
      }
      return results;
    }
  }

  private static ObligationProver.Column result(Future<ObligationProver.Column> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RejectedException rejected) {
        throw rejected;
      }
      throw new IllegalStateException("an obligation failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private VerdictMatrix assemble(List<String> actions, List<ObligationProver.Column> columns) {
    List<Cell> cells = new ArrayList<>();
    Set<String> vacuous = new LinkedHashSet<>();
    for (String action : ActionNames.of(request.next())) {
      if (!actions.contains(action) && request.onlyAction() == null) {
        vacuous.add(neverEnabled(action));
      }
    }
    for (ObligationProver.Column column : columns) {
      cells.addAll(column.cells());
      vacuous.addAll(column.vacuous());
    }
    return new VerdictMatrix(lemmas, actions, cells, List.copyOf(vacuous));
  }

  static String neverEnabled(String action) {
    return "action " + action + " is never enabled within the invariant";
  }
}
