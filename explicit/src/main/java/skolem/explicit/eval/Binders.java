package skolem.explicit.eval;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import skolem.frontend.kernel.Binding;
import skolem.frontend.kernel.Expr;
import skolem.frontend.kernel.Local;
import skolem.frontend.source.RejectedException;
import skolem.frontend.source.Span;
import skolem.frontend.value.TupleValue;
import skolem.frontend.value.Value;

/// How bound variables range over their sets: the first binding is the outermost loop.
final class Binders {
  private final Evaluator evaluator;
  private final IntegerWitnesses witnesses;

  /// @param witnesses what quantifiers over Nat and Int look at
  Binders(Evaluator evaluator, IntegerWitnesses witnesses) {
    this.evaluator = evaluator;
    this.witnesses = witnesses;
  }

  /// A quantifier written with finitely many integers; null where it is taken as it is.
  @Nullable Expr finite(Expr.Quantified quantified) {
    return witnesses.finite(quantified);
  }

  /// Visits the environments that the bindings give until `visit` says false.
  ///
  /// @return whether `visit` said true throughout
  boolean each(
      List<Binding> bindings, Environment outer, States states, Predicate<Environment> visit) {
    if (bindings.size() == 1) {
      Binding binding = bindings.getFirst();
      return each(binding, evaluator.set(binding.set(), outer, states), outer, visit);
    }
    return each(bindings, sets(bindings, outer, states), 0, outer, visit);
  }

  private boolean each(
      List<Binding> bindings,
      List<DescribedSet> sets,
      int place,
      Environment outer,
      Predicate<Environment> visit) {
    if (place == bindings.size()) {
      return visit.test(outer);
    }
    return each(
        bindings.get(place),
        sets.get(place),
        outer,
        inner -> each(bindings, sets, place + 1, inner, visit));
  }

  private boolean each(
      Binding binding, DescribedSet set, Environment outer, Predicate<Environment> visit) {
    Span at = binding.set().span();
    RejectedException open = null;
    for (Iterator<Value> elements = witnesses.among(set, at); elements.hasNext(); ) {
      try {
        if (!visit.test(bind(binding, elements.next(), outer, at))) {
          return false;
        }
      } catch (RejectedException e) {
        // Another element may decide, where the quantifiers inside leave this one open.
        open = witnesses.requireExhausted(e);
      }
    }
    if (open != null) {
      throw open;
    }
    return true;
  }

  private List<DescribedSet> sets(List<Binding> bindings, Environment outer, States states) {
    List<DescribedSet> sets = new ArrayList<>(bindings.size());
    for (Binding binding : bindings) {
      sets.add(evaluator.set(binding.set(), outer, states));
    }
    return sets;
  }

  /// The locals of one binding, standing for `element`.
  static Environment bind(Binding binding, Value element, Environment outer, Span at) {
    if (!binding.tuple()) {
      return new Environment.Known(binding.local(), element, outer);
    }
    List<Local> locals = binding.locals();
    if (!(element instanceof TupleValue tuple) || tuple.size() != locals.size()) {
      throw EvaluationErrors.wrongKind(at, "a tuple of " + locals.size() + " elements", element);
    }
    Environment inner = outer;
    for (int i = 0; i < locals.size(); i++) {
      inner = new Environment.Known(locals.get(i), tuple.get(i), inner);
    }
    return inner;
  }

  /// The domain of a function with these bindings: tuples, where there are several.
  DescribedSet domain(List<Binding> bindings, Environment outer, States states) {
    List<DescribedSet> sets = sets(bindings, outer, states);
    return sets.size() == 1 ? sets.getFirst() : new ProductSpace(null, sets);
  }

  /// The locals of a function's bindings, standing for an element of its domain.
  static Environment bindArgument(
      List<Binding> bindings, Value argument, Environment outer, Span at) {
    if (bindings.size() == 1) {
      return bind(bindings.getFirst(), argument, outer, at);
    }
    Environment inner = outer;
    for (int i = 0; i < bindings.size(); i++) {
      inner = bind(bindings.get(i), ((TupleValue) argument).get(i), inner, at);
    }
    return inner;
  }
}
