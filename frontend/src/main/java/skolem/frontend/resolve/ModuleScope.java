package skolem.frontend.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import skolem.frontend.kernel.Level;
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
  private final List<ModuleScope> instantiated = new ArrayList<>();
  private @Nullable Leveling leveling;
  private boolean incomplete;

  private final @Nullable ModuleScope enclosing;

  /// @param enclosing the module that this one stands in, or null
  ModuleScope(ModuleTree tree, boolean ours, @Nullable ModuleScope enclosing) {
    this.tree = tree;
    this.ours = ours;
    this.enclosing = enclosing;
    if (enclosing != null) {
      takeOver(enclosing, enclosing.symbols.values());
    }
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

  /// What can be named through an instance of this module: what it defines and does not keep LOCAL.
  Map<String, Symbol> named() {
    Map<String, Symbol> named = new LinkedHashMap<>();
    for (Symbol symbol : exported()) {
      if (!(symbol instanceof Symbol.Constant) && !(symbol instanceof Symbol.Variable)) {
        named.put(symbol.name(), symbol);
      }
    }
    return named;
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

  /// Whether an instance of this module has something to substitute: what the module around it
  /// declares stays what it is.
  public boolean hasParameters() {
    return constants.stream().anyMatch(this::isOwn)
        || variables.stream().anyMatch(this::isOwn)
        || extended.stream().anyMatch(module -> module != enclosing && module.hasParameters());
  }

  /// The assumptions of this module and of those it extends.
  public List<Assumption> assumptions() {
    return assumptions;
  }

  /// What this module extends, directly.
  public List<ModuleScope> extended() {
    return extended;
  }

  /// Says that a module that this one extends cannot be had.
  void markIncomplete() {
    incomplete = true;
  }

  /// Whether a name may be missing because a module is, or because a unit could not be read.
  boolean mayDefine(String name) {
    return anyBelow(module -> module.incomplete || module.tree.gaps().mayDefine(name));
  }

  /// What this module instantiates, directly.
  List<ModuleScope> instantiated() {
    return instantiated;
  }

  /// Whether it builds on library modules of ours, which may lack facts that others have.
  boolean usesLibrary() {
    return anyBelow(module -> module.ours && !SearchPath.isStandard(module.name()));
  }

  /// Whether something holds for this module or one that it builds on. A module and one inside it
  /// can build on each other.
  private boolean anyBelow(Predicate<ModuleScope> predicate) {
    Set<ModuleScope> seen = new HashSet<>(List.of(this));
    List<ModuleScope> open = new ArrayList<>(seen);
    while (!open.isEmpty()) {
      ModuleScope module = open.removeLast();
      if (predicate.test(module)) {
        return true;
      }
      Stream.concat(module.extended.stream(), module.instantiated.stream())
          .filter(seen::add)
          .forEach(open::add);
    }
    return false;
  }

  /// What its definitions ask of its constants and variables, and the highest level among them.
  Leveling leveling() {
    if (leveling == null) {
      Leveling all = Leveling.CONSTANT;
      for (Symbol symbol : symbols.values()) {
        if (symbol instanceof Symbol.Operator operator && isOwn(symbol)) {
          all = all.and(LevelArgument.operator(operator.level()).leveling());
        }
      }
      leveling = all;
    }
    return leveling;
  }

  /// Whether neither its own definitions nor its variables speak of more than constants.
  boolean isConstant() {
    return variables.stream().noneMatch(this::isOwn) && leveling().level() == Level.CONSTANT;
  }

  /// Whether a symbol of this module is not one of the module around it.
  private boolean isOwn(Symbol symbol) {
    return enclosing == null || enclosing.lookup(symbol.name()) != symbol;
  }

  void extend(ModuleScope other) {
    takeOver(other, other.exported());
  }

  /// Takes over what another module has; of its symbols these, for LOCAL ones are seen by modules
  /// inside it only.
  private void takeOver(ModuleScope other, Collection<Symbol> seen) {
    extended.add(other);
    for (Symbol symbol : seen) {
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
