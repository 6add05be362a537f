package skolem.frontend.parse;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;
import skolem.frontend.parse.TlaParser.DefinitionContext;
import skolem.frontend.parse.TlaParser.DefinitionHeadContext;
import skolem.frontend.parse.TlaParser.InstanceContext;
import skolem.frontend.parse.TlaParser.ParameterContext;
import skolem.frontend.source.Code;
import skolem.frontend.source.Diagnostics;
import skolem.frontend.source.Span;
import skolem.frontend.syntax.Expr;
import skolem.frontend.syntax.Fixity;
import skolem.frontend.syntax.Identifier;
import skolem.frontend.syntax.Parameter;
import skolem.frontend.syntax.Unit;

/// Makes of parse trees the units that can stand in a LET as well: definitions, named instances,
/// declarations of recursion.
final class DefinitionBuilder {
  private final Places places;
  private final Diagnostics diagnostics;
  private final ExpressionBuilder expressions;

  DefinitionBuilder(Places places, Diagnostics diagnostics, ExpressionBuilder expressions) {
    this.places = places;
    this.diagnostics = diagnostics;
    this.expressions = expressions;
  }

  List<Unit> letUnits(List<TlaParser.LetUnitContext> contexts) {
    List<Unit> units = new ArrayList<>(contexts.size());
    for (TlaParser.LetUnitContext context : contexts) {
      if (context.LOCAL() != null) {
        diagnostics.error(
            Code.SYNTAX, places.span(context.LOCAL()), "LOCAL cannot stand inside a LET");
      }
      units.add(
          context.recursive() != null
              ? recursive(context.recursive())
              : definition(context.definition(), null));
    }
    return units;
  }

  Unit recursive(TlaParser.RecursiveContext context) {
    return new Unit.Recursive(parameters(context.parameter()), places.span(context));
  }

  // ── Definitions ─────────────────────────────────────────────────────────────────────────────

  /// @param local the word LOCAL before the definition, or null
  Unit definition(DefinitionContext context, @Nullable TerminalNode local) {
    Span span = places.span(context);
    if (local != null) {
      span = places.span(local).to(span);
    }
    DefinitionHeadContext head = context.definitionHead();
    if (context.instance() != null) {
      return namedInstance(head, context.instance(), local != null, span);
    }
    Expr body = expressions.expression(context.expr());
    if (head.bounds() != null) {
      return new Unit.FunctionDefinition(
          local != null,
          places.name(head.IDENTIFIER(0)),
          expressions.bounds().bounded(head.bounds()),
          body,
          span);
    }
    Fixity fixity = fixity(head);
    Identifier name = name(head, fixity);
    return new Unit.OperatorDefinition(
        local != null, name, fixity, parameters(head, fixity), body, span);
  }

  private static Fixity fixity(DefinitionHeadContext head) {
    if (head.PREFIX() != null) {
      return Fixity.PREFIX;
    }
    if (head.POSTFIX() != null) {
      return Fixity.POSTFIX;
    }
    return head.infixSymbol() != null ? Fixity.INFIX : Fixity.NONFIX;
  }

  private Identifier name(DefinitionHeadContext head, Fixity fixity) {
    return switch (fixity) {
      case NONFIX -> places.name(head.IDENTIFIER(0));
      case PREFIX -> places.prefixSymbol(head.PREFIX().getSymbol());
      case INFIX -> places.symbol(head.infixSymbol().getStart());
      case POSTFIX -> places.symbol(head.POSTFIX().getSymbol());
    };
  }

  private List<Parameter> parameters(DefinitionHeadContext head, Fixity fixity) {
    if (fixity == Fixity.NONFIX) {
      return parameters(head.parameter());
    }
    List<Parameter> operands = new ArrayList<>();
    for (Identifier name : places.names(head.IDENTIFIER())) {
      operands.add(new Parameter(name, 0, Fixity.NONFIX, name.span()));
    }
    return operands;
  }

  // ── Parameters ──────────────────────────────────────────────────────────────────────────────

  List<Parameter> parameters(List<ParameterContext> contexts) {
    List<Parameter> parameters = new ArrayList<>(contexts.size());
    for (ParameterContext context : contexts) {
      parameters.add(parameter(context));
    }
    return parameters;
  }

  Parameter parameter(ParameterContext context) {
    Span span = places.span(context);
    int arity = context.UNDERSCORE().size();
    if (context.IDENTIFIER() != null) {
      return new Parameter(places.name(context.IDENTIFIER()), arity, Fixity.NONFIX, span);
    }
    if (context.PREFIX() != null) {
      Token symbol = context.PREFIX().getSymbol();
      return new Parameter(places.prefixSymbol(symbol), arity, Fixity.PREFIX, span);
    }
    if (context.POSTFIX() != null) {
      Token symbol = context.POSTFIX().getSymbol();
      return new Parameter(places.symbol(symbol), arity, Fixity.POSTFIX, span);
    }
    Token symbol = context.infixSymbol().getStart();
    return new Parameter(places.symbol(symbol), arity, Fixity.INFIX, span);
  }

  // ── Instances ───────────────────────────────────────────────────────────────────────────────

  /// @param local the word LOCAL before the instance, or null
  Unit.Instance instance(InstanceContext context, @Nullable TerminalNode local) {
    Span span = places.span(context);
    return new Unit.Instance(
        local != null,
        null,
        List.of(),
        places.name(context.IDENTIFIER()),
        substitutions(context),
        local == null ? span : places.span(local).to(span));
  }

  private Unit namedInstance(
      DefinitionHeadContext head, InstanceContext context, boolean local, Span span) {
    if (head.bounds() != null || fixity(head) != Fixity.NONFIX) {
      diagnostics.error(
          Code.SYNTAX, places.span(head), "an instance is named `I` or `I(x)`, nothing else");
    }
    return new Unit.Instance(
        local,
        places.name(head.IDENTIFIER(0)),
        parameters(head.parameter()),
        places.name(context.IDENTIFIER()),
        substitutions(context),
        span);
  }

  private List<Unit.Substitution> substitutions(InstanceContext context) {
    List<Unit.Substitution> substitutions = new ArrayList<>();
    for (TlaParser.SubstitutionContext substitution : context.substitution()) {
      Identifier name =
          substitution.NAMED() != null
              ? places.symbol(substitution.NAMED().getSymbol())
              : places.name(substitution.IDENTIFIER());
      Expr value = expressions.argument(substitution.expr());
      substitutions.add(new Unit.Substitution(name, value));
    }
    return substitutions;
  }
}
