package skolem.frontend.value;

/// TRUE or FALSE.
public record BoolValue(boolean value) implements Value {
  public static final BoolValue TRUE = new BoolValue(true);
  public static final BoolValue FALSE = new BoolValue(false);

  public static BoolValue of(boolean value) {
    return value ? TRUE : FALSE;
  }

  @Override
  public long fingerprint() {
    return Fingerprint.add(Fingerprint.seed(1), value ? 1 : 0);
  }

  @Override
  public int rank() {
    return 1;
  }

  @Override
  public String toString() {
    return value ? "TRUE" : "FALSE";
  }
}
