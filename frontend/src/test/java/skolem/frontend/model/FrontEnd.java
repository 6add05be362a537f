package skolem.frontend.model;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import skolem.frontend.resolve.ModuleLoader;
import skolem.frontend.resolve.ResolvedModule;
import skolem.frontend.resolve.SearchPath;
import skolem.frontend.source.Diagnostic;
import skolem.frontend.source.Diagnostics;
import skolem.frontend.source.RejectedException;
import skolem.frontend.source.SourceFile;

/// All stages of the front end on a text in memory.
///
/// @param module null where the text holds none
/// @param diagnostics what the stages say
public record FrontEnd(@Nullable ResolvedModule module, List<Diagnostic> diagnostics) {

  /// @param path where the text would stand
  /// @param config the configuration; null where no model is asked for
  public static FrontEnd run(Path path, String specification, @Nullable String config) {
    Diagnostics diagnostics = new Diagnostics();
    SearchPath search = new SearchPath(path.resolve("..").normalize(), List.of());
    ModuleLoader loader = new ModuleLoader(AlgorithmReading::parse, search, diagnostics);
    ResolvedModule module = loader.load(new SourceFile(path.toString(), specification));
    if (config != null) {
      ModelConfig read = ConfigParser.parse(new SourceFile("Model.cfg", config), diagnostics);
      if (module != null && !diagnostics.hasErrors()) {
        try {
          GivenConstants none = GivenConstants.read(ModelLoader.Wishes.NONE, diagnostics);
          var _ =
              new ModelAssembler(module, diagnostics).assemble(read, none, ModelLoader.Wishes.NONE);
        } catch (RejectedException rejected) {
          return new FrontEnd(module, rejected.diagnostics());
        }
      }
    }
    return new FrontEnd(module, diagnostics.all());
  }
}
