package skolem.frontend.lower;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import skolem.frontend.kernel.Definition;
import skolem.frontend.kernel.Local;
import skolem.frontend.resolve.Symbol;

/// Where a body is lowered: the root module, or one instance of a module.
///
/// In an instance, constants and variables stand for expressions of the outer context. All
/// definitions lowered here take [#parameters] before their own.
final class Context {
  private final Symbol.@Nullable Instance instance;
  private final @Nullable Context outer;
  private final @Nullable Locals outerLocals;
  private final List<Local> parameters;
  private final String prefix;
  private final Map<Symbol, Definition> definitions = new HashMap<>();
  private final Map<Symbol, Context> instances = new HashMap<>();

  private Context(
      Symbol.@Nullable Instance instance,
      @Nullable Context outer,
      @Nullable Locals outerLocals,
      List<Local> parameters,
      String prefix) {
    this.instance = instance;
    this.outer = outer;
    this.outerLocals = outerLocals;
    this.parameters = parameters;
    this.prefix = prefix;
  }

  static Context root() {
    return new Context(null, null, null, List.of(), "");
  }

  /// The context of an instance that stands in this one.
  ///
  /// @param locals what is bound where the instance stands, its own parameters included
  /// @param parameters all parameters that definitions of the instance take first
  Context instance(Symbol.Instance symbol, Locals locals, List<Local> parameters) {
    String name = symbol.name().isEmpty() ? "" : symbol.name() + "!";
    return new Context(symbol, this, locals, parameters, prefix + name);
  }

  boolean isRoot() {
    return instance == null;
  }

  Symbol.Instance instance() {
    if (instance == null) {
      throw new IllegalStateException("the root context is no instance");
    }
    return instance;
  }

  Context outer() {
    if (outer == null) {
      throw new IllegalStateException("the root context has no outer one");
    }
    return outer;
  }

  Locals outerLocals() {
    return outerLocals == null ? Locals.NONE : outerLocals;
  }

  List<Local> parameters() {
    return parameters;
  }

  /// The name of a definition of this context, as the root module would write it.
  String qualified(String name) {
    return prefix + name;
  }

  /// Definitions already lowered here.
  Map<Symbol, Definition> definitions() {
    return definitions;
  }

  /// Contexts of the module-level instances that stand here.
  Map<Symbol, Context> instances() {
    return instances;
  }
}
