package skolem.solver.sat;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import skolem.solver.library.NativeLibraries;

/// The C interface of CaDiCaL (`ccadical.h`); a solver is the address of one.
///
/// All functions are linked with one type, three words to a word, as linking a type takes the Java
/// machine 10 ms and more. Functions read the registers of the parameters that they have, and a
/// result has its meaning in the bits that its type has: so say the calling conventions of x86-64
/// and of 64-bit ARM.
final class CadicalLibrary {
  private static final Linker LINKER = Linker.nativeLinker();
  private static final SymbolLookup SYMBOLS = symbols();
  private static final FunctionDescriptor WORDS =
      FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);

  private static final MethodHandle INIT = function("ccadical_init");
  private static final MethodHandle RELEASE = function("ccadical_release");
  private static final MethodHandle SET_OPTION = function("ccadical_set_option");
  private static final MethodHandle ADD = function("ccadical_add");
  private static final MethodHandle ASSUME = function("ccadical_assume");
  private static final MethodHandle SOLVE = function("ccadical_solve");
  private static final MethodHandle VAL = function("ccadical_val");
  private static final MethodHandle FAILED = function("ccadical_failed");
  private static final MethodHandle TERMINATE = function("ccadical_terminate");

  private CadicalLibrary() {}

  private static SymbolLookup symbols() {
    NativeLibraries.load("bitwuzlaj", "CaDiCaL");
    return SymbolLookup.loaderLookup();
  }

  private static MethodHandle function(String name) {
    return LINKER.downcallHandle(SYMBOLS.findOrThrow(name), WORDS);
  }

  /// Calls `learn(state, clause)` with each clause of at most so many literals that is learnt.
  static void setLearn(long solver, int longest, MemorySegment learn) {
    try {
      MethodHandle set =
          LINKER.downcallHandle(
              SYMBOLS.findOrThrow("ccadical_set_learn"),
              FunctionDescriptor.ofVoid(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG));
      set.invokeExact(solver, 0L, (long) longest, learn.address());
    } catch (Throwable e) {
      throw failure(e);
    }
  }

  /// A new solver.
  static long init() {
    try {
      return (long) INIT.invokeExact(0L, 0L, 0L);
    } catch (Throwable e) {
      throw failure(e);
    }
  }

  static void release(long solver) {
    try {
      long _ = (long) RELEASE.invokeExact(solver, 0L, 0L);
    } catch (Throwable e) {
      throw failure(e);
    }
  }

  /// Only before the first clause.
  static void setOption(long solver, String name, int value) {
    try (Arena arena = Arena.ofConfined()) {
      long address = arena.allocateFrom(name).address();
      long _ = (long) SET_OPTION.invokeExact(solver, address, (long) value);
    } catch (Throwable e) {
      throw failure(e);
    }
  }

  /// Adds a literal to the current clause; 0 ends it.
  static void add(long solver, int literal) {
    try {
      long _ = (long) ADD.invokeExact(solver, (long) literal, 0L);
    } catch (Throwable e) {
      throw failure(e);
    }
  }

  /// Assumes a literal for the next call of [#solve] only.
  static void assume(long solver, int literal) {
    try {
      long _ = (long) ASSUME.invokeExact(solver, (long) literal, 0L);
    } catch (Throwable e) {
      throw failure(e);
    }
  }

  /// 10 for satisfiable, 20 for unsatisfiable, 0 for neither known.
  static int solve(long solver) {
    try {
      return (int) (long) SOLVE.invokeExact(solver, 0L, 0L);
    } catch (Throwable e) {
      throw failure(e);
    }
  }

  /// After satisfiable: positive where the literal is true.
  static int val(long solver, int literal) {
    try {
      return (int) (long) VAL.invokeExact(solver, (long) literal, 0L);
    } catch (Throwable e) {
      throw failure(e);
    }
  }

  /// After unsatisfiable: not 0 where the assumption was needed.
  static int failed(long solver, int literal) {
    try {
      return (int) (long) FAILED.invokeExact(solver, (long) literal, 0L);
    } catch (Throwable e) {
      throw failure(e);
    }
  }

  /// Makes [#solve] give up; from any thread.
  static void terminate(long solver) {
    try {
      long _ = (long) TERMINATE.invokeExact(solver, 0L, 0L);
    } catch (Throwable e) {
      throw failure(e);
    }
  }

  /// Handles of C functions throw only what the Java machine itself throws.
  private static IllegalStateException failure(Throwable thrown) {
    return new IllegalStateException("a call of CaDiCaL failed", thrown);
  }
}
