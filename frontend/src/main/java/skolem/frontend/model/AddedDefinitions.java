package skolem.frontend.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import skolem.frontend.parse.ModuleParser;
import skolem.frontend.source.Diagnostics;
import skolem.frontend.source.SourceFile;
import skolem.frontend.syntax.Identifier;
import skolem.frontend.syntax.ModuleTree;
import skolem.frontend.syntax.Unit;

/// Expressions of the command line, as definitions at the end of the root module. Their names are
/// none that a specification can have.
///
/// @param expressions by the name of the definition, each with the option that it comes from
record AddedDefinitions(Map<String, Source> expressions) {
  static final AddedDefinitions NONE = new AddedDefinitions(Map.of());
  static final String VIEW = "--view";

  record Source(String option, String text) {}

  /// @param sets of the constants that are left open, by their names
  static AddedDefinitions of(Map<String, String> sets, @Nullable String view) {
    Map<String, Source> expressions = new LinkedHashMap<>();
    sets.forEach((name, set) -> expressions.put(set(name), new Source("--const", set)));
    if (view != null) {
      expressions.put(VIEW, new Source(VIEW, view));
    }
    return new AddedDefinitions(expressions);
  }

  /// The name of the definition of an open constant's set.
  static String set(String constant) {
    return "--const " + constant;
  }

  /// A parser of files that adds the definitions to the last module of `root`.
  BiFunction<SourceFile, Diagnostics, List<ModuleTree>> to(SourceFile root) {
    return (file, diagnostics) -> {
      List<ModuleTree> modules = AlgorithmReading.parse(file, diagnostics);
      return file != root || expressions.isEmpty() || modules.isEmpty()
          ? modules
          : modules.stream().map(module -> extended(module, root, diagnostics)).toList();
    };
  }

  private ModuleTree extended(ModuleTree module, SourceFile root, Diagnostics diagnostics) {
    if (!root.path().endsWith(module.name() + ".tla")) {
      return module;
    }
    List<Unit> units = new ArrayList<>(module.units());
    expressions.forEach((name, source) -> units.addAll(definition(name, source, diagnostics)));
    return new ModuleTree(module.name(), module.extended(), units, module.gaps(), module.span());
  }

  private static List<Unit> definition(String name, Source source, Diagnostics diagnostics) {
    String text = "---- MODULE Option ----\nexpression ==\n" + source.text() + "\n====\n";
    List<Unit> units = new ArrayList<>();
    for (ModuleTree tree : ModuleParser.parse(new SourceFile(source.option(), text), diagnostics)) {
      for (Unit unit : tree.units()) {
        if (unit instanceof Unit.OperatorDefinition(_, _, var fixity, var none, var body, _)) {
          Identifier identifier = new Identifier(name, body.span());
          units.add(
              new Unit.OperatorDefinition(false, identifier, fixity, none, body, body.span()));
        }
      }
    }
    return units;
  }
}
