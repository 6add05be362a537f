package skolem.frontend.resolve;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import skolem.frontend.source.Code;
import skolem.frontend.source.Diagnostic;
import skolem.frontend.source.Diagnostics;
import skolem.frontend.source.NearName;
import skolem.frontend.source.SourceFile;
import skolem.frontend.source.Span;
import skolem.frontend.syntax.Identifier;
import skolem.frontend.syntax.ModuleTree;

/// Loads a root module with all modules that it extends and instantiates, and resolves each.
public final class ModuleLoader {
  private final BiFunction<SourceFile, Diagnostics, List<ModuleTree>> parser;
  private final SearchPath path;
  private final Diagnostics diagnostics;
  private final TargetTable targets = new TargetTable();
  private final Map<String, ModuleTree> trees = new LinkedHashMap<>();
  private final Map<String, ModuleScope> resolved = new LinkedHashMap<>();
  private final Set<String> inProgress = new LinkedHashSet<>();
  private @Nullable ModuleTree root;

  /// @param parser gives the top-level modules of a file and reports what is wrong with them
  public ModuleLoader(
      BiFunction<SourceFile, Diagnostics, List<ModuleTree>> parser,
      SearchPath path,
      Diagnostics diagnostics) {
    this.parser = parser;
    this.path = path;
    this.diagnostics = diagnostics;
  }

  /// The module of this file that has the file's name; null where the file holds no module. Faults
  /// are reported.
  public @Nullable ResolvedModule load(SourceFile file) {
    List<ModuleTree> found = parser.apply(file, diagnostics);
    if (found.isEmpty()) {
      if (!diagnostics.hasErrors()) {
        diagnostics.error(
            Code.SYNTAX, new Span(file, 0, 0), "expected a module: `---- MODULE Name ----`");
      }
      return null;
    }
    found.forEach(tree -> trees.put(tree.name().name(), tree));
    root = root(found, file);
    ModuleScope scope = resolve(root, false);
    diagnostics.arrange();
    return new ResolvedModule(scope, resolved, targets);
  }

  /// Whether this is the module that was asked for, which no other instantiates.
  boolean isRoot(ModuleTree tree) {
    return tree == root;
  }

  /// The module that has the name of the file; another one, which is reported, where there is none.
  private ModuleTree root(List<ModuleTree> found, SourceFile file) {
    String name = java.nio.file.Path.of(file.path()).getFileName().toString().replace(".tla", "");
    for (ModuleTree tree : found) {
      if (tree.name().name().equals(name)) {
        return tree;
      }
    }
    ModuleTree last = found.getLast();
    diagnostics.error(
        Code.MODULE_NAME,
        last.name().span(),
        "module `"
            + last.name()
            + "` stands in a file of another name: call the module `"
            + name
            + "`, or the file "
            + last.name()
            + ".tla");
    return last;
  }

  /// The module of this name, for an EXTENDS or INSTANCE at `use`; null where it cannot be had,
  /// which has then been reported.
  @Nullable ModuleScope require(Identifier use) {
    String name = use.name();
    ModuleScope known = resolved.get(name);
    if (known != null) {
      return known;
    }
    if (inProgress.contains(name)) {
      diagnostics.error(
          Code.MODULE,
          use.span(),
          "module `" + name + "` needs itself: " + String.join(" -> ", inProgress) + " -> " + name);
      return null;
    }
    int before = diagnostics.size();
    ModuleScope module = load(use);
    diagnostics.annotate(before, use.span(), "module `" + name + "` is needed here");
    return module;
  }

  private @Nullable ModuleScope load(Identifier use) {
    ModuleTree tree = trees.get(use.name());
    if (tree != null) {
      return resolve(tree, false);
    }
    SourceFile file = find(use);
    if (file == null) {
      return null;
    }
    tree = named(use.name(), use, file);
    return tree == null ? null : resolve(tree, file.path().startsWith(SearchPath.OURS));
  }

  private @Nullable SourceFile find(Identifier use) {
    try {
      SourceFile file = path.find(use.name());
      if (file == null) {
        Diagnostic diagnostic =
            Diagnostic.error(Code.MODULE, use.span(), "module `" + use.name() + "` is not found");
        String near = NearName.of(use.name(), path.modules());
        if (near != null) {
          diagnostic = diagnostic.with(Span.NONE, "did you mean `" + near + "`?");
        }
        diagnostics.report(
            diagnostic.with(
                Span.NONE,
                "it is looked for beside the specification, among the library modules, and in the"
                    + " folders of --path"));
      }
      return file;
    } catch (IOException e) {
      diagnostics.error(
          Code.SYSTEM, use.span(), "module `" + use.name() + "` cannot be read: " + e.getMessage());
      return null;
    }
  }

  private @Nullable ModuleTree named(String name, Identifier use, SourceFile file) {
    List<ModuleTree> found = parser.apply(file, diagnostics);
    for (ModuleTree tree : found) {
      trees.putIfAbsent(tree.name().name(), tree);
    }
    ModuleTree tree =
        found.stream().filter(t -> t.name().name().equals(name)).findFirst().orElse(null);
    if (tree == null && !diagnostics.hasErrors()) {
      diagnostics.error(
          Code.MODULE, use.span(), "file " + file.path() + " holds no module `" + name + "`");
    }
    return tree;
  }

  private ModuleScope resolve(ModuleTree tree, boolean ours) {
    String name = tree.name().name();
    inProgress.add(name);
    ModuleScope scope = new UnitResolver(this, diagnostics, targets).module(tree, ours, null);
    inProgress.remove(name);
    resolved.put(name, scope);
    return scope;
  }
}
