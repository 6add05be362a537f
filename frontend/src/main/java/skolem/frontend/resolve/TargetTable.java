package skolem.frontend.resolve;

import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;
import skolem.frontend.syntax.Expr;
import skolem.frontend.syntax.Identifier;
import skolem.frontend.syntax.Proof;
import skolem.frontend.syntax.Unit;

/// Records the target of each use of a name, by identity of the node.
final class TargetTable implements ResolvedModule.Targets {
  private static final Target UNKNOWN = new Target.Unknown();

  private final IdentityHashMap<Object, Target> targets = new IdentityHashMap<>();
  private final IdentityHashMap<Identifier, Integer> arities = new IdentityHashMap<>();
  private final IdentityHashMap<Unit, Symbol> symbols = new IdentityHashMap<>();
  private final IdentityHashMap<Proof.Step, Symbol.Operator> steps = new IdentityHashMap<>();
  private final IdentityHashMap<Identifier, Identifier> labels = new IdentityHashMap<>();

  void define(Unit unit, Symbol symbol) {
    symbols.put(unit, symbol);
  }

  void define(Proof.Step step, Symbol.Operator symbol) {
    steps.put(step, symbol);
  }

  /// The symbol that the name of a step stands for, or null where it has no name.
  Symbol.@Nullable Operator stepOf(Proof.Step step) {
    return steps.get(step);
  }

  /// Says which bound name a parameter of a label is.
  void label(Identifier parameter, Identifier binder) {
    labels.put(parameter, binder);
  }

  /// The bound name that a parameter of a label is.
  Identifier binderOf(Identifier parameter) {
    return labels.getOrDefault(parameter, parameter);
  }

  void bind(Identifier binder, int arity) {
    if (arity > 0) {
      arities.put(binder, arity);
    }
  }

  void put(Expr.Reference reference, Target target) {
    targets.put(reference, target);
  }

  void put(Expr.Symbol symbol, Target target) {
    targets.put(symbol, target);
  }

  @Override
  public Target of(Expr.Reference reference) {
    return targets.getOrDefault(reference, UNKNOWN);
  }

  @Override
  public @Nullable Target of(Expr.Symbol symbol) {
    return targets.get(symbol);
  }

  @Override
  public @Nullable Symbol symbolOf(Unit unit) {
    return symbols.get(unit);
  }

  @Override
  public int arityOf(Identifier binder) {
    return arities.getOrDefault(binder, 0);
  }
}
