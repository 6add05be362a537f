package skolem.encoder.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import skolem.encoder.formula.Formulas;
import skolem.encoder.symbolic.Faults;
import skolem.encoder.symbolic.Path;
import skolem.encoder.symbolic.Site;
import skolem.encoder.symbolic.SymValue;
import skolem.frontend.kernel.Definition;
import skolem.frontend.kernel.Expr;
import skolem.frontend.kernel.Local;
import skolem.frontend.kernel.Operand;
import skolem.frontend.kernel.OperatorRef;
import skolem.frontend.source.Span;

/// Applies operators, and evaluates their operands by need.
final class Application {
  private final SymbolicEvaluator evaluator;
  private final Memory memory;
  private final Tabulation tabulation;
  private final Formulas formulas;
  private final RecursionDepth recursion = new RecursionDepth();
  private int cuts;

  Application(
      SymbolicEvaluator evaluator, Memory memory, Tabulation tabulation, Formulas formulas) {
    this.evaluator = evaluator;
    this.memory = memory;
    this.tabulation = tabulation;
    this.formulas = formulas;
  }

  /// How often a recursion ended because its path is impossible: what was computed then holds for
  /// that path only.
  int cuts() {
    return cuts;
  }

  /// An operand by need. What it came to is remembered with its evaluation errors, which belong to
  /// each place of use. It stands on every path, unless a recursion ended because of this one.
  SymValue force(Env.Binding.Delayed delayed, Context context) {
    Env.Binding.Outcome known = delayed.known(context.states(), context.path());
    if (known == null) {
      Faults faults = new Faults(formulas);
      int before = cuts;
      Context afresh =
          new Context(delayed.env(), context.states(), context.path().afresh(), faults);
      SymValue value = evaluator.evaluate(delayed.expr(), afresh);
      Path path = cuts == before ? Path.start(formulas) : context.path();
      known = new Env.Binding.Outcome(context.states(), path, value, faults.all());
      delayed.remember(known);
    } else if (!known.isEverywhere()) {
      cuts++;
    }
    context.faults().addAll(known.faults(), context.path());
    return known.value();
  }

  SymValue apply(Expr.Apply apply, Context context) {
    return applyOperator(apply.operator(), apply.operands(), apply.span(), context, context.env());
  }

  /// @param env where the operator stands
  private SymValue applyOperator(
      OperatorRef operator, List<Operand> operands, Span span, Context context, Env env) {
    return switch (operator) {
      case OperatorRef.Defined(var definition) -> {
        if (operands.isEmpty()) {
          if (env.lookup(definition) instanceof Env.Binding.Delayed delayed) {
            yield force(delayed, context);
          }
        }
        SymValue tabulated = tabulation.apply(definition, operands, context);
        if (tabulated != null) {
          yield tabulated;
        }
        SymValue remembered = memory.application(definition, operands, context);
        if (remembered != null) {
          yield remembered;
        }
        yield body(definition, env.inside(definition, operands, context.env()), context);
      }
      case OperatorRef.Parameter(var local) -> {
        if (env.lookup(local) instanceof Env.Binding.Operator(var actual, var home)) {
          yield applyOperator(actual, operands, span, context, home);
        }
        throw new IllegalStateException("`" + local + "` is no operator at " + span);
      }
      case OperatorRef.Lambda(var parameters, var body) ->
          evaluator.evaluate(body, context.with(env.with(parameters, operands, context.env())));
      case OperatorRef.Native(var builtin) ->
          evaluator.evaluate(new Expr.Native(builtin, operands, span), context);
    };
  }

  /// Applies an operator that was passed as an operand to values.
  SymValue applyTo(OperatorRef operator, List<SymValue> arguments, Span span, Context context) {
    List<Local> locals = new ArrayList<>();
    List<Operand> operands = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      Local local = new Local("a" + i, 0);
      locals.add(local);
      operands.add(new Operand.ValueOperand(new Expr.LocalRef(local, span)));
    }
    Context inner = context.with(context.env().with(locals, arguments));
    return applyOperator(operator, operands, span, inner, inner.env());
  }

  /// The value of a definition's body, its parameters being bound.
  SymValue body(Definition definition, Env env, Context context) {
    return definition.recursive()
        ? level(
            definition.name(),
            context.site(definition.span()),
            () -> evaluator.evaluate(definition.body(), context.with(env)))
        : evaluator.evaluate(definition.body(), context.with(env));
  }

  /// One level of a recursion over what is not known: none where its path is impossible.
  ///
  /// @param what is recursive
  SymValue level(String what, Site site, Supplier<SymValue> body) {
    if (site.path().wholeFormula().isFalse() || !recursion.enter(what, site)) {
      cuts++;
      return SymValue.none();
    }
    try {
      return body.get();
    } finally {
      recursion.leave();
    }
  }
}
