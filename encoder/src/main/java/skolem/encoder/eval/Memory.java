package skolem.encoder.eval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import skolem.encoder.formula.Formulas;
import skolem.encoder.symbolic.Algebra;
import skolem.encoder.symbolic.Faults;
import skolem.encoder.symbolic.Path;
import skolem.encoder.symbolic.SymValue;
import skolem.frontend.kernel.Definition;
import skolem.frontend.kernel.Expr;
import skolem.frontend.kernel.KernelInspection;
import skolem.frontend.kernel.KernelTree;
import skolem.frontend.kernel.Level;
import skolem.frontend.kernel.Local;
import skolem.frontend.kernel.Operand;
import skolem.frontend.kernel.OperatorRef;
import skolem.frontend.kernel.PlaceInBehaviour;
import skolem.frontend.kernel.Variable;

/// Evaluates once for each state what depends on nothing but the state and constants: definitions
/// applied to constants and variables, and sets built by a rule whose free locals stand for those.
///
/// What is remembered stands on every path; its evaluation errors belong to each place of use. It
/// stands in other states, too, where the variables that it was computed from have the same value
/// (and, if it asks for it, the state has the same place in its behaviour): what a specification
/// never changes is evaluated once for all frames.
final class Memory {
  private final SymbolicEvaluator evaluator;
  private final Formulas formulas;
  private final SeenOperands seen;
  private final States stateless = States.none();
  private final IdentityHashMap<Expr, Dependence> dependences = new IdentityHashMap<>();
  private final IdentityHashMap<Object, Reads> reads = new IdentityHashMap<>();
  private final Map<Reading, States.Remembered> acrossStates = new HashMap<>();

  /// A subject, and what it is computed from.
  ///
  /// @param values of the variables
  /// @param place of the state; 0 where it does not matter
  private record Reading(States.Subject subject, List<@Nullable SymValue> values, int place) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Reading(var otherSubject, var others, var otherPlace)
          && place == otherPlace
          && subject.equals(otherSubject)
          && areSame(values, others);
    }

    @SuppressWarnings("ReferenceEquality")
    private static boolean areSame(
        List<@Nullable SymValue> values, List<@Nullable SymValue> others) {
      for (int i = 0; i < values.size(); i++) {
        if (values.get(i) != others.get(i)) {
          return false;
        }
      }
      return true;
    }

    @Override
    public int hashCode() {
      int hash = 31 * subject.hashCode() + place;
      for (SymValue value : values) {
        hash = 31 * hash + System.identityHashCode(value);
      }
      return hash;
    }
  }

  /// What an expression depends on.
  private record Dependence(Level level, List<Local> free) {}

  /// The evaluation of something, in a context that binds what it depends on.
  interface Evaluation {
    SymValue in(Context context);
  }

  Memory(SymbolicEvaluator evaluator, Algebra algebra) {
    this.evaluator = evaluator;
    this.formulas = algebra.formulas();
    this.seen = new SeenOperands(algebra);
  }

  /// The value of a definition, applied to these operands; null where it is not to be remembered.
  @Nullable SymValue application(Definition definition, List<Operand> operands, Context context) {
    boolean ends = operands.isEmpty() || !definition.recursive();
    if (!ends || !definition.closed() || !isOfState(definition.level())) {
      return null;
    }
    List<SeenOperands.Seen> known = seen.operands(operands, takesVariables(definition), context);
    if (known == null) {
      return null;
    }
    return value(
        new States.Subject(definition, known),
        new Dependence(definition.level(), definition.parameters()),
        context,
        inside -> evaluator.evaluate(definition.body(), inside));
  }

  /// The value of a set that is built by a rule.
  SymValue comprehension(Expr expr, Context context, Evaluation evaluation) {
    Dependence dependence = dependences.computeIfAbsent(expr, Memory::dependence);
    List<SeenOperands.Seen> known =
        isOfState(dependence.level())
            ? seen.locals(dependence.free(), takesVariables(expr), context)
            : null;
    return known == null
        ? evaluation.in(context)
        : value(new States.Subject(expr, known), dependence, context, evaluation);
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
    States states = isConstant(subject, dependence) ? stateless : context.states();
    States.Remembered known = states.remembered(subject);
    if (known == null) {
      Reading reading = reading(subject, states);
      known = acrossStates.get(reading);
      if (known == null) {
        int before = evaluator.disturbances();
        known = evaluated(subject, dependence, states, evaluation);
        if (evaluator.disturbances() == before) {
          acrossStates.put(reading, known);
          states.remember(subject, known);
        }
      } else {
        states.remember(subject, known);
      }
    }
    context.faults().addAll(known.faults(), context.path());
    return known.value();
  }

  private static boolean isConstant(States.Subject subject, Dependence dependence) {
    return dependence.level() == Level.CONSTANT
        && subject.operands().stream().allMatch(SeenOperands.Seen.Constant.class::isInstance);
  }

  private States.Remembered evaluated(
      States.Subject subject, Dependence dependence, States states, Evaluation evaluation) {
    Faults faults = new Faults(formulas);
    List<SymValue> operands = subject.operands().stream().map(seen::value).toList();
    Env env = Env.EMPTY.with(dependence.free(), operands);
    SymValue value = evaluation.in(new Context(env, states, Path.start(formulas), faults));
    return new States.Remembered(value, faults.all());
  }

  private Reading reading(States.Subject subject, States states) {
    Reads mentioned = reads(subject.rule());
    List<@Nullable SymValue> values = new ArrayList<>();
    for (Variable variable : mentioned.variables) {
      values.add(states.current(variable));
    }
    return new Reading(subject, values, mentioned.place ? states.place() : 0);
  }

  /// Whether the value of a rule rests on the value of a variable alone, where an operand is one.
  /// Below ENABLED the operand is the variable, which has another value in the next state; and a
  /// recursion may end on the present path only.
  private boolean takesVariables(Object rule) {
    Reads mentioned = reads(rule);
    return !mentioned.enabled && !mentioned.recursion;
  }

  private Reads reads(Object rule) {
    return reads.computeIfAbsent(rule, Reads::of);
  }

  /// The variables that a definition reads, by itself or by what it applies.
  Set<Variable> variablesRead(Definition definition) {
    return reads(definition).variables;
  }

  // ── What is read ────────────────────────────────────────────────────────────────────────────

  /// What an expression or a definition mentions, by itself or by what it applies: variables, the
  /// place of the state in its behaviour, ENABLED, and recursion.
  private static final class Reads {
    private final Set<Variable> variables = new LinkedHashSet<>();
    private final Set<Definition> seen = new HashSet<>();
    private boolean place;
    private boolean enabled;
    private boolean recursion;

    static Reads of(Object rule) {
      Reads reads = new Reads();
      switch (rule) {
        case Definition definition -> reads.collect(definition);
        case Expr expr -> reads.collect(expr);
        default -> throw new IllegalArgumentException("neither a definition nor an expression");
      }
      return reads;
    }

    private void collect(Definition definition) {
      if (seen.add(definition)) {
        recursion |= definition.recursive();
        collect(definition.body());
      }
    }

    private void collect(Expr expr) {
      if (expr instanceof Expr.VariableRef(var variable, _)) {
        variables.add(variable);
      }
      place |= PlaceInBehaviour.mayBeAskedBy(expr);
      enabled |= expr instanceof Expr.Enabled;
      recursion |= expr instanceof Expr.RecursiveFunction;
      for (OperatorRef operator : KernelTree.operators(expr)) {
        switch (operator) {
          case OperatorRef.Defined(var definition) -> collect(definition);
          case OperatorRef.Lambda(_, var body) -> collect(body);
          case OperatorRef.Parameter _, OperatorRef.Native _ -> {}
        }
      }
      KernelTree.children(expr).forEach(this::collect);
    }
  }
}
