package skolem.frontend.parse;

import java.util.List;
import org.jspecify.annotations.Nullable;
import skolem.frontend.syntax.Operators;

/// Gives every operator symbol its role (prefix, infix, postfix, or a bare name such as the `+` in
/// `F(+, a)`) from what stands before and after it, and likewise the tokens whose meaning depends
/// on their neighbours: proof steps, path steps after `!`, labels of sequents.
///
/// The token before decides: after an operand only an infix or postfix operator can follow.
final class OperatorRoles {
  private final List<Lexeme> lexemes;
  private boolean inDefinitionFacts;

  private OperatorRoles(List<Lexeme> lexemes) {
    this.lexemes = lexemes;
  }

  static void assign(List<Lexeme> lexemes) {
    OperatorRoles roles = new OperatorRoles(lexemes);
    for (int i = 0; i < lexemes.size(); i++) {
      roles.assign(i);
    }
  }

  private void assign(int i) {
    Lexeme lexeme = lexemes.get(i);
    switch (lexeme.getType()) {
      case TlaLexer.OPERATOR -> lexeme.setType(role(i));
      case TlaLexer.STEP ->
          lexeme.setType(beginsStep(i) ? TlaLexer.STEP_BEGIN : TlaLexer.STEP_NAME);
      case TlaLexer.LANGLE, TlaLexer.RANGLE -> retypeAfterBang(i, TlaLexer.PATH_SIDE);
      case TlaLexer.COLON -> retypeAfterBang(i, TlaLexer.PATH_WHOLE);
      case TlaLexer.CASE -> {
        if (type(i - 1) == TlaLexer.STEP_BEGIN) {
          lexeme.setType(TlaLexer.CASE_STEP);
        }
      }
      case TlaLexer.IDENTIFIER -> {
        if (type(i + 1) == TlaLexer.DOUBLE_COLON && type(i + 2) == TlaLexer.ASSUME) {
          lexeme.setType(TlaLexer.SEQUENT_LABEL);
        }
      }
      default -> {}
    }
    inDefinitionFacts = staysInDefinitionFacts(lexeme);
  }

  private boolean staysInDefinitionFacts(Lexeme lexeme) {
    return switch (lexeme.getType()) {
      case TlaLexer.DEFS -> true;
      case TlaLexer.COMMA, TlaLexer.BANG, TlaLexer.NAMED, TlaLexer.MODULE, TlaLexer.IDENTIFIER ->
          inDefinitionFacts && !lexeme.beginsDefinition();
      default -> false;
    };
  }

  private void retypeAfterBang(int i, int type) {
    if (type(i - 1) == TlaLexer.BANG) {
      lexemes.get(i).setType(type);
    }
  }

  private boolean beginsStep(int i) {
    return switch (type(i - 1)) {
      case TlaLexer.PROOF, TlaLexer.OBVIOUS, TlaLexer.OMITTED, TlaLexer.QED -> true;
      default -> afterOperand(i);
    };
  }

  // ── Operators ───────────────────────────────────────────────────────────────────────────────

  private int role(int i) {
    String symbol = symbol(i);
    int before = type(i - 1);
    if (before == TlaLexer.BANG) {
      return roleAfterPath(i, symbol);
    }
    if (inDefinitionFacts && (before == TlaLexer.DEFS || before == TlaLexer.COMMA)) {
      return TlaLexer.NAMED;
    }
    return afterOperand(i) ? roleAfterOperand(symbol) : roleOfFirst(i, symbol);
  }

  private static int roleAfterOperand(String symbol) {
    return switch (symbol) {
      case "[]" -> TlaLexer.CASE_BAR;
      case "\\in" -> TlaLexer.IN_SET;
      case "=" -> TlaLexer.EQUALS;
      default -> {
        if (Operators.infix(symbol) != null) {
          yield TlaLexer.INFIX;
        }
        yield Operators.postfix(symbol) != null ? TlaLexer.POSTFIX : TlaLexer.OPERATOR;
      }
    };
  }

  /// The role of a symbol where an operand is due.
  private int roleOfFirst(int i, String symbol) {
    int after = type(i + 1);
    boolean operandFollows = startsOperand(i + 1);
    if (after == TlaLexer.LARROW) {
      return TlaLexer.NAMED;
    }
    if (isBullet(lexemes.get(i))) {
      return operandFollows ? TlaLexer.BULLET : TlaLexer.NAMED;
    }
    if (prefix(symbol)) {
      return operandFollows ? TlaLexer.PREFIX : TlaLexer.NAMED;
    }
    boolean bare =
        switch (after) {
          case TlaLexer.COMMA, TlaLexer.LPAREN, TlaLexer.RPAREN, TlaLexer.BANG -> true;
          default -> type(i - 1) == TlaLexer.LARROW;
        };
    return bare ? TlaLexer.NAMED : TlaLexer.OPERATOR;
  }

  /// The role of the symbol in `M!+`: infix in `x M!+ y`, a name in `M!+(x, y)`.
  private int roleAfterPath(int i, String symbol) {
    int start = pathStart(i - 1);
    if (start < 0) {
      return TlaLexer.NAMED;
    }
    if (afterOperand(start)) {
      int role = roleAfterOperand(symbol);
      boolean postfix = role == TlaLexer.POSTFIX;
      lexemes.get(start).setType(postfix ? TlaLexer.POSTFIX_OF : TlaLexer.INFIX_OF);
      return role;
    }
    if (prefix(symbol) && startsOperand(i + 1) && type(i + 1) != TlaLexer.LPAREN) {
      lexemes.get(start).setType(TlaLexer.PREFIX_OF);
      return TlaLexer.PREFIX;
    }
    return TlaLexer.NAMED;
  }

  /// The index of the first name of the path `I!J(x)!` whose last `!` is at `bang`, or -1.
  private int pathStart(int bang) {
    int i = bang;
    while (type(i) == TlaLexer.BANG) {
      i--;
      if (type(i) == TlaLexer.RPAREN) {
        i = matchingParenthesis(i) - 1;
      }
      if (type(i) != TlaLexer.IDENTIFIER) {
        return -1;
      }
      i--;
    }
    return i + 1;
  }

  private int matchingParenthesis(int close) {
    int depth = 0;
    for (int i = close; i >= 0; i--) {
      int type = type(i);
      if (type == TlaLexer.RPAREN) {
        depth++;
      } else if (type == TlaLexer.LPAREN && --depth == 0) {
        return i;
      } else if (type == TlaLexer.DEF) {
        return -1;
      }
    }
    return -1;
  }

  private static boolean prefix(String symbol) {
    return symbol.equals("-") || Operators.prefix(symbol) != null;
  }

  static boolean isBullet(Lexeme lexeme) {
    return switch (lexeme.getText()) {
      case "/\\", "\\/", "∧", "∨" -> true;
      default -> false;
    };
  }

  /// Whether a bullet is one of conjunction.
  static boolean conjunction(Lexeme bullet) {
    return bullet.getText().equals("/\\") || bullet.getText().equals("∧");
  }

  // ── Neighbours ──────────────────────────────────────────────────────────────────────────────

  private boolean afterOperand(int i) {
    return !lexemes.get(i).beginsDefinition()
        && switch (type(i - 1)) {
          case TlaLexer.IDENTIFIER,
              TlaLexer.NUMBER,
              TlaLexer.STRING,
              TlaLexer.AT,
              TlaLexer.RPAREN,
              TlaLexer.RBRACKET,
              TlaLexer.RBRACE,
              TlaLexer.RANGLE,
              TlaLexer.UNDERSCORE,
              TlaLexer.STEP_NAME,
              TlaLexer.NAMED,
              TlaLexer.POSTFIX,
              TlaLexer.PATH_SIDE,
              TlaLexer.PATH_WHOLE ->
              true;
          default -> false;
        };
  }

  private boolean startsOperand(int i) {
    return i < lexemes.size()
        && !lexemes.get(i).beginsDefinition()
        && switch (type(i)) {
          case TlaLexer.IDENTIFIER,
              TlaLexer.NUMBER,
              TlaLexer.STRING,
              TlaLexer.AT,
              TlaLexer.LPAREN,
              TlaLexer.LBRACKET,
              TlaLexer.LBRACE,
              TlaLexer.LANGLE,
              TlaLexer.UNDERSCORE,
              TlaLexer.STEP,
              TlaLexer.OPERATOR,
              TlaLexer.FAIRNESS,
              TlaLexer.QUANTIFIER,
              TlaLexer.CHOOSE,
              TlaLexer.IF,
              TlaLexer.CASE,
              TlaLexer.LET ->
              true;
          default -> false;
        };
  }

  private int type(int i) {
    return i >= 0 && i < lexemes.size() ? lexemes.get(i).getType() : TlaLexer.UNKNOWN;
  }

  private String symbol(int i) {
    String spelling = lexemes.get(i).getText();
    @Nullable String canonical = Operators.canonical(spelling);
    return canonical != null ? canonical : spelling;
  }
}
