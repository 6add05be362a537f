package skolem.solver.sat;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import skolem.solver.library.NativeLibraries;

/// The C interface of CaDiCaL (`ccadical.h`) as method handles, which are constants so that calls
/// compile to plain calls.
///
/// Functions that only read or append are linked as critical: they neither block nor call back.
final class CadicalLibrary {
  private static final Linker LINKER = Linker.nativeLinker();
  private static final SymbolLookup SYMBOLS = symbols();

  static final MethodHandle INIT = call("ccadical_init", FunctionDescriptor.of(ADDRESS));
  static final MethodHandle RELEASE = call("ccadical_release", FunctionDescriptor.ofVoid(ADDRESS));
  static final MethodHandle SET_OPTION =
      call("ccadical_set_option", FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, JAVA_INT));
  static final MethodHandle ADD = appending("ccadical_add");
  static final MethodHandle ASSUME = appending("ccadical_assume");
  static final MethodHandle VAL = reading("ccadical_val");
  static final MethodHandle FAILED = reading("ccadical_failed");
  static final MethodHandle SOLVE =
      call("ccadical_solve", FunctionDescriptor.of(JAVA_INT, ADDRESS));
  static final MethodHandle TERMINATE =
      call("ccadical_terminate", FunctionDescriptor.ofVoid(ADDRESS));

  private CadicalLibrary() {}

  private static SymbolLookup symbols() {
    NativeLibraries.load("bitwuzlaj", "CaDiCaL");
    return SymbolLookup.loaderLookup();
  }

  private static MethodHandle appending(String function) {
    return call(
        function, FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT), Linker.Option.critical(false));
  }

  private static MethodHandle reading(String function) {
    return call(
        function,
        FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT),
        Linker.Option.critical(false));
  }

  private static MethodHandle call(
      String function, FunctionDescriptor type, Linker.Option... options) {
    return LINKER.downcallHandle(SYMBOLS.findOrThrow(function), type, options);
  }
}
