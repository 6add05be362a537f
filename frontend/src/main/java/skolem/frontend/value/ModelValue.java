package skolem.frontend.value;

/// A model value: equal to itself and to nothing else.
///
/// A name such as `A_x` (one letter, an underscore) makes it *typed*: it may only be compared with
/// model values of the same letter.
public record ModelValue(String name) implements Value {
  @Override
  public long fingerprint() {
    return Fingerprint.ofText(Fingerprint.seed(0), name);
  }

  @Override
  public int rank() {
    return 0;
  }

  /// The type letter, or `0` where the value is untyped.
  public char type() {
    return name.length() > 2 && name.charAt(1) == '_' ? name.charAt(0) : 0;
  }

  @Override
  public String toString() {
    return name;
  }
}
