package skolem.frontend.syntax;

/// Text that grows at its end and knows its column, which alignment depends on.
final class Page {
  private final StringBuilder text = new StringBuilder();
  private int lineStart;

  Page add(String more) {
    text.append(more);
    return this;
  }

  /// Begins a new line whose first character will have the given column.
  Page line(int column) {
    text.append('\n');
    lineStart = text.length();
    text.repeat(' ', column - 1);
    return this;
  }

  /// The column, from 1, that the next character will have.
  int column() {
    return text.codePointCount(lineStart, text.length()) + 1;
  }

  int length() {
    return text.length();
  }

  /// Whether a line has been begun since the page had this length.
  boolean brokenSince(int length) {
    return text.indexOf("\n", length) >= 0;
  }

  /// Takes back all that was added since the page had this length, on the same line.
  void truncate(int length) {
    text.setLength(length);
    lineStart = text.lastIndexOf("\n") + 1;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
