package skolem.explicit.eval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import skolem.frontend.kernel.Binding;
import skolem.frontend.kernel.Expr;
import skolem.frontend.source.Span;
import skolem.frontend.value.FunctionValue;
import skolem.frontend.value.IntValue;
import skolem.frontend.value.RecordValue;
import skolem.frontend.value.TupleValue;
import skolem.frontend.value.Value;

/// Functions, records and tuples: construction, application, EXCEPT, and their sets.
final class FunctionOps {
  private final Evaluator evaluator;
  private final Binders binders;
  private final IdentityHashMap<List<Expr.Field>, Shape> shapes = new IdentityHashMap<>();

  /// The fields of a record expression, in the order of their names.
  private static final class Shape {
    final List<String> names;
    final List<Expr> fields;

    /// The record that was made last: all have the same names.
    private @Nullable RecordValue last;

    Shape(List<Expr.Field> fields) {
      List<Expr.Field> ordered =
          fields.stream().sorted(Comparator.comparing(Expr.Field::name)).toList();
      this.names = ordered.stream().map(Expr.Field::name).toList();
      this.fields = ordered.stream().map(Expr.Field::value).toList();
    }

    RecordValue record(List<Value> values) {
      last = last == null ? new RecordValue(names, values) : last.withResults(values);
      return last;
    }
  }

  FunctionOps(Evaluator evaluator, Binders binders) {
    this.evaluator = evaluator;
    this.binders = binders;
  }

  // ── Application ─────────────────────────────────────────────────────────────────────────────

  Value apply(Expr.FunctionApply application, Environment environment, States states) {
    if (Evaluator.isValue(application.function())) {
      FunctionValue function = evaluator.function(application.function(), environment, states);
      Value argument = evaluator.value(application.argument(), environment, states);
      Value result = function.apply(argument);
      if (result == null) {
        throw outsideDomain(new Concrete(function), argument, application.span());
      }
      return result;
    }
    return applyDenoted(application, environment, states);
  }

  private Value applyDenoted(
      Expr.FunctionApply application, Environment environment, States states) {
    Denotation function = evaluator.denote(application.function(), environment, states);
    Value argument = evaluator.value(application.argument(), environment, states);
    Value result =
        switch (function) {
          case Concrete(FunctionValue f) -> f.apply(argument);
          case RuleFunction f -> f.apply(argument, application.span());
          case Concrete(Value value) ->
              throw EvaluationErrors.wrongKind(application.function().span(), "a function", value);
          case DescribedSet set ->
              throw EvaluationErrors.undefined(
                  application.function().span(),
                  "a function is needed here, not the set " + set.describe());
        };
    if (result == null) {
      throw outsideDomain(function, argument, application.span());
    }
    return result;
  }

  private static RuntimeException outsideDomain(Denotation function, Value argument, Span at) {
    String domain =
        switch (function) {
          case Concrete(FunctionValue f) -> EvaluationErrors.text(f.domain());
          case RuleFunction f -> f.domain().describe();
          case Concrete _ -> "";
          case DescribedSet _ -> "";
        };
    return EvaluationErrors.undefined(
        at,
        "the function is applied to "
            + EvaluationErrors.text(argument)
            + ", which is outside its domain "
            + domain);
  }

  DescribedSet domain(Expr.Native domain, Environment environment, States states) {
    Expr operand = domain.value(0);
    return switch (evaluator.denote(operand, environment, states)) {
      case Concrete(TupleValue tuple) -> new IntervalSet(1, tuple.size());
      case Concrete(FunctionValue function) -> new ListedSet(function.domain());
      case RuleFunction function -> function.domain();
      case Concrete(Value value) ->
          throw EvaluationErrors.wrongKind(operand.span(), "a function", value);
      case DescribedSet set ->
          throw EvaluationErrors.undefined(
              operand.span(), "a function is needed here, not the set " + set.describe());
    };
  }

  // ── Bags ────────────────────────────────────────────────────────────────────────────────────

  boolean isBag(Expr.Native test, Environment environment, States states) {
    return isBag(evaluator.value(test.value(0), environment, states));
  }

  Value asBag(Expr.Native operation, Environment environment, States states) {
    Value value = evaluator.value(operation.value(0), environment, states);
    if (!isBag(value)) {
      throw EvaluationErrors.wrongKind(operation.span(), "a bag", value);
    }
    return value;
  }

  /// Whether a value is a function all of whose results are positive integers.
  private static boolean isBag(Value value) {
    if (!(value instanceof FunctionValue function)) {
      return false;
    }
    for (int i = 0; i < function.size(); i++) {
      if (!(function.result(i) instanceof IntValue count && count.signum() > 0)) {
        return false;
      }
    }
    return true;
  }

  // ── EXCEPT ──────────────────────────────────────────────────────────────────────────────────

  Value except(Expr.Except except, Environment environment, States states) {
    Value function = evaluator.value(except.function(), environment, states);
    List<Value> path = values(except.path(), environment, states);
    return update(function, except, path, 0, environment, states);
  }

  /// As in TLC, a path that leaves the domain changes nothing, unless that cannot be decided.
  private Value update(
      Value function,
      Expr.Except except,
      List<Value> path,
      int place,
      Environment environment,
      States states) {
    if (place == path.size()) {
      Environment known = new Environment.Known(except.at(), function, environment);
      return evaluator.value(except.value(), known, states);
    }
    Span at = except.path().get(place).span();
    if (!(function instanceof FunctionValue original)) {
      throw EvaluationErrors.wrongKind(at, "EXCEPT: a function", function);
    }
    Value argument = path.get(place);
    int index = original.indexOf(argument);
    if (index < 0) {
      if (Comparison.member(argument, original.domain()) == Decision.INCOMPARABLE) {
        throw EvaluationErrors.undefined(
            at,
            "EXCEPT: cannot decide whether "
                + EvaluationErrors.text(argument)
                + " is in the domain "
                + EvaluationErrors.text(original.domain()));
      }
      return original;
    }
    Value changed = update(original.result(index), except, path, place + 1, environment, states);
    return original.with(index, changed);
  }

  // ── Construction ────────────────────────────────────────────────────────────────────────────

  RuleFunction map(Expr.FunctionMap map, Environment environment, States states) {
    evaluator.noteClosure(states);
    return new RuleFunction(
        binders.domain(map.bindings(), environment, states),
        new BodyRule(map.bindings(), map.body(), map.span(), environment, states));
  }

  RuleFunction recursive(Expr.RecursiveFunction function, Environment environment, States states) {
    Knot knot = new Knot(function, environment, states);
    evaluator.noteClosure(states);
    knot.tied = new RuleFunction(binders.domain(function.bindings(), environment, states), knot);
    return knot.tied;
  }

  /// The rule of a function, evaluated in the states where the function was made.
  private class BodyRule implements RuleFunction.Rule {
    private final List<Binding> bindings;
    private final Expr body;
    private final Span at;
    private final Environment environment;
    private final States states;

    BodyRule(List<Binding> bindings, Expr body, Span at, Environment environment, States states) {
      this.bindings = bindings;
      this.body = body;
      this.at = at;
      this.environment = environment;
      this.states = states;
    }

    /// The environment of the function expression.
    Environment outer() {
      return environment;
    }

    @Override
    public Value apply(Value argument) {
      return evaluator.value(body, bind(argument), states);
    }

    @Override
    public Expr body() {
      return body;
    }

    @Override
    public Environment bind(Value argument) {
      return Binders.bindArgument(bindings, argument, outer(), at);
    }

    @Override
    public boolean isAbout(States other) {
      return states.current() == other.current();
    }
  }

  /// The rule of a function that mentions itself.
  private final class Knot extends BodyRule {
    private final Expr.RecursiveFunction function;
    private @Nullable RuleFunction tied;

    Knot(Expr.RecursiveFunction function, Environment environment, States states) {
      super(function.bindings(), function.body(), function.span(), environment, states);
      this.function = function;
    }

    @Override
    Environment outer() {
      if (tied == null) {
        throw new IllegalStateException("the function is not complete");
      }
      return new Environment.Described(function.self(), tied, super.outer());
    }
  }

  Value tuple(Expr.TupleLiteral tuple, Environment environment, States states) {
    return TupleValue.of(values(tuple.elements(), environment, states));
  }

  Value record(Expr.RecordLiteral record, Environment environment, States states) {
    Shape shape = shape(record.fields());
    return shape.record(values(shape.fields, environment, states));
  }

  private List<Value> values(List<Expr> exprs, Environment environment, States states) {
    List<Value> values = new ArrayList<>(exprs.size());
    for (Expr expr : exprs) {
      values.add(evaluator.value(expr, environment, states));
    }
    return values;
  }

  private Shape shape(List<Expr.Field> fields) {
    Shape shape = shapes.get(fields);
    if (shape == null) {
      shape = new Shape(fields);
      shapes.put(fields, shape);
    }
    return shape;
  }

  // ── Sets of functions ───────────────────────────────────────────────────────────────────────

  DescribedSet functionSet(Expr.FunctionSet set, Environment environment, States states) {
    return new FunctionSpace(
        evaluator.set(set.domain(), environment, states),
        evaluator.set(set.range(), environment, states));
  }

  DescribedSet recordSet(Expr.RecordSet set, Environment environment, States states) {
    Shape shape = shape(set.fields());
    return new ProductSpace(
        shape.names,
        shape.fields.stream().map(field -> evaluator.set(field, environment, states)).toList());
  }
}
