package skolem.frontend.pluscal;

import java.util.ArrayList;
import java.util.List;
import skolem.frontend.source.SourceFile;
import skolem.frontend.source.Span;

/// Cuts the text of an algorithm into tokens, up to the end of the comment that holds it.
final class AlgorithmLexer {
  private static final int TAB = 8;

  /// Symbols of more than one character, none before a longer one that it begins.
  private static final List<String> SYMBOLS =
      List.of(
          "-+->", "<=>", "|->", "...", "::=", ":=", "||", "::", "<<", ">>", "->", "<-", "==", "=>",
          "<=", ">=", "=<", "/=", "/\\", "\\/", "..", "[]", "<>", "~>", "|-", "-|", "|=", "=|",
          "++", "--", "**", "//", "^^", "%%", "##", "$$", "??", "&&", "@@", ":>", "<:", "^+", "^*",
          "^#");

  private final SourceFile file;
  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int offset;
  private int measured;
  private int line;
  private int column = 1;

  private AlgorithmLexer(SourceFile file, int start) {
    this.file = file;
    this.text = file.text();
    this.offset = start;
    this.line = file.line(start);
    this.measured = start - file.column(start) + 1;
  }

  /// The tokens from `start` on; the last is of kind END. A string that its line does not close
  /// gives the symbol `"`.
  static List<Token> scan(SourceFile file, int start) {
    return new AlgorithmLexer(file, start).scan();
  }

  private List<Token> scan() {
    while (offset < text.length() && !isEndOfComment()) {
      char c = text.charAt(offset);
      if (Character.isWhitespace(c)) {
        offset++;
      } else if (text.startsWith("(*", offset)) {
        skipComment();
      } else if (text.startsWith("\\*", offset)) {
        skipLine();
      } else {
        token(c);
      }
    }
    add(Token.Kind.END, offset);
    return tokens;
  }

  /// Whether stars and a parenthesis stand here, which together end the comment: not `**` and `)`.
  private boolean isEndOfComment() {
    int end = offset;
    while (text.startsWith("*", end)) {
      end++;
    }
    return end > offset && text.startsWith(")", end);
  }

  private void token(char c) {
    if (c == '"') {
      int end = stringEnd();
      add(end < 0 ? Token.Kind.SYMBOL : Token.Kind.STRING, end < 0 ? offset + 1 : end);
    } else if (isWordPart(c)) {
      int end = wordEnd(offset);
      boolean number = text.substring(offset, end).chars().allMatch(Character::isDigit);
      boolean decimal =
          number
              && end + 1 < text.length()
              && text.charAt(end) == '.'
              && Character.isDigit(text.charAt(end + 1));
      add(number ? Token.Kind.NUMBER : Token.Kind.NAME, decimal ? wordEnd(end + 1) : end);
    } else if (c == '\\'
        && offset + 1 < text.length()
        && Character.isLetter(text.charAt(offset + 1))) {
      add(Token.Kind.SYMBOL, wordEnd(offset + 1));
    } else {
      add(Token.Kind.SYMBOL, offset + symbolLength());
    }
  }

  private int symbolLength() {
    for (String symbol : SYMBOLS) {
      if (text.startsWith(symbol, offset)) {
        return symbol.length();
      }
    }
    return Character.isHighSurrogate(text.charAt(offset)) ? 2 : 1;
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  private int wordEnd(int start) {
    int end = start;
    while (end < text.length() && isWordPart(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private int stringEnd() {
    for (int i = offset + 1; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '"' -> {
          return i + 1;
        }
        case '\\' -> i++;
        case '\n', '\r' -> {
          return -1;
        }
        default -> {}
      }
    }
    return -1;
  }

  private void skipComment() {
    int depth = 0;
    do {
      if (text.startsWith("(*", offset)) {
        depth++;
        offset += 2;
      } else if (text.startsWith("*)", offset)) {
        depth--;
        offset += 2;
      } else {
        offset++;
      }
    } while (depth > 0 && offset < text.length());
  }

  private void skipLine() {
    while (offset < text.length() && text.charAt(offset) != '\n' && text.charAt(offset) != '\r') {
      offset++;
    }
  }

  private void add(Token.Kind kind, int end) {
    measure();
    int stop = Math.min(end, text.length());
    tokens.add(
        new Token(kind, text.substring(offset, stop), line, column, new Span(file, offset, stop)));
    offset = stop;
  }

  /// Brings `line` and `column` to `offset`.
  private void measure() {
    for (; measured < offset; measured++) {
      char c = text.charAt(measured);
      switch (c) {
        case '\n' -> newLine();
        case '\r' -> {
          if (measured + 1 == text.length() || text.charAt(measured + 1) != '\n') {
            newLine();
          }
        }
        case '\t' -> column += TAB - (column - 1) % TAB;
        default -> column++;
      }
    }
  }

  private void newLine() {
    line++;
    column = 1;
  }
}
