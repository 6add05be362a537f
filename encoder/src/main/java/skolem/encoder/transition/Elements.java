package skolem.encoder.transition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import skolem.encoder.eval.Context;
import skolem.encoder.eval.Env;
import skolem.encoder.eval.SymbolicEvaluator;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.symbolic.Algebra;
import skolem.encoder.symbolic.Picking;
import skolem.encoder.symbolic.Site;
import skolem.encoder.symbolic.SymValue;
import skolem.encoder.symbolic.Witnesses;
import skolem.frontend.kernel.Binding;
import skolem.frontend.kernel.Expr;
import skolem.frontend.kernel.Local;
import skolem.frontend.value.TupleValue;
import skolem.frontend.value.Value;

/// What the variables of a quantifier stand for on the ways through its body.
final class Elements {
  /// A described set with more elements than this is picked from instead of gone through.
  private static final int EXPAND_UP_TO = 64;

  private final SymbolicEvaluator evaluator;
  private final Algebra algebra;
  private final Formulas formulas;
  private final boolean picksWitnesses;

  /// @param picksWitnesses whether it is enough to find one way to pick an element of an arbitrary
  ///   set; it is not where the question is whether there is none
  Elements(SymbolicEvaluator evaluator, boolean picksWitnesses) {
    this.evaluator = evaluator;
    this.algebra = evaluator.algebra();
    this.formulas = algebra.formulas();
    this.picksWitnesses = picksWitnesses;
  }

  /// Goes on with each element of a set.
  ///
  /// @param at the place of the quantifier's binding
  /// @param then is told of the draft where the binding's variables stand for an element
  void each(Expr.Quantified expr, int at, SymValue set, Draft draft, Consumer<Draft> then) {
    Binding binding = expr.bindings().get(at);
    Site site = draft.context().site(binding.set().span());
    int size = algebra.listingSize(set);
    if (set instanceof SymValue.Mixed(var alternatives) && !algebra.isListable(set)) {
      for (SymValue.Alternative alternative : alternatives) {
        Draft inside = draft.under(alternative.guard(), formulas).turning(new Trail.Unique());
        each(expr, at, alternative.value(), inside, then);
      }
    } else if (set instanceof SymValue.Terms terms) {
      for (SymValue.Term term : choices(terms, draft, site)) {
        Draft inside = draft.under(term.present(), formulas).turning(new Trail.Unique());
        goOn(expr, binding, term.value(), inside, then);
      }
    } else if (set instanceof SymValue.Described && (size < 0 || size > EXPAND_UP_TO)) {
      Picking.Pick pick = algebra.pick(set, binding.locals().getFirst().name(), site);
      Draft picked = draft.picking(pick, formulas).turning(new Trail.Picked());
      goOn(expr, binding, pick.value(), picked, then);
    } else {
      for (Map.Entry<Value, Formula> member : algebra.gathered(set, site).members().entrySet()) {
        Draft inside =
            draft.under(member.getValue(), formulas).turning(new Trail.Element(member.getKey()));
        goOn(expr, binding, algebra.lift(member.getKey()), inside, then);
      }
    }
  }

  private void goOn(
      Expr.Quantified expr, Binding binding, SymValue element, Draft draft, Consumer<Draft> then) {
    if (!draft.guard().isFalse()) {
      then.accept(bound(expr, binding, element, draft));
    }
  }

  /// The elements that an action may pick: of an arbitrary set, those that stand for what it picks.
  private List<SymValue.Term> choices(SymValue.Terms set, Draft draft, Site site) {
    Witnesses witnesses = algebra.witnesses();
    if (!witnesses.areIn(set, site)) {
      return set.terms();
    }
    if (!picksWitnesses) {
      throw witnesses.refusal(site);
    }
    List<SymValue.Term> choices = new ArrayList<>(witnesses.picked(set, draft.unique(), site));
    set.terms().stream().filter(term -> !witnesses.isOne(term)).forEach(choices::add);
    return choices;
  }

  private Draft bound(Expr.Quantified expr, Binding binding, SymValue element, Draft draft) {
    Context context = evaluator.bind(binding, element, draft.context(), expr.span());
    Draft inside = draft.with(context);
    for (Local local : binding.locals()) {
      if (context.env().lookup(local) instanceof Env.Binding.Known(var value)) {
        inside = inside.passing(local, value);
      }
    }
    return inside;
  }

  /// What the variables of a universal quantifier stand for, one after the other.
  List<Instance> instances(Expr.Quantified expr, Context context) {
    List<Instance> instances = new ArrayList<>();
    evaluator.forEach(
        expr.bindings(),
        context,
        expr.span(),
        (guard, inside) ->
            instances.add(new Instance(guard, inside.env(), constants(expr, inside.env()))));
    return instances;
  }

  /// @param guard when these elements belong to their sets
  /// @param constants the elements; null where one of them is none
  record Instance(Formula guard, Env env, @Nullable Value constants) {
    /// The way on which they do belong to them, or do not.
    Trail.Way way(boolean member) {
      return constants == null ? new Trail.Unique() : new Trail.Instance(constants, member);
    }
  }

  private @Nullable Value constants(Expr.Quantified expr, Env env) {
    List<Value> bound = new ArrayList<>();
    for (Binding binding : expr.bindings()) {
      for (Local local : binding.locals()) {
        Value constant =
            env.lookup(local) instanceof Env.Binding.Known(var value)
                ? algebra.constant(value)
                : null;
        if (constant == null) {
          return null;
        }
        bound.add(constant);
      }
    }
    return TupleValue.of(bound);
  }
}
