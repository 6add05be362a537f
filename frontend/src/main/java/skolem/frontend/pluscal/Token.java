package skolem.frontend.pluscal;

import skolem.frontend.source.Span;

/// A word or symbol of an algorithm, or of the text that is made from it.
///
/// @param line 1-based in an algorithm, 0-based in a [Fragment]
/// @param column likewise; tabs stop every 8 columns
/// @param span the place in the algorithm on whose account it stands here
record Token(Kind kind, String text, int line, int column, Span span) {
  enum Kind {
    /// An identifier or a reserved word.
    NAME,
    NUMBER,
    STRING,
    SYMBOL,
    /// A `pc` or `stack` of the translation, which belongs to the process that takes the step.
    ADDED,
    /// Text that no substitution touches.
    FIXED,
    /// What follows the last token.
    END
  }

  boolean is(String word) {
    return kind != Kind.END && text.equals(word);
  }

  boolean isName() {
    return kind == Kind.NAME;
  }

  int endColumn() {
    return column + text.length();
  }

  Token moved(int lines, int columns) {
    return lines == 0 && columns == 0
        ? this
        : new Token(kind, text, line + lines, column + columns, span);
  }

  /// As a message names it.
  String shown() {
    return kind == Kind.END ? "the end of the algorithm's comment" : "`" + text + "`";
  }
}
