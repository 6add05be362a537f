package skolem.solver.sat;

import skolem.solver.library.NativeLibraries;
import skolem.solver.session.Budget;
import skolem.solver.session.EngineFailure;
import skolem.solver.session.Watchdog;

/// CaDiCaL (Biere, Faller, Fazekas, Fleury, Froleyks, Pollitt: CaDiCaL 2.0, CAV 2024), in process,
/// silent, with its default options unless [#set] otherwise.
final class CadicalEngine implements LearningEngine {
  private static final int SATISFIABLE = 10;
  private static final int UNSATISFIABLE = 20;

  private final long solver;
  private final long memoryBefore;
  private int greatestVariable;
  private String reason = "";
  private boolean closed;
  private volatile boolean interrupted;

  private CadicalEngine(long solver, long memoryBefore) {
    this.solver = solver;
    this.memoryBefore = memoryBefore;
  }

  /// @throws skolem.frontend.source.RejectedException where the library does not load
  static CadicalEngine open() {
    // Before the handles: what a class initializer throws arrives wrapped.
    NativeLibraries.load("bitwuzlaj", "CaDiCaL");
    long before = Watchdog.memory();
    long solver = CadicalLibrary.init();
    CadicalLibrary.setOption(solver, "quiet", 1);
    return new CadicalEngine(solver, before);
  }

  /// Only before the first clause.
  void set(String option, int value) {
    CadicalLibrary.setOption(solver, option, value);
  }

  @Override
  public void onLearning(LearnedClauses learned, int longest) {
    CadicalLibrary.setLearn(solver, longest, learned.function());
  }

  @Override
  public void interrupt() {
    interrupted = true;
    CadicalLibrary.terminate(solver);
  }

  @Override
  public void resume() {
    interrupted = false;
  }

  @Override
  public String name() {
    return "CaDiCaL";
  }

  @Override
  public void addClause(int[] literals, int length) {
    for (int i = 0; i < length; i++) {
      int literal = literals[i];
      greatestVariable = Math.max(greatestVariable, Math.abs(literal));
      CadicalLibrary.add(solver, literal);
    }
    CadicalLibrary.add(solver, 0);
  }

  @Override
  public Result solve(int[] assumptions, Budget budget) {
    try (Watchdog watchdog =
        Watchdog.over(budget, memoryBefore, () -> CadicalLibrary.terminate(solver))) {
      Result result = interrupted ? Result.UNKNOWN : search(assumptions);
      if (result == Result.UNKNOWN && !watchdog.fired() && !interrupted) {
        // A termination that came too late for the previous call is kept by CaDiCaL and stops this
        // one at once; giving up clears it.
        result = search(assumptions);
      }
      if (result == Result.UNKNOWN) {
        EngineFailure failure = watchdog.failure(name());
        if (failure != null) {
          throw failure;
        }
        reason = watchdog.fired() ? budget.exceeded() : "CaDiCaL gave up";
      }
      return result;
    }
  }

  private Result search(int[] assumptions) {
    for (int assumption : assumptions) {
      greatestVariable = Math.max(greatestVariable, Math.abs(assumption));
      CadicalLibrary.assume(solver, assumption);
    }
    return switch (CadicalLibrary.solve(solver)) {
      case SATISFIABLE -> Result.SATISFIABLE;
      case UNSATISFIABLE -> Result.UNSATISFIABLE;
      default -> Result.UNKNOWN;
    };
  }

  @Override
  public String reason() {
    return reason;
  }

  @Override
  public boolean value(int variable) {
    return variable <= greatestVariable && CadicalLibrary.val(solver, variable) > 0;
  }

  @Override
  public boolean failed(int assumption) {
    return CadicalLibrary.failed(solver, assumption) != 0;
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      CadicalLibrary.release(solver);
    }
  }
}
