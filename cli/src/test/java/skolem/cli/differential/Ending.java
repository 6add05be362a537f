package skolem.cli.differential;

/// How a search ends.
///
/// @param depth the steps to the last state of the trace, or in the longest of the shortest ways to
///   a state where nothing is wrong
record Ending(Kind kind, int depth) {
  /// What ends a search.
  enum Kind {
    /// Every state has been visited.
    COMPLETE,
    INVARIANT,
    DEADLOCK,
    /// Something has no value.
    ERROR
  }
}
