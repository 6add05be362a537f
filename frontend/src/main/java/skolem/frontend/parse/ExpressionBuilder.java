package skolem.frontend.parse;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import skolem.frontend.parse.OperatorPrecedence.Guard;
import skolem.frontend.parse.TlaParser.ExprContext;
import skolem.frontend.parse.TlaParser.OperandContext;
import skolem.frontend.source.Code;
import skolem.frontend.source.Diagnostics;
import skolem.frontend.source.Span;
import skolem.frontend.syntax.Bound;
import skolem.frontend.syntax.Expr;
import skolem.frontend.syntax.Identifier;
import skolem.frontend.syntax.Unit;

/// Makes expressions of parse trees.
final class ExpressionBuilder {
  private final Places places;
  private final Diagnostics diagnostics;
  private final BoundBuilder bounds;
  private final ReferenceBuilder references;
  private final OperandBuilder operands;
  private final DefinitionBuilder definitions;

  ExpressionBuilder(Places places, Diagnostics diagnostics) {
    this.places = places;
    this.diagnostics = diagnostics;
    this.bounds = new BoundBuilder(places, diagnostics, this);
    this.references = new ReferenceBuilder(places, diagnostics, this);
    this.operands = new OperandBuilder(places, diagnostics, this);
    this.definitions = new DefinitionBuilder(places, diagnostics, this);
  }

  BoundBuilder bounds() {
    return bounds;
  }

  ReferenceBuilder references() {
    return references;
  }

  DefinitionBuilder definitions() {
    return definitions;
  }

  List<Expr> expressions(List<ExprContext> contexts) {
    List<Expr> expressions = new ArrayList<>(contexts.size());
    for (ExprContext context : contexts) {
      expressions.add(expression(context));
    }
    return expressions;
  }

  /// The arguments of an operator, where bare symbols and LAMBDA are allowed.
  List<Expr> arguments(List<ExprContext> contexts) {
    List<Expr> arguments = new ArrayList<>(contexts.size());
    for (ExprContext context : contexts) {
      arguments.add(argument(context));
    }
    return arguments;
  }

  Expr argument(ExprContext context) {
    return sequence(context);
  }

  Expr expression(ExprContext context) {
    Expr expression = sequence(context);
    if (expression instanceof Expr.Lambda) {
      diagnostics.error(
          Code.SYNTAX, expression.span(), "a LAMBDA can only be the argument of an operator");
    } else if (context.getStart().getType() == TlaParser.NAMED
        && expression instanceof Expr.Reference(List<Expr.Step> path, Span span)
        && path.size() == 1
        && path.getFirst() instanceof Expr.Step.Named(_, List<Expr> given, _)
        && given.isEmpty()) {
      diagnostics.error(Code.SYNTAX, span, "an operator without operands is not an expression");
    }
    return expression;
  }

  private Expr sequence(ExprContext context) {
    if (context.getChildCount() == 1) {
      return operands.operand((OperandContext) context.getChild(0));
    }
    OperatorPrecedence sequence = new OperatorPrecedence(diagnostics);
    for (ParseTree child : context.children) {
      // By number: pattern switches cost noticeable time when they first run.
      switch (((ParserRuleContext) child).getRuleIndex()) {
        case TlaParser.RULE_operand -> sequence.operand(operands.operand((OperandContext) child));
        case TlaParser.RULE_infix -> infix(sequence, (TlaParser.InfixContext) child);
        case TlaParser.RULE_prefix -> prefix(sequence, (TlaParser.PrefixContext) child);
        case TlaParser.RULE_postfix -> postfix(sequence, (TlaParser.PostfixContext) child);
        default -> throw new IllegalStateException(child.getText());
      }
    }
    return sequence.finish();
  }

  // ── Infix ───────────────────────────────────────────────────────────────────────────────────

  private void infix(OperatorPrecedence sequence, TlaParser.InfixContext context) {
    if (context.CASE_BAR() != null) {
      sequence.nextArm(guard(context.guard()));
    } else if (context.DOUBLE_COLON() != null) {
      label(sequence, context.DOUBLE_COLON());
    } else {
      sequence.infix(symbol(places.symbol(context.infixSymbol().getStart())));
    }
  }

  private static Expr.Symbol symbol(Identifier symbol) {
    return new Expr.Symbol(List.of(), symbol.name(), symbol.span());
  }

  private Guard guard(TlaParser.GuardContext context) {
    Span span = places.span(context);
    ExprContext condition = context.expr();
    return new Guard(condition == null ? null : expression(condition), span);
  }

  private void label(OperatorPrecedence sequence, TerminalNode colons) {
    Expr head = sequence.takeOperand();
    Label label = references.label(head);
    if (label == null) {
      diagnostics.error(
          Code.SYNTAX,
          head.span().to(places.span(colons)),
          "a label is a name, or a name with names as parameters");
      label = new Label(new Identifier("", head.span()), List.of());
    }
    Label found = label;
    sequence.openLabel(
        head.span(),
        body ->
            new Expr.Labelled(found.name(), found.parameters(), body, head.span().to(body.span())));
  }

  /// What stands before `::`.
  record Label(Identifier name, List<Identifier> parameters) {}

  // ── Prefix ──────────────────────────────────────────────────────────────────────────────────

  private void prefix(OperatorPrecedence sequence, TlaParser.PrefixContext context) {
    Token start = context.getStart();
    Span span = places.span(start);
    switch (start.getType()) {
      case TlaParser.PREFIX -> sequence.prefix(symbol(places.prefixSymbol(start)));
      case TlaParser.QUANTIFIER -> {
        Expr.Quantifier quantifier = quantifier(start.getText());
        List<Bound> bound = bounds.quantified(context.bounds(), quantifier);
        sequence.open(
            span, body -> new Expr.Quantified(quantifier, bound, body, span.to(body.span())));
      }
      case TlaParser.CHOOSE -> {
        Bound.Pattern pattern = bounds.pattern(context.pattern());
        Expr set = context.expr().isEmpty() ? null : expression(context.expr(0));
        sequence.open(span, body -> new Expr.Choose(pattern, set, body, span.to(body.span())));
      }
      case TlaParser.LAMBDA -> {
        List<Identifier> parameters = places.names(context.IDENTIFIER());
        sequence.open(span, body -> new Expr.Lambda(parameters, body, span.to(body.span())));
      }
      case TlaParser.IF -> {
        Expr condition = expression(context.expr(0));
        Expr thenBranch = expression(context.expr(1));
        sequence.open(span, body -> new Expr.If(condition, thenBranch, body, span.to(body.span())));
      }
      case TlaParser.CASE -> sequence.openCase(span, guard(context.guard()));
      case TlaParser.LET -> {
        List<Unit> units = definitions.letUnits(context.letUnit());
        sequence.open(span, body -> new Expr.Let(units, body, span.to(body.span())));
      }
      default -> throw new IllegalStateException(start.getText());
    }
  }

  private static Expr.Quantifier quantifier(String spelling) {
    return switch (spelling) {
      case "\\A", "\\forall", "∀" -> Expr.Quantifier.FORALL;
      case "\\E", "\\exists", "∃" -> Expr.Quantifier.EXISTS;
      case "\\AA" -> Expr.Quantifier.TEMPORAL_FORALL;
      case "\\EE" -> Expr.Quantifier.TEMPORAL_EXISTS;
      default -> throw new IllegalArgumentException(spelling);
    };
  }

  // ── Postfix ─────────────────────────────────────────────────────────────────────────────────

  private void postfix(OperatorPrecedence sequence, TlaParser.PostfixContext context) {
    if (context.arrayArguments() != null) {
      List<Expr> arguments = expressions(context.arrayArguments().expr());
      sequence.extend(
          function -> new Expr.FunctionApplication(function, arguments, from(function, context)));
    } else if (context.IDENTIFIER() != null) {
      Identifier field = places.name(context.IDENTIFIER());
      sequence.extend(record -> new Expr.FieldAccess(record, field, from(record, context)));
    } else {
      sequence.postfix(symbol(places.symbol(context.POSTFIX().getSymbol())));
    }
  }

  private Span from(Expr first, ParserRuleContext last) {
    return first.span().to(places.span(last));
  }
}
