package skolem.frontend.kernel;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Finds the level of kernel expressions and definitions, and the locals that they mention and do
/// not bind.
///
/// A settled definition says for itself what it mentions. Others are looked into: since they may
/// apply one another, what they mention is the least solution of one equation for each, of its body
/// and the definitions that it applies. Operands that an operator does not mention, or only below
/// ENABLED, do not raise the level of its applications; nor do definitions of a LET that are not
/// applied.
///
/// Source: Lamport, *Specifying Systems*, section 17.2.
public final class KernelInspection {
  private KernelInspection() {}

  /// @param level where every local is a constant
  /// @param free the locals that are mentioned and not bound
  /// @param counted the locals, and the definition's own parameters, whose level raises this one
  /// @param recursive whether a definition may, directly or through others, apply itself
  public record Facts(Level level, Set<Local> free, Set<Local> counted, boolean recursive) {
    public Facts {
      free = Set.copyOf(free);
      counted = Set.copyOf(counted);
    }
  }

  /// Of an expression. Definitions that are not complete count as constants, and as mentioning
  /// nothing.
  public static Facts of(Expr expr) {
    Definition nameless = new Definition("", List.of(), expr.span());
    nameless.complete(expr);
    return Bodies.solved(List.of(nameless)).facts(nameless);
  }

  /// Of those among the definitions that reach no definition that is not complete.
  public static Map<Definition, Facts> of(Collection<Definition> definitions) {
    Bodies unsolved = Bodies.lookedInto(definitions, Map.of());
    List<Definition> whole = definitions.stream().filter(unsolved::isWhole).toList();
    Map<Definition, Facts> facts = new LinkedHashMap<>();
    if (!whole.isEmpty()) {
      Bodies solved = Bodies.solved(whole);
      whole.forEach(definition -> facts.put(definition, solved.facts(definition)));
    }
    return facts;
  }

  /// All that is looked into.
  private record Bodies(Map<Definition, Body> bodies) {
    /// @param before what was found of the definitions before
    static Bodies lookedInto(Collection<Definition> roots, Map<Definition, Body> before) {
      Map<Definition, Body> all = new LinkedHashMap<>();
      Deque<Definition> open = new ArrayDeque<>(roots);
      while (!open.isEmpty()) {
        Definition definition = open.pop();
        if (definition.isComplete() && !all.containsKey(definition)) {
          Body body = new Body(definition, before);
          all.put(definition, body);
          open.addAll(body.applied.keySet());
        }
      }
      return new Bodies(all);
    }

    /// Goes through everything again while it turns out that more operands count than was thought.
    static Bodies solved(Collection<Definition> roots) {
      Bodies found = lookedInto(roots, Map.of());
      found.solve();
      while (found.mayGrow()) {
        found = lookedInto(roots, found.bodies);
        found.solve();
      }
      return found;
    }

    private boolean mayGrow() {
      return bodies.values().stream().anyMatch(body -> !body.applied.isEmpty())
          && !bodies.values().stream().allMatch(Body::isAsBefore);
    }

    private void solve() {
      boolean grows = true;
      while (grows) {
        grows = false;
        for (Body body : bodies.values()) {
          grows |= body.takeFrom(bodies);
        }
      }
    }

    boolean isWhole(Definition definition) {
      return reached(definition).stream().allMatch(Definition::isComplete);
    }

    /// The definitions to be looked into that a definition reaches, by one step or more.
    private Set<Definition> reached(Definition from) {
      Set<Definition> reached = new HashSet<>();
      Deque<Definition> open = new ArrayDeque<>(List.of(from));
      while (!open.isEmpty()) {
        Body body = bodies.get(open.pop());
        if (body != null) {
          body.applied.keySet().stream().filter(reached::add).forEach(open::add);
        }
      }
      return reached;
    }

    Facts facts(Definition definition) {
      Body body = Objects.requireNonNull(bodies.get(definition));
      boolean recursive = reached(definition).contains(definition);
      return new Facts(body.level, body.free(), body.counted(), recursive);
    }
  }

  private static final class Body {
    private final Definition definition;
    private final Map<Definition, Body> before;
    private final Set<Local> mentioned = new HashSet<>();
    private final Set<Local> raising = new HashSet<>();
    private final Set<Local> bound = new HashSet<>();
    private Level level = Level.CONSTANT;

    /// The definitions to look into, and the level that each may give this body at most.
    private final Map<Definition, Level> applied = new HashMap<>();

    /// @param before what was found of the definitions in the round before
    Body(Definition definition, Map<Definition, Body> before) {
      this.definition = definition;
      this.before = before;
      visit(definition.body(), Level.TEMPORAL);
    }

    Set<Local> free() {
      Set<Local> free = new HashSet<>(mentioned);
      free.removeAll(bound);
      definition.parameters().forEach(free::remove);
      return free;
    }

    Set<Local> counted() {
      Set<Local> counted = new HashSet<>(raising);
      counted.removeAll(bound);
      return counted;
    }

    boolean isAsBefore() {
      Body earlier = before.get(definition);
      return earlier != null && earlier.level == level && earlier.raising.equals(raising);
    }

    /// Takes over what the definitions mention that are applied here; says whether it was new.
    boolean takeFrom(Map<Definition, Body> bodies) {
      boolean grows = false;
      for (Map.Entry<Definition, Level> each : applied.entrySet()) {
        Body other = bodies.get(each.getKey());
        if (other != null) {
          Level most = each.getValue();
          Set<Local> free = other.free();
          Set<Local> counted = other.counted();
          counted.retainAll(free);
          grows |= takeOver(other.level, free, counted, most);
        }
      }
      return grows;
    }

    private boolean takeOver(Level found, Set<Local> free, Set<Local> counted, Level most) {
      boolean grows = mentioned.addAll(free);
      if (found.min(most).compareTo(level) > 0) {
        level = found.min(most);
        grows = true;
      }
      return (counts(most) && raising.addAll(counted)) || grows;
    }

    private static boolean counts(Level most) {
      return most == Level.TEMPORAL;
    }

    private void mention(Local local, Level most) {
      mentioned.add(local);
      if (counts(most)) {
        raising.add(local);
      }
    }

    /// @param most the level that the expression may give the body
    private void visit(Expr expr, Level most) {
      level = level.max(own(expr).min(most));
      bound.addAll(KernelTree.boundLocals(expr));
      KernelTree.mentionedLocals(expr).forEach(local -> mention(local, most));
      if (expr instanceof Expr.Apply(var operator, var operands, _)) {
        visit(operator, most);
        for (int i = 0; i < operands.size(); i++) {
          visit(operands.get(i), counts(operator, i) ? most : Level.CONSTANT);
        }
        return;
      }
      if (!(expr instanceof Expr.Let)) {
        KernelTree.operators(expr).forEach(operator -> visit(operator, most));
      }
      // Whatever the action speaks of, that it can be taken is said of one state.
      Level inside = expr instanceof Expr.Enabled ? most.min(Level.STATE) : most;
      KernelTree.children(expr).forEach(child -> visit(child, inside));
    }

    private void visit(Operand operand, Level most) {
      switch (operand) {
        case Operand.ValueOperand(var expr) -> visit(expr, most);
        case Operand.OperatorOperand(var operator) -> visit(operator, most);
      }
    }

    private void visit(OperatorRef operator, Level most) {
      switch (operator) {
        case OperatorRef.Defined(var applied) when applied.isSettled() -> {
          Facts facts = applied.facts();
          Set<Local> counted = new HashSet<>(facts.counted());
          counted.retainAll(facts.free());
          takeOver(facts.level(), facts.free(), counted, most);
        }
        case OperatorRef.Defined(var applied) -> this.applied.merge(applied, most, Level::max);
        case OperatorRef.Lambda(var parameters, var body) -> {
          bound.addAll(parameters);
          visit(body, most);
        }
        case OperatorRef.Parameter(var local) -> mention(local, most);
        case OperatorRef.Native _ -> {}
      }
    }

    /// Whether an application has at least the level of this operand.
    private boolean counts(OperatorRef operator, int index) {
      if (!(operator instanceof OperatorRef.Defined(var applied))) {
        return true;
      }
      Local parameter = applied.parameters().get(index);
      if (applied.isSettled()) {
        return applied.facts().counted().contains(parameter);
      }
      Body earlier = before.get(applied);
      return earlier != null && earlier.raising.contains(parameter);
    }

    private static Level own(Expr expr) {
      return switch (expr) {
        case Expr.VariableRef _, Expr.Enabled _ -> Level.STATE;
        case Expr.Prime _, Expr.Unchanged _, Expr.Compose _, Expr.SubscriptedAction _ ->
            Level.ACTION;
        case Expr.Temporal _, Expr.TemporalQuantified _ -> Level.TEMPORAL;
        default -> PlaceInBehaviour.mayBeAskedBy(expr) ? Level.STATE : Level.CONSTANT;
      };
    }
  }
}
