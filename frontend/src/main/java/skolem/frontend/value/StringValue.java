package skolem.frontend.value;

/// A string.
public record StringValue(String text) implements Value {
  @Override
  public long fingerprint() {
    return Fingerprint.ofText(Fingerprint.seed(3), text);
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
