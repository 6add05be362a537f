package skolem.frontend.lower;

import java.util.List;
import java.util.stream.IntStream;
import skolem.frontend.kernel.Expr;
import skolem.frontend.kernel.OperatorRef;
import skolem.frontend.kernel.Variable;
import skolem.frontend.resolve.ResolvedModule;
import skolem.frontend.resolve.Symbol;

/// The kernel of a resolved module under given bindings of its constants.
public final class Lowering {
  private final Context root = Context.root();
  private final List<Variable> variables;
  private final DefinitionLowering definitions;

  public Lowering(ResolvedModule module, Bindings bindings) {
    List<Symbol.Variable> declared = module.root().variables();
    this.variables =
        IntStream.range(0, declared.size())
            .mapToObj(i -> new Variable(declared.get(i).name(), i, declared.get(i).span()))
            .toList();
    this.definitions = new DefinitionLowering(module, bindings, variables);
  }

  /// The state variables of the root module, in the order of declaration.
  public List<Variable> variables() {
    return variables;
  }

  /// A symbol of the root module that takes no arguments, as an expression.
  ///
  /// @throws skolem.frontend.source.RejectedException for what is not supported
  public Expr expression(Symbol symbol) {
    return definitions.apply(
        List.of(), symbol, List.of(), Place.of(root, Locals.NONE), symbol.span());
  }

  /// An expression that stands in the root module.
  public Expr expression(skolem.frontend.syntax.Expr expr) {
    return definitions.expressions().lower(expr, Place.of(root, Locals.NONE));
  }

  /// A symbol of the root module as an operator.
  public OperatorRef operator(Symbol symbol) {
    return definitions.operator(List.of(), symbol, Place.of(root, Locals.NONE), symbol.span());
  }
}
