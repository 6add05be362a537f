package skolem.frontend.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import skolem.frontend.source.Span;
import skolem.frontend.syntax.Identifier;

/// The names in scope at one place: a chain of inner scopes that ends in a module's symbols.
final class Scope {
  /// What a name stands for: a symbol, or a bound variable or parameter.
  sealed interface Entry {
    /// Where the name is introduced.
    Span span();

    record Global(Symbol symbol) implements Entry {
      @Override
      public Span span() {
        return symbol.span();
      }
    }

    record Bound(Identifier binder, int arity) implements Entry {
      @Override
      public Span span() {
        return binder.span();
      }
    }
  }

  private final @Nullable Scope outer;
  private final ModuleScope module;
  private final Map<String, Entry> entries = new HashMap<>();

  private Scope(@Nullable Scope outer, ModuleScope module) {
    this.outer = outer;
    this.module = module;
  }

  static Scope of(ModuleScope module) {
    return new Scope(null, module);
  }

  Scope inner() {
    return new Scope(this, module);
  }

  ModuleScope module() {
    return module;
  }

  /// Whether this is the scope of the module itself.
  boolean isModule() {
    return outer == null;
  }

  /// Whether the name is introduced in this scope itself.
  boolean holds(String name) {
    return isModule() ? module.lookup(name) != null : entries.containsKey(name);
  }

  void bind(Identifier binder, int arity) {
    entries.put(binder.name(), new Entry.Bound(binder, arity));
  }

  void define(Symbol symbol) {
    if (isModule()) {
      module.symbols().put(symbol.name(), symbol);
    } else {
      entries.put(symbol.name(), new Entry.Global(symbol));
    }
  }

  @Nullable Entry lookup(String name) {
    for (Scope scope = this; scope != null; scope = scope.outer) {
      Entry entry = scope.entries.get(name);
      if (entry != null) {
        return entry;
      }
    }
    Symbol symbol = module.lookup(name);
    return symbol == null ? null : new Entry.Global(symbol);
  }

  /// All names in scope, for suggestions.
  List<String> names() {
    List<String> names = new ArrayList<>();
    for (Scope scope = this; scope != null; scope = scope.outer) {
      scope.entries.keySet().stream().sorted().forEach(names::add);
    }
    names.addAll(module.symbols().keySet());
    return names;
  }
}
