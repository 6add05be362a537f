package skolem.frontend.pluscal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import skolem.frontend.source.RejectedException;

/// Goes through the tokens of an algorithm and takes expressions whole.
final class Cursor {
  private static final Set<String> QUANTIFIERS =
      Set.of("\\A", "\\E", "\\AA", "\\EE", "\\forall", "\\exists", "∀", "∃", "LAMBDA", "RECURSIVE");

  /// The words of PlusCal that no expression holds.
  private static final Set<String> WORDS =
      Set.of(
          "variable",
          "variables",
          "begin",
          "do",
          "then",
          "end",
          "else",
          "elsif",
          "or",
          "if",
          "either",
          "while",
          "with",
          "when",
          "await",
          "call",
          "return",
          "goto",
          "print",
          "assert",
          "skip",
          "macro",
          "procedure",
          "process",
          "fair",
          "define");

  /// The words of TLA+ after which an operand begins.
  private static final Set<String> BEFORE_OPERAND =
      Set.of(
          "IF",
          "THEN",
          "ELSE",
          "CASE",
          "OTHER",
          "LET",
          "IN",
          "CHOOSE",
          "EXCEPT",
          "DOMAIN",
          "SUBSET",
          "UNION",
          "ENABLED",
          "UNCHANGED",
          "LAMBDA",
          "WITH",
          "INSTANCE");

  /// Before these a `;` may be left out.
  private static final Set<String> AFTER_LAST =
      Set.of(
          "end",
          "begin",
          "else",
          "elsif",
          "or",
          "do",
          "macro",
          "procedure",
          "process",
          "fair",
          "define",
          "}",
          "{");

  private final List<Token> tokens;
  private int index;

  Cursor(List<Token> tokens) {
    this.tokens = tokens;
  }

  Token peek() {
    return peek(0);
  }

  Token peek(int ahead) {
    return tokens.get(Math.min(index + ahead, tokens.size() - 1));
  }

  boolean at(String word) {
    return peek().is(word);
  }

  boolean atAny(Set<String> words) {
    return peek().kind() != Token.Kind.END && words.contains(peek().text());
  }

  Token next() {
    Token token = peek();
    if (token.kind() != Token.Kind.END) {
      index++;
    }
    return token;
  }

  /// How many tokens have been taken.
  int taken() {
    return index;
  }

  Token last() {
    return tokens.get(Math.max(0, index - 1));
  }

  boolean take(String word) {
    boolean here = at(word);
    if (here) {
      index++;
    }
    return here;
  }

  Token expect(String word) {
    if (!at(word)) {
      throw expected("`" + word + "`");
    }
    return next();
  }

  Token name(String what) {
    if (!peek().isName() || isWord(peek().text())) {
      throw expected(what);
    }
    return next();
  }

  static boolean isWord(String text) {
    return WORDS.contains(text);
  }

  /// Takes the `;` that ends a statement, which may be missing before what ends a sequence.
  void semicolon() {
    if (!take(";") && !atAny(AFTER_LAST)) {
      throw isWord(peek().text())
          ? Faults.at(peek().span(), "a `;` is missing before `" + peek().text() + "`")
          : expected("`;`");
    }
  }

  void commaOrSemicolon() {
    if (!take(",")) {
      semicolon();
    }
  }

  RejectedException expected(String what) {
    return Faults.at(peek().span(), "expected " + what + " but found " + peek().shown());
  }

  /// The expression here; what is missing is named by `what`.
  Fragment expression(String what) {
    Fragment expression = expressionOrNone(false);
    if (expression.isEmpty()) {
      throw Faults.at(peek().span(), what + " is missing: found " + peek().shown() + " instead");
    }
    return expression;
  }

  /// The definitions of a `define`, up to its `end` or `}`.
  Fragment definitions() {
    return expressionOrNone(true);
  }

  /// The tokens from here to the first that cannot belong to an expression, maybe none.
  ///
  /// @param commas whether a comma outside brackets belongs to it
  Fragment expressionOrNone(boolean commas) {
    int start = index;
    boolean binding = false;
    Deque<Token> open = new ArrayDeque<>();
    while (!ends(open, commas || binding, index > start)) {
      Token token = next();
      if (Brackets.opens(token.text())) {
        open.push(token);
      } else if (Brackets.closes(token.text())) {
        close(open, token);
      } else if (open.isEmpty() && QUANTIFIERS.contains(token.text())) {
        binding = true;
      } else if (open.isEmpty() && token.is(":")) {
        binding = false;
      }
    }
    if (!open.isEmpty()) {
      throw Faults.at(open.peek().span(), "`" + open.peek().text() + "` is not closed");
    }
    return Fragment.of(new ArrayList<>(tokens.subList(start, index)));
  }

  private static void close(Deque<Token> open, Token token) {
    Token opening = open.pop();
    if (!Brackets.match(opening.text(), token.text())) {
      throw Faults.at(token.span(), "`" + opening.text() + "` is closed by `" + token.text() + "`");
    }
  }

  private boolean ends(Deque<Token> open, boolean commas, boolean started) {
    Token token = peek();
    if (token.kind() == Token.Kind.END) {
      return true;
    }
    if (token.kind() == Token.Kind.STRING) {
      return false;
    }
    if (token.is("\"")) {
      throw Faults.at(token.span(), "this string is not closed on its line");
    }
    if (token.is(";") || token.is(":=")) {
      return true;
    }
    if (!open.isEmpty()) {
      return false;
    }
    return Brackets.closes(token.text())
        || token.is("||")
        || (token.is(",") && !commas)
        || (token.is("{") && started && endsOperand(last()))
        || (isWord(token.text()) && !(started && last().is(".")));
  }

  private static boolean endsOperand(Token token) {
    return switch (token.kind()) {
      case NUMBER, STRING -> true;
      case NAME -> !BEFORE_OPERAND.contains(token.text());
      case SYMBOL -> Brackets.closes(token.text()) || token.is("'") || token.is("@");
      case ADDED, FIXED, END -> false;
    };
  }
}
