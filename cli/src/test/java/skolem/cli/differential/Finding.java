package skolem.cli.differential;

/// What a comparison of two engines came to.
sealed interface Finding {
  /// They agree.
  ///
  /// @param what what they agree on, to count
  record Agreement(String what) implements Finding {}

  /// They do not.
  record Disagreement(String message) implements Finding {}

  /// One of them does not support something in the text, or is known to see it differently.
  record Refusal(String reason) implements Finding {}

  /// The text says nothing: it is not a specification, has too many states, or is too hard.
  record Unusable(String reason) implements Finding {}
}
