package skolem.encoder.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.symbolic.Faults;
import skolem.frontend.kernel.Binding;
import skolem.frontend.kernel.Builtin;
import skolem.frontend.kernel.Expr;
import skolem.frontend.kernel.OperatorRef;

/// When a predicate is true, or false, whatever its parts without a value may be: `A \/ B` is true
/// where B is, whether or not A has a value (Kleene's strong connectives).
///
/// It looks through the connectives and quantifiers at the outside of a predicate; what stands
/// below them is evaluated as always, and counts as neither where that goes wrong.
public final class CertainTruth {
  private static final int QUANTIFY_UP_TO = 4096;

  private final SymbolicEvaluator evaluator;
  private final Formulas formulas;

  /// When a predicate is certainly true, and when it is certainly false.
  private record Certain(Formula yes, Formula no) {
    Certain negation() {
      return new Certain(no, yes);
    }
  }

  public CertainTruth(SymbolicEvaluator evaluator) {
    this.evaluator = evaluator;
    this.formulas = evaluator.algebra().formulas();
  }

  /// When the predicate is certainly true.
  public Formula of(Expr expr, Context context) {
    return decide(expr, context).yes();
  }

  private Certain decide(Expr expr, Context context) {
    return switch (expr) {
      case Expr.And(var conjuncts, _) -> all(conjuncts, context);
      case Expr.Or(var disjuncts, _) -> any(decided(disjuncts, context));
      case Expr.Implies(var premise, var conclusion, _) ->
          any(List.of(decide(premise, context).negation(), decide(conclusion, context)));
      case Expr.Native not when not.builtin() == Builtin.NOT ->
          decide(not.value(0), context).negation();
      case Expr.If(var condition, var then, var otherwise, _) -> {
        Certain holds = decide(condition, context);
        Certain left = any(List.of(holds.negation(), decide(then, context)));
        Certain right = any(List.of(holds, decide(otherwise, context)));
        yield new Certain(
            formulas.and(left.yes(), right.yes()), formulas.or(left.no(), right.no()));
      }
      case Expr.Let let -> decide(let.body(), context.with(context.env().let(let)));
      case Expr.Quantified quantified when isListed(quantified, context) ->
          quantified(quantified, context);
      case Expr.Apply(OperatorRef.Defined(var definition), var operands, _)
          when !definition.recursive()
              && !(context.env().lookup(definition) instanceof Env.Binding.Delayed) -> {
        Env inside = context.env().inside(definition, operands, context.env());
        yield decide(definition.body(), context.with(inside));
      }
      default -> evaluated(expr, context);
    };
  }

  private List<Certain> decided(List<Expr> parts, Context context) {
    return parts.stream().map(part -> decide(part, context)).toList();
  }

  private Certain all(List<Expr> parts, Context context) {
    return any(decided(parts, context).stream().map(Certain::negation).toList()).negation();
  }

  private Certain any(List<Certain> parts) {
    return new Certain(
        formulas.or(each(parts, Certain::yes)), formulas.and(each(parts, Certain::no)));
  }

  private static List<Formula> each(List<Certain> parts, Function<Certain, Formula> half) {
    return parts.stream().map(half).toList();
  }

  private Certain evaluated(Expr expr, Context context) {
    Faults faults = new Faults(formulas);
    Formula holds = evaluator.holds(expr, context.with(faults));
    Formula defined = defined(faults);
    return new Certain(formulas.and(holds, defined), formulas.and(holds.not(), defined));
  }

  private Formula defined(Faults faults) {
    return formulas.and(faults.all().stream().map(f -> f.condition().not()).toList());
  }

  private boolean isListed(Expr.Quantified expr, Context context) {
    Context aside = context.with(new Faults(formulas));
    long size = 1;
    for (Binding binding : expr.bindings()) {
      int elements = evaluator.algebra().listingSize(evaluator.evaluate(binding.set(), aside));
      if (elements < 0) {
        return false;
      }
      size *= Math.max(1L, (long) elements * binding.locals().size());
    }
    return size <= QUANTIFY_UP_TO;
  }

  private Certain quantified(Expr.Quantified expr, Context context) {
    Faults faults = new Faults(formulas);
    List<Certain> instances = new ArrayList<>();
    evaluator.forEach(
        expr.bindings(),
        context.with(faults),
        expr.span(),
        (guard, inside) -> {
          Certain body = decide(expr.body(), inside);
          Certain wanted = expr.universal() ? body.negation() : body;
          instances.add(
              new Certain(formulas.and(guard, wanted.yes()), formulas.implies(guard, wanted.no())));
        });
    Formula defined = defined(faults);
    Certain some = any(instances);
    Certain certain =
        new Certain(formulas.and(some.yes(), defined), formulas.and(some.no(), defined));
    return expr.universal() ? certain.negation() : certain;
  }
}
