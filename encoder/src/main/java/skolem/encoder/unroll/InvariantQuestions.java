package skolem.encoder.unroll;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import skolem.encoder.eval.Context;
import skolem.encoder.eval.States;
import skolem.encoder.eval.SymbolicEvaluator;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.symbolic.Faults;
import skolem.frontend.kernel.Expr;
import skolem.frontend.kernel.OperatorRef;
import skolem.frontend.model.Model;
import skolem.frontend.model.SafetyProperties;

/// What the last of some frames may violate: conjuncts of invariants, properties of initial states
/// and of steps, and the definedness of all these.
final class InvariantQuestions {
  private final Model model;
  private final SafetyProperties safety;
  private final SymbolicEvaluator evaluator;
  private final Formulas formulas;
  private final boolean each;
  private final List<Query> queries = new ArrayList<>();
  private final Map<Query.Subject, Integer> counts = new HashMap<>();

  /// @param each whether a conjunct counts as false also where one before it is
  InvariantQuestions(Model model, SymbolicEvaluator evaluator, boolean each) {
    this.model = model;
    this.safety = SafetyProperties.of(model.properties());
    this.evaluator = evaluator;
    this.formulas = evaluator.algebra().formulas();
    this.each = each;
  }

  List<Query> about(List<Frame> frames) {
    Frame last = frames.getLast();
    model.invariants().forEach(invariant -> predicate(invariant, Query.Part.STATES, last));
    safety.always().forEach(invariant -> predicate(invariant, Query.Part.STATES, last));
    if (last.depth() == 0) {
      safety.initially().forEach(p -> predicate(p, Query.Part.INITIAL_STATES, last));
    } else {
      States pair = frames.get(last.depth() - 1).stepTo(last);
      safety.steps().forEach(action -> step(action, pair));
    }
    return queries;
  }

  private void predicate(Model.Named predicate, Query.Part part, Frame last) {
    Faults faults = new Faults(formulas);
    Conjuncts conjuncts = new Conjuncts(predicate.name(), part);
    conjuncts.ask(predicate.expr(), evaluator.start(last.states(), faults));
    // Where an error occurs, truth values mean nothing: the error is what there is to report.
    queries.addAll(Query.undefined(faults.all()));
    queries.addAll(conjuncts.falsities);
  }

  /// Asks whether the last step is one that an action property allows.
  private void step(Model.Named action, States pair) {
    Faults faults = new Faults(formulas);
    Formula allowed = evaluator.holds(action.expr(), evaluator.start(pair, faults));
    queries.addAll(Query.undefined(faults.all()));
    Query.Subject subject = subject(action.name(), Query.Part.STEPS);
    if (!allowed.isTrue()) {
      queries.add(new Query.StepFalse(allowed.not(), subject, action.expr().span()));
    }
  }

  /// The next part of a property, counted whether or not there is anything to ask about it.
  private Query.Subject subject(String property, Query.Part part) {
    int number = counts.merge(new Query.Subject(property, part, 0), 1, Integer::sum) - 1;
    return new Query.Subject(property, part, number);
  }

  /// Splits a conjunction, through definitions without parameters, and evaluates from left to
  /// right.
  private final class Conjuncts {
    private final String name;
    private final Query.Part part;
    private final List<Query> falsities = new ArrayList<>();

    Conjuncts(String name, Query.Part part) {
      this.name = name;
      this.part = part;
    }

    /// @return the context after the conjuncts
    Context ask(Expr expr, Context context) {
      return switch (expr) {
        case Expr.And(var parts, _) -> {
          Context here = context;
          for (Expr part : parts) {
            here = ask(part, here);
          }
          yield here;
        }
        case Expr.Apply(OperatorRef.Defined(var definition), var operands, _)
            when operands.isEmpty() && definition.closed() && !definition.recursive() ->
            ask(definition.body(), context);
        default -> {
          Formula holds = evaluator.holds(expr, context);
          Formula bad =
              each
                  ? falseByItself(expr, context)
                  : formulas.and(context.path().formula(), holds.not());
          Query.Subject subject = subject(name, part);
          if (!bad.isFalse()) {
            falsities.add(new Query.ConjunctFalse(bad, subject, expr.span()));
          }
          yield context.under(holds);
        }
      };
    }

    /// Whether a conjunct has the value FALSE, whatever the conjuncts before it are.
    private Formula falseByItself(Expr expr, Context context) {
      Faults faults = new Faults(formulas);
      Formula holds = evaluator.holds(expr, evaluator.start(context.states(), faults));
      List<Formula> undefined = faults.all().stream().map(Faults.Fault::condition).toList();
      return formulas.and(holds.not(), formulas.or(undefined).not());
    }
  }
}
