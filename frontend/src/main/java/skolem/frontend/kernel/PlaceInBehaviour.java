package skolem.frontend.kernel;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import skolem.frontend.value.StringValue;
import skolem.frontend.value.Value;

/// Whether expressions ask for the place of a state in its behaviour, `TLCGet("level")`: what they
/// say of a state then depends on how many steps lead to it.
public final class PlaceInBehaviour {
  /// What `TLCGet` calls it.
  public static final Value NAME = new StringValue("level");

  private PlaceInBehaviour() {}

  /// Whether an application of a native operator asks for it, and for nothing else.
  static boolean isAskedBy(Expr.Native get) {
    return get.builtin() == Builtin.TLC_GET
        && get.value(0) instanceof Expr.Literal(var what, _)
        && what.equals(NAME);
  }

  /// Whether an expression may ask for it by itself, whatever its operands and definitions ask.
  public static boolean mayBeAskedBy(Expr expr) {
    return (expr instanceof Expr.Native get && get.builtin() == Builtin.TLC_GET)
        ? !(get.value(0) instanceof Expr.Literal(var what, _)) || what.equals(NAME)
        : KernelTree.operators(expr).stream()
            .anyMatch(operator ->
                operator instanceof OperatorRef.Native(var builtin) && builtin == Builtin.TLC_GET);
  }

  /// Whether one of these expressions may ask for it, by itself or by what it applies.
  public static boolean mayBeAskedIn(List<Expr> exprs) {
    Set<Definition> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    return exprs.stream().anyMatch(expr -> isAskedIn(expr, seen));
  }

  private static boolean isAskedIn(Expr expr, Set<Definition> seen) {
    return mayBeAskedBy(expr)
        || KernelTree.operators(expr).stream().anyMatch(operator -> isAskedIn(operator, seen))
        || KernelTree.children(expr).stream().anyMatch(child -> isAskedIn(child, seen));
  }

  private static boolean isAskedIn(OperatorRef operator, Set<Definition> seen) {
    return switch (operator) {
      case OperatorRef.Defined(var definition) ->
          seen.add(definition) && isAskedIn(definition.body(), seen);
      case OperatorRef.Lambda(_, var body) -> isAskedIn(body, seen);
      case OperatorRef.Parameter _, OperatorRef.Native _ -> false;
    };
  }
}
