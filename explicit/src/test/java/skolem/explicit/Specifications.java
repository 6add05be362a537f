package skolem.explicit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import skolem.frontend.kernel.Expr;
import skolem.frontend.model.Model;
import skolem.frontend.model.ModelLoader;

/// Makes models and constant expressions of TLA+ text.
public final class Specifications {
  private static final String HEAD =
      "---- MODULE Test ----\nEXTENDS Reals, Sequences, FiniteSets, TLC\n";

  private Specifications() {}

  /// The module `Test` with this body, which extends the usual modules, under this configuration.
  public static Model model(String body, String config) {
    try {
      Path folder = Files.createTempDirectory("skolem");
      Path module = folder.resolve("Test.tla");
      Path cfg = folder.resolve("Test.cfg");
      Files.writeString(module, HEAD + body + "\n====\n");
      Files.writeString(cfg, config);
      Model model = ModelLoader.load(ModelLoader.Request.of(module));
      Files.delete(module);
      Files.delete(cfg);
      Files.delete(folder);
      return model;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A constant expression over the model values `a`, `b`, `c` and `T_1`, `T_2`, `U_1`.
  public static Expr expression(String text) {
    return model(
            "CONSTANTS a, b, c, T_1, T_2, U_1\nASSUME " + text,
            "CONSTANTS a = a b = b c = c T_1 = T_1 T_2 = T_2 U_1 = U_1")
        .assumptions()
        .getFirst()
        .expr();
  }
}
