package skolem.frontend.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import skolem.frontend.lower.Bindings;
import skolem.frontend.resolve.ModuleScope;
import skolem.frontend.resolve.ResolvedModule;
import skolem.frontend.resolve.Symbol;
import skolem.frontend.source.Code;
import skolem.frontend.source.Diagnostic;
import skolem.frontend.source.Diagnostics;
import skolem.frontend.source.NearName;
import skolem.frontend.source.SourceFile;
import skolem.frontend.source.Span;
import skolem.frontend.syntax.Identifier;
import skolem.frontend.value.BoolValue;
import skolem.frontend.value.IntValue;
import skolem.frontend.value.ModelValue;
import skolem.frontend.value.SetValue;
import skolem.frontend.value.StringValue;
import skolem.frontend.value.Value;

/// Finds the symbols that the CONSTANT sections of a configuration speak of, and what they say.
final class ConfigBindings {
  private static final String DEFAULT_INIT_VALUE = "defaultInitValue";

  private final ResolvedModule module;
  private final Diagnostics diagnostics;
  private final Map<Bindings.Subject, Value> values = new LinkedHashMap<>();
  private final Map<Symbol, Map<List<Value>, Value>> points = new LinkedHashMap<>();
  private final Map<Bindings.Subject, Symbol> replacements = new LinkedHashMap<>();

  ConfigBindings(ResolvedModule module, Diagnostics diagnostics) {
    this.module = module;
    this.diagnostics = diagnostics;
  }

  /// What the configuration and the command line bind; every constant of the root module that
  /// nothing is said of is reported.
  Bindings of(ModelConfig config, GivenConstants given) {
    Set<String> unknown = unknown(given.names());
    for (ModelConfig.Constant constant : given.over(config.constants())) {
      boolean isUnknown = unknown.contains(constant.name().name());
      Symbol symbol = isUnknown ? null : symbol(constant);
      if (symbol == null) {
        continue;
      }
      Bindings.Subject subject =
          constant.module() == null
              ? Bindings.Subject.name(symbol)
              : Bindings.Subject.everywhere(symbol);
      switch (constant) {
        case ModelConfig.Constant.Assignment(_, _, var arguments, var value) -> {
          if (arguments.isEmpty()) {
            values.put(subject, value(value));
          } else {
            points
                .computeIfAbsent(symbol, _ -> new LinkedHashMap<>())
                .put(arguments.stream().map(ConfigBindings::value).toList(), value(value));
          }
        }
        case ModelConfig.Constant.Replacement(var name, _, var definition) ->
            replace(name, symbol, subject, definition);
      }
    }
    given
        .fixed()
        .forEach((name, value) -> {
          Symbol symbol = module.root().lookup(name);
          if (symbol != null) {
            values.put(Bindings.Subject.name(symbol), value);
          }
        });
    List<Symbol.Constant> open = open(given);
    bindDefaultInitValue();
    reportUnbound(open, given.over(config.constants()));
    return new Bindings(values, points, replacements, open);
  }

  /// Those of the names on the command line that are none of a constant or definition, which is
  /// reported.
  private Set<String> unknown(Set<String> names) {
    return names.stream()
        .filter(name -> lookup(module.root(), option(name), "constant or definition") == null)
        .collect(Collectors.toSet());
  }

  private static Identifier option(String name) {
    return new Identifier(name, new Span(new SourceFile("--const", name), 0, name.length()));
  }

  /// The constants whose value is left open; only those that are declared without parameters can
  /// be.
  private List<Symbol.Constant> open(GivenConstants given) {
    List<Symbol.Constant> open = new ArrayList<>();
    for (String name : given.sets().keySet()) {
      if (module.root().lookup(name) instanceof Symbol.Constant constant && constant.arity() == 0) {
        open.add(constant);
      } else {
        diagnostics.error(
            Code.CONFIG_CONSTANT,
            option(name).span(),
            "only a declared constant without parameters can be left open, with `\\in`");
      }
    }
    return open;
  }

  private @Nullable Symbol symbol(ModelConfig.Constant constant) {
    ModuleScope scope = module.root();
    Identifier of = constant.module();
    if (of != null) {
      scope = module.modules().get(of.name());
      if (scope == null) {
        Diagnostic diagnostic =
            Diagnostic.error(
                Code.CONFIG_NAME, of.span(), "the specification uses no module `" + of + "`");
        String near = NearName.of(of.name(), module.modules().keySet());
        diagnostics.report(
            near == null ? diagnostic : diagnostic.with(Span.NONE, "did you mean `" + near + "`?"));
        return null;
      }
    }
    Symbol symbol = scope.lookup(constant.name().name());
    if (symbol == null && constant instanceof ModelConfig.Constant.Assignment) {
      Diagnostic unused =
          Diagnostic.warning(
              Code.CONFIG_NAME,
              constant.name().span(),
              "module `%s` has no `%s`: this value is not used"
                  .formatted(scope.name(), constant.name()));
      String near = NearName.of(constant.name().name(), scope.symbols().keySet());
      diagnostics.report(
          near == null ? unused : unused.with(Span.NONE, "did you mean `" + near + "`?"));
      return null;
    }
    return lookup(scope, constant.name(), "constant or definition");
  }

  /// The symbol of this name at the root of the specification, or null, which is reported.
  static @Nullable Symbol lookup(
      ModuleScope scope, Identifier name, String what, Diagnostics diagnostics) {
    Symbol symbol = scope.lookup(name.name());
    if (symbol == null) {
      Diagnostic diagnostic =
          Diagnostic.error(
              Code.CONFIG_NAME,
              name.span(),
              "module `" + scope.name() + "` has no " + what + " `" + name + "`");
      String near = NearName.of(name.name(), scope.symbols().keySet());
      if (near != null) {
        diagnostic = diagnostic.with(Span.NONE, "did you mean `" + near + "`?");
      }
      String section = NearName.of(name.name(), ConfigParser.SECTIONS);
      if (section != null) {
        diagnostic =
            diagnostic.with(Span.NONE, "or is this the section " + section + ", misspelt?");
      }
      diagnostics.report(diagnostic);
    }
    return symbol;
  }

  private @Nullable Symbol lookup(ModuleScope scope, Identifier name, String what) {
    return lookup(scope, name, what, diagnostics);
  }

  private void replace(
      Identifier name, Symbol symbol, Bindings.Subject subject, Identifier definition) {
    Symbol image = lookup(module.root(), definition, "definition");
    if (image == null) {
      return;
    }
    if (image.arity() != symbol.arity()) {
      diagnostics.error(
          Code.CONFIG_NAME,
          definition.span(),
          "`"
              + name
              + "` takes "
              + symbol.arity()
              + " arguments, and `"
              + definition
              + "` takes "
              + image.arity());
      return;
    }
    replacements.put(subject, image);
  }

  /// The constant that PlusCal's translation declares for variables without an initial value is a
  /// model value where the configuration does not say otherwise.
  private void bindDefaultInitValue() {
    if (module.root().lookup(DEFAULT_INIT_VALUE) instanceof Symbol.Constant constant) {
      Bindings.Subject subject = Bindings.Subject.name(constant);
      if (!replacements.containsKey(subject)) {
        values.putIfAbsent(subject, new ModelValue(DEFAULT_INIT_VALUE));
      }
    }
  }

  /// Reports the constants that nothing is said of.
  private void reportUnbound(List<Symbol.Constant> open, List<ModelConfig.Constant> bound) {
    List<String> mentioned =
        bound.stream()
            .filter(constant -> constant.module() == null)
            .map(constant -> constant.name().name())
            .toList();
    for (Symbol.Constant constant : module.root().constants()) {
      boolean isBound =
          open.contains(constant)
              || values.containsKey(Bindings.Subject.name(constant))
              || mentioned.contains(constant.name());
      if (!isBound) {
        diagnostics.report(
            Diagnostic.error(
                    Code.CONFIG_CONSTANT,
                    constant.span(),
                    "constant `" + constant.name() + "` has no value")
                .with(
                    Span.NONE,
                    "give it one in the configuration: CONSTANT " + constant.name() + " = …"));
      }
    }
  }

  private static Value value(ModelConfig.ConfigValue value) {
    return switch (value) {
      case ModelConfig.ConfigValue.Numeral(var number) -> IntValue.of(number);
      case ModelConfig.ConfigValue.Text(var text) -> new StringValue(text);
      case ModelConfig.ConfigValue.Truth(var truth) -> BoolValue.of(truth);
      case ModelConfig.ConfigValue.Atom(var name) -> new ModelValue(name.name());
      case ModelConfig.ConfigValue.Collection(var elements) ->
          SetValue.of(elements.stream().map(ConfigBindings::value).toList());
    };
  }
}
