package skolem.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import skolem.frontend.model.Model;
import skolem.frontend.model.ModelLoader;
import skolem.frontend.source.Code;
import skolem.frontend.source.Diagnostic;
import skolem.frontend.source.RejectedException;
import skolem.frontend.source.Span;

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

  @Option(
      names = "--const",
      paramLabel = "TEXT",
      description =
          "The value of a constant, instead of the configuration's: 'N = 3', 'N <- Definition';"
              + " for `check` also 'N \\in S', and the solver chooses.")
  private List<String> constants = new ArrayList<>();

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
    return closed(
        ModelLoader.load(
            new ModelLoader.Request(
                specification, config, path.folders(), init, next, asked, asDefined, wishes())));
  }

  /// Loads the model with what else is asked for.
  Model load(ModelLoader.Wishes wishes) {
    return ModelLoader.load(
        new ModelLoader.Request(
            specification, config, path.folders(), init, next, invariants, Set.of(), wishes));
  }

  /// What the options say that the configuration has no word for.
  ModelLoader.Wishes wishes() {
    return new ModelLoader.Wishes(constants, Map.of(), List.of(), null);
  }

  /// Refuses constants whose value is left open.
  private static Model closed(Model model) {
    if (!model.additions().parameters().isEmpty()) {
      Model.Parameter open = model.additions().parameters().getFirst();
      throw new RejectedException(
          Diagnostic.error(
                  Code.UNSUPPORTED,
                  open.set().span(),
                  "only `check` leaves the value of `" + open.variable() + "` open")
              .with(Span.NONE, "give one value: --const '" + open.variable() + " = …'"));
    }
    return model;
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
    return load(invariants, Set.of());
  }

  /// What to load.
  ModelLoader.Request request() {
    return new ModelLoader.Request(
        specification, config, path.folders(), init, next, invariants, Set.of(), wishes());
  }
}
