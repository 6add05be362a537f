package skolem.frontend.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import skolem.frontend.resolve.ModuleLoader;
import skolem.frontend.resolve.ResolvedModule;
import skolem.frontend.resolve.SearchPath;
import skolem.frontend.source.Code;
import skolem.frontend.source.Diagnostic;
import skolem.frontend.source.Diagnostics;
import skolem.frontend.source.RejectedException;
import skolem.frontend.source.SourceFile;
import skolem.frontend.source.Span;
import skolem.frontend.syntax.Identifier;
import skolem.frontend.value.Value;

/// From files to a [Model]: the facade of the front end.
public final class ModelLoader {
  /// What to load.
  ///
  /// @param config null for the file beside the specification that has its name, or else the
  ///   section in it
  /// @param path folders to look for modules in, after the specification's own
  /// @param init null for what the configuration says
  /// @param next null for what the configuration says
  /// @param invariants empty for what the configuration says
  /// @param asDefined names that keep their meaning, whatever the configuration replaces them with
  /// @param wishes what the configuration has no word for, or what goes before it
  public record Request(
      Path specification,
      @Nullable Path config,
      List<Path> path,
      @Nullable String init,
      @Nullable String next,
      List<String> invariants,
      Set<String> asDefined,
      Wishes wishes) {
    public Request {
      path = List.copyOf(path);
      invariants = List.copyOf(invariants);
      asDefined = Set.copyOf(asDefined);
    }

    public Request(
        Path specification,
        @Nullable Path config,
        List<Path> path,
        @Nullable String init,
        @Nullable String next,
        List<String> invariants) {
      this(specification, config, path, init, next, invariants, Set.of(), Wishes.NONE);
    }

    public static Request of(Path specification) {
      return new Request(specification, null, List.of(), null, null, List.of());
    }

    public Request withConfig(Path file) {
      return new Request(specification, file, path, init, next, invariants, asDefined, wishes);
    }

    public Request withPath(List<Path> folders) {
      return new Request(specification, config, folders, init, next, invariants, asDefined, wishes);
    }

    public Request with(Wishes others) {
      return new Request(specification, config, path, init, next, invariants, asDefined, others);
    }
  }

  /// What the user asks for besides, as it is written on the command line.
  ///
  /// @param constants `N = 5`, `N <- Definition` or `N \in S`, before what the configuration says
  /// @param fixed values of constants, before all of these
  /// @param traceInvariants names of operators with one parameter
  /// @param traceView an expression; null where there is none
  public record Wishes(
      List<String> constants,
      Map<String, Value> fixed,
      List<String> traceInvariants,
      @Nullable String traceView) {
    public static final Wishes NONE = new Wishes(List.of(), Map.of(), List.of(), null);

    public Wishes {
      constants = List.copyOf(constants);
      fixed = Map.copyOf(fixed);
      traceInvariants = List.copyOf(traceInvariants);
    }

    public Wishes withFixed(Map<String, Value> values) {
      return new Wishes(constants, values, traceInvariants, traceView);
    }
  }

  private ModelLoader() {}

  /// @throws RejectedException with everything that is wrong with the specification or the
  ///   configuration
  public static Model load(Request request) {
    Diagnostics diagnostics = new Diagnostics();
    SourceFile file = read(request.specification(), "specification");
    GivenConstants constants = GivenConstants.read(request.wishes(), diagnostics);
    AddedDefinitions added = AddedDefinitions.of(constants.sets(), request.wishes().traceView());
    ResolvedModule module = resolve(file, request, added, diagnostics);
    if (module == null || diagnostics.hasErrors()) {
      if (request.config() != null || Files.exists(beside(request.specification()))) {
        config(file, request, diagnostics);
      }
      throw new RejectedException(diagnostics.all());
    }
    ModelConfig config = config(file, request, diagnostics);
    return new ModelAssembler(module, diagnostics).assemble(config, constants, request.wishes());
  }

  /// The configuration that a request comes to, as the text of a `.cfg` file with a line for each
  /// constant.
  ///
  /// @param constants `NAME = VALUE` or `NAME <- DEFINITION`, instead of what the configuration
  ///   says
  /// @throws RejectedException where the configuration is not well-formed
  public static String configuration(Request request, List<String> constants) {
    Diagnostics diagnostics = new Diagnostics();
    SourceFile file = read(request.specification(), "specification");
    List<ModelConfig.Constant> given = new ArrayList<>();
    for (String constant : constants) {
      SourceFile text = new SourceFile("--const", "CONSTANT " + constant);
      given.addAll(ConfigParser.parse(text, diagnostics).constants());
    }
    ModelConfig config = config(file, request, diagnostics);
    if (diagnostics.hasErrors()) {
      throw new RejectedException(diagnostics.all());
    }
    return ConfigText.of(config.with(given));
  }

  /// Parses and resolves a specification without a configuration.
  ///
  /// @param path folders to look for modules in, after the specification's own
  /// @param diagnostics gets all that is wrong, and what the user should know
  /// @return null where the file holds no module
  /// @throws RejectedException if the file cannot be read
  public static @Nullable ResolvedModule resolve(
      Path specification, List<Path> path, Diagnostics diagnostics) {
    Request request = Request.of(specification).withPath(path);
    return resolve(
        read(specification, "specification"), request, AddedDefinitions.NONE, diagnostics);
  }

  private static @Nullable ResolvedModule resolve(
      SourceFile file, Request request, AddedDefinitions added, Diagnostics diagnostics) {
    Path folder = request.specification().toAbsolutePath().getParent();
    SearchPath path = new SearchPath(folder == null ? Path.of("") : folder, request.path());
    return new ModuleLoader(added.to(file), path, diagnostics).load(file);
  }

  private static SourceFile read(Path path, String what) {
    try {
      return SearchPath.read(path);
    } catch (IOException e) {
      String why = Files.exists(path) ? "cannot be read: " + e.getMessage() : "does not exist";
      throw RejectedException.of(
          Code.SYSTEM, Span.NONE, "the " + what + " file " + path + " " + why);
    }
  }

  private static ModelConfig config(
      SourceFile specification, Request request, Diagnostics diagnostics) {
    SourceFile file = configFile(specification, request);
    if (file == null) {
      if (request.init() == null || request.next() == null) {
        throw new RejectedException(
            Diagnostic.error(
                    Code.CONFIG_BEHAVIOUR,
                    Span.NONE,
                    "there is no configuration "
                        + beside(request.specification())
                        + " beside the specification, and none in it")
                .with(Span.NONE, "name one with --config, or give --init and --next"));
      }
      file = new SourceFile("", "");
    }
    return overridden(ConfigParser.parse(file, diagnostics), request, diagnostics);
  }

  /// The file that is named, or the one beside the specification, or else the section in it; null
  /// where there is none.
  private static @Nullable SourceFile configFile(SourceFile specification, Request request) {
    Path given = request.config();
    if (given == null) {
      Path beside = beside(request.specification());
      return Files.exists(beside)
          ? read(beside, "configuration")
          : EmbeddedConfig.in(specification, stem(request.specification()));
    }
    SourceFile file = read(given, "configuration");
    if (!given.toString().endsWith(".tla")) {
      return file;
    }
    SourceFile embedded = EmbeddedConfig.in(file, stem(given));
    if (embedded == null) {
      throw RejectedException.of(
          Code.CONFIG_SYNTAX,
          new Span(file, 0, 0),
          "this file holds no configuration: `---- CONFIG Name ----`");
    }
    return embedded;
  }

  private static Path beside(Path specification) {
    return specification.resolveSibling(stem(specification) + ".cfg");
  }

  private static String stem(Path specification) {
    return specification.getFileName().toString().replaceFirst("\\.tla$", "");
  }

  private static ModelConfig overridden(
      ModelConfig config, Request request, Diagnostics diagnostics) {
    boolean behaviour = request.init() != null || request.next() != null;
    return new ModelConfig(
        used(config.constants(), request.asDefined(), diagnostics),
        behaviour ? null : config.specification(),
        request.init() != null ? identifier(request.init(), "--init") : config.init(),
        request.next() != null ? identifier(request.next(), "--next") : config.next(),
        request.invariants().isEmpty()
            ? config.invariants()
            : request.invariants().stream().map(i -> identifier(i, "--inv")).toList(),
        config.properties(),
        config.constraints(),
        config.actionConstraints(),
        config.postconditions(),
        config.view(),
        config.alias(),
        config.symmetry(),
        config.checkDeadlock());
  }

  private static List<ModelConfig.Constant> used(
      List<ModelConfig.Constant> constants, Set<String> asDefined, Diagnostics diagnostics) {
    List<ModelConfig.Constant> used = new ArrayList<>();
    for (ModelConfig.Constant constant : constants) {
      if (constant instanceof ModelConfig.Constant.Replacement(var name, _, _)
          && asDefined.contains(name.name())) {
        diagnostics.report(
            Diagnostic.warning(
                Code.CONFIG_NAME,
                name.span(),
                "this replacement is not used: `" + name + "` is what its definition says"));
      } else {
        used.add(constant);
      }
    }
    return used;
  }

  static Identifier identifier(String name, String option) {
    SourceFile commandLine = new SourceFile(option, name);
    return new Identifier(name, new Span(commandLine, 0, name.length()));
  }
}
