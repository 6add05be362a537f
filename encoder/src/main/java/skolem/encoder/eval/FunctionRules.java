package skolem.encoder.eval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.symbolic.Algebra;
import skolem.encoder.symbolic.Faults;
import skolem.encoder.symbolic.Path;
import skolem.encoder.symbolic.Site;
import skolem.encoder.symbolic.SymValue;
import skolem.frontend.kernel.Binding;
import skolem.frontend.kernel.Expr;
import skolem.frontend.kernel.Local;
import skolem.frontend.kernel.OperatorRef;
import skolem.frontend.value.IntValue;
import skolem.frontend.value.TupleValue;
import skolem.frontend.value.Value;
import skolem.frontend.value.ValueMap;

/// Functions by rule: `[x \in S |-> e]` and `f[x \in S] == e`.
///
/// As in TLC, such a function is evaluated only for the arguments that are asked for: where it has
/// no value for others, or infinitely many arguments, its application is still defined.
final class FunctionRules {
  private final SymbolicEvaluator evaluator;
  private final Algebra algebra;
  private final Formulas formulas;
  private final FunctionOps functions;

  FunctionRules(SymbolicEvaluator evaluator, Algebra algebra, FunctionOps functions) {
    this.evaluator = evaluator;
    this.algebra = algebra;
    this.formulas = algebra.formulas();
    this.functions = functions;
  }

  // ── Whole functions ─────────────────────────────────────────────────────────────────────────

  SymValue map(Expr.FunctionMap expr, Context context) {
    if (expr.bindings().size() == 1) {
      return map(expr, expr.bindings().getFirst(), context);
    }
    ValueMap.Builder<SymValue.Entry> entries = new ValueMap.Builder<>();
    for (Argument argument : arguments(expr.bindings(), context, expr)) {
      SymValue result = evaluator.evaluate(expr.body(), argument.inside());
      entries.put(argument.value(), new SymValue.Entry(argument.guard(), result));
    }
    return functions.function(entries.build());
  }

  /// Of one argument: what the set's elements are, the function's arguments are.
  private SymValue map(Expr.FunctionMap expr, Binding binding, Context context) {
    SymValue set = evaluator.set(binding.set(), context);
    ValueMap<Formula> domain = algebra.list(set, context.site(binding.set().span())).members();
    return functions.function(
        domain.mapped((argument, guard) -> {
          SymValue element = algebra.lift(argument);
          Context inside = evaluator.bind(binding, element, context.under(guard), expr.span());
          return new SymValue.Entry(guard, evaluator.evaluate(expr.body(), inside));
        }));
  }

  SymValue recursive(Expr.RecursiveFunction expr, Context context) {
    return new Recursion(expr, context).whole();
  }

  private record Argument(Value value, Formula guard, Context inside) {}

  private List<Argument> arguments(List<Binding> bindings, Context context, Expr expr) {
    List<Argument> arguments = new ArrayList<>();
    evaluator.forEachConstant(
        bindings,
        context,
        expr.span(),
        (guard, inside) -> arguments.add(new Argument(argument(bindings, inside), guard, inside)));
    return arguments;
  }

  /// The argument that the locals make: the value of one binding, the tuple of several.
  private Value argument(List<Binding> bindings, Context inside) {
    List<Value> values = new ArrayList<>();
    for (Binding binding : bindings) {
      List<Value> parts = new ArrayList<>();
      for (Local local : binding.locals()) {
        parts.add(constant(local, inside));
      }
      values.add(binding.tuple() ? TupleValue.of(parts) : parts.getFirst());
    }
    return bindings.size() == 1 ? values.getFirst() : TupleValue.of(values);
  }

  private Value constant(Local local, Context inside) {
    Value constant =
        inside.env().lookup(local) instanceof Env.Binding.Known(var value)
            ? algebra.constant(value)
            : null;
    if (constant == null) {
      throw new IllegalStateException("`" + local + "` is not bound to a constant");
    }
    return constant;
  }

  // ── Application by need ─────────────────────────────────────────────────────────────────────

  SymValue apply(Expr.FunctionApply expr, Context context) {
    Expr function = expr.function();
    Site site = context.site(expr.span());
    if (isKnown(function, context) || !isRule(function, context)) {
      return functions.apply(
          evaluator.evaluate(function, context),
          evaluator.evaluate(expr.argument(), context),
          site);
    }
    if (isListable(function, context)) {
      Faults trial = new Faults(formulas);
      SymValue whole = evaluator.evaluate(function, context.with(trial));
      if (trial.all().isEmpty()) {
        return functions.apply(whole, evaluator.evaluate(expr.argument(), context), site);
      }
    }
    return applied(function, evaluator.evaluate(expr.argument(), context), context, site);
  }

  /// The body of a function by rule where it is applied, for those who go through it rather than
  /// evaluate it; null where the function is none.
  SymbolicEvaluator.@Nullable RuleBody body(Expr.FunctionApply expr, Context context) {
    Rule rule = rule(expr.function(), context);
    if (rule == null || !(rule.expr() instanceof Expr.FunctionMap map)) {
      return null;
    }
    Site site = context.site(expr.span());
    SymValue argument = evaluator.evaluate(expr.argument(), context);
    Formula inside = isArgument(rule, argument, site);
    Context bound = bind(map.bindings(), argument, rule.home().under(inside), site);
    return new SymbolicEvaluator.RuleBody(inside, map.body(), bound.env());
  }

  SymValue domain(Expr function, Context context, Site site) {
    if (!isKnown(function, context) && isRule(function, context)) {
      Faults trial = new Faults(formulas);
      if (isListable(function, context)) {
        SymValue whole = evaluator.evaluate(function, context.with(trial));
        if (trial.all().isEmpty()) {
          return functions.domain(whole, site);
        }
      }
      SymValue known = domainOfRule(function, context);
      if (known != null) {
        return known;
      }
    }
    return functions.domain(evaluator.evaluate(function, context), site);
  }

  /// Whether an operand or LET definition has been evaluated as a whole, without an error: to ask
  /// again how its rule could be evaluated would go through all that it is made from.
  private static boolean isKnown(Expr function, Context context) {
    Object name =
        switch (function) {
          case Expr.LocalRef(var local, _) -> local;
          case Expr.Apply(OperatorRef.Defined(var definition), var operands, _)
              when operands.isEmpty() ->
              definition;
          default -> null;
        };
    Env.Binding.Outcome known =
        name != null && context.env().lookup(name) instanceof Env.Binding.Delayed delayed
            ? delayed.known(context.states(), context.path())
            : null;
    return known != null && known.faults().isEmpty();
  }

  /// A function by rule, and where its rule is to be evaluated.
  private record Rule(List<Binding> bindings, Unfolded unfolded, Context home) {
    Expr expr() {
      return unfolded.expr();
    }
  }

  /// The rule that an expression comes down to; null where it is no rule, or one of several.
  private @Nullable Rule rule(Expr expr, Context context) {
    Unfolded found = Unfolding.of(expr, context.env());
    Context home = context.with(found.env());
    return switch (found.expr()) {
      case Expr.FunctionMap e -> new Rule(e.bindings(), found, home);
      case Expr.RecursiveFunction e -> new Rule(e.bindings(), found, home);
      default -> null;
    };
  }

  /// The sets that the arguments are taken from, one for each binding.
  private List<SymValue> sets(Rule rule) {
    Unfolded.Found found = rule.unfolded().in(rule.home().states());
    Unfolded.Evaluated<List<SymValue>> known = found.sets();
    if (known == null) {
      int before = evaluator.disturbances();
      known =
          afresh(
              rule.home(),
              inside ->
                  rule.bindings().stream().map(b -> evaluator.evaluate(b.set(), inside)).toList());
      if (evaluator.disturbances() == before) {
        found.remember(known);
      }
    }
    rule.home().faults().addAll(known.faults(), rule.home().path());
    return known.value();
  }

  private <T> Unfolded.Evaluated<T> afresh(Context context, Function<Context, T> evaluation) {
    Faults faults = new Faults(formulas);
    T value = evaluation.apply(context.with(context.path().afresh()).with(faults));
    return new Unfolded.Evaluated<>(value, faults.all());
  }

  /// Whether some branch of an expression is a rule.
  private boolean isRule(Expr expr, Context context) {
    return switch (expr) {
      case Expr.If e -> isRule(e.thenBranch(), context) || isRule(e.elseBranch(), context);
      default -> rule(expr, context) != null;
    };
  }

  private boolean isListable(Expr expr, Context context) {
    if (expr instanceof Expr.If e) {
      return isListable(e.thenBranch(), context) && isListable(e.elseBranch(), context);
    }
    Rule rule = rule(expr, context);
    if (rule == null) {
      return true;
    }
    Context silent = rule.home().with(new Faults(formulas));
    return sets(new Rule(rule.bindings(), rule.unfolded(), silent)).stream()
        .allMatch(set -> !(set instanceof SymValue.Terms) && algebra.isListable(set));
  }

  private SymValue applied(Expr function, SymValue argument, Context context, Site site) {
    if (function instanceof Expr.If e) {
      Formula condition = evaluator.holds(e.condition(), context);
      Formula otherwise = condition.not();
      return algebra.choice(
          condition,
          applied(e.thenBranch(), argument, context.under(condition), site.under(condition)),
          applied(e.elseBranch(), argument, context.under(otherwise), site.under(otherwise)));
    }
    Rule rule = rule(function, context);
    return switch (rule == null ? null : rule.expr()) {
      case Expr.FunctionMap map when rule != null -> applied(rule, map, argument, site);
      case Expr.RecursiveFunction recursive when rule != null ->
          new Recursion(recursive, rule.home()).apply(argument, site);
      case null, default -> functions.apply(evaluator.evaluate(function, context), argument, site);
    };
  }

  private SymValue applied(Rule rule, Expr.FunctionMap map, SymValue argument, Site site) {
    Formula inside = isArgument(rule, argument, site);
    Context home = rule.home().under(inside);
    Value constant = inside.isFalse() ? null : algebra.constant(argument);
    if (constant == null) {
      return SymValue.writtenOut(
          evaluator.evaluate(map.body(), bind(map.bindings(), argument, home, site)));
    }
    Unfolded.Found found = rule.unfolded().in(home.states());
    Unfolded.Evaluated<SymValue> known = found.result(constant);
    if (known == null) {
      int before = evaluator.disturbances();
      known =
          afresh(
              home,
              afresh ->
                  evaluator.evaluate(map.body(), bind(map.bindings(), argument, afresh, site)));
      if (evaluator.disturbances() == before) {
        found.remember(constant, known);
      }
    }
    home.faults().addAll(known.faults(), home.path());
    return SymValue.writtenOut(known.value());
  }

  /// Whether a rule is for this argument; else its application is reported.
  private Formula isArgument(Rule rule, SymValue argument, Site site) {
    Formula inside = isArgument(sets(rule), argument, site);
    site.undefined(inside.not(), "the argument is outside the domain of the function");
    return inside;
  }

  private Formula isArgument(List<SymValue> sets, SymValue argument, Site site) {
    SymValue domain = sets.size() == 1 ? sets.getFirst() : new SymValue.Product(sets);
    return algebra.member(argument, domain, site);
  }

  /// The locals of the bindings, standing for an element of the domain.
  private Context bind(List<Binding> bindings, SymValue argument, Context context, Site site) {
    if (bindings.size() == 1) {
      return evaluator.bind(bindings.getFirst(), argument, context, site.span());
    }
    Context inside = context;
    Site here = context.site(site.span());
    for (int i = 0; i < bindings.size(); i++) {
      SymValue part = functions.apply(argument, algebra.lift(IntValue.of(i + 1L)), here);
      inside = evaluator.bind(bindings.get(i), part, inside, site.span());
    }
    return inside;
  }

  private @Nullable SymValue domainOfRule(Expr function, Context context) {
    Rule rule = rule(function, context);
    if (rule == null) {
      return null;
    }
    List<SymValue> sets = sets(rule);
    return sets.size() == 1 ? sets.getFirst() : new SymValue.Product(sets);
  }

  // ── Recursion ───────────────────────────────────────────────────────────────────────────────

  /// One evaluation of a recursive function: the result for each argument once, by need.
  private final class Recursion implements Env.RecursiveCall {
    private final Expr.RecursiveFunction expr;
    private final Context home;
    private final Map<Value, Result> results = new HashMap<>();
    private final Set<Value> open = new TreeSet<>();
    private int cycles;

    /// @param faults for the path on which the result is always asked for
    private record Result(SymValue value, List<Faults.Fault> faults) {}

    Recursion(Expr.RecursiveFunction expr, Context context) {
      this.expr = expr;
      this.home = context;
    }

    SymValue whole() {
      Map<Value, Argument> arguments = new LinkedHashMap<>();
      arguments(expr.bindings(), home, expr).forEach(a -> arguments.put(a.value(), a));
      ValueMap.Builder<SymValue.Entry> entries = new ValueMap.Builder<>();
      arguments.forEach((value, argument) ->
          entries.put(
              value,
              new SymValue.Entry(
                  argument.guard(), result(value, argument.inside().site(expr.span())))));
      return functions.function(entries.build());
    }

    @Override
    public SymValue apply(SymValue at, Site site) {
      List<SymValue> sets =
          expr.bindings().stream().map(b -> evaluator.evaluate(b.set(), home)).toList();
      Formula inside = isArgument(sets, at, site);
      site.undefined(inside.not(), "the argument is outside the domain of the function");
      if (!algebra.isSplit(at)) {
        return unfolded(at, site.under(inside));
      }
      List<SymValue.Alternative> found = new ArrayList<>();
      for (var possibility : algebra.split(at, site)) {
        Formula here = formulas.and(possibility.guard(), inside);
        if (!here.isFalse()) {
          found.add(new SymValue.Alternative(here, result(possibility.value(), site.under(here))));
        }
      }
      return algebra.merge(found);
    }

    /// The result for an argument that may be one of too many constants, on the path to `site`.
    private SymValue unfolded(SymValue argument, Site site) {
      Context here = new Context(self(), home.states(), site.path(), site.faults());
      return evaluator.level(
          expr.self().name(),
          site,
          () -> evaluator.evaluate(expr.body(), bind(expr.bindings(), argument, here, site)));
    }

    private Env self() {
      return home.env().with(expr.self(), new Env.Binding.Unfinished(this));
    }

    /// The result for an argument of the domain.
    private SymValue result(Value argument, Site site) {
      Result known = results.get(argument);
      if (known == null) {
        if (!open.add(argument)) {
          cycles++;
          site.undefined(
              formulas.truth(), "the recursive function needs its own value at " + argument);
          return SymValue.none();
        }
        int before = cycles;
        try {
          known = computed(argument, site);
        } finally {
          open.remove(argument);
        }
        if (cycles == before) {
          results.put(argument, known);
        }
      }
      site.faults().addAll(known.faults(), site.path());
      return known.value();
    }

    private Result computed(Value argument, Site site) {
      Faults faults = new Faults(formulas);
      Context start = home.with(self()).with(faults).with(Path.start(formulas));
      Site inside = new Site(start.path(), site.span(), faults);
      SymValue value =
          evaluator.evaluate(
              expr.body(), bind(expr.bindings(), algebra.lift(argument), start, inside));
      return new Result(SymValue.writtenOut(value), faults.all());
    }
  }
}
