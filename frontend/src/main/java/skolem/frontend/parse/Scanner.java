package skolem.frontend.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.Token;
import skolem.frontend.source.Code;
import skolem.frontend.source.Diagnostics;
import skolem.frontend.source.SourceFile;

/// Cuts a source text into the lexemes of its modules, without comments and surrounding text.
final class Scanner extends TlaLexer {
  private static final int TAB = 8;
  private static final Pattern MODULE_NAME = Pattern.compile("\\s+\\w+\\s*----");

  private final String text;
  private int measured;
  private int column = 1;
  private int commentStart = -1;
  private int modules;

  private Scanner(SourceFile file) {
    super(new Characters(file));
    this.text = file.text();
    removeErrorListeners();
  }

  /// The lexemes in order, the last of type EOF; an unclosed comment is reported.
  static List<Lexeme> scan(SourceFile file, Diagnostics diagnostics) {
    Scanner scanner = new Scanner(file);
    List<Lexeme> lexemes = new ArrayList<>(file.text().length() / 6 + 4);
    Lexeme next;
    do {
      next = (Lexeme) scanner.nextToken();
      lexemes.add(next);
    } while (next.getType() != Token.EOF);
    if (scanner._mode == COMMENT) {
      int start = scanner.commentStart;
      diagnostics.error(
          Code.SYNTAX, file.span(start, start + 2), "this comment is not closed by `*)`");
    }
    return lexemes;
  }

  @Override
  public void pushMode(int mode) {
    if (mode == COMMENT && _mode != COMMENT) {
      commentStart = _tokenStartCharIndex;
    }
    if (mode == SPECIFICATION && _mode == DEFAULT_MODE) {
      if (inText()) {
        skip();
        return;
      }
      modules++;
    }
    super.pushMode(mode);
  }

  /// Whether what looks like the beginning of a module is text: one with no name after it, where
  /// there has been a module already.
  private boolean inText() {
    Matcher head = MODULE_NAME.matcher(text).region(_input.index(), text.length());
    return modules > 0 && !head.lookingAt();
  }

  @Override
  public Token emit() {
    int start = _tokenStartCharIndex;
    int length = _input.index() - start;
    int type = _type;
    switch (type) {
      case SYMBOLS -> {
        if (text.startsWith("<*>", start) || text.startsWith("<+>", start)) {
          type = STEP;
          length = 3;
        } else {
          length = Lexicon.symbolLength(text.substring(start, start + length));
          type = Lexicon.symbol(text.substring(start, start + length));
        }
      }
      case IDENTIFIER -> {
        if (isFairness(start, length)) {
          length = 3;
          type = FAIRNESS;
        } else {
          type = Lexicon.word(text.substring(start, start + length));
        }
      }
      default -> {}
    }
    _input.seek(start + length);
    Lexeme lexeme = lexeme(type, start, length);
    emit(lexeme);
    return lexeme;
  }

  @Override
  public Token emitEOF() {
    Lexeme lexeme = lexeme(Token.EOF, text.length(), 0);
    emit(lexeme);
    return lexeme;
  }

  private boolean isFairness(int start, int length) {
    return length >= 3 && (text.startsWith("WF_", start) || text.startsWith("SF_", start));
  }

  private Lexeme lexeme(int type, int start, int length) {
    String spelling = text.substring(start, start + length);
    return new Lexeme(_tokenFactorySourcePair, type, start, spelling, column(start));
  }

  /// The column of `offset`, which is not before any that was asked for; tabs stop every 8 columns.
  private int column(int offset) {
    for (; measured < offset; measured++) {
      char c = text.charAt(measured);
      switch (c) {
        case '\n', '\r' -> column = 1;
        case '\t' -> column += TAB - (column - 1) % TAB;
        default -> column += Character.isLowSurrogate(c) ? 0 : 1;
      }
    }
    return column;
  }
}
