package skolem.frontend.parse;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.jspecify.annotations.Nullable;
import skolem.frontend.source.Code;
import skolem.frontend.source.Diagnostic;
import skolem.frontend.source.Span;

/// Says in words of TLA+ what a parser found and what it expected.
final class SyntaxFaults {
  private static final int LONGEST_LIST = 4;

  private final Places places;
  private final TokenStream tokens;

  SyntaxFaults(Places places, TokenStream tokens) {
    this.places = places;
    this.tokens = tokens;
  }

  Diagnostic diagnostic(RecognitionException fault) {
    Token found = fault.getOffendingToken();
    Diagnostic diagnostic = diagnostic(found, expected(fault.getExpectedTokens()));
    Token opener = opener(fault.getCtx());
    return opener == null || opener == found
        ? diagnostic
        : diagnostic.with(places.span(opener), "`" + opener.getText() + "` is waiting for it here");
  }

  /// The bracket or word that the construct at fault begins with, or null.
  private static @Nullable Token opener(RuleContext context) {
    return switch (context.getRuleIndex()) {
      case TlaParser.RULE_operand,
          TlaParser.RULE_tuple,
          TlaParser.RULE_arguments,
          TlaParser.RULE_arrayArguments,
          TlaParser.RULE_prefix ->
          ((ParserRuleContext) context).getStart();
      default -> null;
    };
  }

  /// @param expected what could stand there, in words
  Diagnostic diagnostic(Token found, String expected) {
    Token next = afterLists(found);
    if (next.getType() == TlaParser.LBRACKET && expected.contains("an expression")) {
      return Diagnostic.error(
          Code.SYNTAX,
          place(next),
          "this `[` begins nothing: `|->`, `->`, `:`, `EXCEPT` or `]_` is missing after it");
    }
    boolean left =
        next != found && hasText(next) && ((Lexeme) next).column() <= ((Lexeme) found).column();
    String message =
        left
            ? "expected %s before the end of the list: %s is not right of the bullets"
            : "expected %s, found %s";
    Diagnostic diagnostic =
        Diagnostic.error(Code.SYNTAX, place(next), message.formatted(expected, found(next)));
    Token equals = definedBy(next);
    return equals == null
        ? diagnostic
        : diagnostic.with(places.span(equals), "`==` begins a definition; equality is `=`");
  }

  /// The `==` of the definition that begins with this token, or null where none does.
  private @Nullable Token definedBy(Token token) {
    return switch (token.getType()) {
      case TlaParser.BEGIN_DEFINITION, TlaParser.LET_DEFINITION, TlaParser.STEP_DEFINITION -> {
        Token next = token;
        while (next.getType() != TlaParser.DEF && next.getType() != Token.EOF) {
          next = after(next);
        }
        yield next;
      }
      default -> null;
    };
  }

  private Span place(Token token) {
    return places.span(hasText(token) ? token : after(token));
  }

  // ── Found ───────────────────────────────────────────────────────────────────────────────────

  private String found(Token token) {
    return switch (token.getType()) {
      case Token.EOF -> "the end of the file";
      case TlaParser.BEGIN_DEFINITION, TlaParser.LET_DEFINITION, TlaParser.STEP_DEFINITION ->
          "the definition that begins with `" + after(token).getText() + "`";
      case TlaParser.MODULE_BEGIN -> "the beginning of a module";
      case TlaParser.MODULE_END -> "the end of the module";
      case TlaParser.DASHES -> "a line of dashes";
      case TlaParser.UNKNOWN -> unknown(token.getText().charAt(0));
      default -> "`" + token.getText() + "`";
    };
  }

  private static String unknown(char c) {
    if (c == '"') {
      return "a string that is not closed on its line";
    }
    boolean invisible = Character.isISOControl(c) || Character.isSurrogate(c);
    String name = invisible ? "U+%04X".formatted((int) c) : "`" + c + "`";
    return name + ", which is no character of TLA+";
  }

  private static boolean hasText(Token token) {
    return token.getType() == Token.EOF || !token.getText().isEmpty();
  }

  private Token after(Token token) {
    return tokens.get(Math.min(token.getTokenIndex() + 1, tokens.size() - 1));
  }

  private Token afterLists(Token token) {
    Token next = token;
    while (next.getType() == TlaParser.LIST_CLOSE) {
      next = after(next);
    }
    return next;
  }

  // ── Expected ────────────────────────────────────────────────────────────────────────────────

  private static String expected(@Nullable IntervalSet types) {
    Set<String> words = new LinkedHashSet<>();
    if (types != null) {
      boolean expression = types.contains(TlaParser.NUMBER) && types.contains(TlaParser.LPAREN);
      if (expression) {
        words.add("an expression");
      }
      for (int type : types.toList()) {
        if (!expression || !startsExpression(type)) {
          words.add(word(type));
        }
      }
    }
    List<String> list = new ArrayList<>(words);
    if (list.size() > LONGEST_LIST) {
      return words.contains("an expression") ? "an expression" : "something else";
    }
    if (list.isEmpty()) {
      return "something else";
    }
    String last = list.removeLast();
    return list.isEmpty() ? last : String.join(", ", list) + " or " + last;
  }

  private static boolean startsExpression(int type) {
    return switch (type) {
      case TlaParser.IDENTIFIER,
          TlaParser.NAMED,
          TlaParser.STEP_NAME,
          TlaParser.SEQUENT_LABEL,
          TlaParser.NUMBER,
          TlaParser.STRING,
          TlaParser.AT,
          TlaParser.LPAREN,
          TlaParser.LIST_OPEN,
          TlaParser.LANGLE,
          TlaParser.LANGLE_ACTION,
          TlaParser.LBRACE,
          TlaParser.LBRACE_FILTER,
          TlaParser.LBRACE_MAP,
          TlaParser.LBRACKET_ACTION,
          TlaParser.LBRACKET_EXCEPT,
          TlaParser.LBRACKET_FUNCTION,
          TlaParser.LBRACKET_FUNCTIONS,
          TlaParser.LBRACKET_RECORD,
          TlaParser.LBRACKET_RECORDS,
          TlaParser.FAIRNESS,
          TlaParser.PREFIX,
          TlaParser.QUANTIFIER,
          TlaParser.CHOOSE,
          TlaParser.LAMBDA,
          TlaParser.IF,
          TlaParser.CASE,
          TlaParser.LET ->
          true;
      default -> false;
    };
  }

  private static String word(int type) {
    return switch (type) {
      case Token.EOF -> "the end of the file";
      case TlaParser.IDENTIFIER -> "a name";
      case TlaParser.NUMBER -> "a number";
      case TlaParser.UNDERSCORE -> "`_`";
      case TlaParser.DASHES -> "`----`";
      case TlaParser.MODULE_BEGIN -> "a module";
      case TlaParser.MODULE_END -> "`====`";
      case TlaParser.BEGIN_DEFINITION, TlaParser.LET_DEFINITION, TlaParser.STEP_DEFINITION ->
          "a definition";
      case TlaParser.STEP_BEGIN -> "a step of the proof";
      case TlaParser.STEP_NAME -> "the name of a step";
      case TlaParser.LIST_ITEM, TlaParser.LIST_CLOSE -> "another item of the list or its end";
      case TlaParser.INFIX, TlaParser.POSTFIX, TlaParser.PREFIX, TlaParser.NAMED -> "an operator";
      case TlaParser.LEVEL -> "`STATE`";
      case TlaParser.DEFS -> "`DEF`";
      case TlaParser.BOX_ASSUME -> "`[]ASSUME`";
      case TlaParser.BOX_PROVE -> "`[]PROVE`";
      case TlaParser.CASE_STEP -> "`CASE`";
      case TlaParser.IN_SET -> "`\\in`";
      case TlaParser.CASE_BAR -> "`[]`";
      case TlaParser.PATH_SIDE -> "`<<` or `>>`";
      case TlaParser.PATH_WHOLE -> "`:`";
      default -> punctuation(type);
    };
  }

  private static String punctuation(int type) {
    return switch (type) {
      case TlaParser.ARROW -> "`->`";
      case TlaParser.AT -> "`@`";
      case TlaParser.BANG -> "`!`";
      case TlaParser.COLON -> "`:`";
      case TlaParser.COMMA -> "`,`";
      case TlaParser.DEF -> "`==`";
      case TlaParser.DOT -> "`.`";
      case TlaParser.DOUBLE_COLON -> "`::`";
      case TlaParser.EQUALS -> "`=`";
      case TlaParser.LANGLE -> "`<<`";
      case TlaParser.LARROW -> "`<-`";
      case TlaParser.LBRACKET -> "`[`";
      case TlaParser.LPAREN -> "`(`";
      case TlaParser.MAPSTO -> "`|->`";
      case TlaParser.RANGLE -> "`>>`";
      case TlaParser.RANGLE_SUB -> "`>>_`";
      case TlaParser.RBRACE -> "`}`";
      case TlaParser.RBRACKET -> "`]`";
      case TlaParser.RBRACKET_SUB -> "`]_`";
      case TlaParser.RPAREN -> "`)`";
      default -> "`" + TlaParser.VOCABULARY.getSymbolicName(type) + "`";
    };
  }
}
