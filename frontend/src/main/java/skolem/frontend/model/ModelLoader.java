package skolem.frontend.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

/// From files to a [Model]: the facade of the front end.
public final class ModelLoader {
  /// What to load.
  ///
  /// @param config null for the file beside the specification that has its name
  /// @param path folders to look for modules in, after the specification's own
  /// @param init null for what the configuration says
  /// @param next null for what the configuration says
  /// @param invariants empty for what the configuration says
  public record Request(
      Path specification,
      @Nullable Path config,
      List<Path> path,
      @Nullable String init,
      @Nullable String next,
      List<String> invariants) {
    public Request {
      path = List.copyOf(path);
      invariants = List.copyOf(invariants);
    }

    public static Request of(Path specification) {
      return new Request(specification, null, List.of(), null, null, List.of());
    }

    public Request withConfig(Path file) {
      return new Request(specification, file, path, init, next, invariants);
    }

    public Request withPath(List<Path> folders) {
      return new Request(specification, config, folders, init, next, invariants);
    }
  }

  private ModelLoader() {}

  /// @throws RejectedException with everything that is wrong with the specification or the
  ///     configuration
  public static Model load(Request request) {
    Diagnostics diagnostics = new Diagnostics();
    SourceFile file = read(request.specification(), "specification");
    ResolvedModule module = resolve(file, request, diagnostics);
    ModelConfig config = config(request, diagnostics);
    return new ModelAssembler(module, diagnostics).assemble(config);
  }

  private static ResolvedModule resolve(
      SourceFile file, Request request, Diagnostics diagnostics) {
    Path folder = request.specification().toAbsolutePath().getParent();
    SearchPath path = new SearchPath(folder == null ? Path.of("") : folder, request.path());
    ResolvedModule module =
        new ModuleLoader(AlgorithmReading::parse, path, diagnostics).load(file);
    if (module == null || diagnostics.hasErrors()) {
      throw new RejectedException(diagnostics.all());
    }
    return module;
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

  private static ModelConfig config(Request request, Diagnostics diagnostics) {
    Path beside =
        request
            .specification()
            .resolveSibling(
                request.specification().getFileName().toString().replaceFirst("\\.tla$", "")
                    + ".cfg");
    Path path = request.config() != null ? request.config() : beside;
    boolean given = request.init() != null && request.next() != null;
    ModelConfig config;
    if (request.config() == null && !Files.exists(beside)) {
      if (!given) {
        throw new RejectedException(
            Diagnostic.error(
                    Code.CONFIG_BEHAVIOUR,
                    Span.NONE,
                    "there is no configuration " + beside + " beside the specification")
                .with(Span.NONE, "name one with --config, or give --init and --next"));
      }
      config = ConfigParser.parse(new SourceFile("", ""), diagnostics);
    } else {
      config = ConfigParser.parse(read(path, "configuration"), diagnostics);
    }
    return overridden(config, request);
  }

  private static ModelConfig overridden(ModelConfig config, Request request) {
    boolean behaviour = request.init() != null || request.next() != null;
    return new ModelConfig(
        config.constants(),
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

  private static Identifier identifier(String name, String option) {
    SourceFile commandLine = new SourceFile(option, name);
    return new Identifier(name, new Span(commandLine, 0, name.length()));
  }
}
