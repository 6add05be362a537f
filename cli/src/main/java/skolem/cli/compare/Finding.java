package skolem.cli.compare;

/// What an engine says of one property.
public sealed interface Finding {
  /// The steps of a finding that concerns every behaviour.
  int UNBOUNDED = Integer.MAX_VALUE;

  /// A violation with so many steps.
  record Violated(int steps) implements Finding {}

  /// No violation within so many steps; -1 where nothing is known.
  record Safe(int steps) implements Finding {}

  /// Whether two engines that look at the same property cannot both be right.
  default boolean contradicts(Finding other) {
    return switch (this) {
      case Violated(int steps) -> other instanceof Safe(int safe) && steps <= safe;
      case Safe(int safe) -> other instanceof Violated(int steps) && steps <= safe;
    };
  }
}
