package skolem.explicit.eval;

import java.util.List;
import java.util.function.Consumer;
import skolem.frontend.kernel.Expr;
import skolem.frontend.kernel.OperatorRef;
import skolem.frontend.source.Span;
import skolem.frontend.value.BoolValue;
import skolem.frontend.value.FunctionValue;
import skolem.frontend.value.IntValue;
import skolem.frontend.value.SetValue;
import skolem.frontend.value.Value;

/// The meaning of the kernel language, concretely: what TLC computes.
///
/// An expression without a value, or one that is not supported, is a
/// [skolem.frontend.source.RejectedException] at its place. Keeps the values of constant
/// definitions; to be used by one thread.
public final class Evaluator {
  private final Calls calls;
  private final LogicOps logic;
  private final SetOps sets;
  private final FunctionOps functions;
  private final Builtins builtins;
  private final ActionEnumerator actions;
  private long looks;

  /// @param output takes what `Print` and `PrintT` write
  public Evaluator(Consumer<String> output) {
    this(output, Registers.empty());
  }

  /// @param output takes what `Print` and `PrintT` write
  /// @param registers those that `TLCGet` and `TLCSet` are about
  public Evaluator(Consumer<String> output, Registers registers) {
    this(output, registers, IntegerWitnesses.none());
  }

  /// @param output takes what `Print` and `PrintT` write
  /// @param registers those that `TLCGet` and `TLCSet` are about
  /// @param witnesses what quantifiers over Nat and Int look at
  public Evaluator(Consumer<String> output, Registers registers, IntegerWitnesses witnesses) {
    Binders binders = new Binders(this, witnesses);
    this.calls = new Calls(this);
    this.logic = new LogicOps(this, binders);
    this.sets = new SetOps(this, binders);
    this.functions = new FunctionOps(this, binders);
    this.builtins = new Builtins(this, logic, sets, functions, new TlcOps(this, output, registers));
    this.actions = new ActionEnumerator(this, calls, logic, binders);
  }

  /// The value of an expression that mentions no locals.
  public Value value(Expr expr, States states) {
    try {
      return value(expr, Environment.EMPTY, states);
    } catch (StackOverflowError _) {
      throw EvaluationErrors.tooDeep(expr.span());
    }
  }

  /// Whether a formula that mentions no locals is true.
  public boolean holds(Expr expr, States states) {
    try {
      return holds(expr, Environment.EMPTY, states);
    } catch (StackOverflowError _) {
      throw EvaluationErrors.tooDeep(expr.span());
    }
  }

  /// The successors of a state.
  public ActionEnumerator actions() {
    return actions;
  }

  // ── Values ──────────────────────────────────────────────────────────────────────────────────

  /// The most frequent kinds come first: they are tried in this order.
  Value value(Expr expr, Environment environment, States states) {
    return switch (expr) {
      case Expr.Native e -> builtins.value(e, environment, states);
      case Expr.LocalRef e -> localValue(e, environment, states);
      case Expr.VariableRef e -> states.read(e.variable(), e.span());
      case Expr.FunctionApply e -> functions.apply(e, environment, states);
      case Expr.Literal e -> e.value();
      case Expr.Apply e -> calls.value(e, environment, states);

      case Expr.And e -> BoolValue.of(logic.and(e, environment, states));
      case Expr.Or e -> BoolValue.of(logic.or(e, environment, states));
      case Expr.Implies e -> BoolValue.of(logic.implies(e, environment, states));
      case Expr.If e -> value(logic.branch(e, environment, states), environment, states);
      case Expr.Case e -> value(logic.branch(e, environment, states), environment, states);
      case Expr.Let e -> value(e.body(), calls.define(e, environment), states);

      case Expr.Quantified e -> BoolValue.of(logic.quantified(e, environment, states));
      case Expr.UnboundedQuantified e ->
          throw EvaluationErrors.unsupported(
              e.span(), "a quantifier without a set cannot be evaluated");
      case Expr.Choose e -> logic.choose(e, environment, states);
      case Expr.UnboundedChoose e ->
          throw EvaluationErrors.unsupported(e.span(), "CHOOSE without a set cannot be evaluated");
      case Expr.SetFilter e -> sets.filter(e, environment, states).toValue(e.span());
      case Expr.SetMap e -> sets.map(e, environment, states);
      case Expr.FunctionMap e -> functions.map(e, environment, states).toValue(e.span());
      case Expr.RecursiveFunction e ->
          functions.recursive(e, environment, states).toValue(e.span());

      case Expr.SetEnumeration e -> sets.enumeration(e, environment, states);
      case Expr.TupleLiteral e -> functions.tuple(e, environment, states);
      case Expr.RecordLiteral e -> functions.record(e, environment, states);
      case Expr.RecordSet e -> functions.recordSet(e, environment, states).toValue(e.span());
      case Expr.FunctionSet e -> functions.functionSet(e, environment, states).toValue(e.span());
      case Expr.Product e -> sets.product(e, environment, states).toValue(e.span());

      case Expr.Except e -> functions.except(e, environment, states);

      case Expr.Prime e -> primed(e.expr(), e.span(), environment, states);
      case Expr.Unchanged e ->
          BoolValue.of(logic.unchanged(e.expr(), e.span(), environment, states));
      case Expr.Enabled e -> BoolValue.of(actions.isEnabled(e, environment, states));
      case Expr.Compose e -> BoolValue.of(actions.isComposed(e, environment, states));
      case Expr.SubscriptedAction e -> BoolValue.of(subscripted(e, environment, states));

      case Expr.Temporal e ->
          throw EvaluationErrors.unsupported(
              e.span(),
              "the temporal operator " + e.operator() + " cannot be evaluated in a state");
      case Expr.TemporalQuantified e ->
          throw EvaluationErrors.unsupported(
              e.span(), (e.universal() ? "\\AA" : "\\EE") + " cannot be evaluated");
    };
  }

  /// What `expr` denotes: as [#value] where that is not a set or function by rule.
  Denotation denote(Expr expr, Environment environment, States states) {
    return switch (expr) {
      case Expr.LocalRef e -> local(e, environment, states);
      case Expr.Apply e -> calls.denote(e, environment, states);
      case Expr.Native e -> builtins.denote(e, environment, states);
      case Expr.If e -> denote(logic.branch(e, environment, states), environment, states);
      case Expr.Case e -> denote(logic.branch(e, environment, states), environment, states);
      case Expr.Let e -> denote(e.body(), calls.define(e, environment), states);
      case Expr.SetFilter e -> sets.filter(e, environment, states);
      case Expr.FunctionMap e -> functions.map(e, environment, states);
      case Expr.RecursiveFunction e -> functions.recursive(e, environment, states);
      case Expr.RecordSet e -> functions.recordSet(e, environment, states);
      case Expr.FunctionSet e -> functions.functionSet(e, environment, states);
      case Expr.Product e -> sets.product(e, environment, states);
      case Expr.Prime e -> {
        looks++;
        yield denote(e.expr(), environment, states.shifted(e.span()));
      }
      default -> new Concrete(value(expr, environment, states));
    };
  }

  private static Denotation named(Environment binding, Evaluator evaluator, States states) {
    return switch (binding) {
      case Environment.Known b -> new Concrete(b.value);
      case Environment.Described b -> b.denotation;
      case Environment.Delayed b -> b.thunk.denote(evaluator, states);
      case Environment b -> throw new IllegalStateException(b + " is not a value");
    };
  }

  private Denotation local(Expr.LocalRef reference, Environment environment, States states) {
    return named(environment.lookup(reference.local()), this, states);
  }

  private Value localValue(Expr.LocalRef reference, Environment environment, States states) {
    Environment binding = environment.lookup(reference.local());
    return binding instanceof Environment.Known known
        ? known.value
        : named(binding, this, states).toValue(reference.span());
  }

  private boolean subscripted(Expr.SubscriptedAction e, Environment environment, States states) {
    return e.angle()
        ? holds(e.action(), environment, states)
            && !logic.unchanged(e.subscript(), e.span(), environment, states)
        : holds(e.action(), environment, states)
            || logic.unchanged(e.subscript(), e.span(), environment, states);
  }

  // ── Values of a kind ────────────────────────────────────────────────────────────────────────

  boolean holds(Expr expr, Environment environment, States states) {
    Value value = value(expr, environment, states);
    if (value instanceof BoolValue(boolean holds)) {
      return holds;
    }
    throw EvaluationErrors.wrongKind(expr.span(), "a Boolean", value);
  }

  IntValue integer(Expr expr, Environment environment, States states) {
    Value value = value(expr, environment, states);
    if (value instanceof IntValue integer) {
      return integer;
    }
    throw EvaluationErrors.wrongKind(expr.span(), "an integer", value);
  }

  FunctionValue function(Expr expr, Environment environment, States states) {
    Value value = value(expr, environment, states);
    if (value instanceof FunctionValue function) {
      return function;
    }
    throw EvaluationErrors.wrongKind(expr.span(), "a function", value);
  }

  /// Whether an expression of this kind has no denotation but its value.
  static boolean isValue(Expr expr) {
    return expr instanceof Expr.VariableRef
        || expr instanceof Expr.FunctionApply
        || expr instanceof Expr.SetEnumeration
        || expr instanceof Expr.Literal;
  }

  DescribedSet set(Expr expr, Environment environment, States states) {
    if (isValue(expr)) {
      Value value = value(expr, environment, states);
      if (value instanceof SetValue set) {
        return new ListedSet(set);
      }
      throw EvaluationErrors.wrongKind(expr.span(), "a set", value);
    }
    return asSet(denote(expr, environment, states), expr.span());
  }

  static DescribedSet asSet(Denotation denotation, Span at) {
    return switch (denotation) {
      case Concrete(SetValue set) -> new ListedSet(set);
      case DescribedSet set -> set;
      case Concrete(Value value) -> throw EvaluationErrors.wrongKind(at, "a set", value);
      case RuleFunction _ ->
          throw EvaluationErrors.undefined(at, "a set is needed here, not a function");
    };
  }

  /// The value of `expr'`.
  Value primed(Expr expr, Span at, Environment environment, States states) {
    looks++;
    return value(expr, environment, states.shifted(at));
  }

  Value call(
      OperatorRef operator,
      List<Value> arguments,
      Environment environment,
      States states,
      Span at) {
    return calls.call(operator, arguments, environment, states, at);
  }

  // ── What results depend on ──────────────────────────────────────────────────────────────────

  /// How often evaluation looked at something besides the current state: thunks and constants
  /// compare this count before and after to know what they may keep.
  long looks() {
    return looks;
  }

  void noteLook() {
    looks++;
  }

  /// A rule that may look at the next state later on was made.
  void noteClosure(States states) {
    if (states.next() != null) {
      looks++;
    }
  }
}
