package skolem.frontend.model;

import java.util.ArrayList;
import java.util.List;
import skolem.frontend.source.Code;
import skolem.frontend.source.Diagnostics;
import skolem.frontend.source.SourceFile;
import skolem.frontend.source.Span;

/// Cuts a model configuration into tokens; comments are TLA+'s.
final class ConfigLexer {
  /// What a token is.
  enum Kind {
    WORD,
    NUMBER,
    TEXT,
    SYMBOL,
    END
  }

  /// @param text the characters; for TEXT, what the string denotes
  record Token(Kind kind, String text, Span span) {
    boolean is(String symbol) {
      return (kind == Kind.SYMBOL || kind == Kind.WORD) && text.equals(symbol);
    }
  }

  private static final List<String> SYMBOLS =
      List.of("<-", "=", "{", "}", "(", ")", "[", "]", ",", "!", "-");

  private final SourceFile file;
  private final String text;
  private final Diagnostics diagnostics;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private ConfigLexer(SourceFile file, Diagnostics diagnostics) {
    this.file = file;
    this.text = file.text();
    this.diagnostics = diagnostics;
  }

  /// The tokens, the last of them END.
  static List<Token> tokens(SourceFile file, Diagnostics diagnostics) {
    ConfigLexer lexer = new ConfigLexer(file, diagnostics);
    lexer.run();
    return lexer.tokens;
  }

  private void run() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c)) {
        at++;
      } else if (text.startsWith("\\*", at)) {
        skipLine();
      } else if (text.startsWith("(*", at)) {
        skipBlock();
      } else if (c == '"') {
        string();
      } else if (Character.isLetterOrDigit(c) || c == '_') {
        word();
      } else {
        symbol();
      }
    }
    add(Kind.END, "", text.length(), text.length());
  }

  private void skipLine() {
    int end = text.indexOf('\n', at);
    at = end < 0 ? text.length() : end;
  }

  private void skipBlock() {
    int start = at;
    int depth = 0;
    do {
      if (text.startsWith("(*", at)) {
        depth++;
        at += 2;
      } else if (text.startsWith("*)", at)) {
        depth--;
        at += 2;
      } else {
        at++;
      }
    } while (depth > 0 && at < text.length());
    if (depth > 0) {
      diagnostics.error(
          Code.CONFIG_SYNTAX, new Span(file, start, start + 2), "this comment is never closed");
    }
  }

  private void string() {
    int start = at++;
    StringBuilder value = new StringBuilder();
    while (at < text.length() && text.charAt(at) != '"' && text.charAt(at) != '\n') {
      if (text.charAt(at) == '\\' && at + 1 < text.length()) {
        at++;
      }
      value.append(text.charAt(at++));
    }
    if (at >= text.length() || text.charAt(at) != '"') {
      diagnostics.error(
          Code.CONFIG_SYNTAX, new Span(file, start, start + 1), "this string is never closed");
    } else {
      at++;
    }
    add(Kind.TEXT, value.toString(), start, at);
  }

  private void word() {
    int start = at;
    while (at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
      at++;
    }
    String word = text.substring(start, at);
    boolean number = word.chars().allMatch(Character::isDigit);
    add(number ? Kind.NUMBER : Kind.WORD, word, start, at);
  }

  private void symbol() {
    for (String symbol : SYMBOLS) {
      if (text.startsWith(symbol, at)) {
        add(Kind.SYMBOL, symbol, at, at + symbol.length());
        at += symbol.length();
        return;
      }
    }
    diagnostics.error(
        Code.CONFIG_SYNTAX,
        new Span(file, at, at + 1),
        "`" + text.charAt(at) + "` has no meaning in a model configuration");
    at++;
  }

  private void add(Kind kind, String value, int start, int end) {
    tokens.add(new Token(kind, value, new Span(file, start, end)));
  }
}
