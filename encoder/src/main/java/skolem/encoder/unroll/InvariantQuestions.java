package skolem.encoder.unroll;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import skolem.encoder.eval.Context;
import skolem.encoder.eval.IntegerQuantifiers;
import skolem.encoder.eval.States;
import skolem.encoder.eval.SymbolicEvaluator;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.symbolic.Faults;
import skolem.encoder.symbolic.SymValue;
import skolem.frontend.kernel.Expr;
import skolem.frontend.kernel.Local;
import skolem.frontend.kernel.OperatorRef;
import skolem.frontend.kernel.Variable;
import skolem.frontend.model.Model;
import skolem.frontend.model.SafetyProperties;
import skolem.frontend.value.StringValue;
import skolem.frontend.value.ValueMap;

/// What the last of some frames may violate: conjuncts of invariants, properties of initial states
/// and of steps, and the definedness of all these.
final class InvariantQuestions {
  private final Model model;
  private final SafetyProperties safety;
  private final SymbolicEvaluator evaluator;
  private final Formulas formulas;
  private final boolean each;
  private final IntegerQuantifiers integers;
  private final List<Query> queries = new ArrayList<>();
  private final Map<Query.Subject, Integer> counts = new HashMap<>();

  /// @param each whether a conjunct counts as false also where one before it is
  InvariantQuestions(Model model, SymbolicEvaluator evaluator, boolean each) {
    this.model = model;
    this.safety = SafetyProperties.of(model);
    this.evaluator = evaluator;
    this.formulas = evaluator.algebra().formulas();
    this.each = each;
    this.integers = new IntegerQuantifiers(evaluator);
  }

  /// @param initial whether the first frame is made of initial states
  List<Query> about(List<Frame> frames, boolean initial) {
    Frame last = frames.getLast();
    safety.invariants().forEach(invariant -> predicate(invariant, Query.Part.STATES, last));
    if (last.depth() == 0 && initial) {
      safety.initially().forEach(p -> predicate(p, Query.Part.INITIAL_STATES, last));
    }
    if (last.depth() > 0) {
      States pair = frames.get(last.depth() - 1).stepTo(last);
      safety.steps().forEach(action -> step(action, pair));
    }
    for (Model.TraceInvariant invariant : model.additions().traceInvariants()) {
      trace(invariant, frames);
    }
    return queries;
  }

  private void trace(Model.TraceInvariant invariant, List<Frame> frames) {
    List<SymValue> states = new ArrayList<>();
    for (Frame frame : frames) {
      ValueMap.Builder<SymValue> fields = new ValueMap.Builder<>();
      for (Variable variable : model.variables()) {
        fields.put(new StringValue(variable.name()), frame.values().get(variable.index()));
      }
      states.add(SymValue.function(fields.build(), formulas.truth()));
    }
    Faults faults = new Faults(formulas);
    Local local = new Local("states", 0);
    Context context =
        evaluator
            .start(frames.getLast().states(), faults)
            .with(local, SymValue.tuple(states, formulas.truth()));
    Formula holds =
        evaluator.holds(invariant.of(new Expr.LocalRef(local, invariant.span())), context);
    queries.addAll(Query.undefined(faults.all()));
    if (!holds.isTrue()) {
      Query.Subject subject = subject(invariant.name(), Query.Part.TRACES);
      queries.add(new Query.TraceFalse(holds.not(), subject, invariant.span()));
    }
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
    Conjuncts conjuncts = new Conjuncts(action.name(), Query.Part.STEPS);
    conjuncts.ask(action.expr(), evaluator.start(pair, faults));
    queries.addAll(Query.undefined(faults.all()));
    queries.addAll(conjuncts.falsities);
  }

  /// The next part of a property, counted whether or not there is anything to ask about it.
  private Query.Subject subject(String property, Query.Part part) {
    int number = counts.merge(new Query.Subject(property, part, 0), 1, Integer::sum) - 1;
    return new Query.Subject(property, part, number);
  }

  /// Splits a conjunction, through definitions without parameters, and evaluates from left to
  /// right; `[A /\ B]_v` is split as `[A]_v /\ [B]_v`.
  private final class Conjuncts {
    private final String name;
    private final Query.Part part;
    private final List<Query> falsities = new ArrayList<>();

    /// A conjunct of which it is known when it is false, and not when it is true.
    private @Nullable Expr claimed;

    Conjuncts(String name, Query.Part part) {
      this.name = name;
      this.part = part;
    }

    /// @return the context after the conjuncts
    Context ask(Expr expr, Context context) {
      return ask(expr, context, formulas.truth().not());
    }

    /// @param excuse where it holds, a false conjunct does not matter
    private Context ask(Expr expr, Context context, Formula excuse) {
      if (claimed != null) {
        throw context
            .site(claimed.span())
            .unsupported(
                "a conjunct with a quantifier over an infinite set of integers is supported as the"
                    + " last one only: make it an invariant of its own");
      }
      return switch (expr) {
        case Expr.And(var parts, _) -> {
          Context here = context;
          for (Expr conjunct : parts) {
            here = ask(conjunct, here, excuse);
          }
          yield here;
        }
        case Expr.Apply(OperatorRef.Defined(var definition), var operands, _)
            when operands.isEmpty() && definition.closed() && !definition.recursive() ->
            ask(definition.body(), context, excuse);
        case Expr.SubscriptedAction(boolean angle, var action, var subscript, var span)
            when !angle && isConjunction(action) -> {
          Formula allowed = evaluator.holds(action, context);
          Expr unchanged = new Expr.Unchanged(subscript, span);
          Formula same = evaluator.holds(unchanged, context.under(allowed.not()));
          ask(action, context, formulas.or(excuse, same));
          yield context.under(formulas.or(allowed, same));
        }
        case Expr.Quantified _, Expr.Implies _ when endsInIntegers(expr, context) -> {
          claimed = expr;
          Faults own = new Faults(formulas);
          Context by = each ? evaluator.start(context.states(), own) : context;
          Formula isFalse = integers.falsity(expr, by);
          add(expr, formulas.and(List.of(isFalse, by.path().formula(), none(own))), excuse);
          yield context;
        }
        default -> {
          Formula holds = evaluator.holds(expr, context);
          Formula path = context.path().formula();
          add(expr, each ? falseByItself(expr, context) : formulas.and(path, holds.not()), excuse);
          yield context.under(holds);
        }
      };
    }

    private void add(Expr conjunct, Formula isFalse, Formula excuse) {
      Formula bad = formulas.and(isFalse, excuse.not());
      Query.Subject subject = subject(name, part);
      if (!bad.isFalse()) {
        falsities.add(
            part == Query.Part.STEPS
                ? new Query.StepFalse(bad, subject, conjunct.span())
                : new Query.ConjunctFalse(bad, subject, conjunct.span()));
      }
    }

    private boolean endsInIntegers(Expr expr, Context context) {
      return expr instanceof Expr.Implies(_, var conclusion, _)
          ? endsInIntegers(conclusion, context)
          : integers.isUniversal(expr, context);
    }

    private static boolean isConjunction(Expr expr) {
      return switch (expr) {
        case Expr.And _ -> true;
        case Expr.Apply(OperatorRef.Defined(var definition), var operands, _)
            when operands.isEmpty() && definition.closed() && !definition.recursive() ->
            isConjunction(definition.body());
        default -> false;
      };
    }

    /// Whether a conjunct has the value FALSE, whatever the conjuncts before it are.
    private Formula falseByItself(Expr expr, Context context) {
      Faults faults = new Faults(formulas);
      Formula holds = evaluator.holds(expr, evaluator.start(context.states(), faults));
      return formulas.and(holds.not(), none(faults));
    }

    private Formula none(Faults faults) {
      List<Formula> undefined = faults.all().stream().map(Faults.Fault::condition).toList();
      return formulas.or(undefined).not();
    }
  }
}
