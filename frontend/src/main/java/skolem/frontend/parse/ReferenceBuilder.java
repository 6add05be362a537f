package skolem.frontend.parse;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import skolem.frontend.parse.TlaParser.ArgumentsContext;
import skolem.frontend.source.Code;
import skolem.frontend.source.Diagnostics;
import skolem.frontend.source.Span;
import skolem.frontend.syntax.Expr;
import skolem.frontend.syntax.Expr.Step;
import skolem.frontend.syntax.Identifier;

/// Makes references of parse trees: names with arguments and with their way through instances and
/// subexpressions.
final class ReferenceBuilder {
  private final Places places;
  private final Diagnostics diagnostics;
  private final ExpressionBuilder expressions;

  ReferenceBuilder(Places places, Diagnostics diagnostics, ExpressionBuilder expressions) {
    this.places = places;
    this.diagnostics = diagnostics;
    this.expressions = expressions;
  }

  /// A reference, or a truth value where the name is one.
  Expr reference(TlaParser.ReferenceContext context) {
    Step.Named first = named(context.getStart(), context.arguments());
    if (context.getChildCount() == 1) {
      return switch (first.name().name()) {
        case "TRUE" -> new Expr.BooleanLiteral(true, first.span());
        case "FALSE" -> new Expr.BooleanLiteral(false, first.span());
        default -> new Expr.Reference(List.of(first), first.span());
      };
    }
    List<Step> path = new ArrayList<>();
    path.add(first);
    for (TlaParser.PathStepContext step : context.pathStep()) {
      path.add(step(step));
    }
    return new Expr.Reference(path, places.span(context));
  }

  private Step.Named named(Token token, @Nullable ArgumentsContext arguments) {
    Identifier name =
        switch (token.getType()) {
          case TlaParser.NAMED -> places.symbol(token);
          case TlaParser.STEP_NAME ->
              new Identifier(ProofBuilder.withoutDots(token.getText()), places.span(token));
          default -> new Identifier(Lexicon.name(token.getText()), places.span(token));
        };
    return arguments == null
        ? new Step.Named(name, List.of(), name.span())
        : new Step.Named(
            name, expressions.arguments(arguments.expr()), name.span().to(places.span(arguments)));
  }

  private Step step(TlaParser.PathStepContext context) {
    Token start = context.getStart();
    Span span = places.span(context);
    return switch (start.getType()) {
      case TlaParser.IDENTIFIER, TlaParser.NAMED -> named(start, context.arguments());
      case TlaParser.NUMBER -> index(start.getText(), span);
      case TlaParser.PATH_SIDE ->
          new Step.Side(start.getText().equals("<<") || start.getText().equals("⟨"), span);
      case TlaParser.PATH_WHOLE -> new Step.Whole(span);
      case TlaParser.AT -> new Step.Function(span);
      default -> new Step.Applied(expressions.arguments(context.arguments().expr()), span);
    };
  }

  private Step index(String digits, Span span) {
    try {
      return new Step.Index(Integer.parseInt(digits), span);
    } catch (NumberFormatException _) {
      diagnostics.error(Code.SYNTAX, span, "`!` takes a position such as 1, 2 or 3");
      return new Step.Index(1, span);
    }
  }

  /// The label that an expression before `::` is, or null where it is none.
  ExpressionBuilder.@Nullable Label label(Expr head) {
    if (!(head instanceof Expr.Reference(List<Step> path, Span _))
        || path.size() != 1
        || !(path.getFirst() instanceof Step.Named(Identifier name, List<Expr> arguments, _))) {
      return null;
    }
    List<Identifier> parameters = new ArrayList<>();
    for (Expr argument : arguments) {
      if (argument instanceof Expr.Reference(List<Step> steps, Span _)
          && steps.size() == 1
          && steps.getFirst() instanceof Step.Named(Identifier parameter, List<Expr> none, _)
          && none.isEmpty()) {
        parameters.add(parameter);
      } else {
        return null;
      }
    }
    return new ExpressionBuilder.Label(name, parameters);
  }
}
