package skolem.frontend.parse;

import java.util.List;
import org.jspecify.annotations.Nullable;
import skolem.frontend.syntax.Operators;

/// Marks where definitions begin, by going back from each `==` over the head before it.
///
/// A head is `F`, `F(x, y)`, `f[x \in S]`, `- x`, `x + y` or `x ^+`. Nothing marks its beginning in
/// the text, and without a mark one could not see where the definition before it ends.
final class DefinitionHeads {
  private final List<Lexeme> lexemes;

  private DefinitionHeads(List<Lexeme> lexemes) {
    this.lexemes = lexemes;
  }

  static void mark(List<Lexeme> lexemes) {
    DefinitionHeads heads = new DefinitionHeads(lexemes);
    for (int i = 1; i < lexemes.size(); i++) {
      if (lexemes.get(i).getType() == TlaLexer.DEF) {
        int begin = heads.begin(i - 1);
        if (begin >= 0) {
          lexemes.get(begin).markDefinition();
        }
      }
    }
  }

  /// The index at which the head begins that ends at index `last`, or -1 where there is none.
  private int begin(int last) {
    return switch (type(last)) {
      case TlaLexer.IDENTIFIER -> beginBeforeName(last);
      case TlaLexer.RPAREN -> nameBefore(last, TlaLexer.LPAREN, TlaLexer.RPAREN);
      case TlaLexer.RBRACKET -> nameBefore(last, TlaLexer.LBRACKET, TlaLexer.RBRACKET);
      case TlaLexer.OPERATOR -> {
        String symbol = symbol(last);
        boolean postfix = symbol != null && Operators.postfix(symbol) != null;
        yield postfix && type(last - 1) == TlaLexer.IDENTIFIER ? last - 1 : -1;
      }
      default -> -1;
    };
  }

  private int beginBeforeName(int name) {
    String symbol = symbol(name - 1);
    if (symbol == null) {
      return name;
    }
    if (Operators.infix(symbol) != null && type(name - 2) == TlaLexer.IDENTIFIER) {
      return name - 2;
    }
    boolean substituted = type(name - 2) == TlaLexer.LARROW;
    return Operators.prefix(symbol) != null && !substituted ? name - 1 : name;
  }

  private int nameBefore(int last, int open, int close) {
    int depth = 0;
    for (int i = last; i > 0; i--) {
      int type = type(i);
      if (type == close) {
        depth++;
      } else if (type == open && --depth == 0) {
        return type(i - 1) == TlaLexer.IDENTIFIER ? i - 1 : -1;
      } else if (type == TlaLexer.DEF) {
        return -1;
      }
    }
    return -1;
  }

  private int type(int index) {
    return index >= 0 ? lexemes.get(index).getType() : TlaLexer.UNKNOWN;
  }

  private @Nullable String symbol(int index) {
    return type(index) == TlaLexer.OPERATOR
        ? Operators.canonical(lexemes.get(index).getText())
        : null;
  }
}
