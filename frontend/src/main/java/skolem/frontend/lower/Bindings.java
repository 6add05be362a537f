package skolem.frontend.lower;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import skolem.frontend.resolve.Symbol;
import skolem.frontend.resolve.Target;
import skolem.frontend.value.Value;

/// What a model says of names: the value of a constant, or the definition that replaces a constant
/// or another definition.
///
/// @param values for constants without arguments, and for definitions without parameters
/// @param points for operator constants given point by point: `F(1, 2) = 3`
/// @param replacements for constants and definitions; the image belongs to the root module
/// @param open constants whose value is left open, in order: they are lowered like variables
public record Bindings(
    Map<Subject, Value> values,
    Map<Symbol, Map<List<Value>, Value>> points,
    Map<Subject, Symbol> replacements,
    List<Symbol.Constant> open) {
  public static final Bindings NONE = new Bindings(Map.of(), Map.of(), Map.of(), List.of());

  /// What is bound.
  public sealed interface Subject {
    /// A name of the root module, and of those that share it: a LOCAL instance, and one of a module
    /// with parameters, makes a copy of each definition, which is another name. A constant is bound
    /// in the root module only; elsewhere it stands for what an instance substitutes.
    ///
    /// @param way the instances that the name is reached through
    record Name(List<Symbol.Instance> way, Symbol symbol) implements Subject {
      public Name {
        way = List.copyOf(way);
      }
    }

    /// What a name means in a module that the configuration names, with all its copies. What an
    /// instance of a module without parameters brings in is what it is in that module.
    ///
    /// @param way the last instances that it is reached through
    record Everywhere(List<Symbol.Instance> way, Symbol symbol) implements Subject {
      public Everywhere {
        way = List.copyOf(way);
      }
    }

    /// A name in the scope of the root module.
    static Subject name(Symbol symbol) {
      return symbol instanceof Symbol.Imported imported
          ? new Name(imported.way(), imported.origin())
          : new Name(List.of(), symbol);
    }

    /// A name in the scope of a module that the configuration names.
    static Subject everywhere(Symbol symbol) {
      if (!(symbol instanceof Symbol.Imported imported)) {
        return new Everywhere(List.of(), symbol);
      }
      List<Symbol.Instance> way =
          imported.way().stream().dropWhile(i -> !i.module().hasParameters()).toList();
      return new Everywhere(way, imported.origin());
    }
  }

  /// The value that a symbol is bound to, or null.
  ///
  /// @param via the instances that it is reached through
  /// @param inRoot whether it is used in the root module, rather than in an instance
  @Nullable Value value(List<Target.Use> via, Symbol symbol, boolean inRoot) {
    return bound(values, via, symbol, inRoot);
  }

  /// The symbol that replaces a symbol, or null.
  ///
  /// @param via the instances that it is reached through
  /// @param inRoot whether it is used in the root module, rather than in an instance
  @Nullable Symbol replacement(List<Target.Use> via, Symbol symbol, boolean inRoot) {
    return bound(replacements, via, symbol, inRoot);
  }

  private static <T> @Nullable T bound(
      Map<Subject, T> all, List<Target.Use> via, Symbol symbol, boolean inRoot) {
    if (all.isEmpty()) {
      return null;
    }
    List<Symbol.Instance> way = via.stream().map(Target.Use::instance).toList();
    boolean isNamed = inRoot || !(symbol instanceof Symbol.Constant);
    T found = isNamed ? all.get(new Subject.Name(way, symbol)) : null;
    for (int i = 0; found == null && i <= way.size(); i++) {
      found = all.get(new Subject.Everywhere(way.subList(i, way.size()), symbol));
    }
    return found;
  }
}
