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
    if (namesField(i) && Lexicon.isReserved(lexeme.getText())) {
      lexeme.setType(TlaLexer.IDENTIFIER);
    }
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
        int labelled = type(i + 1) == TlaLexer.DOUBLE_COLON ? type(i + 2) : TlaLexer.UNKNOWN;
        if (labelled == TlaLexer.ASSUME || labelled == TlaLexer.BOX_ASSUME) {
          lexeme.setType(TlaLexer.SEQUENT_LABEL);
        }
      }
      default -> {}
    }
    inDefinitionFacts = staysInDefinitionFacts(lexeme);
  }

  /// Whether a field or a module is named here; they may be called as reserved words are.
  private boolean namesField(int i) {
    return switch (type(i - 1)) {
      case TlaLexer.DOT, TlaLexer.MODULE_BEGIN, TlaLexer.EXTENDS, TlaLexer.INSTANCE -> true;
      default -> type(i + 1) == TlaLexer.MAPSTO;
    };
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
    if (before == TlaLexer.BANG
        || (inDefinitionFacts && (before == TlaLexer.DEFS || before == TlaLexer.COMMA))) {
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
