package skolem.inductive.prove;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import skolem.frontend.source.Code;
import skolem.frontend.source.RejectedException;
import skolem.frontend.source.Span;
import skolem.inductive.cache.VerdictCache;
import skolem.inductive.encode.Column;
import skolem.inductive.encode.Goal;
import skolem.inductive.matrix.Cell;
import skolem.inductive.matrix.Obligation;

/// Discharges all obligations of some columns, by several workers.
///
/// A worker stays with its column as long as that has obligations left, since what its solver
/// learns helps with the next, and then turns to the column with most of them. All workers but one
/// begin late: small proofs are over before they would have been worth a session.
final class Discharge {
  /// @param cells in the order of the columns and of their goals
  record Result(List<Cell> cells, List<PossibilityFinding> possibilities) {}

  private static final long STACK_BYTES = 1L << 29;
  private static final long LATE_SECONDS = 2;

  private final ProofRequest.Effort effort;
  private final @Nullable VerdictCache cache;
  private final @Nullable ObligationFiles files;
  private final Reaching reach;
  private final ProofListener listener;
  private final Predicate<Cell> ends;
  private final List<Work> works;

  /// What is left of a column, and what became of the rest.
  private static final class Work {
    private final Column column;
    private final Deque<Integer> left = new ArrayDeque<>();
    private final @Nullable Cell[] cells;
    private final List<PossibilityFinding> possibilities = new ArrayList<>();
    private boolean begun;

    Work(Column column) {
      this.column = column;
      this.cells = new Cell[column.goals().size()];
      for (int i = 0; i < cells.length; i++) {
        left.add(i);
      }
    }

    /// How much is left: the goals, and the possibilities, which whoever comes first asks about.
    int size() {
      return left.size() + (begun ? 0 : 1);
    }
  }

  private Discharge(
      List<Column> columns,
      ProofRequest request,
      Reaching reach,
      ProofListener listener,
      Predicate<Cell> ends) {
    this.ends = ends;
    this.works = columns.stream().map(Work::new).toList();
    this.effort = request.effort();
    Path proofs = request.records().cache();
    this.cache = proofs == null ? null : cache(proofs);
    Path obligations = request.records().obligations();
    this.files = obligations == null ? null : new ObligationFiles(obligations);
    this.reach = reach;
    this.listener = listener;
  }

  private static VerdictCache cache(Path folder) {
    try {
      return new VerdictCache(folder);
    } catch (UncheckedIOException _) {
      throw RejectedException.of(
          Code.SYSTEM, Span.NONE, "the folder " + folder + " cannot be made");
    }
  }

  /// @param ends whether a cell makes all others pointless
  static Result of(
      List<Column> columns,
      ProofRequest request,
      Reaching reach,
      ProofListener listener,
      Predicate<Cell> ends) {
    return new Discharge(columns, request, reach, listener, ends).run();
  }

  private Result run() {
    try (ExecutorService pool =
        Executors.newFixedThreadPool(
            effort.workers(), task -> new Thread(null, task, "prover", STACK_BYTES))) {
      List<Future<Void>> workers = new ArrayList<>();
      for (int i = 0; i < effort.workers(); i++) {
        int number = i;
        workers.add(pool.submit((Callable<Void>) () -> work(number)));
      }
      workers.forEach(Discharge::await);
    }
    List<Cell> cells = new ArrayList<>();
    List<PossibilityFinding> possibilities = new ArrayList<>();
    for (Work work : works) {
      for (Cell cell : work.cells) {
        if (cell != null) {
          cells.add(cell);
        }
      }
      possibilities.addAll(work.possibilities);
    }
    return new Result(cells, possibilities);
  }

  private static void await(Future<Void> worker) {
    try {
      worker.get();
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

  // ── A worker ────────────────────────────────────────────────────────────────────────────────

  private Void work(int number) throws InterruptedException {
    if (number > 0) {
      waitForSurplus();
    }
    for (Work work = largest(number == 0); work != null; work = largest(false)) {
      try (CellProver prover = new CellProver(work.column, effort, reach, cache)) {
        workOn(work, prover);
      } catch (RuntimeException | Error e) {
        abandon();
        throw e;
      }
    }
    return null;
  }

  private synchronized void waitForSurplus() throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LATE_SECONDS);
    long left = end - System.nanoTime();
    while (left > 0 && works.stream().anyMatch(w -> w.size() > 0)) {
      wait(Math.max(1, TimeUnit.NANOSECONDS.toMillis(left)));
      left = end - System.nanoTime();
    }
  }

  /// The next column to work on; null where nothing is left.
  ///
  /// @param first whether to take the first column, where mistakes show early
  private synchronized @Nullable Work largest(boolean first) {
    return first && !works.isEmpty()
        ? works.getFirst()
        : works.stream()
            .filter(w -> w.size() > 0)
            .max(Comparator.comparingInt(Work::size))
            .orElse(null);
  }

  private void workOn(Work work, CellProver prover) {
    prover.requireNoError();
    if (begin(work)) {
      work.possibilities.addAll(prover.possibilities());
    }
    for (Integer i = next(work); i != null; i = next(work)) {
      Goal goal = work.column.goals().get(i);
      Cell cell = prover.discharge(goal);
      if (files != null) {
        files.write(work.column, goal, cell.finding());
      }
      done(work, i, cell);
    }
  }

  private synchronized boolean begin(Work work) {
    boolean mine = !work.begun;
    work.begun = true;
    return mine;
  }

  private synchronized @Nullable Integer next(Work work) {
    Integer goal = work.left.poll();
    if (goal != null) {
      Column column = work.column;
      listener.asks(new Obligation(column.name(), column.goals().get(goal).lemma()));
    }
    return goal;
  }

  private synchronized void done(Work work, int goal, Cell cell) {
    work.cells[goal] = cell;
    listener.done(cell);
    if (ends.test(cell)) {
      abandon();
    }
    notifyAll();
  }

  private synchronized void abandon() {
    works.forEach(w -> {
      w.begun = true;
      w.left.clear();
    });
    notifyAll();
  }
}
