package skolem.frontend.kernel;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Finds the level of a kernel expression, the locals that it mentions and does not bind, and the
/// definitions that it looks into for that.
///
/// A settled definition gives its own level, and one that is closed mentions nothing from around
/// it. All others are looked into. Since they may apply one another, what they mention is the least
/// solution of one equation for each: what its body mentions by itself and by the definitions that
/// it applies, without what it binds.
public final class KernelInspection {
  private KernelInspection() {}

  /// @param free in no particular order
  /// @param entered the definitions that were looked into
  /// @param whole false where one that is not complete yet is mentioned: the rest may then be too
  ///   little
  public record Facts(Level level, Set<Local> free, Set<Definition> entered, boolean whole) {}

  public static Facts of(Expr expr) {
    Piece piece = new Piece();
    piece.visit(expr, Level.TEMPORAL);
    Map<Definition, Piece> pieces = new HashMap<>();
    boolean whole = lookInto(piece, pieces);
    boolean grows = !pieces.isEmpty();
    while (grows) {
      grows = piece.takeFrom(pieces);
      for (Piece other : pieces.values()) {
        grows |= other.takeFrom(pieces);
      }
    }
    return new Facts(piece.level, piece.free(), pieces.keySet(), whole);
  }

  /// Whether all that is reached from a piece is complete; adds a piece for each definition that is
  /// looked into.
  private static boolean lookInto(Piece piece, Map<Definition, Piece> pieces) {
    boolean whole = true;
    Deque<Definition> open = new ArrayDeque<>(piece.applied.keySet());
    while (!open.isEmpty()) {
      Definition definition = open.pop();
      if (!definition.isComplete()) {
        whole = false;
      } else if (!pieces.containsKey(definition)) {
        Piece inside = new Piece();
        inside.bound.addAll(definition.parameters());
        inside.visit(definition.body(), Level.TEMPORAL);
        pieces.put(definition, inside);
        open.addAll(inside.applied.keySet());
      }
    }
    return whole;
  }

  /// An expression, or the body of a definition.
  private static final class Piece {
    private Level level = Level.CONSTANT;
    private final Set<Local> mentioned = new HashSet<>();
    private final Set<Local> bound = new HashSet<>();

    /// The definitions to look into, and the level that each may give this piece at most.
    private final Map<Definition, Level> applied = new HashMap<>();

    Set<Local> free() {
      Set<Local> free = new HashSet<>(mentioned);
      free.removeAll(bound);
      return Collections.unmodifiableSet(free);
    }

    /// Takes over what the definitions mention that are applied here; says whether it was new.
    boolean takeFrom(Map<Definition, Piece> pieces) {
      boolean grows = false;
      for (Map.Entry<Definition, Level> each : applied.entrySet()) {
        Piece other = pieces.get(each.getKey());
        if (other == null) {
          continue;
        }
        Level before = level;
        level = level.max(other.level.min(each.getValue()));
        grows |= level != before;
        for (Local local : other.free()) {
          grows |= mentioned.add(local);
        }
      }
      return grows;
    }

    /// @param most the level that the expression may give the piece
    void visit(Expr expr, Level most) {
      // Whatever the action speaks of, that it can be taken is said of one state.
      Level inside = expr instanceof Expr.Enabled ? Level.STATE : most;
      level = level.max(own(expr).min(most));
      mentioned.addAll(KernelTree.mentionedLocals(expr));
      bound.addAll(KernelTree.boundLocals(expr));
      for (OperatorRef operator : KernelTree.operators(expr)) {
        visit(operator, inside);
      }
      for (Expr child : KernelTree.children(expr)) {
        visit(child, inside);
      }
    }

    private void visit(OperatorRef operator, Level most) {
      switch (operator) {
        case OperatorRef.Defined(var definition) -> visit(definition, most);
        case OperatorRef.Lambda(var parameters, var body) -> {
          bound.addAll(parameters);
          visit(body, most);
        }
        case OperatorRef.Parameter(var local) -> mentioned.add(local);
        case OperatorRef.Native _ -> {}
      }
    }

    private void visit(Definition definition, Level most) {
      boolean settled = definition.isSettled();
      if (settled) {
        level = level.max(definition.level().min(most));
      }
      if (!settled || !definition.closed()) {
        applied.merge(definition, most, Level::max);
      }
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
