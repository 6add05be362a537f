package skolem.frontend.parse;

import java.util.HashSet;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.jspecify.annotations.Nullable;
import skolem.frontend.syntax.Gaps;
import skolem.frontend.syntax.Operators;

/// Collects what the faulty units of a module may define, from the tokens that are passed over.
final class SkippedTokens {
  private final TokenStream tokens;
  private final Set<String> names = new HashSet<>();
  private boolean anything;

  SkippedTokens(TokenStream tokens) {
    this.tokens = tokens;
  }

  Gaps gaps() {
    return new Gaps(names, anything);
  }

  /// Looks at the tokens `from` (inclusive) to `to` (exclusive).
  void add(int from, int to) {
    boolean declares = false;
    for (int i = from; i < to; i++) {
      switch (type(i)) {
        case TlaParser.BEGIN_DEFINITION, TlaParser.LET_DEFINITION, TlaParser.STEP_DEFINITION ->
            names.add(defined(i + 1));
        case TlaParser.EXTENDS -> anything = true;
        case TlaParser.INSTANCE -> anything |= type(i - 1) != TlaParser.DEF;
        default -> {}
      }
      declares = declares(type(i), declares);
      if (declares) {
        names.add(symbol(i));
      }
    }
  }

  /// Looks at names where a unit should begin, which probably were to be defined or declared.
  void addStray(int from) {
    for (int i = from; type(i) == TlaParser.IDENTIFIER || type(i) == TlaParser.COMMA; i++) {
      names.add(symbol(i));
    }
  }

  /// Whether a token belongs to a list of declared names.
  private static boolean declares(int type, boolean before) {
    return switch (type) {
      case TlaParser.VARIABLE, TlaParser.CONSTANT, TlaParser.RECURSIVE -> true;
      case TlaParser.IDENTIFIER,
          TlaParser.COMMA,
          TlaParser.LPAREN,
          TlaParser.RPAREN,
          TlaParser.UNDERSCORE,
          TlaParser.PREFIX,
          TlaParser.INFIX,
          TlaParser.POSTFIX ->
          before;
      default -> false;
    };
  }

  /// The name that is defined by the head at index `i`.
  private String defined(int i) {
    if (type(i) == TlaParser.PREFIX) {
      return symbol(i).equals("-") ? "-." : symbol(i);
    }
    boolean postfix = type(i + 1) == TlaParser.POSTFIX;
    boolean infix = type(i + 2) == TlaParser.IDENTIFIER && type(i + 3) == TlaParser.DEF;
    return symbol(postfix || infix ? i + 1 : i);
  }

  private String symbol(int i) {
    String spelling = tokens.get(i).getText();
    @Nullable String canonical = Operators.canonical(spelling);
    return canonical != null ? canonical : spelling;
  }

  private int type(int i) {
    return i >= 0 && i < tokens.size() ? tokens.get(i).getType() : Token.EOF;
  }
}
