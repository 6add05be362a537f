package skolem.frontend.kernel;

import java.util.List;

/// `x \in S`, or `<<x, y>> \in S` where `tuple`.
///
/// @param locals one where not `tuple`; else as many as the tuples in the set have elements
public record Binding(List<Local> locals, boolean tuple, Expr set) {
  public Binding {
    locals = List.copyOf(locals);
  }

  /// The local, where this is not a tuple.
  public Local local() {
    return locals.getFirst();
  }
}
