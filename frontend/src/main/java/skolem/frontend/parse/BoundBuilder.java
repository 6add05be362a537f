package skolem.frontend.parse;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.tree.TerminalNode;
import skolem.frontend.parse.TlaParser.BoundContext;
import skolem.frontend.parse.TlaParser.BoundsContext;
import skolem.frontend.parse.TlaParser.PatternContext;
import skolem.frontend.source.Code;
import skolem.frontend.source.Diagnostics;
import skolem.frontend.source.Span;
import skolem.frontend.syntax.Bound;
import skolem.frontend.syntax.Expr;
import skolem.frontend.syntax.Identifier;

/// Makes bounds of parse trees: gathers the names that share a set.
final class BoundBuilder {
  private final Places places;
  private final Diagnostics diagnostics;
  private final ExpressionBuilder expressions;

  BoundBuilder(Places places, Diagnostics diagnostics, ExpressionBuilder expressions) {
    this.places = places;
    this.diagnostics = diagnostics;
    this.expressions = expressions;
  }

  Bound.Pattern pattern(PatternContext context) {
    Span span = places.span(context);
    List<TerminalNode> names = context.IDENTIFIER();
    return new Bound.Pattern(places.names(names), context.LANGLE() != null, span);
  }

  /// Bounds that all need a set, as those of functions.
  List<Bound> bounded(BoundsContext context) {
    return group(context.bound());
  }

  /// Bounds with sets, or names only where no set is given at all.
  List<Bound> either(BoundsContext context) {
    for (BoundContext bound : context.bound()) {
      if (bound.expr() != null) {
        return group(context.bound());
      }
    }
    return List.of(unbounded(context));
  }

  /// What a quantifier binds; the temporal ones have no sets.
  List<Bound> quantified(BoundsContext context, Expr.Quantifier quantifier) {
    return switch (quantifier) {
      case FORALL, EXISTS -> either(context);
      case TEMPORAL_FORALL, TEMPORAL_EXISTS -> {
        for (BoundContext bound : context.bound()) {
          if (bound.expr() != null) {
            error(bound, "a temporal quantifier has names only, without sets");
          }
        }
        yield List.of(unbounded(context));
      }
    };
  }

  private Bound unbounded(BoundsContext context) {
    List<Bound.Pattern> patterns = new ArrayList<>();
    for (BoundContext bound : context.bound()) {
      Bound.Pattern pattern = pattern(bound.pattern());
      if (pattern.tuple()) {
        error(bound, "a tuple of names needs a set: `\\in` is missing");
      }
      patterns.add(pattern);
    }
    return new Bound(patterns, null, places.span(context));
  }

  private List<Bound> group(List<BoundContext> contexts) {
    List<Bound> bounds = new ArrayList<>();
    List<Bound.Pattern> waiting = new ArrayList<>();
    for (BoundContext context : contexts) {
      Bound.Pattern pattern = pattern(context.pattern());
      if (!waiting.isEmpty() && (pattern.tuple() || waiting.getLast().tuple())) {
        error(context, "a tuple of names needs a set of its own");
      }
      waiting.add(pattern);
      if (context.expr() != null) {
        Expr set = expressions.expression(context.expr());
        bounds.add(new Bound(waiting, set, waiting.getFirst().span().to(set.span())));
        waiting = new ArrayList<>();
      }
    }
    if (!waiting.isEmpty()) {
      Identifier name = waiting.getLast().names().getLast();
      diagnostics.error(
          Code.SYNTAX, name.span(), "`%s` needs a set: `\\in` is missing".formatted(name));
    }
    return bounds;
  }

  private void error(BoundContext context, String message) {
    diagnostics.error(Code.SYNTAX, places.span(context), message);
  }
}
