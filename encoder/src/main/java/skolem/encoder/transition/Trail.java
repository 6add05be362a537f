package skolem.encoder.transition;

import org.jspecify.annotations.Nullable;
import skolem.frontend.value.Value;

/// The way through an action that a branch stands for: which way it took wherever ways part.
///
/// Two branches with equal trails are the same relation between states, in whatever symbolic states
/// the action was explored.
///
/// @param before null at the beginning
public record Trail(@Nullable Trail before, Way way) {

  /// One of several ways to go on.
  public sealed interface Way {}

  /// An arm, a disjunct, the one side of a condition, by its place.
  record Side(int number) implements Way {}

  /// An element of a set that was gone through.
  record Element(Value value) implements Way {}

  /// An element of a set that was picked by fresh variables.
  record Picked() implements Way {}

  /// Whether an element belongs to a set over which an action is quantified universally.
  record Instance(Value value, boolean member) implements Way {}

  /// A way that equals no other.
  static final class Unique implements Way {}
}
