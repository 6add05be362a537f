package skolem.encoder.formula;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Collects the Boolean variables that formulas mention free, in the order of first visit.
final class Support {
  private final Set<Formula> seen = new HashSet<>();
  private final Set<IntTerm> seenTerms = new HashSet<>();
  private final Set<Formula> variables = new LinkedHashSet<>();
  private final Deque<Formula> pending = new ArrayDeque<>();
  private final int oldest;

  private Support(int oldest) {
    this.oldest = oldest;
  }

  static Set<Formula> variables(Collection<Formula> formulas) {
    return of(formulas, 0).variables;
  }

  /// The variables with this id or a greater one.
  static Set<Formula> variables(Formula formula, int oldest) {
    return of(List.of(formula), oldest).variables;
  }

  private static Support of(Collection<Formula> formulas, int oldest) {
    Support support = new Support(oldest);
    formulas.forEach(formula -> support.pending.push(formula.positive()));
    while (!support.pending.isEmpty()) {
      Formula next = support.pending.pop();
      if (next.id() >= oldest && support.seen.add(next)) {
        support.visit(next);
      }
    }
    return support;
  }

  private void visit(Formula formula) {
    switch (formula.node()) {
      case Formula.True() -> {}
      case Formula.Variable _ -> variables.add(formula);
      case Formula.And(var conjuncts) -> conjuncts.forEach(c -> pending.push(c.positive()));
      case Formula.LessEqual(var left, var right) -> visit(List.of(left, right));
      case Formula.Equal(var left, var right) -> visit(List.of(left, right));
      case Formula.Exists(var bound, var body) -> {
        Set<Formula> inner = new LinkedHashSet<>(variables(body, oldest));
        bound.forEach(inner::remove);
        variables.addAll(inner);
      }
    }
  }

  private void visit(List<IntTerm> terms) {
    Deque<IntTerm> stack = new ArrayDeque<>(terms);
    while (!stack.isEmpty()) {
      IntTerm term = stack.pop();
      if (seenTerms.add(term)) {
        switch (term.node()) {
          case IntTerm.Constant _, IntTerm.Variable _ -> {}
          case IntTerm.Sum(var left, var right) -> push(stack, left, right);
          case IntTerm.Product(var left, var right) -> push(stack, left, right);
          case IntTerm.Quotient(var left, var right) -> push(stack, left, right);
          case IntTerm.Remainder(var left, var right) -> push(stack, left, right);
          case IntTerm.Choice(var condition, var then, var otherwise) -> {
            pending.push(condition.positive());
            push(stack, then, otherwise);
          }
        }
      }
    }
  }

  private static void push(Deque<IntTerm> stack, IntTerm left, IntTerm right) {
    stack.push(left);
    stack.push(right);
  }
}
