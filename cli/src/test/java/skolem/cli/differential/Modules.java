package skolem.cli.differential;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import skolem.frontend.model.Model;
import skolem.frontend.model.ModelLoader;

/// Models of TLA+ text.
final class Modules {
  private Modules() {}

  /// The module `Test` with this text, under this configuration.
  ///
  /// @throws skolem.frontend.source.RejectedException where it is not a specification
  static Model load(String module, String configuration) {
    try {
      Path folder = Files.createTempDirectory("skolem");
      Path text = folder.resolve("Test.tla");
      Path config = folder.resolve("Test.cfg");
      try {
        Files.writeString(text, module);
        Files.writeString(config, configuration);
        return ModelLoader.load(ModelLoader.Request.of(text));
      } finally {
        Files.deleteIfExists(text);
        Files.deleteIfExists(config);
        Files.deleteIfExists(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
