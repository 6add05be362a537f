package skolem.frontend.value;

import org.jspecify.annotations.Nullable;

/// A string.
public final class StringValue implements Value {
  private final String text;

  /// Computed by need, by each thread that finds 0 here.
  private long fingerprint;

  public StringValue(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }

  @Override
  public long fingerprint() {
    long known = fingerprint;
    if (known == 0) {
      known = Fingerprint.ofText(Fingerprint.seed(3), text);
      fingerprint = known;
    }
    return known;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other || (other instanceof StringValue that && text.equals(that.text));
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public int rank() {
    return 3;
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\t' -> out.append("\\t");
        case '\r' -> out.append("\\r");
        case '\f' -> out.append("\\f");
        default -> out.append(c);
      }
    }
    return out.append('"').toString();
  }
}
