package skolem.frontend.resolve;

import java.util.List;
import skolem.frontend.syntax.Expr;
import skolem.frontend.syntax.Identifier;

/// What one use of a name means.
public sealed interface Target {
  /// A bound variable or an operator parameter, by the identifier that introduces it.
  record Bound(Identifier binder, List<Expr> arguments) implements Target {
    public Bound {
      arguments = List.copyOf(arguments);
    }
  }

  /// A symbol, reached through instances, applied to arguments.
  ///
  /// @param via the instances on the way, outermost first; mostly none
  record Named(List<Use> via, Symbol symbol, List<Expr> arguments) implements Target {
    public Named {
      via = List.copyOf(via);
      arguments = List.copyOf(arguments);
    }
  }

  /// One instance on the way, with the arguments that its parameters get.
  record Use(Symbol.Instance instance, List<Expr> arguments) {
    public Use {
      arguments = List.copyOf(arguments);
    }
  }

  /// A part of a definition's body, as in `F(a)!2!(b)`.
  ///
  /// @param of the definition with its arguments
  /// @param part the expression inside its body
  /// @param binders the identifiers bound between the body and the part
  /// @param arguments what the binders stand for, as many as binders
  record Part(Named of, Expr part, List<Identifier> binders, List<Expr> arguments)
      implements Target {
    public Part {
      binders = List.copyOf(binders);
      arguments = List.copyOf(arguments);
    }
  }

  /// A name that nothing defines; an error has been reported.
  record Unknown() implements Target {}
}
