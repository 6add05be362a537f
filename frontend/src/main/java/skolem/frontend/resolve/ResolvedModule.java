package skolem.frontend.resolve;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import skolem.frontend.syntax.Expr;
import skolem.frontend.syntax.Identifier;
import skolem.frontend.syntax.Unit;

/// A root module, all modules that it needs, and the meaning of every name in them.
///
/// @param modules by name, the root among them
public record ResolvedModule(ModuleScope root, Map<String, ModuleScope> modules, Targets targets) {

  /// The meaning of each use of a name or of an operator symbol, by identity of the node.
  public interface Targets {
    /// The target of a reference; never null for a node of a resolved module.
    Target of(Expr.Reference reference);

    /// The target of an operator symbol, or null where it is one of the language's own.
    @Nullable Target of(Expr.Symbol symbol);

    /// How many arguments the bound name that a reference names takes; 0 for a bound variable.
    int arityOf(Identifier binder);

    /// The symbol that a definition or a named instance introduces, or null for other units.
    @Nullable Symbol symbolOf(Unit unit);
  }
}
