package skolem.solver.sat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import skolem.solver.library.NativeLibraries;
import skolem.solver.session.Budget;
import skolem.solver.session.Watchdog;

/// CaDiCaL (Biere, Faller, Fazekas, Fleury, Froleyks, Pollitt: CaDiCaL 2.0, CAV 2024), in process,
/// with its default options, and silent.
final class CadicalEngine implements SatEngine {
  private static final int SATISFIABLE = 10;
  private static final int UNSATISFIABLE = 20;

  private final MemorySegment solver;
  private int greatestVariable;
  private String reason = "";
  private boolean closed;

  private CadicalEngine(MemorySegment solver) {
    this.solver = solver;
  }

  /// @throws skolem.frontend.source.RejectedException where the library does not load
  static CadicalEngine open() {
    // Before the handles: what a class initializer throws arrives wrapped.
    NativeLibraries.load("bitwuzlaj", "CaDiCaL");
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment solver = (MemorySegment) CadicalLibrary.INIT.invokeExact();
      CadicalLibrary.SET_OPTION.invokeExact(solver, arena.allocateFrom("quiet"), 1);
      return new CadicalEngine(solver);
    } catch (Throwable e) {
      throw failure(e);
    }
  }

  @Override
  public String name() {
    return "CaDiCaL";
  }

  @Override
  public void addClause(int[] literals, int length) {
    try {
      for (int i = 0; i < length; i++) {
        int literal = literals[i];
        greatestVariable = Math.max(greatestVariable, Math.abs(literal));
        CadicalLibrary.ADD.invokeExact(solver, literal);
      }
      CadicalLibrary.ADD.invokeExact(solver, 0);
    } catch (Throwable e) {
      throw failure(e);
    }
  }

  @Override
  public Result solve(int[] assumptions, Budget budget) {
    try (Watchdog watchdog = Watchdog.over(budget, this::terminate)) {
      Result result = search(assumptions);
      if (result == Result.UNKNOWN && !watchdog.fired()) {
        // A termination that came too late for the previous call is kept by CaDiCaL and stops this
        // one at once; giving up clears it.
        result = search(assumptions);
      }
      if (result == Result.UNKNOWN) {
        reason = watchdog.fired() ? budget.exceeded() : "CaDiCaL gave up";
      }
      return result;
    }
  }

  private Result search(int[] assumptions) {
    try {
      for (int assumption : assumptions) {
        greatestVariable = Math.max(greatestVariable, Math.abs(assumption));
        CadicalLibrary.ASSUME.invokeExact(solver, assumption);
      }
      return switch ((int) CadicalLibrary.SOLVE.invokeExact(solver)) {
        case SATISFIABLE -> Result.SATISFIABLE;
        case UNSATISFIABLE -> Result.UNSATISFIABLE;
        default -> Result.UNKNOWN;
      };
    } catch (Throwable e) {
      throw failure(e);
    }
  }

  private void terminate() {
    try {
      CadicalLibrary.TERMINATE.invokeExact(solver);
    } catch (Throwable e) {
      throw failure(e);
    }
  }

  @Override
  public String reason() {
    return reason;
  }

  @Override
  public boolean value(int variable) {
    if (variable > greatestVariable) {
      return false;
    }
    try {
      return (int) CadicalLibrary.VAL.invokeExact(solver, variable) > 0;
    } catch (Throwable e) {
      throw failure(e);
    }
  }

  @Override
  public boolean failed(int assumption) {
    try {
      return (int) CadicalLibrary.FAILED.invokeExact(solver, assumption) != 0;
    } catch (Throwable e) {
      throw failure(e);
    }
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      try {
        CadicalLibrary.RELEASE.invokeExact(solver);
      } catch (Throwable e) {
        throw failure(e);
      }
    }
  }

  /// Handles of C functions throw only what the Java machine itself throws.
  private static RuntimeException failure(Throwable thrown) {
    return switch (thrown) {
      case RuntimeException e -> e;
      case Error e -> throw e;
      default -> new IllegalStateException(thrown);
    };
  }
}
