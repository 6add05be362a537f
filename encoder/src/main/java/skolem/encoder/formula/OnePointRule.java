package skolem.encoder.formula;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// `\E a : a = e /\ p(a)` is `p(e)`: removes the variables of a choice that a conjunct of its body
/// defines in terms of others, so that what is left is easy to deny.
final class OnePointRule {
  private final Formulas formulas;
  private final Set<Formula> bound;
  private final int oldest;

  OnePointRule(Formulas formulas, Collection<Formula> bound) {
    this.formulas = formulas;
    this.bound = new HashSet<>(bound);
    this.oldest = bound.stream().mapToInt(Formula::id).min().orElse(0);
  }

  /// An equal formula, apart from the bound variables; it may mention fewer of them.
  Formula apply(Formula body) {
    Formula result = body;
    Map<Formula, Formula> definitions = definitions(result);
    while (!definitions.isEmpty()) {
      result = formulas.substitute(result, definitions);
      definitions = definitions(result);
    }
    return result;
  }

  private Map<Formula, Formula> definitions(Formula body) {
    Map<Formula, Formula> found = new HashMap<>();
    for (Formula conjunct : conjuncts(body)) {
      if (bound.contains(conjunct.positive())) {
        found.putIfAbsent(conjunct.positive(), formulas.constant(!conjunct.negated()));
      } else {
        equivalence(conjunct, found);
      }
    }
    return found;
  }

  /// The conjuncts, through nested conjunctions.
  private static List<Formula> conjuncts(Formula body) {
    List<Formula> found = new ArrayList<>();
    Deque<Formula> pending = new ArrayDeque<>(List.of(body));
    while (!pending.isEmpty()) {
      Formula next = pending.pop();
      if (!next.negated() && next.node() instanceof Formula.And(var conjuncts)) {
        conjuncts.forEach(pending::push);
      } else {
        found.add(next);
      }
    }
    return found;
  }

  /// Looks for `(a /\ e) \/ (~a /\ ~e)`.
  private void equivalence(Formula formula, Map<Formula, Formula> found) {
    if (formula.negated()
        && formula.node() instanceof Formula.And(var arms)
        && arms.size() == 2
        && arms.get(0).negated()
        && arms.get(0).node() instanceof Formula.And(var left)
        && arms.get(1).negated()
        && arms.get(1).node() instanceof Formula.And(var right)) {
      for (Formula variable : left) {
        if (bound.contains(variable.positive()) && right.contains(variable.not())) {
          Formula other = without(variable, left);
          if (without(variable.not(), right) == other.not()
              && Collections.disjoint(Support.variables(other, oldest), bound)) {
            found.putIfAbsent(variable.positive(), variable.negated() ? other.not() : other);
            return;
          }
        }
      }
    }
  }

  private Formula without(Formula member, List<Formula> conjuncts) {
    return formulas.and(conjuncts.stream().filter(c -> c != member).toList());
  }
}
