package skolem.encoder.eval;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.symbolic.Algebra;
import skolem.encoder.symbolic.Faults;
import skolem.encoder.symbolic.SymValue;
import skolem.frontend.kernel.Binding;
import skolem.frontend.kernel.Expr;
import skolem.frontend.kernel.Local;
import skolem.frontend.value.Value;

/// Leaves out elements for which the first conjunct of a predicate is false at first sight, as
/// `m.type = "ack"` is for most messages: evaluation would go no further for them.
///
/// What is left of a set is found when a predicate meets the same set again, and remembered until
/// it meets another.
final class Preselection {
  private final SymbolicEvaluator evaluator;
  private final Algebra algebra;
  private final Formulas formulas;
  private final IdentityHashMap<Expr, Met> met = new IdentityHashMap<>();

  /// @param left null as long as the set was met only once
  private record Met(SymValue.SetOf set, @Nullable List<Map.Entry<Value, Formula>> left) {}

  Preselection(SymbolicEvaluator evaluator, Algebra algebra) {
    this.evaluator = evaluator;
    this.algebra = algebra;
    this.formulas = algebra.formulas();
  }

  /// The members for which a quantifier's body must be evaluated.
  Collection<Map.Entry<Value, Formula>> members(
      SymValue.SetOf set, Binding binding, Expr.Quantified quantified) {
    Expr body = quantified.body();
    if (!quantified.universal()) {
      return members(set, binding, body);
    }
    return body instanceof Expr.Implies(var premise, _, _)
        ? members(set, binding, premise)
        : set.members().entrySet();
  }

  /// The members for which a predicate must be evaluated, being false for the others.
  Collection<Map.Entry<Value, Formula>> members(
      SymValue.SetOf set, Binding binding, Expr predicate) {
    Expr first = predicate;
    while (first instanceof Expr.And(var conjuncts, _)) {
      first = conjuncts.getFirst();
    }
    if (binding.tuple() || !isTest(first, binding.local())) {
      return set.members().entrySet();
    }
    Met before = met.get(first);
    if (before == null || before.set() != set) {
      met.put(first, new Met(set, null));
      return set.members().entrySet();
    }
    if (before.left() != null) {
      return before.left();
    }
    List<Map.Entry<Value, Formula>> left = left(set, binding.local(), first);
    met.put(first, new Met(set, left));
    return left;
  }

  private List<Map.Entry<Value, Formula>> left(SymValue.SetOf set, Local local, Expr test) {
    List<Map.Entry<Value, Formula>> left = new ArrayList<>();
    for (Map.Entry<Value, Formula> member : set.members().entrySet()) {
      Faults faults = new Faults(formulas);
      Context context = evaluator.start(States.none(), faults);
      boolean excluded =
          evaluator.holds(test, context.with(local, algebra.lift(member.getKey()))).isFalse();
      if (!excluded || !faults.all().isEmpty()) {
        left.add(member);
      }
    }
    return left;
  }

  /// Whether an expression compares an element, or a part of it, with literals.
  private static boolean isTest(Expr expr, Local element) {
    return expr instanceof Expr.Native test
        && switch (test.builtin()) {
          case EQUAL ->
              (isPart(test.value(0), element) && test.value(1) instanceof Expr.Literal)
                  || (isPart(test.value(1), element) && test.value(0) instanceof Expr.Literal);
          case IN ->
              isPart(test.value(0), element)
                  && test.value(1) instanceof Expr.SetEnumeration(var values, _)
                  && values.stream().allMatch(Expr.Literal.class::isInstance);
          default -> false;
        };
  }

  private static boolean isPart(Expr expr, Local element) {
    return switch (expr) {
      case Expr.LocalRef(var local, _) -> local == element;
      case Expr.FunctionApply(var whole, var argument, _) ->
          argument instanceof Expr.Literal && isPart(whole, element);
      default -> false;
    };
  }
}
