package skolem.encoder.eval;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.symbolic.Algebra;
import skolem.encoder.symbolic.Faults;
import skolem.encoder.symbolic.Path;
import skolem.encoder.symbolic.Site;
import skolem.encoder.symbolic.SymValue;
import skolem.frontend.kernel.Expr;
import skolem.frontend.source.Span;
import skolem.frontend.value.IntValue;
import skolem.frontend.value.Value;
import skolem.frontend.value.ValueMap;

/// Functions: construction, application, EXCEPT, domain, `:>` and `@@`.
final class FunctionOps {
  private final SymbolicEvaluator evaluator;
  private final Algebra algebra;
  private final Map<Arguments, Application> applications = new HashMap<>();
  private final Formulas formulas;

  FunctionOps(SymbolicEvaluator evaluator, Algebra algebra) {
    this.evaluator = evaluator;
    this.algebra = algebra;
    this.formulas = algebra.formulas();
  }

  /// A function with these entries; a sequence where the domain is seen to be `1..n`.
  SymValue.Function function(ValueMap<SymValue.Entry> entries) {
    long next = 1;
    boolean sequence = true;
    Formula before = formulas.truth();
    for (Map.Entry<Value, SymValue.Entry> entry : entries.entrySet()) {
      Formula inDomain = entry.getValue().inDomain();
      sequence =
          entry.getKey().equals(IntValue.of(next++)) && formulas.implies(inDomain, before).isTrue();
      if (!sequence) {
        break;
      }
      before = inDomain;
    }
    return new SymValue.Function(entries, sequence);
  }

  // ── Application ─────────────────────────────────────────────────────────────────────────────

  SymValue apply(SymValue function, SymValue argument, Site site) {
    return switch (function) {
      case SymValue.Function f -> apply(f, argument, site);
      case SymValue.Mixed(var alternatives) -> {
        List<SymValue.Alternative> results = new ArrayList<>();
        for (SymValue.Alternative alternative : alternatives) {
          Formula guard = alternative.guard();
          results.add(
              new SymValue.Alternative(
                  guard, apply(alternative.value(), argument, site.under(guard))));
        }
        yield algebra.merge(results);
      }
      case SymValue.Bool _,
          SymValue.Atom _,
          SymValue.Int _,
          SymValue.SetOf _,
          SymValue.Described _ -> {
        site.undefined(
            formulas.truth(), "a function is expected before the argument, not " + function.kind());
        yield SymValue.none();
      }
    };
  }

  private SymValue apply(SymValue.Function function, SymValue argument, Site site) {
    Value constant = algebra.constant(argument);
    if (constant != null) {
      SymValue.Entry entry = function.entries().get(constant);
      if (entry == null) {
        site.undefined(formulas.truth(), () -> outside(function, constant));
        return SymValue.none();
      }
      if (!entry.inDomain().isTrue()) {
        site.undefined(entry.inDomain().not(), () -> outside(function, constant));
      }
      return entry.result();
    }
    Application known = applications.get(new Arguments(function, argument));
    if (known == null) {
      known = applied(function, argument, site.span());
      applications.put(new Arguments(function, argument), known);
    }
    site.faults().addAll(known.faults(), site.path());
    site.undefined(known.outside(), () -> outside(function, null));
    return known.result();
  }

  /// A function and an argument, as these objects.
  private record Arguments(SymValue.Function function, SymValue argument) {
    @Override
    @SuppressWarnings("ReferenceEquality")
    public boolean equals(@Nullable Object other) {
      return other instanceof Arguments(var otherFunction, var otherArgument)
          && function == otherFunction
          && argument == otherArgument;
    }

    @Override
    public int hashCode() {
      return 31 * System.identityHashCode(function) + System.identityHashCode(argument);
    }
  }

  /// @param outside when the argument is outside the domain
  private record Application(SymValue result, Formula outside, List<Faults.Fault> faults) {}

  private Application applied(SymValue.Function function, SymValue argument, Span span) {
    Faults faults = new Faults(formulas);
    Site site = new Site(Path.start(formulas), span, faults);
    List<SymValue.Alternative> results = new ArrayList<>();
    List<Formula> inside = new ArrayList<>();
    for (Map.Entry<Value, SymValue.Entry> entry : function.entries().entrySet()) {
      Formula here =
          formulas.and(
              entry.getValue().inDomain(),
              algebra.same(argument, algebra.lift(entry.getKey()), site));
      if (!here.isFalse()) {
        inside.add(here);
        results.add(new SymValue.Alternative(here, entry.getValue().result()));
      }
    }
    Formula outside =
        argument instanceof SymValue.Atom(var choices)
            ? formulas.or(
                choices.entrySet().stream()
                    .map(c -> formulas.and(c.getValue(), inDomain(function, c.getKey()).not()))
                    .toList())
            : formulas.or(inside).not();
    return new Application(algebra.merge(results), outside, faults.all());
  }

  private Formula inDomain(SymValue.Function function, Value argument) {
    SymValue.Entry entry = function.entries().get(argument);
    return entry == null ? formulas.falsity() : entry.inDomain();
  }

  private static String outside(SymValue.Function function, @Nullable Value argument) {
    String what = argument == null ? "the argument" : argument.toString();
    return what + " is outside the domain of " + function.kind();
  }

  // ── EXCEPT ──────────────────────────────────────────────────────────────────────────────────

  SymValue except(Expr.Except expr, Context context) {
    SymValue function = evaluator.evaluate(expr.function(), context);
    List<SymValue> path = expr.path().stream().map(e -> evaluator.evaluate(e, context)).toList();
    return changed(function, path, expr, context);
  }

  /// `target` with the value at the end of `path` replaced; unchanged where `path` leads outside.
  private SymValue changed(
      SymValue target, List<SymValue> path, Expr.Except expr, Context context) {
    if (path.isEmpty()) {
      return evaluator.evaluate(expr.value(), context.with(expr.at(), target));
    }
    return switch (target) {
      case SymValue.Function function -> changedFunction(function, path, expr, context);
      case SymValue.Mixed(var alternatives) -> {
        List<SymValue.Alternative> results = new ArrayList<>();
        for (SymValue.Alternative alternative : alternatives) {
          Formula guard = alternative.guard();
          results.add(
              new SymValue.Alternative(
                  guard, changed(alternative.value(), path, expr, context.under(guard))));
        }
        yield algebra.merge(results);
      }
      case SymValue.Bool _,
          SymValue.Atom _,
          SymValue.Int _,
          SymValue.SetOf _,
          SymValue.Described _ -> {
        context
            .site(expr.span())
            .undefined(formulas.truth(), "EXCEPT changes a function, not " + target.kind());
        yield target;
      }
    };
  }

  private SymValue changedFunction(
      SymValue.Function function, List<SymValue> path, Expr.Except expr, Context context) {
    SymValue key = path.getFirst();
    List<SymValue> rest = path.subList(1, path.size());
    ValueMap<Formula> places = algebra.places(key, function, context.site(expr.span()));
    ValueMap<SymValue.Entry> entries =
        function
            .entries()
            .changedAt(
                places,
                (old, here) -> {
                  if (here.isFalse()) {
                    return old;
                  }
                  Context inside = context.under(formulas.and(here, old.inDomain()));
                  SymValue result = changed(old.result(), rest, expr, inside);
                  return new SymValue.Entry(
                      old.inDomain(), algebra.choice(here, result, old.result()));
                });
    return new SymValue.Function(entries, function.sequence());
  }

  // ── Domain, :> and @@ ───────────────────────────────────────────────────────────────────────

  SymValue domain(SymValue function, Site site) {
    return switch (function) {
      case SymValue.Function known -> known.domain();
      case SymValue.Mixed(var alternatives) -> {
        List<SymValue.Alternative> results = new ArrayList<>();
        for (SymValue.Alternative alternative : alternatives) {
          Formula guard = alternative.guard();
          results.add(
              new SymValue.Alternative(guard, domain(alternative.value(), site.under(guard))));
        }
        yield algebra.merge(results);
      }
      case SymValue.Bool _,
          SymValue.Atom _,
          SymValue.Int _,
          SymValue.SetOf _,
          SymValue.Described _ -> {
        site.undefined(formulas.truth(), "DOMAIN of " + function.kind() + " has no value");
        yield SymValue.none();
      }
    };
  }

  SymValue single(SymValue argument, SymValue result, Site site) {
    ValueMap.Builder<SymValue.Entry> entries = new ValueMap.Builder<>();
    for (var possibility : algebra.split(argument, site)) {
      entries.put(possibility.value(), new SymValue.Entry(possibility.guard(), result));
    }
    return function(entries.build());
  }

  /// `left @@ right`: the left function where it is defined, else the right one.
  SymValue override(SymValue left, SymValue right, Site site) {
    SymValue.Function whole =
        function(
            one(left, site)
                .entries()
                .union(
                    one(right, site).entries(),
                    (mine, other) ->
                        new SymValue.Entry(
                            formulas.or(mine.inDomain(), other.inDomain()),
                            algebra.choice(mine.inDomain(), mine.result(), other.result()))));
    algebra.checked(whole.domain(), site);
    return whole;
  }

  /// A value as a function; what is none is an evaluation error.
  SymValue.Function one(SymValue value, Site site) {
    if (value instanceof SymValue.Function function) {
      return function;
    }
    if (value instanceof SymValue.Mixed(var alternatives)) {
      List<SymValue.Alternative> functions = new ArrayList<>();
      for (SymValue.Alternative alternative : alternatives) {
        if (alternative.value() instanceof SymValue.Function) {
          functions.add(alternative);
        } else {
          site.undefined(
              alternative.guard(),
              "a function is expected here, not " + alternative.value().kind());
        }
      }
      if (algebra.merge(functions) instanceof SymValue.Function function) {
        return function;
      }
    } else {
      site.undefined(formulas.truth(), "a function is expected here, not " + value.kind());
    }
    return new SymValue.Function(ValueMap.empty(), true);
  }

  /// Whether a value is a function all of whose results are positive integers.
  Formula isBag(SymValue value) {
    return switch (value) {
      case SymValue.Mixed(var alternatives) ->
          formulas.or(
              alternatives.stream()
                  .map(one -> formulas.and(one.guard(), isBag(one.value())))
                  .toList());
      case SymValue.Function(var entries, _) ->
          formulas.and(
              entries.values().stream()
                  .map(entry -> formulas.implies(entry.inDomain(), isPositive(entry.result())))
                  .toList());
      case SymValue.Bool _,
          SymValue.Atom _,
          SymValue.Int _,
          SymValue.SetOf _,
          SymValue.Described _ ->
          formulas.falsity();
    };
  }

  private Formula isPositive(SymValue value) {
    return switch (value) {
      case SymValue.Mixed(var alternatives) ->
          formulas.or(
              alternatives.stream()
                  .map(one -> formulas.and(one.guard(), isPositive(one.value())))
                  .toList());
      case SymValue.Int(var term) ->
          formulas.lessEqual(formulas.terms().constant(BigInteger.ONE), term);
      case SymValue.Atom(var choices) ->
          formulas.or(
              choices.entrySet().stream()
                  .filter(choice -> choice.getKey() instanceof IntValue n && n.signum() > 0)
                  .map(Map.Entry::getValue)
                  .toList());
      case SymValue.Bool _, SymValue.SetOf _, SymValue.Function _, SymValue.Described _ ->
          formulas.falsity();
    };
  }
}
