package skolem.cli.differential;

/// What TLC's evaluator says of an equation.
sealed interface TlcAnswer {
  /// The left side has the value of the right side.
  record Same(String value) implements TlcAnswer {}

  /// The left side has another value.
  record Other(String value) implements TlcAnswer {}

  /// The left side has no value.
  record NoValue(String why) implements TlcAnswer {}

  /// A line that the program prints, without the sign that it begins with.
  static TlcAnswer read(String line) {
    String[] parts = line.split(" ", 2);
    return switch (parts[0]) {
      case "same" -> new Same(parts[1]);
      case "other" -> new Other(parts[1]);
      case "error" -> new NoValue(parts[1]);
      default -> throw new IllegalArgumentException(line);
    };
  }
}
