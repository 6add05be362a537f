package skolem.encoder.eval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import skolem.frontend.kernel.Expr;
import skolem.frontend.model.ModelLoader;

/// Loads single expressions.
final class Loaded {
  private static final String USUAL = "Integers, Sequences, FiniteSets, TLC";

  private Loaded() {}

  /// An expression over the usual modules and these others; it may speak about the variable
  /// `given`.
  static Expr expression(Path folder, String modules, String text) {
    try {
      Path module = folder.resolve("Test.tla");
      Path config = folder.resolve("Test.cfg");
      Files.writeString(
          module,
          "---- MODULE Test ----\nEXTENDS "
              + USUAL
              + ", "
              + modules
              + "\nVARIABLE given\nExpression == "
              + text
              + "\nInit == given = {}\nNext == given' = given\n====\n");
      Files.writeString(config, "INIT Init\nNEXT Next\nINVARIANT Expression\n");
      return ModelLoader.load(ModelLoader.Request.of(module).withConfig(config))
          .invariants()
          .getFirst()
          .expr();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
