package skolem.encoder.eval;

import java.util.List;
import java.util.Map;
import skolem.encoder.formula.Formula;
import skolem.encoder.symbolic.Algebra;
import skolem.encoder.symbolic.Site;
import skolem.encoder.symbolic.SymValue;
import skolem.frontend.kernel.OperatorRef;
import skolem.frontend.value.Value;

/// Folds: one application for each possible element, which counts where the element is there.
final class FoldOps {
  private final SymbolicEvaluator evaluator;
  private final Algebra algebra;
  private final SequenceOps sequences;

  FoldOps(SymbolicEvaluator evaluator, Algebra algebra, SequenceOps sequences) {
    this.evaluator = evaluator;
    this.algebra = algebra;
    this.sequences = sequences;
  }

  /// `Op(x, result so far)` for the elements in ascending order.
  SymValue overSet(OperatorRef op, SymValue base, SymValue set, Context context, Site site) {
    SymValue result = base;
    for (Map.Entry<Value, Formula> member : algebra.list(set, site).members().entrySet()) {
      List<SymValue> arguments = List.of(algebra.lift(member.getKey()), result);
      result = step(op, arguments, member.getValue(), result, context, site);
    }
    return result;
  }

  /// `Op(result so far, x)` from the first element to the last.
  SymValue fromLeft(OperatorRef op, SymValue base, SymValue sequence, Context context, Site site) {
    SymValue result = base;
    for (SymValue.Entry slot : sequences.slots(sequence, site)) {
      List<SymValue> arguments = List.of(result, slot.result());
      result = step(op, arguments, slot.inDomain(), result, context, site);
    }
    return result;
  }

  /// `Op(x, result so far)` from the last element to the first.
  SymValue fromRight(OperatorRef op, SymValue base, SymValue sequence, Context context, Site site) {
    SymValue result = base;
    for (SymValue.Entry slot : sequences.slots(sequence, site).reversed()) {
      List<SymValue> arguments = List.of(slot.result(), result);
      result = step(op, arguments, slot.inDomain(), result, context, site);
    }
    return result;
  }

  private SymValue step(
      OperatorRef op,
      List<SymValue> arguments,
      Formula there,
      SymValue before,
      Context context,
      Site site) {
    SymValue applied = evaluator.applyTo(op, arguments, site.span(), context.under(there));
    return algebra.choice(there, applied, before);
  }
}
