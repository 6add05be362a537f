package skolem.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes small specifications into a folder.
record SpecificationFolder(Path folder) {
  private static final String HEAD =
      """
      ---- MODULE Spec ----
      EXTENDS Naturals, TLC
      VARIABLE x
      Init == x = 0
      """;

  /// The module `Spec` with a variable `x` that is 0 at first; `body` begins in line 5.
  ///
  /// @return its path
  String write(String body, String config) {
    return writeModule(HEAD + body + "\n====\n", "INIT Init\nNEXT Next\n" + config);
  }

  /// The module `Spec` with this text.
  ///
  /// @return its path
  String writeModule(String text, String config) {
    try {
      Path module = folder.resolve("Spec.tla");
      Files.writeString(module, text);
      Files.writeString(folder.resolve("Spec.cfg"), config);
      return module.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
