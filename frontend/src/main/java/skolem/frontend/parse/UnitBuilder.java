package skolem.frontend.parse;

import org.jspecify.annotations.Nullable;
import skolem.frontend.parse.TlaParser.UnitContext;
import skolem.frontend.source.Diagnostics;
import skolem.frontend.source.Span;
import skolem.frontend.syntax.Identifier;
import skolem.frontend.syntax.Unit;

/// Makes units of parse trees.
final class UnitBuilder {
  private final Places places;
  private final ExpressionBuilder expressions;
  private final ProofBuilder proofs;

  UnitBuilder(Places places, Diagnostics diagnostics) {
    this.places = places;
    this.expressions = new ExpressionBuilder(places, diagnostics);
    this.proofs = new ProofBuilder(places, diagnostics, expressions);
  }

  /// The unit, or null for a line of dashes.
  @Nullable Unit unit(UnitContext context) {
    Span span = places.span(context);
    if (context.definition() != null) {
      return expressions.definitions().definition(context.definition(), context.LOCAL());
    }
    if (context.instance() != null) {
      return expressions.definitions().instance(context.instance(), context.LOCAL());
    }
    if (context.recursive() != null) {
      return expressions.definitions().recursive(context.recursive());
    }
    if (context.useOrHide() != null) {
      return proofs.useOrHide(context.useOrHide());
    }
    return switch (context.getStart().getType()) {
      case TlaParser.VARIABLE -> new Unit.Variables(places.names(context.IDENTIFIER()), span);
      case TlaParser.CONSTANT ->
          new Unit.Constants(expressions.definitions().parameters(context.parameter()), span);
      case TlaParser.ASSUME, TlaParser.ASSUMPTION ->
          new Unit.Assumption(name(context), expressions.expression(context.expr()), span);
      case TlaParser.THEOREM ->
          new Unit.Theorem(
              name(context),
              proofs.statement(context.statement()),
              context.proof() == null ? null : proofs.proof(context.proof()),
              span);
      default -> null;
    };
  }

  private @Nullable Identifier name(UnitContext context) {
    return context.unitName() == null ? null : places.name(context.unitName().IDENTIFIER());
  }
}
