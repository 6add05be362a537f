package skolem.solver.library;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import skolem.frontend.source.Code;
import skolem.frontend.source.RejectedException;
import skolem.frontend.source.Span;

/// Loads native libraries from the directory that the system property [#DIRECTORY] names, or else
/// from the Java library path.
public final class NativeLibraries {
  /// The system property with the directory of our native libraries.
  public static final String DIRECTORY = "skolem.native";

  private NativeLibraries() {}

  /// Loads a library once; a second call does nothing.
  ///
  /// @param name without the prefix and suffix of the platform: `z3` for `libz3.so`
  /// @param solver whose library it is, for the message
  /// @throws RejectedException where it is missing or does not fit this machine
  public static void load(String name, String solver) {
    String file = System.mapLibraryName(name);
    for (Path directory : directories()) {
      Path library = directory.resolve(file).toAbsolutePath();
      if (Files.isRegularFile(library)) {
        try {
          System.load(library.toString());
          return;
        } catch (UnsatisfiedLinkError e) {
          throw rejected(solver + " is not usable here: " + e.getMessage());
        }
      }
    }
    throw rejected(
        solver
            + " is not available: no "
            + file
            + " in "
            + directories()
            + " (-D"
            + DIRECTORY
            + ")");
  }

  private static List<Path> directories() {
    List<Path> directories = new ArrayList<>();
    String ours = System.getProperty(DIRECTORY);
    if (ours != null) {
      directories.add(Path.of(ours));
    }
    for (String entry :
        System.getProperty("java.library.path", "").split(java.io.File.pathSeparator, -1)) {
      if (!entry.isEmpty()) {
        directories.add(Path.of(entry));
      }
    }
    return directories;
  }

  private static RejectedException rejected(String message) {
    return RejectedException.of(Code.SYSTEM, Span.NONE, message);
  }
}
