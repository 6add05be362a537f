package skolem.frontend.value;

/// The text of values that are written one after the other: `{1, 2}`, `<<1, 2>>`.
final class Enumeration {
  private Enumeration() {}

  static void append(Value[] elements, String opening, String closing, StringBuilder out) {
    out.append(opening);
    String separator = "";
    for (Value element : elements) {
      out.append(separator);
      element.appendTo(out);
      separator = ", ";
    }
    out.append(closing);
  }
}
