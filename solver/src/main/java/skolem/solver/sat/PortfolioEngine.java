package skolem.solver.sat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import skolem.solver.session.Budget;
import skolem.solver.session.EngineFailure;

/// CaDiCaL, and for questions that it does not answer in the time that it has alone, a second one
/// with other settings on another processor. Whichever answers first is believed; now and then they
/// tell each other the short clauses that they have learnt (Hamadi, Jabbour, Sais: ManySAT, a
/// Parallel SAT Solver, JSAT 6, 2009), which follow from the clauses that both were given.
final class PortfolioEngine implements SatEngine {
  /// How long they work on a question before they tell each other what they have learnt: at first,
  /// and each time half as long again, up to the longest.
  private static final Duration SLICE = Duration.ofMillis(250);

  private static final Duration LONGEST_SLICE = Duration.ofSeconds(1);

  /// The most literals of a clause that is told.
  private static final int SHORT = 20;

  /// So many times as many clauses as were given are told; after that, only those of at most
  /// {@value #SHORTEST} literals, as an engine forgets nothing that it is told.
  private static final int TIMES = 4;

  private static final int SHORTEST = 2;

  /// The most clauses that are kept to be told.
  private static final int MOST = 100_000;

  /// What native programs usually have.
  private static final long STACK_BYTES = 1 << 23;

  private final LearningEngine first;
  private final Supplier<LearningEngine> opening;
  private final LearnedClauses learnedByFirst = new LearnedClauses(MOST);
  private final LearnedClauses learnedBySecond = new LearnedClauses(MOST);
  private final List<String> failures = new ArrayList<>();

  /// What the second one has not been told, each clause with a 0 at its end.
  private IntList untold = new IntList();

  private long given;
  private long told;
  private @Nullable LearningEngine second;
  private SatEngine answering;
  private String reason = "";
  private boolean closed;

  /// @param opening of the second one
  PortfolioEngine(LearningEngine first, Supplier<LearningEngine> opening) {
    this.first = first;
    this.opening = opening;
    this.answering = first;
  }

  /// @throws skolem.frontend.source.RejectedException where the library does not load
  static PortfolioEngine open() {
    return new PortfolioEngine(
        CadicalEngine.open(),
        () -> {
          CadicalEngine steady = CadicalEngine.open();
          steady.set("stabilizeonly", 1);
          return steady;
        });
  }

  @Override
  public String name() {
    return first.name();
  }

  @Override
  public void addClause(int[] literals, int length) {
    first.addClause(literals, length);
    given++;
    if (failures.isEmpty()) {
      for (int i = 0; i < length; i++) {
        untold.add(literals[i]);
      }
      untold.add(0);
    }
  }

  @Override
  public Result solve(int[] assumptions, Budget budget) {
    long start = System.nanoTime();
    answering = first;
    Duration alone = budget.alone();
    try {
      if (alone != null && alone.isPositive() && failures.isEmpty()) {
        Budget beginning = Budget.of(alone).within(budget);
        Result result = firstAlone(assumptions, beginning);
        long taken = System.nanoTime() - start;
        if (result != Result.UNKNOWN || budget.usedUpBy(taken) || !beginning.usedUpBy(taken)) {
          return result;
        }
      }
      if (alone != null && failures.isEmpty()) {
        return together(assumptions, budget, start);
      }
    } catch (EngineFailure failure) {
      if (second == null) {
        throw failure;
      }
      // The memory is that of both.
      doWithoutSecond(failure);
    }
    return firstAlone(assumptions, budget.after(System.nanoTime() - start));
  }

  private Result firstAlone(int[] assumptions, Budget budget) {
    Result result = first.solve(assumptions, budget);
    reason = first.reason();
    return result;
  }

  /// @param start of the budget
  private Result together(int[] assumptions, Budget budget, long start) {
    Duration slice = SLICE;
    while (failures.isEmpty()) {
      long asked = System.nanoTime();
      Budget most = Budget.of(slice).within(budget.after(asked - start));
      Result result = forSlice(assumptions, helper(), most);
      long now = System.nanoTime();
      if (result != Result.UNKNOWN) {
        return result;
      }
      if (budget.usedUpBy(now - start) || !most.usedUpBy(now - asked)) {
        reason = budget.usedUpBy(now - start) ? budget.exceeded() : first.reason();
        return result;
      }
      Duration longer = slice.multipliedBy(3).dividedBy(2);
      slice = longer.compareTo(LONGEST_SLICE) > 0 ? LONGEST_SLICE : longer;
    }
    return firstAlone(assumptions, budget.after(System.nanoTime() - start));
  }

  private LearningEngine helper() {
    LearningEngine helper = second;
    if (helper == null) {
      helper = opening.get();
      second = helper;
      first.onLearning(learnedByFirst, SHORT);
      helper.onLearning(learnedBySecond, SHORT);
    }
    return helper;
  }

  private Result forSlice(int[] assumptions, LearningEngine helper, Budget slice) {
    first.resume();
    helper.resume();
    IntList news = untold;
    untold = new IntList();
    List<int[]> ofFirst = learnedByFirst.take();
    tell(learnedBySecond.take(), first);
    FutureTask<Result> beside =
        new FutureTask<>(() -> {
          tell(news, helper);
          tell(ofFirst, helper);
          Result result = helper.solve(assumptions, slice.withMemory(null));
          if (result != Result.UNKNOWN) {
            first.interrupt();
          }
          return result;
        });
    Thread.ofPlatform().daemon().name("portfolio").stackSize(STACK_BYTES).start(beside);
    Result result;
    try {
      result = first.solve(assumptions, slice);
    } finally {
      helper.interrupt();
      awaitEnd(beside);
      first.resume();
    }
    if (beside.state() == Future.State.FAILED) {
      doWithoutSecond(beside.exceptionNow());
      return result;
    }
    Result other = beside.resultNow();
    if (result == Result.UNKNOWN) {
      answering = other == Result.UNKNOWN ? first : helper;
      return other;
    }
    if (other != Result.UNKNOWN && other != result) {
      throw new IllegalStateException("one engine says " + result + ", the other " + other);
    }
    return result;
  }

  /// Waits even if this thread is interrupted: nobody else may use the second engine before.
  private static void awaitEnd(FutureTask<Result> task) {
    boolean interrupted = false;
    while (!task.isDone()) {
      try {
        task.get();
      } catch (InterruptedException _) {
        interrupted = true;
      } catch (ExecutionException _) {
        break;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void doWithoutSecond(Throwable cause) {
    switch (cause) {
      case EngineFailure failure ->
          failures.add("with a second engine beside it, " + failure.getMessage());
      case Error error -> throw error;
      default -> throw new IllegalStateException("beside the search", cause);
    }
    untold = new IntList();
    closeSecond();
  }

  private void closeSecond() {
    if (second != null) {
      second.close();
      second = null;
    }
  }

  private static void tell(IntList clauses, SatEngine engine) {
    IntList clause = new IntList();
    for (int i = 0; i < clauses.size(); i++) {
      if (clauses.get(i) == 0) {
        engine.addClause(clause.array(), clause.size());
        clause.clear();
      } else {
        clause.add(clauses.get(i));
      }
    }
  }

  private void tell(List<int[]> learned, SatEngine engine) {
    int longest = told < TIMES * given ? SHORT : SHORTEST;
    for (int[] clause : learned) {
      if (clause.length <= longest) {
        engine.addClause(clause, clause.length);
        told++;
      }
    }
  }

  @Override
  public String reason() {
    return reason;
  }

  @Override
  public boolean value(int variable) {
    return answering.value(variable);
  }

  @Override
  public boolean failed(int assumption) {
    return answering.failed(assumption);
  }

  @Override
  public List<String> failures() {
    return failures;
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      first.close();
      learnedByFirst.close();
      closeSecond();
      learnedBySecond.close();
    }
  }
}
