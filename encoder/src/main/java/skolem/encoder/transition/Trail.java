package skolem.encoder.transition;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import skolem.frontend.value.Value;

/// The way through an action that a branch stands for: which way it took wherever ways part.
///
/// Two branches with equal trails are the same relation between states, in whatever symbolic states
/// the action was explored.
///
/// @param before null at the beginning
public record Trail(@Nullable Trail before, Way way) {

  /// The elements of the sets that were gone through, in order; null where ways part otherwise than
  /// by a place or an element.
  public @Nullable List<Value> elements() {
    List<Value> elements = new ArrayList<>();
    for (Trail at = this; at != null; at = at.before) {
      switch (at.way) {
        case Side _, Picked _ -> {}
        case Element(var value) -> elements.add(value);
        case Instance _, Unique _ -> {
          return null;
        }
      }
    }
    return elements.reversed();
  }

  /// One of several ways to go on.
  public sealed interface Way {}

  /// An arm, a disjunct, the one side of a condition, by its place.
  public record Side(int number) implements Way {}

  /// An element of a set that was gone through.
  public record Element(Value value) implements Way {}

  /// An element of a set that was picked by fresh variables.
  public record Picked() implements Way {}

  /// Whether an element belongs to a set over which an action is quantified universally.
  public record Instance(Value value, boolean member) implements Way {}

  /// A way that equals no other.
  public static final class Unique implements Way {}
}
