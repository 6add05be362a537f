package skolem.encoder.eval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.symbolic.Algebra;
import skolem.encoder.symbolic.Site;
import skolem.encoder.symbolic.SymValue;
import skolem.frontend.kernel.Binding;
import skolem.frontend.kernel.Expr;
import skolem.frontend.kernel.Local;
import skolem.frontend.value.IntValue;
import skolem.frontend.value.TupleValue;
import skolem.frontend.value.Value;

/// Functions: construction, application, EXCEPT, domain, `:>` and `@@`.
final class FunctionOps {
  private final SymbolicEvaluator evaluator;
  private final Algebra algebra;
  private final Formulas formulas;

  FunctionOps(SymbolicEvaluator evaluator, Algebra algebra) {
    this.evaluator = evaluator;
    this.algebra = algebra;
    this.formulas = algebra.formulas();
  }

  // ── Construction ────────────────────────────────────────────────────────────────────────────

  SymValue map(Expr.FunctionMap expr, Context context) {
    TreeMap<Value, SymValue.Entry> entries = new TreeMap<>();
    for (Argument argument : arguments(expr.bindings(), context, expr)) {
      SymValue result = evaluator.evaluate(expr.body(), argument.inside());
      entries.put(argument.value(), new SymValue.Entry(argument.guard(), result));
    }
    return function(entries);
  }

  private record Argument(Value value, Formula guard, Context inside) {}

  private List<Argument> arguments(List<Binding> bindings, Context context, Expr expr) {
    List<Argument> arguments = new ArrayList<>();
    boolean single = bindings.size() == 1;
    new Quantification(evaluator, algebra)
        .forEach(
            bindings,
            context,
            expr.span(),
            (guard, inside) ->
                arguments.add(new Argument(argument(bindings, single, inside), guard, inside)));
    return arguments;
  }

  /// The argument that the locals make: the value of one binding, the tuple of several.
  private Value argument(List<Binding> bindings, boolean single, Context inside) {
    List<Value> values = new ArrayList<>();
    for (Binding binding : bindings) {
      List<Value> parts = new ArrayList<>();
      for (Local local : binding.locals()) {
        Env.Binding bound = inside.env().lookup(local);
        if (!(bound instanceof Env.Binding.Known(var value))) {
          throw new IllegalStateException("`" + local + "` is not bound");
        }
        Value constant = algebra.constant(value);
        if (constant == null) {
          throw new IllegalStateException("an argument that is not constant");
        }
        parts.add(constant);
      }
      values.add(binding.tuple() ? TupleValue.of(parts) : parts.getFirst());
    }
    return single ? values.getFirst() : TupleValue.of(values);
  }

  /// A function with these entries; a sequence where the domain is seen to be `1..n`.
  SymValue.Function function(TreeMap<Value, SymValue.Entry> entries) {
    long next = 1;
    boolean sequence = true;
    Formula before = formulas.truth();
    for (Map.Entry<Value, SymValue.Entry> entry : entries.entrySet()) {
      Formula inDomain = entry.getValue().inDomain();
      sequence &= entry.getKey().equals(IntValue.of(next++));
      sequence &= formulas.implies(inDomain, before).isTrue();
      before = inDomain;
    }
    return new SymValue.Function(entries, sequence);
  }

  SymValue recursive(Expr.RecursiveFunction expr, Context context) {
    return new Recursion(expr, context).whole();
  }

  /// One evaluation of a recursive function: the result for each argument once, by need.
  private final class Recursion implements Env.RecursiveCall {
    private final Expr.RecursiveFunction expr;
    private final Map<Value, Argument> arguments = new LinkedHashMap<>();
    private final Map<Value, SymValue> results = new HashMap<>();
    private final Set<Value> open = new LinkedHashSet<>();

    Recursion(Expr.RecursiveFunction expr, Context context) {
      this.expr = expr;
      for (Argument argument : arguments(expr.bindings(), context, expr)) {
        arguments.put(argument.value(), argument);
      }
    }

    SymValue whole() {
      TreeMap<Value, SymValue.Entry> entries = new TreeMap<>();
      arguments.forEach(
          (value, argument) ->
              entries.put(value, new SymValue.Entry(argument.guard(), result(argument))));
      return function(entries);
    }

    private SymValue result(Argument argument) {
      SymValue known = results.get(argument.value());
      if (known != null) {
        return known;
      }
      if (!open.add(argument.value())) {
        throw SymbolicEvaluator.unsupported(
            expr.span(), "the recursive function needs its own value at " + argument.value());
      }
      Env.Binding self = new Env.Binding.Unfinished(this);
      Context inside = argument.inside();
      SymValue result =
          evaluator.evaluate(expr.body(), inside.with(inside.env().with(expr.self(), self)));
      open.remove(argument.value());
      results.put(argument.value(), result);
      return result;
    }

    @Override
    public SymValue apply(SymValue at, Site site) {
      List<SymValue.Alternative> found = new ArrayList<>();
      List<Formula> inside = new ArrayList<>();
      for (var possibility : algebra.split(at, site)) {
        Argument argument = arguments.get(possibility.value());
        if (argument != null) {
          Formula here = formulas.and(possibility.guard(), argument.guard());
          inside.add(here);
          found.add(new SymValue.Alternative(here, result(argument)));
        }
      }
      site.undefined(
          formulas.or(inside).not(), "the argument is outside the domain of the function");
      return algebra.merge(found);
    }
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
        site.undefined(formulas.truth(), outside(function, constant));
        return SymValue.none();
      }
      site.undefined(entry.inDomain().not(), outside(function, constant));
      return entry.result();
    }
    List<SymValue.Alternative> results = new ArrayList<>();
    List<Formula> inside = new ArrayList<>();
    for (Map.Entry<Value, SymValue.Entry> entry : function.entries().entrySet()) {
      Formula here =
          formulas.and(
              entry.getValue().inDomain(),
              algebra.equal(argument, algebra.lift(entry.getKey()), site));
      if (!here.isFalse()) {
        inside.add(here);
        results.add(new SymValue.Alternative(here, entry.getValue().result()));
      }
    }
    site.undefined(formulas.or(inside).not(), outside(function, null));
    return algebra.merge(results);
  }

  private static String outside(SymValue.Function function, @Nullable Value argument) {
    String what = argument == null ? "the argument" : argument.toString();
    return what + " is outside the domain of " + function.kind();
  }

  // ── EXCEPT ──────────────────────────────────────────────────────────────────────────────────

  SymValue except(Expr.Except expr, Context context) {
    SymValue function = evaluator.evaluate(expr.function(), context);
    List<SymValue> path =
        expr.path().stream().map(e -> evaluator.evaluate(e, context)).toList();
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
    TreeMap<Value, SymValue.Entry> entries = new TreeMap<>(function.entries());
    SymValue key = path.getFirst();
    List<SymValue> rest = path.subList(1, path.size());
    Value constant = algebra.constant(key);
    Site site = context.site(expr.span());
    for (Map.Entry<Value, SymValue.Entry> entry : function.entries().entrySet()) {
      if (constant != null && !constant.equals(entry.getKey())) {
        continue;
      }
      Formula here =
          constant != null
              ? formulas.truth()
              : algebra.equal(key, algebra.lift(entry.getKey()), site);
      if (here.isFalse()) {
        continue;
      }
      SymValue.Entry old = entry.getValue();
      Context inside = context.under(formulas.and(here, old.inDomain()));
      SymValue result = changed(old.result(), rest, expr, inside);
      entries.put(
          entry.getKey(),
          new SymValue.Entry(old.inDomain(), algebra.choice(here, result, old.result())));
    }
    return new SymValue.Function(entries, function.sequence());
  }

  // ── Domain, :> and @@ ───────────────────────────────────────────────────────────────────────

  SymValue domain(SymValue function, Site site) {
    return switch (function) {
      case SymValue.Function(var entries, _) -> {
        TreeMap<Value, Formula> members = new TreeMap<>();
        entries.forEach((argument, entry) -> members.put(argument, entry.inDomain()));
        yield new SymValue.SetOf(members);
      }
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
    TreeMap<Value, SymValue.Entry> entries = new TreeMap<>();
    for (var possibility : algebra.split(argument, site)) {
      entries.put(possibility.value(), new SymValue.Entry(possibility.guard(), result));
    }
    return function(entries);
  }

  /// `left @@ right`: the left function where it is defined, else the right one.
  SymValue override(SymValue left, SymValue right, Site site) {
    SymValue.Function first = one(left, site);
    SymValue.Function second = one(right, site);
    TreeMap<Value, SymValue.Entry> entries = new TreeMap<>(second.entries());
    for (Map.Entry<Value, SymValue.Entry> entry : first.entries().entrySet()) {
      SymValue.Entry mine = entry.getValue();
      SymValue.Entry other = entries.get(entry.getKey());
      entries.put(
          entry.getKey(),
          other == null
              ? mine
              : new SymValue.Entry(
                  formulas.or(mine.inDomain(), other.inDomain()),
                  algebra.choice(mine.inDomain(), mine.result(), other.result())));
    }
    return function(entries);
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
              alternative.guard(), "a function is expected here, not " + alternative.value().kind());
        }
      }
      if (algebra.merge(functions) instanceof SymValue.Function function) {
        return function;
      }
    } else {
      site.undefined(formulas.truth(), "a function is expected here, not " + value.kind());
    }
    return new SymValue.Function(new TreeMap<>(), true);
  }
}
