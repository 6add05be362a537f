package skolem.frontend.kernel;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Finds the definitions of a LET, without parameters, that apply themselves within one evaluation
/// of it, directly or through others of the same LET.
///
/// One that applies the operator around the LET is none: the operator evaluates the LET anew.
public final class LetCycles {
  private final Definition sought;
  private final Set<Definition> siblings;
  private final Set<Definition> seen = new HashSet<>();

  private LetCycles(Definition sought, Set<Definition> siblings) {
    this.sought = sought;
    this.siblings = siblings;
  }

  /// Those of the definitions of one LET, all of which have bodies.
  public static List<Definition> of(List<Definition> definitions) {
    Set<Definition> siblings = Set.copyOf(definitions);
    return definitions.stream()
        .filter(definition -> definition.parameters().isEmpty())
        .filter(definition -> new LetCycles(definition, siblings).isAppliedIn(definition.body()))
        .toList();
  }

  private boolean isAppliedIn(Expr expr) {
    List<Definition> inner = expr instanceof Expr.Let let ? let.definitions() : List.of();
    return inner.stream().anyMatch(d -> seen.add(d) && isAppliedIn(d.body()))
        || KernelTree.operators(expr).stream().anyMatch(this::isAppliedBy)
        || KernelTree.children(expr).stream().anyMatch(this::isAppliedIn);
  }

  private boolean isAppliedBy(OperatorRef operator) {
    return switch (operator) {
      case OperatorRef.Defined(var definition) ->
          definition == sought
              || (siblings.contains(definition)
                  && seen.add(definition)
                  && isAppliedIn(definition.body()));
      case OperatorRef.Lambda(_, var body) -> isAppliedIn(body);
      case OperatorRef.Parameter _, OperatorRef.Native _ -> false;
    };
  }
}
