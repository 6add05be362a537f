package skolem.encoder.eval;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.symbolic.Algebra;
import skolem.encoder.symbolic.Faults;
import skolem.encoder.symbolic.Path;
import skolem.encoder.symbolic.SymValue;
import skolem.frontend.kernel.Definition;
import skolem.frontend.kernel.Expr;
import skolem.frontend.kernel.KernelInspection;
import skolem.frontend.kernel.Level;
import skolem.frontend.kernel.Local;
import skolem.frontend.kernel.Operand;
import skolem.frontend.value.Value;

/// Evaluates once for each state what depends on nothing but the state and constants: definitions
/// applied to constants, and sets built by a rule whose free locals are constants.
///
/// What is remembered stands on every path; its evaluation errors belong to each place of use.
final class Memory {
  private final SymbolicEvaluator evaluator;
  private final Algebra algebra;
  private final Formulas formulas;
  private final SeenConstants seen;
  private final States stateless = States.none();
  private final IdentityHashMap<Expr, Dependence> dependences = new IdentityHashMap<>();

  /// What an expression depends on.
  private record Dependence(Level level, List<Local> free) {}

  /// The evaluation of something, in a context that binds what it depends on.
  interface Evaluation {
    SymValue in(Context context);
  }

  Memory(SymbolicEvaluator evaluator, Algebra algebra) {
    this.evaluator = evaluator;
    this.algebra = algebra;
    this.formulas = algebra.formulas();
    this.seen = new SeenConstants(algebra);
  }

  /// The value of a definition, applied to these operands; null where it is not to be remembered.
  @Nullable SymValue application(Definition definition, List<Operand> operands, Context context) {
    boolean ends = operands.isEmpty() || !definition.recursive();
    if (!ends || !definition.closed() || !isOfState(definition.level())) {
      return null;
    }
    List<Value> constants = seen.constants(operands, context.env());
    if (constants == null) {
      return null;
    }
    return value(
        new States.Subject(definition, constants),
        new Dependence(definition.level(), definition.parameters()),
        context,
        inside -> evaluator.evaluate(definition.body(), inside));
  }

  /// The value of a set that is built by a rule.
  SymValue comprehension(Expr expr, Context context, Evaluation evaluation) {
    Dependence dependence = dependences.computeIfAbsent(expr, Memory::dependence);
    List<Value> constants =
        isOfState(dependence.level()) ? seen.values(dependence.free(), context.env()) : null;
    return constants == null
        ? evaluation.in(context)
        : value(new States.Subject(expr, constants), dependence, context, evaluation);
  }

  private static Dependence dependence(Expr expr) {
    KernelInspection.Facts facts = KernelInspection.of(expr);
    return new Dependence(facts.level(), new ArrayList<>(facts.free()));
  }

  private static boolean isOfState(Level level) {
    return level.compareTo(Level.STATE) <= 0;
  }

  private SymValue value(
      States.Subject subject, Dependence dependence, Context context, Evaluation evaluation) {
    States states = dependence.level() == Level.CONSTANT ? stateless : context.states();
    States.Remembered known = states.remembered(subject);
    if (known == null) {
      Faults faults = new Faults(formulas);
      List<SymValue> constants = subject.constants().stream().map(algebra::lift).toList();
      Env env = Env.EMPTY.with(dependence.free(), constants);
      int before = evaluator.disturbances();
      SymValue value = evaluation.in(new Context(env, states, Path.start(formulas), faults));
      known = new States.Remembered(value, faults.all());
      if (evaluator.disturbances() == before) {
        states.remember(subject, known);
      }
    }
    if (!known.faults().isEmpty()) {
      Formula here = context.path().formula();
      context.faults().addAll(known.faults(), f -> formulas.and(here, f));
    }
    return known.value();
  }
}
