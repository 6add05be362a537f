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
  private final int[] openers;

  private DefinitionHeads(List<Lexeme> lexemes) {
    this.lexemes = lexemes;
    this.openers = openers(lexemes);
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
      case TlaLexer.RPAREN, TlaLexer.RBRACKET -> nameBefore(last);
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
    if (Operators.infix(symbol) != null
        && type(name - 2) == TlaLexer.IDENTIFIER
        && canBegin(name - 2)) {
      return name - 2;
    }
    boolean substituted = type(name - 2) == TlaLexer.LARROW;
    return Operators.prefix(symbol) != null && !substituted ? name - 1 : name;
  }

  /// The index of the name before the bracket that closes at index `last`, or -1.
  private int nameBefore(int last) {
    int open = openers[last];
    return open > 0 && type(open - 1) == TlaLexer.IDENTIFIER ? open - 1 : -1;
  }

  /// For each closing bracket the index of the one that it closes; -1 where there is none.
  private static int[] openers(List<Lexeme> lexemes) {
    int[] openers = new int[lexemes.size()];
    int[] open = new int[lexemes.size()];
    int depth = 0;
    for (int i = 0; i < openers.length; i++) {
      openers[i] = -1;
      switch (lexemes.get(i).getType()) {
        case TlaLexer.LPAREN, TlaLexer.LBRACKET -> open[depth++] = i;
        case TlaLexer.RPAREN, TlaLexer.RBRACKET, TlaLexer.RBRACKET_SUB -> {
          boolean parenthesis = lexemes.get(i).getType() == TlaLexer.RPAREN;
          int opener = parenthesis ? TlaLexer.LPAREN : TlaLexer.LBRACKET;
          if (depth > 0 && lexemes.get(open[depth - 1]).getType() == opener) {
            openers[i] = open[--depth];
          }
        }
        default -> {}
      }
    }
    return openers;
  }

  /// Whether a definition can begin here: not where an operand is due. In `a == b +` before `c ==
  /// d`, what is defined is `c` and not `+`.
  private boolean canBegin(int index) {
    return switch (type(index - 1)) {
      case TlaLexer.OPERATOR -> {
        String symbol = symbol(index - 1);
        yield symbol != null && Operators.postfix(symbol) != null;
      }
      case TlaLexer.ARROW,
          TlaLexer.BANG,
          TlaLexer.CASE,
          TlaLexer.COLON,
          TlaLexer.COMMA,
          TlaLexer.CONSTANT,
          TlaLexer.DEF,
          TlaLexer.DOUBLE_COLON,
          TlaLexer.ELSE,
          TlaLexer.EXTENDS,
          TlaLexer.IF,
          TlaLexer.IN,
          TlaLexer.INSTANCE,
          TlaLexer.LANGLE,
          TlaLexer.LARROW,
          TlaLexer.LBRACE,
          TlaLexer.LBRACKET,
          TlaLexer.LPAREN,
          TlaLexer.MAPSTO,
          TlaLexer.RECURSIVE,
          TlaLexer.THEN,
          TlaLexer.VARIABLE ->
          false;
      default -> true;
    };
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
