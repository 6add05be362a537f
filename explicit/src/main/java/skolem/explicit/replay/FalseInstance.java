package skolem.explicit.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import skolem.explicit.eval.Evaluator;
import skolem.explicit.eval.States;
import skolem.frontend.kernel.Binding;
import skolem.frontend.kernel.Builtin;
import skolem.frontend.kernel.Definition;
import skolem.frontend.kernel.Expr;
import skolem.frontend.kernel.Local;
import skolem.frontend.kernel.Operand;
import skolem.frontend.kernel.OperatorRef;
import skolem.frontend.source.RejectedException;
import skolem.frontend.source.Span;
import skolem.frontend.value.SetValue;
import skolem.frontend.value.Value;
import skolem.frontend.verdict.State;

/// Why a predicate is false in a state: values of the variables of its universal quantifiers, and
/// the part of it that is false for them.
///
/// @param values in the order in which the quantifiers stand
/// @param part the text of what is false
public record FalseInstance(List<Instance> values, String part) {
  /// A bound variable and its value.
  public record Instance(String name, Value value) {}

  public FalseInstance {
    values = List.copyOf(values);
  }

  /// The first instance, or null where the predicate is not false, or false as a whole.
  public static @Nullable FalseInstance of(Expr predicate, State state) {
    Search search = new Search(state);
    try {
      if (search.holds(predicate)) {
        return null;
      }
      search.visit(predicate, new Place(UnaryOperator.identity(), UnaryOperator.identity()));
    } catch (RejectedException _) {
      return null;
    }
    Span part = Objects.requireNonNull(search.part);
    return search.values.isEmpty()
        ? null
        : new FalseInstance(search.values, part.text().replaceAll("\\s+", " "));
  }

  /// Where a part stands: makes of a predicate there one on the state, and of a set there one that
  /// has its value, the variables bound to the values found so far.
  private record Place(UnaryOperator<Expr> predicate, UnaryOperator<Expr> set) {
    Place below(List<Definition> definitions, Span span) {
      return new Place(
          inner -> predicate.apply(new Expr.Let(definitions, inner, span)),
          inner -> set.apply(new Expr.Let(definitions, inner, span)));
    }

    /// Below a quantifier over sets of one element each.
    Place below(List<Binding> bindings, Expr.Quantified quantifier) {
      Span span = quantifier.span();
      return new Place(
          inner -> predicate.apply(new Expr.Quantified(true, bindings, inner, span)),
          inner -> set.apply(union(new Expr.SetMap(inner, bindings, span))));
    }

    private static Expr union(Expr sets) {
      return new Expr.Native(
          Builtin.BIG_UNION, List.of(new Operand.ValueOperand(sets)), sets.span());
    }
  }

  private static final class Search {
    private final Evaluator evaluator = new Evaluator(_ -> {});
    private final States states;
    private final List<Instance> values = new ArrayList<>();
    private @Nullable Span part;

    Search(State state) {
      this.states = States.of(state.values().toArray(new Value[0]), 1);
    }

    boolean holds(Expr expr) {
      return evaluator.holds(expr, states);
    }

    /// Goes into a part that is false.
    void visit(Expr expr, Place place) {
      part = expr.span();
      switch (expr) {
        case Expr.And(var conjuncts, _) ->
            conjuncts.stream()
                .filter(c -> !holds(place.predicate().apply(c)))
                .findFirst()
                .ifPresent(c -> visit(c, place));
        case Expr.Implies e -> visit(e.conclusion(), place);
        case Expr.Let(var definitions, var body, var span) ->
            visit(body, place.below(definitions, span));
        case Expr.Apply(OperatorRef.Defined(var definition), var operands, _)
            when operands.isEmpty() && definition.closed() && !definition.recursive() ->
            visit(definition.body(), place);
        case Expr.Quantified e
            when e.universal() && e.bindings().stream().noneMatch(Binding::tuple) ->
            instantiate(e, place);
        default -> {}
      }
    }

    /// Narrows the sets of the quantifier to one element each.
    private void instantiate(Expr.Quantified expr, Place place) {
      List<Binding> fixed = new ArrayList<>();
      for (Binding binding : expr.bindings()) {
        for (Local local : binding.locals()) {
          fixed.add(new Binding(List.of(local), false, binding.set()));
        }
      }
      for (int i = 0; i < fixed.size(); i++) {
        Local local = fixed.get(i).local();
        Expr elements = place.set().apply(fixed.get(i).set());
        if (!(evaluator.value(elements, states) instanceof SetValue set)) {
          return;
        }
        for (Value element : set.elements()) {
          fixed.set(i, new Binding(List.of(local), false, only(element, expr.span())));
          if (!holds(place.below(fixed, expr).predicate().apply(expr.body()))) {
            values.add(new Instance(local.name(), element));
            break;
          }
        }
      }
      visit(expr.body(), place.below(List.copyOf(fixed), expr));
    }

    private static Expr only(Value element, Span span) {
      return new Expr.SetEnumeration(List.of(new Expr.Literal(element, span)), span);
    }
  }
}
