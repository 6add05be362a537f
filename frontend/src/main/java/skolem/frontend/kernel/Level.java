package skolem.frontend.kernel;

/// How much of a behaviour an expression speaks about; ascending.
///
/// Source: Lamport, *Specifying Systems*, section 17.2.
public enum Level {
  /// No variable: the same in every state.
  CONSTANT,
  /// One state.
  STATE,
  /// A pair of states.
  ACTION,
  /// A whole behaviour.
  TEMPORAL;

  public Level max(Level other) {
    return compareTo(other) >= 0 ? this : other;
  }

  public Level min(Level other) {
    return compareTo(other) <= 0 ? this : other;
  }
}
