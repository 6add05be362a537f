package skolem.frontend.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import skolem.frontend.kernel.Expr;
import skolem.frontend.kernel.OperatorRef;
import skolem.frontend.kernel.Variable;
import skolem.frontend.resolve.ResolvedModule;
import skolem.frontend.resolve.Symbol;
import skolem.frontend.resolve.Target;

/// The kernel of a resolved module under given bindings of its constants.
public final class Lowering {
  private final Context root = Context.root();
  private final List<Variable> variables;
  private final List<Variable> parameters;
  private final DefinitionLowering definitions;

  public Lowering(ResolvedModule module, Bindings bindings) {
    List<Symbol> declared = new ArrayList<>(module.root().variables());
    int count = declared.size();
    declared.addAll(bindings.open());
    List<Variable> all =
        IntStream.range(0, declared.size())
            .mapToObj(i -> new Variable(declared.get(i).name(), i, declared.get(i).span()))
            .toList();
    this.variables = all.subList(0, count);
    this.parameters = all.subList(count, all.size());
    this.definitions = new DefinitionLowering(module, bindings, all);
  }

  /// The state variables of the root module, in the order of declaration.
  public List<Variable> variables() {
    return variables;
  }

  /// The constants that are left open, which come after the state variables.
  public List<Variable> parameters() {
    return parameters;
  }

  /// A symbol of the root module that takes arguments, as an operator.
  public OperatorRef operator(Symbol symbol) {
    Place place = Place.of(root, Locals.NONE);
    return symbol instanceof Symbol.Imported imported
        ? definitions.operator(uses(imported), imported.origin(), place, imported.span())
        : definitions.operator(List.of(), symbol, place, symbol.span());
  }

  /// A symbol of the root module that takes no arguments, as an expression.
  ///
  /// @throws skolem.frontend.source.RejectedException for what is not supported
  public Expr expression(Symbol symbol) {
    Place place = Place.of(root, Locals.NONE);
    return symbol instanceof Symbol.Imported imported
        ? definitions.apply(uses(imported), imported.origin(), List.of(), place, imported.span())
        : definitions.apply(List.of(), symbol, List.of(), place, symbol.span());
  }

  /// An expression that stands in the root module.
  public Expr expression(skolem.frontend.syntax.Expr expr) {
    return definitions.expressions().lower(expr, Place.of(root, Locals.NONE));
  }

  /// The instances that an imported symbol is reached through.
  static List<Target.Use> uses(Symbol.Imported imported) {
    return imported.way().stream().map(i -> new Target.Use(i, List.of())).toList();
  }
}
