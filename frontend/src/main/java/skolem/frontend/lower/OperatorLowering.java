package skolem.frontend.lower;

import java.util.ArrayList;
import java.util.List;
import skolem.frontend.kernel.Builtin;
import skolem.frontend.kernel.Expr;
import skolem.frontend.kernel.Local;
import skolem.frontend.kernel.Operand;
import skolem.frontend.kernel.OperatorRef;
import skolem.frontend.resolve.ResolvedModule;
import skolem.frontend.resolve.Symbol;
import skolem.frontend.resolve.Target;
import skolem.frontend.source.Code;
import skolem.frontend.source.RejectedException;
import skolem.frontend.source.Span;

/// Lowers prefix, infix and postfix operators: the language's own to kernel cases, others to
/// applications.
final class OperatorLowering {
  private final ExpressionLowering expressions;
  private final DefinitionLowering definitions;
  private final ResolvedModule.Targets targets;

  OperatorLowering(
      ExpressionLowering expressions,
      DefinitionLowering definitions,
      ResolvedModule.Targets targets) {
    this.expressions = expressions;
    this.definitions = definitions;
    this.targets = targets;
  }

  Expr prefix(skolem.frontend.syntax.Expr.Prefix expr, Place place) {
    Span span = expr.span();
    Target target = targets.of(expr.operator());
    if (target != null) {
      return application(target, List.of(expr.operand()), place, span);
    }
    Expr operand = expressions.lower(expr.operand(), place);
    return switch (expr.operator().symbol()) {
      case "ENABLED" -> new Expr.Enabled(operand, span);
      case "UNCHANGED" -> new Expr.Unchanged(operand, span);
      case "[]" -> temporal(Expr.TemporalOperator.ALWAYS, List.of(operand), span);
      case "<>" -> temporal(Expr.TemporalOperator.EVENTUALLY, List.of(operand), span);
      default -> known(expr.operator().symbol(), List.of(operand), span);
    };
  }

  Expr infix(skolem.frontend.syntax.Expr.Infix expr, Place place) {
    Span span = expr.span();
    Target target = targets.of(expr.operator());
    if (target != null) {
      return application(target, List.of(expr.left(), expr.right()), place, span);
    }
    String symbol = expr.operator().symbol();
    if (symbol.equals("/\\")) {
      return new Expr.And(chain(expr, symbol, place), span);
    }
    if (symbol.equals("\\/")) {
      return new Expr.Or(chain(expr, symbol, place), span);
    }
    Expr left = expressions.lower(expr.left(), place);
    Expr right = expressions.lower(expr.right(), place);
    return switch (symbol) {
      case "=>" -> new Expr.Implies(left, right, span);
      case "~>" -> temporal(Expr.TemporalOperator.LEADS_TO, List.of(left, right), span);
      case "-+->" -> temporal(Expr.TemporalOperator.GUARANTEES, List.of(left, right), span);
      case "\\cdot" -> new Expr.Compose(left, right, span);
      default -> known(symbol, List.of(left, right), span);
    };
  }

  /// The operands of a chain `a op b op c`, which groups to the left.
  private List<Expr> chain(skolem.frontend.syntax.Expr.Infix expr, String symbol, Place place) {
    List<Expr> operands = new ArrayList<>();
    skolem.frontend.syntax.Expr at = expr;
    while (at instanceof skolem.frontend.syntax.Expr.Infix infix
        && infix.operator().symbol().equals(symbol)) {
      operands.addFirst(expressions.lower(infix.right(), place));
      at = infix.left();
    }
    operands.addFirst(expressions.lower(at, place));
    return operands;
  }

  Expr postfix(skolem.frontend.syntax.Expr.Postfix expr, Place place) {
    Target target = targets.of(expr.operator());
    if (target != null) {
      return application(target, List.of(expr.operand()), place, expr.span());
    }
    return new Expr.Prime(expressions.lower(expr.operand(), place), expr.span());
  }

  private Expr application(
      Target target, List<skolem.frontend.syntax.Expr> arguments, Place place, Span span) {
    return switch (target) {
      case Target.Bound(var binder, _) ->
          new Expr.Apply(
              new OperatorRef.Parameter(expressions.local(binder, place)),
              expressions.operands(arguments, List.of(), place),
              span);
      case Target.Named(var via, Symbol symbol, _) ->
          definitions.apply(
              via,
              symbol,
              expressions.operands(arguments, ExpressionLowering.arities(symbol), place),
              place,
              span);
      case Target.Part _, Target.Unknown _ ->
          throw new IllegalStateException("unresolved operator at " + span);
    };
  }

  private static Expr temporal(Expr.TemporalOperator operator, List<Expr> operands, Span span) {
    return new Expr.Temporal(operator, operands, span);
  }

  private static Expr known(String symbol, List<Expr> operands, Span span) {
    Builtin builtin = Natives.ofLanguage(symbol);
    if (builtin == null) {
      throw RejectedException.of(
          Code.UNSUPPORTED, span, "operator `" + symbol + "` is not supported");
    }
    List<Operand> values = new ArrayList<>(operands.size());
    operands.forEach(o -> values.add(new Operand.ValueOperand(o)));
    return new Expr.Native(builtin, values, span);
  }

  // ── Operators as operands ───────────────────────────────────────────────────────────────────

  /// Whether this is the bare symbol of one of the language's own operators.
  boolean isLanguageOperator(skolem.frontend.syntax.Expr.Reference reference) {
    String name = bareName(reference);
    Builtin builtin = Natives.ofLanguage(name);
    boolean takesOperands =
        builtin == null ? name.equals("/\\") || name.equals("\\/") : builtin.arity() > 0;
    return takesOperands && targets.of(reference) instanceof Target.Unknown;
  }

  OperatorRef languageOperator(skolem.frontend.syntax.Expr.Reference reference) {
    String name = bareName(reference);
    Builtin builtin = Natives.ofLanguage(name);
    if (builtin != null) {
      return new OperatorRef.Native(builtin);
    }
    Span span = reference.span();
    Local left = new Local("a", 0);
    Local right = new Local("b", 0);
    List<Expr> operands = List.of(new Expr.LocalRef(left, span), new Expr.LocalRef(right, span));
    Expr body = name.equals("/\\") ? new Expr.And(operands, span) : new Expr.Or(operands, span);
    return new OperatorRef.Lambda(List.of(left, right), body);
  }

  private static String bareName(skolem.frontend.syntax.Expr.Reference reference) {
    return reference.path().size() == 1
            && reference.path().getFirst()
                instanceof skolem.frontend.syntax.Expr.Step.Named(var name, var args, _)
            && args.isEmpty()
        ? name.name()
        : "";
  }
}
