package skolem.frontend.parse;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.misc.Pair;

/// A token with its spelling and column; the passes between scanner and parser refine its type.
final class Lexeme extends CommonToken {
  private static final long serialVersionUID = 1L;

  private final String spelling;
  private final int column;
  private boolean beginsDefinition;

  /// @param start offset of its first character
  /// @param spelling its characters; empty for what the layout adds
  /// @param column of its first character, from 1, as alignment sees it
  Lexeme(Pair<TokenSource, CharStream> source, int type, int start, String spelling, int column) {
    super(source, type, DEFAULT_CHANNEL, start, start + spelling.length() - 1);
    this.spelling = spelling;
    this.column = column;
  }

  /// A token without characters at `offset`.
  Lexeme virtual(int type, int offset) {
    return new Lexeme(source, type, offset, "", column);
  }

  @Override
  public String getText() {
    return spelling;
  }

  int column() {
    return column;
  }

  /// Whether the head of a definition (what stands before `==`) begins here.
  boolean beginsDefinition() {
    return beginsDefinition;
  }

  void markDefinition() {
    beginsDefinition = true;
  }

  /// The offset after its last character.
  int end() {
    return stop + 1;
  }
}
