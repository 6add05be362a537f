package skolem.encoder.eval;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.symbolic.Algebra;
import skolem.encoder.symbolic.Faults;
import skolem.encoder.symbolic.Picking;
import skolem.encoder.symbolic.SymValue;
import skolem.frontend.kernel.Binding;
import skolem.frontend.kernel.Expr;
import skolem.frontend.kernel.KernelInspection;

/// `\E x \in A : \E S \in B : p` as `\E S \in B : \E x \in A : p`, where elements of B are picked
/// by fresh variables and B does not depend on x: one choice instead of one for each x. The same
/// with `\A`.
///
/// Only where no part lacks a value: with an evaluation error, the order of the two would matter.
final class Exchange {
  /// Outer sets with more elements than this stay outside.
  private static final int EXPAND_UP_TO = 64;

  private final SymbolicEvaluator evaluator;
  private final Quantification quantification;
  private final Algebra algebra;
  private final Formulas formulas;
  private final Set<Expr> inOrder = Collections.newSetFromMap(new IdentityHashMap<>());

  Exchange(SymbolicEvaluator evaluator, Quantification quantification, Algebra algebra) {
    this.evaluator = evaluator;
    this.quantification = quantification;
    this.algebra = algebra;
    this.formulas = algebra.formulas();
  }

  /// The truth of two nested quantifiers; null where they stay in their order.
  @Nullable Formula exchanged(Expr.Quantified outer, Context context) {
    if (!(outer.body() instanceof Expr.Quantified inner)
        || inner.universal() != outer.universal()
        || inner.bindings().size() != 1
        || inOrder.contains(outer)
        || dependsOn(inner.bindings().getFirst().set(), outer.bindings())) {
      return null;
    }
    Faults trial = new Faults(formulas);
    Formula found = some(outer, inner, context.with(trial));
    if (!trial.all().isEmpty()) {
      inOrder.add(outer);
      return null;
    }
    return found != null && outer.universal() ? found.not() : found;
  }

  private boolean isListed(SymValue set) {
    int size = algebra.listingSize(set);
    return size > 0 && size <= EXPAND_UP_TO;
  }

  private static boolean dependsOn(Expr set, List<Binding> bindings) {
    Set<?> free = KernelInspection.of(set).free();
    return bindings.stream().flatMap(b -> b.locals().stream()).anyMatch(free::contains);
  }

  /// Whether there are elements that make the body true, or false where universal.
  private @Nullable Formula some(Expr.Quantified outer, Expr.Quantified inner, Context context) {
    List<SymValue> sets =
        outer.bindings().stream().map(b -> evaluator.set(b.set(), context)).toList();
    if (!sets.stream().allMatch(this::isListed)) {
      return null;
    }
    Binding binding = inner.bindings().getFirst();
    SymValue set = evaluator.set(binding.set(), context);
    if (!quantification.isPickedFrom(set)) {
      return null;
    }
    Picking.Pick pick =
        algebra.pick(set, binding.locals().getFirst().name(), context.site(binding.set().span()));
    if (pick.integers()) {
      return null;
    }
    Context inside =
        quantification.bind(binding, pick.value(), context.under(pick.constraint()), inner.span());
    List<Formula> cases = new ArrayList<>();
    quantification.forEach(
        outer.bindings(),
        inside,
        outer.span(),
        (guard, each) -> {
          Formula body =
              algebra.witnesses().whilePicking(() -> evaluator.holds(inner.body(), each));
          cases.add(formulas.and(guard, inner.universal() ? body.not() : body));
        });
    return formulas.exists(pick.variables(), formulas.and(pick.constraint(), formulas.or(cases)));
  }
}
