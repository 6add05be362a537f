package skolem.cli.differential;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import skolem.encoder.decode.ValueDecoder;
import skolem.encoder.eval.SymbolicEvaluator;
import skolem.encoder.formula.Assignment;
import skolem.encoder.formula.Valuation;
import skolem.encoder.symbolic.Faults;
import skolem.encoder.symbolic.Path;
import skolem.encoder.symbolic.Site;
import skolem.encoder.symbolic.SymValue;
import skolem.encoder.transition.BranchExplorer;
import skolem.encoder.unroll.Query;
import skolem.explicit.eval.Evaluator;
import skolem.explicit.eval.States;
import skolem.frontend.kernel.Expr;
import skolem.frontend.model.Model;
import skolem.frontend.source.Code;
import skolem.frontend.source.Diagnostic;
import skolem.frontend.source.RejectedException;
import skolem.frontend.value.Value;

/// Compares the values of one expression in all initial states of a model.
final class ExpressionComparison {
  private static final int MOST_STATES = 200;

  private final Model model;
  private final Expr expr;
  private final Set<String> values = new TreeSet<>();

  private ExpressionComparison(Model model) {
    this.model = model;
    this.expr = model.invariants().getFirst().expr();
  }

  /// @param model its first invariant is the expression
  static Finding of(Model model) {
    return on(model).compare();
  }

  /// @param model its first invariant is the expression
  static ExpressionComparison on(Model model) {
    return new ExpressionComparison(model);
  }

  /// All that the concrete engine has found the expression to be: values, and `error`.
  Set<String> values() {
    return values;
  }

  Finding compare() {
    try (SymbolicEngine engine = new SymbolicEngine(model)) {
      List<Query> errors = engine.unrolling().begin();
      engine.enter();
      if (engine.isPossible(errors, engine.unrolling().formulas().truth())) {
        return new Finding.Unusable("an initial state has an error");
      }
      Map<List<Value>, Assignment> states = engine.states(MOST_STATES);
      Faults faults = new Faults(engine.unrolling().formulas());
      SymbolicEvaluator evaluator = new SymbolicEvaluator(engine.algebra());
      new BranchExplorer(evaluator, model.variables());
      SymValue value =
          evaluator.evaluate(expr, evaluator.start(engine.unrolling().last().states(), faults));
      Site site = new Site(Path.start(engine.unrolling().formulas()), expr.span(), faults);
      SymValue written = engine.algebra().written(value, site);
      int without = 0;
      for (Map.Entry<List<Value>, Assignment> state : states.entrySet()) {
        Valuation valuation = new Valuation(engine.unrolling().formulas(), state.getValue());
        Result symbolic = symbolic(valuation, faults, written);
        Result concrete = concrete(state.getKey());
        values.add(concrete.error() == null ? String.valueOf(concrete.value()) : "error");
        if (!agree(symbolic, concrete)) {
          return new Finding.Disagreement(
              "in " + state.getKey() + "\n  symbolic: " + symbolic + "\n  concrete: " + concrete);
        }
        without += concrete.error() == null ? 0 : 1;
      }
      return new Finding.Agreement(
          without == 0 ? "values" : without == states.size() ? "errors" : "values and errors");
    }
  }

  /// A value, or why there is none.
  record Result(@Nullable Value value, @Nullable Diagnostic error) {
    @Override
    public String toString() {
      return error == null ? String.valueOf(value) : error.message() + " at " + error.span();
    }
  }

  private static boolean agree(Result symbolic, Result concrete) {
    Diagnostic error = symbolic.error();
    Diagnostic expected = concrete.error();
    if (error == null || expected == null) {
      return error == expected
          && concrete.value() != null
          && concrete.value().equals(symbolic.value());
    }
    return error.code() == expected.code()
        && !error.message().isBlank()
        && !expected.message().isBlank();
  }

  private static Result symbolic(Valuation valuation, Faults faults, SymValue value) {
    for (Faults.Fault fault : faults.all()) {
      if (valuation.holds(fault.condition())) {
        if (fault.beyondLimits()) {
          throw new RejectedException(fault.diagnostic());
        }
        return new Result(null, fault.diagnostic());
      }
    }
    return new Result(new ValueDecoder(valuation).decode(value), null);
  }

  private Result concrete(List<Value> state) {
    return concrete(expr, state);
  }

  /// What the concrete engine says.
  ///
  /// @throws RejectedException where it does not support the expression
  static Result concrete(Expr expr, List<Value> state) {
    try {
      Evaluator evaluator = new Evaluator(_ -> {});
      return new Result(evaluator.value(expr, States.of(state.toArray(new Value[0]), 1)), null);
    } catch (RejectedException e) {
      Diagnostic diagnostic = e.diagnostics().getFirst();
      if (diagnostic.code() == Code.UNSUPPORTED) {
        throw e;
      }
      return new Result(null, diagnostic);
    }
  }
}
