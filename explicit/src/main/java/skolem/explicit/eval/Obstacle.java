package skolem.explicit.eval;

import skolem.frontend.source.Span;

/// The conjunct that keeps a formula from allowing a known state, on the way through the formula
/// that comes nearest: one that fits the most variables and, among those, passes the most
/// conjuncts.
///
/// @param action the name of the action on that way
/// @param reason what is wrong with the conjunct, for people
/// @param matched the number of variables whose values fit before it
/// @param passed the number of conjuncts before it
public record Obstacle(String action, String reason, Span span, int matched, int passed) {

  /// Whether this one is nearer to the state than another.
  boolean isNearerThan(Obstacle other) {
    return matched != other.matched ? matched > other.matched : passed > other.passed;
  }
}
