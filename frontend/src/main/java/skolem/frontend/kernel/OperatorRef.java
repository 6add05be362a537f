package skolem.frontend.kernel;

import java.util.List;

/// What can be applied.
public sealed interface OperatorRef {
  record Defined(Definition definition) implements OperatorRef {}

  /// An operator parameter of an enclosing definition.
  record Parameter(Local local) implements OperatorRef {}

  /// `LAMBDA x, y : e`.
  record Lambda(List<Local> parameters, Expr body) implements OperatorRef {
    public Lambda {
      parameters = List.copyOf(parameters);
    }
  }

  record Native(Builtin builtin) implements OperatorRef {}
}
