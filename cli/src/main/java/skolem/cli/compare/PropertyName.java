package skolem.cli.compare;

/// The names of what is checked without having a name in the specification.
final class PropertyName {
  static final String DEADLOCK = "deadlock freedom";
  static final String DEFINEDNESS = "no evaluation error";

  private PropertyName() {}
}
