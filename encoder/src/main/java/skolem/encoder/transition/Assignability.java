package skolem.encoder.transition;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import skolem.encoder.eval.Env;
import skolem.frontend.kernel.Definition;
import skolem.frontend.kernel.Expr;
import skolem.frontend.kernel.KernelTree;
import skolem.frontend.kernel.Level;
import skolem.frontend.kernel.Local;
import skolem.frontend.kernel.OperatorRef;
import skolem.frontend.kernel.Variable;

/// Tells which expressions may assign variables, and which variable an expression names.
final class Assignability {
  private record Facts(Level level, Set<Local> locals) {}

  private final IdentityHashMap<Expr, Facts> known = new IdentityHashMap<>();

  /// Whether an expression speaks of the variables that `mode` assigns, itself or through operands.
  boolean mayAssign(Expr expr, Env env, Mode mode) {
    Facts facts = facts(expr);
    if (facts.level().compareTo(mode.assigningLevel()) >= 0) {
      return true;
    }
    return facts.locals().stream().anyMatch(local -> mayAssign(local, env, mode));
  }

  private boolean mayAssign(Local local, Env env, Mode mode) {
    return switch (env.lookup(local)) {
      case Env.Binding.Delayed delayed -> mayAssign(delayed.expr(), delayed.env(), mode);
      case Env.Binding.Operator(var operator, var home) -> mayAssign(operator, home, mode);
      case Env.Binding.Known _, Env.Binding.Unfinished _ -> false;
      case null -> false;
    };
  }

  private boolean mayAssign(OperatorRef operator, Env env, Mode mode) {
    return switch (operator) {
      case OperatorRef.Defined(var definition) ->
          definition.level().compareTo(mode.assigningLevel()) >= 0
              || (!definition.closed() && mayAssign(definition.body(), env, mode));
      case OperatorRef.Lambda(_, var body) -> mayAssign(body, env, mode);
      case OperatorRef.Parameter(var local) -> mayAssign(local, env, mode);
      case OperatorRef.Native _ -> false;
    };
  }

  private Facts facts(Expr expr) {
    Facts facts = known.get(expr);
    if (facts == null) {
      Collector collector = new Collector();
      collector.visit(expr);
      facts = new Facts(collector.level, collector.locals);
      known.put(expr, facts);
    }
    return facts;
  }

  private static final class Collector {
    private Level level = Level.CONSTANT;
    private final Set<Local> locals = new HashSet<>();
    private final Set<Definition> open = new HashSet<>();

    void visit(Expr expr) {
      switch (expr) {
        case Expr.VariableRef _, Expr.Enabled _ -> level = level.max(Level.STATE);
        case Expr.Prime _, Expr.Unchanged _, Expr.SubscriptedAction _, Expr.Compose _ ->
            level = level.max(Level.ACTION);
        default -> {}
      }
      locals.addAll(KernelTree.mentionedLocals(expr));
      if (!(expr instanceof Expr.Enabled)) {
        KernelTree.operators(expr).forEach(this::visit);
        KernelTree.children(expr).forEach(this::visit);
      }
    }

    private void visit(OperatorRef operator) {
      switch (operator) {
        case OperatorRef.Defined(var definition) -> {
          level = level.max(definition.level());
          if (!definition.closed() && open.add(definition)) {
            visit(definition.body());
          }
        }
        case OperatorRef.Lambda(_, var body) -> visit(body);
        case OperatorRef.Parameter(var local) -> locals.add(local);
        case OperatorRef.Native _ -> {}
      }
    }
  }

  /// The variable that an expression names, through operands and definitions; null if none.
  @Nullable Variable variable(Expr expr, Env env) {
    return switch (expr) {
      case Expr.VariableRef(var variable, _) -> variable;
      case Expr.LocalRef(var local, _)
          when env.lookup(local) instanceof Env.Binding.Delayed delayed ->
          variable(delayed.expr(), delayed.env());
      case Expr.Apply(OperatorRef.Defined(var definition), var operands, _)
          when operands.isEmpty() && definition.parameters().isEmpty() ->
          variable(definition.body(), definition.closed() ? Env.EMPTY : env);
      default -> null;
    };
  }

  /// The variable that an expression assigns in `mode`: `x` initially, `x'` in a step; null if
  /// none.
  @Nullable Variable assigned(Expr expr, Env env, Mode mode) {
    return switch (mode) {
      case INITIAL -> variable(expr, env);
      case NEXT ->
          switch (expr) {
            case Expr.Prime(var inner, _) -> variable(inner, env);
            case Expr.LocalRef(var local, _)
                when env.lookup(local) instanceof Env.Binding.Delayed delayed ->
                assigned(delayed.expr(), delayed.env(), mode);
            case Expr.Apply(OperatorRef.Defined(var definition), var operands, _)
                when operands.isEmpty() && definition.parameters().isEmpty() ->
                assigned(definition.body(), definition.closed() ? Env.EMPTY : env, mode);
            default -> null;
          };
    };
  }

  /// An expression, and what its locals stand for.
  record Part(Expr expr, Env env) {}

  /// The parts of a tuple that an UNCHANGED speaks of, through operands and definitions; the
  /// expression itself where it is no tuple.
  List<Part> parts(Expr expr, Env env) {
    Part tuple = tuple(expr, env);
    return tuple != null && tuple.expr() instanceof Expr.TupleLiteral(var elements, _)
        ? elements.stream().flatMap(e -> parts(e, tuple.env()).stream()).toList()
        : List.of(new Part(expr, env));
  }

  private @Nullable Part tuple(Expr expr, Env env) {
    return switch (expr) {
      case Expr.TupleLiteral _ -> new Part(expr, env);
      case Expr.LocalRef(var local, _)
          when env.lookup(local) instanceof Env.Binding.Delayed delayed ->
          tuple(delayed.expr(), delayed.env());
      case Expr.Apply(OperatorRef.Defined(var definition), var operands, _)
          when operands.isEmpty() && definition.parameters().isEmpty() && !definition.recursive() ->
          tuple(definition.body(), definition.closed() ? Env.EMPTY : env);
      default -> null;
    };
  }
}
