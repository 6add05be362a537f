package skolem.frontend.kernel;

/// A bound variable or operator parameter; two of the same name are different objects.
public final class Local {
  private final String name;
  private final int arity;

  /// @param arity 0 for a value, else the number of arguments that the operator parameter takes
  public Local(String name, int arity) {
    this.name = name;
    this.arity = arity;
  }

  public String name() {
    return name;
  }

  public int arity() {
    return arity;
  }

  @Override
  public String toString() {
    return name;
  }
}
