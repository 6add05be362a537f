package skolem.explicit.eval;

import java.util.Iterator;
import java.util.List;
import skolem.frontend.kernel.Expr;
import skolem.frontend.value.TupleValue;
import skolem.frontend.value.Value;

/// Folds: an operator of two arguments applied along a set or a sequence.
final class FoldOps {
  private final Evaluator evaluator;

  FoldOps(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  /// `FoldValues(Op(_, _), base, S)`.
  Value overSet(Expr.Native fold, Environment environment, States states) {
    Value result = evaluator.value(fold.value(1), environment, states);
    Expr set = fold.value(2);
    Iterator<Value> elements = evaluator.set(set, environment, states).elements(set.span());
    while (elements.hasNext()) {
      result = apply(fold, elements.next(), result, environment, states);
    }
    return result;
  }

  /// `FoldFromLeft(Op(_, _), base, s)`.
  Value fromLeft(Expr.Native fold, Environment environment, States states) {
    Value result = evaluator.value(fold.value(1), environment, states);
    for (Value element : sequence(fold, environment, states).elements()) {
      result = apply(fold, result, element, environment, states);
    }
    return result;
  }

  /// `FoldFromRight(Op(_, _), base, s)`.
  Value fromRight(Expr.Native fold, Environment environment, States states) {
    Value result = evaluator.value(fold.value(1), environment, states);
    for (Value element : sequence(fold, environment, states).elements().reversed()) {
      result = apply(fold, element, result, environment, states);
    }
    return result;
  }

  private TupleValue sequence(Expr.Native fold, Environment environment, States states) {
    Expr operand = fold.value(2);
    return SequenceOps.sequence(evaluator.value(operand, environment, states), operand.span());
  }

  private Value apply(
      Expr.Native fold, Value first, Value second, Environment environment, States states) {
    return evaluator.call(
        fold.operator(0), List.of(first, second), environment, states, fold.span());
  }
}
