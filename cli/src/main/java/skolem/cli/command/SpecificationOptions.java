package skolem.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import skolem.frontend.model.Model;
import skolem.frontend.model.ModelLoader;

/// Which specification, with which configuration: what all commands on a model take.
final class SpecificationOptions {
  @Parameters(index = "0", paramLabel = "SPEC", description = "The specification, a .tla file.")
  private Path specification = Path.of("");

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The model configuration; default: the .cfg beside SPEC with its name.")
  private @Nullable Path config;

  @Mixin private PathOption path = new PathOption();

  @Option(names = "--init", paramLabel = "NAME", description = "The initial predicate.")
  private @Nullable String init;

  @Option(names = "--next", paramLabel = "NAME", description = "The next-state relation.")
  private @Nullable String next;

  @Option(
      names = "--inv",
      paramLabel = "NAMES",
      split = ",",
      description = "The invariants, separated by commas; default: those of the configuration.")
  private List<String> invariants = new ArrayList<>();

  @Option(names = "--no-deadlock", description = "Do not look for deadlocks.")
  private boolean noDeadlock;

  @Option(
      names = "--skip-properties",
      description = "Temporal properties that cannot be checked do not make the run undecided.")
  private boolean skipProperties;

  /// Loads the model with these invariants, whatever the configuration says.
  ///
  /// @param asDefined names that the configuration's replacements do not change
  Model load(List<String> asked, Set<String> asDefined) {
    return ModelLoader.load(
        new ModelLoader.Request(
            specification, config, path.folders(), init, next, asked, asDefined));
  }

  /// The invariants that the command line names.
  List<String> invariants() {
    return invariants;
  }

  Path specification() {
    return specification;
  }

  boolean skipProperties() {
    return skipProperties;
  }

  /// Whether deadlocks are looked for.
  boolean deadlock(Model model) {
    return model.checkDeadlock() && !noDeadlock;
  }

  /// Loads the model.
  ///
  /// @throws skolem.frontend.source.RejectedException with everything that is wrong with it
  Model load() {
    return ModelLoader.load(request());
  }

  /// What to load.
  ModelLoader.Request request() {
    return new ModelLoader.Request(specification, config, path.folders(), init, next, invariants);
  }
}
