package skolem.explicit.eval;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import skolem.frontend.kernel.Definition;
import skolem.frontend.kernel.Expr;
import skolem.frontend.kernel.Level;
import skolem.frontend.kernel.Local;
import skolem.frontend.kernel.Operand;
import skolem.frontend.kernel.OperatorRef;
import skolem.frontend.source.RejectedException;
import skolem.frontend.source.Span;
import skolem.frontend.value.Value;

/// Definitions and their application: operands by need, constants evaluated once and for all.
final class Calls {
  private final Evaluator evaluator;
  private final IdentityHashMap<Definition, Facts> facts = new IdentityHashMap<>();

  /// What is known of a definition from running it.
  private static final class Facts {
    boolean ofLet;
    @Nullable Denotation constant;
  }

  /// What an application comes down to: an expression, and the environment of its parameters.
  ///
  /// @param definition null where the operator has no name
  record Call(Expr body, Environment environment, @Nullable Definition definition) {}

  Calls(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  private Facts facts(Definition definition) {
    Facts found = facts.get(definition);
    if (found == null) {
      found = new Facts();
      facts.put(definition, found);
    }
    return found;
  }

  Denotation denote(Expr.Apply apply, Environment outer, States states) {
    Denotation kept = kept(apply, outer, states);
    if (kept != null) {
      return kept;
    }
    Call call = enter(apply, outer);
    try {
      return evaluator.denote(call.body, call.environment, states);
    } catch (RejectedException error) {
      throw call.definition == null
          ? error
          : EvaluationErrors.within(error, call.definition, apply.span());
    }
  }

  Value value(Expr.Apply apply, Environment outer, States states) {
    Denotation kept = kept(apply, outer, states);
    if (kept != null) {
      return kept.toValue(apply.span());
    }
    Call call = enter(apply, outer);
    try {
      return evaluator.value(call.body, call.environment, states);
    } catch (RejectedException error) {
      throw call.definition == null
          ? error
          : EvaluationErrors.within(error, call.definition, apply.span());
    }
  }

  /// The denotation of a definition without parameters that is evaluated at most once: of a LET, or
  /// constant. Null for all others.
  private @Nullable Denotation kept(Expr.Apply apply, Environment outer, States states) {
    if (!(apply.operator() instanceof OperatorRef.Defined(Definition definition))
        || !definition.parameters().isEmpty()) {
      return null;
    }
    Facts known = facts(definition);
    if (known.constant != null) {
      return known.constant;
    }
    if (definition.closed() && definition.level() == Level.CONSTANT) {
      return constant(definition, known, apply.span(), states);
    }
    return known.ofLet && outer.find(definition) instanceof Environment.Defined binding
        ? binding.thunk.denote(evaluator, states)
        : null;
  }

  private Denotation constant(Definition definition, Facts known, Span at, States states) {
    long before = evaluator.looks();
    Denotation denotation;
    try {
      denotation =
          evaluator.denote(definition.body(), Environment.EMPTY, States.constant(states.level()));
    } catch (RejectedException error) {
      throw EvaluationErrors.within(error, definition, at);
    }
    if (evaluator.looks() == before) {
      known.constant = denotation;
    }
    return denotation;
  }

  /// The body to evaluate in place of `apply`; of an operator that the engine knows, its
  /// application.
  Call enter(Expr.Apply apply, Environment outer) {
    return switch (apply.operator()) {
      case OperatorRef.Parameter(Local local) -> {
        OperatorClosure closure = closure(local, outer);
        yield enter(closure.operator(), closure.environment(), apply, outer);
      }
      case OperatorRef operator -> enter(operator, outer, apply, outer);
    };
  }

  private Call enter(OperatorRef operator, Environment home, Expr.Apply apply, Environment outer) {
    return switch (operator) {
      case OperatorRef.Defined(Definition d) ->
          new Call(d.body(), bind(d.parameters(), apply.operands(), outer, home(d, home)), d);
      case OperatorRef.Lambda(List<Local> parameters, Expr body) ->
          new Call(body, bind(parameters, apply.operands(), outer, home), null);
      case OperatorRef.Native(var builtin) ->
          new Call(new Expr.Native(builtin, apply.operands(), apply.span()), outer, null);
      case OperatorRef.Parameter(Local local) ->
          throw new IllegalStateException("closure over the parameter " + local);
    };
  }

  /// Closed definitions see nothing but their parameters; those of a LET also see one another.
  private Environment home(Definition definition, Environment home) {
    return definition.closed() && !facts(definition).ofLet ? Environment.EMPTY : home;
  }

  private static OperatorClosure closure(Local local, Environment environment) {
    if (environment.lookup(local) instanceof Environment.Operator binding) {
      return binding.closure;
    }
    throw new IllegalStateException(local + " is not an operator");
  }

  private static Environment bind(
      List<Local> parameters, List<Operand> operands, Environment outer, Environment home) {
    Environment inner = home;
    for (int i = 0; i < parameters.size(); i++) {
      inner = bind(parameters.get(i), operands.get(i), outer, inner);
    }
    return inner;
  }

  private static Environment bind(
      Local parameter, Operand operand, Environment outer, Environment inner) {
    return switch (operand) {
      case Operand.ValueOperand(Expr.Literal(Value value, _)) ->
          new Environment.Known(parameter, value, inner);
      case Operand.ValueOperand(Expr.LocalRef(Local local, _)) ->
          inner.alias(parameter, outer.lookup(local));
      case Operand.ValueOperand(Expr expr) ->
          new Environment.Delayed(parameter, new Thunk(expr, outer), inner);
      case Operand.OperatorOperand(OperatorRef.Parameter(Local local)) ->
          new Environment.Operator(parameter, closure(local, outer), inner);
      case Operand.OperatorOperand(OperatorRef operator) ->
          new Environment.Operator(parameter, new OperatorClosure(operator, outer), inner);
    };
  }

  /// Applies an operator operand of a built-in operator to values.
  Value call(
      OperatorRef operator, List<Value> arguments, Environment outer, States states, Span at) {
    List<Operand> operands = new ArrayList<>(arguments.size());
    for (Value argument : arguments) {
      operands.add(new Operand.ValueOperand(new Expr.Literal(argument, at)));
    }
    return value(new Expr.Apply(operator, operands, at), outer, states);
  }

  /// The definitions of a LET in scope.
  Environment define(Expr.Let let, Environment outer) {
    Environment inner = outer;
    List<Thunk> thunks = new ArrayList<>(let.definitions().size());
    for (Definition definition : let.definitions()) {
      facts(definition).ofLet = true;
      if (definition.parameters().isEmpty()) {
        Thunk thunk = new Thunk(definition.body(), outer);
        thunks.add(thunk);
        inner = new Environment.Defined(definition, thunk, inner);
      }
    }
    for (Thunk thunk : thunks) {
      thunk.setEnvironment(inner);
    }
    return inner;
  }
}
