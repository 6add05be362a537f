package skolem.frontend.resolve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import skolem.frontend.syntax.Expr;
import skolem.frontend.syntax.ModuleTree;

/// A module after resolution: what its names stand for and what it declares, its own and all that
/// it extends.
public final class ModuleScope {
  /// An ASSUME; `name` is empty where it has none.
  public record Assumption(String name, Expr expr) {}

  private final ModuleTree tree;
  private final boolean ours;
  private final Map<String, Symbol> symbols = new LinkedHashMap<>();
  private final Map<String, ModuleScope> submodules = new LinkedHashMap<>();
  private final List<Symbol.Constant> constants = new ArrayList<>();
  private final List<Symbol.Variable> variables = new ArrayList<>();
  private final List<Assumption> assumptions = new ArrayList<>();
  private final List<ModuleScope> extended = new ArrayList<>();

  ModuleScope(ModuleTree tree, boolean ours) {
    this.tree = tree;
    this.ours = ours;
  }

  public ModuleTree tree() {
    return tree;
  }

  public String name() {
    return tree.name().name();
  }

  /// Whether this is one of the modules that come with the program.
  public boolean ours() {
    return ours;
  }

  /// What a name stands for at the end of the module, or null.
  public @Nullable Symbol lookup(String name) {
    return symbols.get(name);
  }

  /// Every name in scope at the end of the module.
  public Map<String, Symbol> symbols() {
    return symbols;
  }

  /// The names that an EXTENDS or INSTANCE of this module sees: all but the LOCAL ones.
  List<Symbol> exported() {
    return symbols.values().stream().filter(s -> !isLocal(s)).toList();
  }

  private boolean isLocal(Symbol symbol) {
    return switch (symbol) {
      case Symbol.Operator operator -> operator.local();
      case Symbol.Instance instance -> instance.local();
      case Symbol.Imported imported -> imported.instance().local();
      case Symbol.Constant _, Symbol.Variable _, Symbol.Native _ -> false;
    };
  }

  Map<String, ModuleScope> submodules() {
    return submodules;
  }

  /// The constants of this module and of those it extends.
  public List<Symbol.Constant> constants() {
    return constants;
  }

  /// The variables of this module and of those it extends.
  public List<Symbol.Variable> variables() {
    return variables;
  }

  /// The assumptions of this module and of those it extends.
  public List<Assumption> assumptions() {
    return assumptions;
  }

  /// What this module extends, directly.
  public List<ModuleScope> extended() {
    return extended;
  }

  void extend(ModuleScope other) {
    extended.add(other);
    for (Symbol symbol : other.exported()) {
      symbols.putIfAbsent(symbol.name(), symbol);
    }
    submodules.putAll(other.submodules);
    addNew(constants, other.constants);
    addNew(variables, other.variables);
    addNew(assumptions, other.assumptions);
  }

  private static <T> void addNew(List<T> to, List<T> from) {
    for (T item : from) {
      if (!to.contains(item)) {
        to.add(item);
      }
    }
  }

  @Override
  public String toString() {
    return name();
  }
}
