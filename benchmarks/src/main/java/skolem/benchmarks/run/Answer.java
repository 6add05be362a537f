package skolem.benchmarks.run;

/// What a run said, by its exit status (the manual lists them).
public enum Answer {
  /// Nothing is violated within the bound, or the invariant is inductive.
  HOLDS("holds"),
  VIOLATED("violated"),
  UNDECIDED("undecided"),
  /// The run was stopped at the time limit.
  TIMED_OUT("timeout"),
  /// Something in the specification is not supported.
  REFUSED("refused"),
  /// The run ended without an answer about the specification.
  FAILED("failed");

  private final String text;

  Answer(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }

  static Answer of(int exit) {
    return switch (exit) {
      case 0 -> HOLDS;
      case 11, 12, 13, 14, 20 -> VIOLATED;
      case 30 -> UNDECIDED;
      case 75 -> REFUSED;
      default -> FAILED;
    };
  }
}
