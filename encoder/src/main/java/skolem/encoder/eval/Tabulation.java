package skolem.encoder.eval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.symbolic.Algebra;
import skolem.encoder.symbolic.Faults;
import skolem.encoder.symbolic.Path;
import skolem.encoder.symbolic.Site;
import skolem.encoder.symbolic.Splitting;
import skolem.encoder.symbolic.SymValue;
import skolem.frontend.kernel.Definition;
import skolem.frontend.kernel.Expr;
import skolem.frontend.kernel.KernelTree;
import skolem.frontend.kernel.Level;
import skolem.frontend.kernel.Operand;
import skolem.frontend.kernel.OperatorRef;
import skolem.frontend.source.Diagnostic;
import skolem.frontend.source.RejectedException;
import skolem.frontend.value.Value;

/// Applies operators by a table: the result for each combination of constants that the arguments
/// may be.
///
/// Those that compute by recursion, and with their arguments only: a recursion over constants ends
/// where the specification says so, and its result is computed once; over symbolic arguments it
/// would be unrolled to a limit, into formulas that a solver has to see through. And those that ask
/// for elements of a set that cannot be listed ([skolem.encoder.symbolic.Witnesses]): the same
/// question is asked for every element of it.
final class Tabulation {
  /// How many combinations of arguments are gone through.
  private static final int COMBINATIONS = 2048;

  private final SymbolicEvaluator evaluator;
  private final Algebra algebra;
  private final Formulas formulas;
  private final States constants = States.none();
  private final ConstantApplications shared;
  private final Map<ConstantApplications.Application, Result> results = new HashMap<>();
  private final Map<ToParts, Result> resultsOfParts = new HashMap<>();
  private final IdentityHashMap<Definition, Boolean> recursive = new IdentityHashMap<>();

  /// @param faults for the path that is always taken
  private record Result(SymValue value, List<Faults.Fault> faults) {}

  /// An operator and its arguments, of which some are parts of described sets ([SymValue.SetOf]).
  private record ToParts(Definition definition, List<SymValue> arguments) {}

  /// A combination of arguments, and when they are these.
  private record Combination(List<Value> arguments, Formula guard) {}

  Tabulation(SymbolicEvaluator evaluator, Algebra algebra, ConstantApplications shared) {
    this.evaluator = evaluator;
    this.shared = shared;
    this.algebra = algebra;
    this.formulas = algebra.formulas();
  }

  /// The value of an application; null where there is to be no table: the operator is of another
  /// kind, has no arguments, or ones that may be too many constants, or that may have no value.
  @Nullable SymValue apply(Definition definition, List<Operand> operands, Context context) {
    boolean isOfState = definition.level() == Level.STATE;
    if (operands.isEmpty()
        || !definition.closed()
        || !(isOfState ? asksWitnesses(definition, context) : isTabulated(definition))) {
      return null;
    }
    Faults unexpected = new Faults(formulas);
    Context silent = context.with(unexpected);
    List<SymValue> arguments = new ArrayList<>(operands.size());
    long combinations = 1;
    for (Operand operand : operands) {
      if (!(operand instanceof Operand.ValueOperand(var expr))) {
        return null;
      }
      SymValue argument = evaluated(expr, silent);
      if (argument == null) {
        return null;
      }
      combinations *= possibilities(argument);
      if (combinations > COMBINATIONS || combinations == 0 || !unexpected.all().isEmpty()) {
        return null;
      }
      arguments.add(argument);
    }
    return isOfState && arguments.stream().allMatch(a -> algebra.constant(a) != null)
        ? null
        : looked(definition, arguments, context);
  }

  /// Null where it is not supported here: the operator may have no use for it.
  private @Nullable SymValue evaluated(Expr expr, Context context) {
    try {
      return evaluator.evaluate(expr, context);
    } catch (RejectedException _) {
      return null;
    }
  }

  private SymValue looked(Definition definition, List<SymValue> arguments, Context context) {
    Site site = context.site(definition.span());
    List<Combination> combinations = List.of(new Combination(List.of(), formulas.truth()));
    for (SymValue argument : arguments) {
      combinations = extended(combinations, algebra.split(argument, site));
    }
    boolean ofParts = arguments.stream().anyMatch(Tabulation::isPart);
    List<SymValue.Alternative> found = new ArrayList<>(combinations.size());
    for (Combination combination : combinations) {
      if (definition.level() == Level.STATE) {
        Context there = context.under(combination.guard());
        SymValue value = applied(definition, lifted(combination, arguments), there);
        found.add(new SymValue.Alternative(combination.guard(), value));
        continue;
      }
      Result result =
          ofParts
              ? result(new ToParts(definition, lifted(combination, arguments)))
              : result(definition, combination.arguments());
      found.add(new SymValue.Alternative(combination.guard(), result.value()));
      context.faults().addAll(result.faults(), context.path().and(combination.guard()));
    }
    return algebra.merge(found);
  }

  /// The application to constants, which is remembered for the state.
  private SymValue applied(Definition definition, List<SymValue> arguments, Context context) {
    return evaluator.applyTo(
        new OperatorRef.Defined(definition), arguments, definition.span(), context);
  }

  /// One combination of what the arguments may be; a part of a described set remains one.
  private List<SymValue> lifted(Combination combination, List<SymValue> arguments) {
    List<SymValue> all = new ArrayList<>(arguments.size());
    for (int i = 0; i < arguments.size(); i++) {
      SymValue constant = algebra.lift(combination.arguments().get(i));
      all.add(
          constant instanceof SymValue.SetOf part && arguments.get(i) instanceof SymValue.SetOf set
              ? part.asPartOf(set.within())
              : constant);
    }
    return all;
  }

  private static boolean isPart(SymValue value) {
    return value instanceof SymValue.SetOf set && set.within() != null;
  }

  private List<Combination> extended(
      List<Combination> combinations, List<Splitting.Possibility> possibilities) {
    List<Combination> all = new ArrayList<>(combinations.size() * possibilities.size());
    for (Combination combination : combinations) {
      for (Splitting.Possibility possibility : possibilities) {
        Formula guard = formulas.and(combination.guard(), possibility.guard());
        if (!guard.isFalse()) {
          List<Value> arguments = new ArrayList<>(combination.arguments());
          arguments.add(possibility.value());
          all.add(new Combination(arguments, guard));
        }
      }
    }
    return all;
  }

  private Result result(Definition definition, List<Value> arguments) {
    var application = new ConstantApplications.Application(definition, arguments);
    Result result = results.get(application);
    if (result == null) {
      ConstantApplications.Outcome outcome = shared.get(application);
      result = outcome == null ? computed(lifted(application)) : lifted(outcome);
      results.put(application, result);
      if (outcome == null) {
        share(application, result);
      }
    }
    return result;
  }

  private Result result(ToParts application) {
    Result result = resultsOfParts.get(application);
    if (result == null) {
      result = computed(application);
      resultsOfParts.put(application, result);
    }
    return result;
  }

  private ToParts lifted(ConstantApplications.Application application) {
    return new ToParts(
        application.definition(), application.arguments().stream().map(algebra::lift).toList());
  }

  private Result computed(ToParts application) {
    Definition definition = application.definition();
    Faults faults = new Faults(formulas);
    Env env = Env.EMPTY.with(definition.parameters(), application.arguments());
    Context alone = new Context(env, constants, Path.start(formulas), faults);
    return new Result(evaluator.body(definition, env, alone), faults.all());
  }

  private Result lifted(ConstantApplications.Outcome outcome) {
    Value value = outcome.value();
    return new Result(
        value == null ? SymValue.none() : algebra.lift(value),
        outcome.faults().stream().map(d -> new Faults.Fault(formulas.truth(), d)).toList());
  }

  private void share(ConstantApplications.Application application, Result result) {
    Value value = algebra.constant(result.value());
    boolean isCertain = result.faults().stream().allMatch(fault -> fault.condition().isTrue());
    if (isCertain
        && !isPart(result.value())
        && (value != null || result.value().equals(SymValue.none()))) {
      List<Diagnostic> faults = result.faults().stream().map(Faults.Fault::diagnostic).toList();
      shared.put(application, new ConstantApplications.Outcome(value, faults));
    }
  }

  // ── Which operators ─────────────────────────────────────────────────────────────────────────

  private boolean isTabulated(Definition definition) {
    return definition.level() == Level.CONSTANT
        && recursive.computeIfAbsent(definition, d -> isRecursive(d, new HashSet<>()));
  }

  /// Whether a definition reads a set that is known by witnesses.
  private boolean asksWitnesses(Definition definition, Context context) {
    return algebra.witnesses().exist()
        && evaluator.variablesRead(definition).stream()
            .map(variable -> context.states().current(variable))
            .anyMatch(value -> value != null && algebra.witnesses().areAmong(value));
  }

  private static boolean isRecursive(Definition definition, Set<Definition> seen) {
    return definition.recursive() || (seen.add(definition) && isRecursive(definition.body(), seen));
  }

  private static boolean isRecursive(Expr expr, Set<Definition> seen) {
    if (expr instanceof Expr.RecursiveFunction) {
      return true;
    }
    for (OperatorRef operator : KernelTree.operators(expr)) {
      boolean found =
          switch (operator) {
            case OperatorRef.Defined(var definition) -> isRecursive(definition, seen);
            case OperatorRef.Lambda(_, var body) -> isRecursive(body, seen);
            case OperatorRef.Parameter _, OperatorRef.Native _ -> false;
          };
      if (found) {
        return true;
      }
    }
    return KernelTree.children(expr).stream().anyMatch(child -> isRecursive(child, seen));
  }

  // ── Sizes ───────────────────────────────────────────────────────────────────────────────────

  /// A bound on the number of constants that a value may be; more than [#COMBINATIONS] where there
  /// are too many to count, or none can be listed.
  private static long possibilities(SymValue value) {
    return switch (value) {
      case SymValue.Bool(var formula) -> formula.isConstant() ? 1 : 2;
      case SymValue.Atom(var choices) -> choices.size();
      case SymValue.SetOf(_, var choices, _) when !choices.isEmpty() -> choices.size();
      case SymValue.SetOf(var members, _, _) -> {
        long open = members.values().stream().filter(guard -> !guard.isTrue()).count();
        yield open > 8 ? COMBINATIONS + 1 : 1L << open;
      }
      case SymValue.Function(var entries, _) -> {
        long product = 1;
        for (SymValue.Entry entry : entries.values()) {
          long results = possibilities(entry.result()) + (entry.inDomain().isTrue() ? 0 : 1);
          product = Math.min(COMBINATIONS + 1, product * results);
        }
        yield product;
      }
      case SymValue.Mixed(var alternatives) -> {
        long sum = alternatives.stream().anyMatch(a -> isPart(a.value())) ? COMBINATIONS + 1 : 0;
        for (SymValue.Alternative alternative : alternatives) {
          sum = Math.min(COMBINATIONS + 1, sum + possibilities(alternative.value()));
        }
        yield sum;
      }
      case SymValue.Int _, SymValue.Described _ -> COMBINATIONS + 1;
    };
  }
}
