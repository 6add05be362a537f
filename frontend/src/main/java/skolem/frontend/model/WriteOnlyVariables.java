package skolem.frontend.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import skolem.frontend.kernel.Builtin;
import skolem.frontend.kernel.Definition;
import skolem.frontend.kernel.Expr;
import skolem.frontend.kernel.MentionedVariables;
import skolem.frontend.kernel.Operand;
import skolem.frontend.kernel.OperatorRef;
import skolem.frontend.kernel.Variable;
import skolem.frontend.source.Span;
import skolem.frontend.value.IntValue;
import skolem.frontend.value.TupleValue;
import skolem.frontend.value.Value;

/// Goes through a behaviour and strikes the variables that are read, or assigned twice on a way.
///
/// It follows an action only where the engines look for assignments; all else reads what it
/// mentions.
final class WriteOnlyVariables {
  private enum Kind {
    SEQUENCE,
    INTEGER
  }

  private final Set<Variable> candidates;
  private final Map<Variable, Kind> needed = new HashMap<>();
  private final Map<Variable, List<Expr>> assigned = new HashMap<>();

  WriteOnlyVariables(List<Variable> variables) {
    this.candidates = new LinkedHashSet<>(variables);
  }

  /// What is left, each with an example of its values.
  Map<Variable, Value> found() {
    Map<Variable, Value> found = new LinkedHashMap<>();
    for (Variable variable : candidates) {
      Kind kind = needed.get(variable);
      List<Expr> values = assigned.getOrDefault(variable, List.of());
      if (kind == null) {
        found.put(variable, IntValue.ZERO);
      } else if (values.stream().allMatch(value -> isAlways(kind, value, variable))) {
        found.put(variable, example(kind));
      }
    }
    return found;
  }

  private static Value example(Kind kind) {
    return switch (kind) {
      case SEQUENCE -> TupleValue.of();
      case INTEGER -> IntValue.ZERO;
    };
  }

  /// Strikes what an expression mentions.
  void read(Expr expr) {
    if (!candidates.isEmpty()) {
      candidates.removeAll(MentionedVariables.of(expr));
    }
  }

  void initial(Expr predicate) {
    go(new Walk(false), predicate);
  }

  void next(Expr action) {
    go(new Walk(true), action);
  }

  private void go(Walk walk, Expr action) {
    walk.count(action)
        .forEach((variable, times) -> {
          if (times > 1) {
            candidates.remove(variable);
          }
        });
  }

  // ── Ways ────────────────────────────────────────────────────────────────────────────────────

  private final class Walk {
    private final boolean primed;
    private final IdentityHashMap<Definition, Map<Variable, Integer>> known =
        new IdentityHashMap<>();

    Walk(boolean primed) {
      this.primed = primed;
    }

    /// How often each variable is assigned on a way, at the most.
    Map<Variable, Integer> count(Expr expr) {
      if (candidates.isEmpty()) {
        return Map.of();
      }
      return switch (expr) {
        case Expr.And(var conjuncts, _) -> together(conjuncts, Integer::sum);
        case Expr.Or(var disjuncts, _) -> together(disjuncts, Integer::max);
        case Expr.If(var condition, var then, var otherwise, _) -> {
          read(condition);
          yield together(List.of(then, otherwise), Integer::max);
        }
        case Expr.Case e -> {
          e.arms().forEach(arm -> read(arm.condition()));
          yield together(values(e), Integer::max);
        }
        case Expr.Let(_, var body, _) -> count(body);
        case Expr.Quantified(var universal, var bindings, var body, _) when !universal -> {
          bindings.forEach(binding -> read(binding.set()));
          yield count(body);
        }
        case Expr.Apply(OperatorRef.Defined(var definition), var operands, _)
            when !definition.recursive() -> {
          operands.forEach(operand -> read(operand, expr.span()));
          yield count(definition);
        }
        case Expr.Native e when e.builtin() == Builtin.EQUAL -> equation(e);
        case Expr.Unchanged(var parts, _) when primed -> unchanged(parts);
        default -> {
          read(expr);
          yield Map.of();
        }
      };
    }

    private Map<Variable, Integer> count(Definition definition) {
      Map<Variable, Integer> counted = known.get(definition);
      if (counted == null) {
        counted = count(definition.body());
        known.put(definition, counted);
      }
      return counted;
    }

    private Map<Variable, Integer> together(List<Expr> parts, BinaryOperator<Integer> how) {
      return merged(parts.stream().map(this::count), how);
    }

    private Map<Variable, Integer> equation(Expr.Native expr) {
      Variable variable = assignedBy(expr.value(0));
      if (variable == null) {
        read(expr);
        return Map.of();
      }
      assigned.computeIfAbsent(variable, _ -> new ArrayList<>()).add(expr.value(1));
      if (primed) {
        readBeside(variable, expr.value(1));
      } else {
        read(expr.value(1));
      }
      return Map.of(variable, 1);
    }

    private @Nullable Variable assignedBy(Expr left) {
      Expr target = primed && left instanceof Expr.Prime(var inner, _) ? inner : left;
      return primed == (target != left) && target instanceof Expr.VariableRef(var variable, _)
          ? variable
          : null;
    }

    private Map<Variable, Integer> unchanged(Expr expr) {
      return switch (expr) {
        case Expr.VariableRef(var variable, _) -> Map.of(variable, 1);
        case Expr.TupleLiteral(var elements, _) ->
            merged(elements.stream().map(this::unchanged), Integer::sum);
        case Expr.Apply(OperatorRef.Defined(var definition), var operands, _)
            when operands.isEmpty() && definition.closed() && !definition.recursive() ->
            unchanged(definition.body());
        default -> {
          read(expr);
          yield Map.of();
        }
      };
    }
  }

  private static Map<Variable, Integer> merged(
      Stream<Map<Variable, Integer>> counts, BinaryOperator<Integer> how) {
    Map<Variable, Integer> merged = new HashMap<>();
    counts.forEach(part -> part.forEach((variable, times) -> merged.merge(variable, times, how)));
    return merged;
  }

  private void read(Operand operand, Span span) {
    switch (operand) {
      case Operand.ValueOperand(var expr) -> read(expr);
      case Operand.OperatorOperand(var operator) -> read(new Expr.Apply(operator, List.of(), span));
    }
  }

  // ── What is assigned ────────────────────────────────────────────────────────────────────────

  /// Strikes what the next value of a variable mentions, but for the variable itself where any
  /// value of a kind could stand.
  private void readBeside(Variable variable, Expr value) {
    switch (value) {
      case Expr.VariableRef(var itself, _) when itself.equals(variable) -> {}
      case Expr.Native e when e.builtin() == Builtin.APPEND -> {
        need(Kind.SEQUENCE, variable, e.value(0));
        read(e.value(1));
      }
      case Expr.Native e when e.builtin() == Builtin.CONCAT -> {
        need(Kind.SEQUENCE, variable, e.value(0));
        need(Kind.SEQUENCE, variable, e.value(1));
      }
      case Expr.Native e when e.builtin() == Builtin.PLUS || e.builtin() == Builtin.MINUS -> {
        need(Kind.INTEGER, variable, e.value(0));
        need(Kind.INTEGER, variable, e.value(1));
      }
      case Expr.If(var condition, var then, var otherwise, _) -> {
        read(condition);
        readBeside(variable, then);
        readBeside(variable, otherwise);
      }
      default -> read(value);
    }
  }

  private void need(Kind kind, Variable variable, Expr operand) {
    if (MentionedVariables.of(operand).contains(variable)) {
      Kind before = needed.putIfAbsent(variable, kind);
      if (before != null && before != kind) {
        candidates.remove(variable);
      }
    }
    readBeside(variable, operand);
  }

  /// Whether an expression, where it has a value, has one of a kind, provided that the variable
  /// has.
  private static boolean isAlways(Kind kind, Expr expr, Variable variable) {
    return switch (expr) {
      case Expr.VariableRef(var itself, _) -> itself.equals(variable);
      case Expr.Literal(TupleValue _, _), Expr.TupleLiteral _ -> kind == Kind.SEQUENCE;
      case Expr.Literal(IntValue _, _) -> kind == Kind.INTEGER;
      case Expr.Native e ->
          switch (e.builtin()) {
            case APPEND -> kind == Kind.SEQUENCE;
            case CONCAT -> kind == Kind.SEQUENCE && isAlways(kind, e.value(0), variable);
            case PLUS, MINUS -> kind == Kind.INTEGER;
            default -> false;
          };
      case Expr.If(_, var then, var otherwise, _) ->
          isAlways(kind, then, variable) && isAlways(kind, otherwise, variable);
      case Expr.Apply(OperatorRef.Defined(var definition), var operands, _)
          when operands.isEmpty() && !definition.recursive() ->
          isAlways(kind, definition.body(), variable);
      default -> false;
    };
  }

  private static List<Expr> values(Expr.Case expr) {
    List<Expr> values = new ArrayList<>(expr.arms().stream().map(Expr.Arm::value).toList());
    if (expr.other() != null) {
      values.add(expr.other());
    }
    return values;
  }
}
