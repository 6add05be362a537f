package skolem.frontend.parse;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import skolem.frontend.parse.TlaParser.ExprContext;
import skolem.frontend.parse.TlaParser.OperandContext;
import skolem.frontend.source.Code;
import skolem.frontend.source.Diagnostics;
import skolem.frontend.source.Span;
import skolem.frontend.syntax.Expr;
import skolem.frontend.syntax.Identifier;

/// Makes of parse trees the expressions that begin and end with a token of their own: literals,
/// brackets, lists.
final class OperandBuilder {
  private final Places places;
  private final Diagnostics diagnostics;
  private final ExpressionBuilder expressions;

  OperandBuilder(Places places, Diagnostics diagnostics, ExpressionBuilder expressions) {
    this.places = places;
    this.diagnostics = diagnostics;
    this.expressions = expressions;
  }

  Expr operand(OperandContext context) {
    if (context.reference() != null && context.FAIRNESS() == null) {
      return expressions.references().reference(context.reference());
    }
    if (context.tuple() != null && context.FAIRNESS() == null) {
      return tuple(context.tuple());
    }
    Token start = context.getStart();
    Span span = places.span(context);
    return switch (start.getType()) {
      case TlaParser.NUMBER -> new Expr.NumberLiteral(start.getText(), span);
      case TlaParser.STRING -> new Expr.StringLiteral(unescaped(start.getText()), span);
      case TlaParser.AT -> new Expr.At(span);
      case TlaParser.LPAREN -> new Expr.Parenthesized(first(context), span);
      case TlaParser.LIST_OPEN ->
          new Expr.Junction(
              OperatorRoles.conjunction((Lexeme) start),
              expressions.expressions(context.expr()),
              span);
      case TlaParser.FAIRNESS -> fairness(context, span);
      default -> bracketed(context, start.getType(), span);
    };
  }

  private Expr bracketed(OperandContext context, int bracket, Span span) {
    return switch (bracket) {
      case TlaParser.LBRACE ->
          new Expr.SetEnumeration(expressions.expressions(context.expr()), span);
      case TlaParser.LBRACE_FILTER ->
          new Expr.SetFilter(
              expressions.bounds().pattern(context.pattern()),
              first(context),
              second(context),
              span);
      case TlaParser.LBRACE_MAP ->
          new Expr.SetMap(first(context), expressions.bounds().bounded(context.bounds()), span);
      case TlaParser.LANGLE_ACTION ->
          new Expr.ActionAngle(first(context), operand(context.operand()), span);
      case TlaParser.LBRACKET_ACTION ->
          new Expr.ActionBox(first(context), operand(context.operand()), span);
      case TlaParser.LBRACKET_FUNCTION ->
          new Expr.FunctionConstructor(
              expressions.bounds().bounded(context.bounds()), first(context), span);
      case TlaParser.LBRACKET_FUNCTIONS ->
          new Expr.FunctionSet(first(context), second(context), span);
      case TlaParser.LBRACKET_RECORD -> new Expr.RecordConstructor(fields(context), span);
      case TlaParser.LBRACKET_RECORDS -> new Expr.RecordSet(fieldSets(context), span);
      case TlaParser.LBRACKET_EXCEPT -> new Expr.Except(first(context), updates(context), span);
      default -> throw new IllegalStateException(context.getText());
    };
  }

  private Expr first(OperandContext context) {
    return expressions.expression(context.expr(0));
  }

  private Expr second(OperandContext context) {
    return expressions.expression(context.expr(1));
  }

  private Expr tuple(TlaParser.TupleContext context) {
    return new Expr.Tuple(expressions.expressions(context.expr()), places.span(context));
  }

  private List<Expr.Field> fields(OperandContext context) {
    List<Expr.Field> fields = new ArrayList<>();
    for (TlaParser.FieldContext field : context.field()) {
      fields.add(field(places.name(field.IDENTIFIER()), field.expr()));
    }
    return fields;
  }

  private List<Expr.Field> fieldSets(OperandContext context) {
    List<Expr.Field> fields = new ArrayList<>();
    for (TlaParser.FieldSetContext field : context.fieldSet()) {
      fields.add(field(places.name(field.IDENTIFIER()), field.expr()));
    }
    return fields;
  }

  private Expr.Field field(Identifier name, ExprContext value) {
    return new Expr.Field(name, expressions.expression(value));
  }

  private List<Expr.Update> updates(OperandContext context) {
    List<Expr.Update> updates = new ArrayList<>();
    for (TlaParser.UpdateContext update : context.update()) {
      List<Expr.Selector> path = new ArrayList<>();
      for (TlaParser.SelectorContext selector : update.selector()) {
        path.add(
            selector.IDENTIFIER() != null
                ? new Expr.Selector.Member(places.name(selector.IDENTIFIER()))
                : new Expr.Selector.Index(
                    expressions.expressions(selector.arrayArguments().expr()),
                    places.span(selector)));
      }
      updates.add(
          new Expr.Update(path, expressions.expression(update.expr()), places.span(update)));
    }
    return updates;
  }

  // ── Fairness ────────────────────────────────────────────────────────────────────────────────

  private Expr fairness(OperandContext context, Span span) {
    boolean strong = context.getStart().getText().startsWith("S");
    if (context.tuple() != null) {
      return new Expr.Fairness(strong, tuple(context.tuple()), first(context), span);
    }
    if (context.reference() != null) {
      return namedFairness(strong, context.reference(), span);
    }
    Span inner = places.span(context.LPAREN(0)).to(places.span(context.RPAREN(0)));
    Expr subscript = new Expr.Parenthesized(first(context), inner);
    return new Expr.Fairness(strong, subscript, second(context), span);
  }

  /// `WF_v(A)` is read as `WF_` and the reference `v(A)`, whose last arguments are the action.
  private Expr namedFairness(boolean strong, TlaParser.ReferenceContext context, Span span) {
    Expr whole = expressions.references().reference(context);
    if (whole instanceof Expr.Reference(List<Expr.Step> path, Span _)
        && path.getLast() instanceof Expr.Step.Named(Identifier name, List<Expr> arguments, Span _)
        && arguments.size() == 1) {
      List<Expr.Step> subscript = new ArrayList<>(path);
      subscript.set(path.size() - 1, new Expr.Step.Named(name, List.of(), name.span()));
      Span place = path.getFirst().span().to(name.span());
      return new Expr.Fairness(
          strong, new Expr.Reference(subscript, place), arguments.getFirst(), span);
    }
    diagnostics.error(
        Code.SYNTAX, span, "the subscript must be followed by one action in parentheses");
    return whole;
  }

  // ── Strings ─────────────────────────────────────────────────────────────────────────────────

  /// The characters that a string denotes; a backslash before any other character stands for
  /// itself.
  private static String unescaped(String quoted) {
    String inner = quoted.substring(1, quoted.length() - 1);
    if (inner.indexOf('\\') < 0) {
      return inner;
    }
    StringBuilder text = new StringBuilder();
    boolean escaped = false;
    for (int i = 0; i < inner.length(); i++) {
      char c = inner.charAt(i);
      if (!escaped && c == '\\') {
        escaped = true;
      } else {
        text.append(escaped ? escape(c) : String.valueOf(c));
        escaped = false;
      }
    }
    return text.toString();
  }

  private static String escape(char c) {
    return switch (c) {
      case 't' -> "\t";
      case 'n' -> "\n";
      case 'f' -> "\f";
      case 'r' -> "\r";
      case '"', '\\' -> String.valueOf(c);
      default -> "\\" + c;
    };
  }
}
