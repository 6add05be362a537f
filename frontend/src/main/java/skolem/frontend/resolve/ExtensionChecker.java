package skolem.frontend.resolve;

import skolem.frontend.source.Code;
import skolem.frontend.source.Diagnostic;
import skolem.frontend.source.Diagnostics;
import skolem.frontend.syntax.Identifier;

/// Compares what a module extends: a name that comes from two modules must mean the same kind of
/// thing in both, and then means what the first says.
final class ExtensionChecker {
  private enum Kind {
    CONSTANT,
    VARIABLE,
    OPERATOR,
    INSTANCE
  }

  private final Diagnostics diagnostics;

  ExtensionChecker(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /// @param module what has been extended so far
  /// @param other what comes next
  /// @param use its name after EXTENDS
  void check(ModuleScope module, ModuleScope other, Identifier use) {
    for (Symbol symbol : other.exported()) {
      Symbol first = module.lookup(symbol.name());
      if (first == null || origin(first) == origin(symbol)) {
        continue;
      }
      Kind kind = kind(symbol);
      if (kind != kind(first) || kind == Kind.CONSTANT || kind == Kind.VARIABLE) {
        diagnostics.report(
            Diagnostic.error(
                    Code.CLASH,
                    use.span(),
                    "module `"
                        + use
                        + "` brings in another `"
                        + symbol.name()
                        + "` than a module before it")
                .with(first.span(), "the one before")
                .with(symbol.span(), "the one of `" + use + "`"));
      }
    }
  }

  /// Whether a name in scope already means this symbol.
  static boolean isSame(Scope.Entry taken, Symbol symbol) {
    return taken instanceof Scope.Entry.Global(var other) && origin(other) == origin(symbol);
  }

  private static Symbol origin(Symbol symbol) {
    return symbol instanceof Symbol.Imported imported ? imported.origin() : symbol;
  }

  private static Kind kind(Symbol symbol) {
    return switch (origin(symbol)) {
      case Symbol.Constant _ -> Kind.CONSTANT;
      case Symbol.Variable _ -> Kind.VARIABLE;
      case Symbol.Operator _, Symbol.Native _, Symbol.Imported _ -> Kind.OPERATOR;
      case Symbol.Instance _ -> Kind.INSTANCE;
    };
  }
}
