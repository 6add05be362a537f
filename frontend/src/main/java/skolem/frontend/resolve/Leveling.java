package skolem.frontend.resolve;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import skolem.frontend.kernel.Level;

/// The level of an expression, and how it depends on what its parameters will stand for.
///
/// Source: Lamport, *Specifying Systems*, section 17.2, and the level rules of the reference parser
/// for operators as arguments and for instances.
///
/// @param level with a constant for each parameter
/// @param counted the parameters whose own level raises that of the expression
/// @param mentioned all parameters that occur
/// @param opaque the parameters inside an operator that looks beyond the present state, so that
///   equals may not be replaced by equals there
/// @param limits the highest level that a parameter may have
/// @param demands the level that an operator must at least accept at an argument
/// @param flows which parameters stand in arguments of which operators
public record Leveling(
    Level level,
    Set<LevelParameter> counted,
    Set<LevelParameter> mentioned,
    Set<LevelParameter> opaque,
    Map<LevelParameter, Level> limits,
    Map<LevelParameter.Position, Level> demands,
    Set<LevelParameter.Flow> flows) {

  /// The level of what mentions no parameter and no variable.
  public static final Leveling CONSTANT = of(Level.CONSTANT);

  static Leveling of(Level level) {
    return new Leveling(level, Set.of(), Set.of(), Set.of(), Map.of(), Map.of(), Set.of());
  }

  static Leveling of(Level level, LevelParameter parameter) {
    Set<LevelParameter> self = Set.of(parameter);
    return new Leveling(level, self, self, Set.of(), Map.of(), Map.of(), Set.of());
  }

  /// This and another expression, side by side.
  Leveling and(Leveling other) {
    if (this == CONSTANT || this == other) {
      return other;
    }
    if (other == CONSTANT) {
      return this;
    }
    return new Leveling(
        level.max(other.level),
        union(counted, other.counted),
        union(mentioned, other.mentioned),
        union(opaque, other.opaque),
        merge(limits, other.limits, Leveling::lower),
        merge(demands, other.demands, Level::max),
        union(flows, other.flows));
  }

  /// This expression as an operand of an operator of the language.
  ///
  /// @param maximum the highest level that the operator accepts
  /// @param counts whether the operand's level raises that of the whole
  Leveling under(Level maximum, boolean counts) {
    boolean limited =
        maximum != Level.TEMPORAL
            && counted.stream().anyMatch(p -> limit(p).compareTo(maximum) > 0);
    if (counts && !limited) {
      return this;
    }
    return new Leveling(
        counts ? level : Level.CONSTANT,
        counts ? counted : Set.of(),
        mentioned,
        counts ? opaque : union(opaque, mentioned),
        limited ? limitedTo(maximum) : limits,
        demands,
        flows);
  }

  private Map<LevelParameter, Level> limitedTo(Level maximum) {
    Map<LevelParameter, Level> more = new LinkedHashMap<>(limits);
    counted.forEach(parameter -> more.merge(parameter, maximum, Leveling::lower));
    return Collections.unmodifiableMap(more);
  }

  /// This with another level.
  Leveling at(Level other) {
    return new Leveling(other, counted, mentioned, opaque, limits, demands, flows);
  }

  /// What this demands of parameters, without having a level.
  Leveling constraints() {
    return new Leveling(Level.CONSTANT, Set.of(), Set.of(), Set.of(), limits, demands, flows);
  }

  /// The highest level that a parameter may have.
  public Level limit(LevelParameter parameter) {
    return limits.getOrDefault(parameter, Level.TEMPORAL);
  }

  static Level lower(Level left, Level right) {
    return left.compareTo(right) <= 0 ? left : right;
  }

  static <T> Set<T> union(Set<T> left, Set<T> right) {
    if (right.isEmpty() || left.containsAll(right)) {
      return left;
    }
    if (left.isEmpty() || right.containsAll(left)) {
      return right;
    }
    Set<T> both = new LinkedHashSet<>(left);
    both.addAll(right);
    return Collections.unmodifiableSet(both);
  }

  static <K> Map<K, Level> merge(
      Map<K, Level> left, Map<K, Level> right, BinaryOperator<Level> choice) {
    if (right.isEmpty() || left == right) {
      return left;
    }
    if (left.isEmpty()) {
      return right;
    }
    Map<K, Level> both = new LinkedHashMap<>(left);
    right.forEach((key, level) -> both.merge(key, level, choice));
    return both.equals(left) ? left : Collections.unmodifiableMap(both);
  }
}
