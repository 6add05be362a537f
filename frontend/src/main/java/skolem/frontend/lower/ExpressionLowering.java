package skolem.frontend.lower;

import java.util.ArrayList;
import java.util.List;
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
import skolem.frontend.syntax.Identifier;
import skolem.frontend.value.BoolValue;
import skolem.frontend.value.SetValue;
import skolem.frontend.value.StringValue;

/// Lowers expressions, one syntax case after the other.
final class ExpressionLowering {
  private final DefinitionLowering definitions;
  private final ResolvedModule.Targets targets;
  private final OperatorLowering operators;
  private final BinderLowering binders;

  ExpressionLowering(DefinitionLowering definitions, ResolvedModule.Targets targets) {
    this.definitions = definitions;
    this.targets = targets;
    this.operators = new OperatorLowering(this, definitions, targets);
    this.binders = new BinderLowering(this, definitions, targets);
  }

  Expr lower(skolem.frontend.syntax.Expr expr, Place place) {
    Span span = expr.span();
    return switch (expr) {
      case skolem.frontend.syntax.Expr.NumberLiteral e ->
          new Expr.Literal(NumberReading.value(e), span);
      case skolem.frontend.syntax.Expr.StringLiteral e ->
          new Expr.Literal(new StringValue(e.text()), span);
      case skolem.frontend.syntax.Expr.BooleanLiteral e ->
          new Expr.Literal(BoolValue.of(e.value()), span);
      case skolem.frontend.syntax.Expr.At _ -> at(place, span);
      case skolem.frontend.syntax.Expr.Reference e -> reference(e, place);
      case skolem.frontend.syntax.Expr.Prefix e -> operators.prefix(e, place);
      case skolem.frontend.syntax.Expr.Infix e -> operators.infix(e, place);
      case skolem.frontend.syntax.Expr.Postfix e -> operators.postfix(e, place);
      case skolem.frontend.syntax.Expr.Parenthesized e -> lower(e.inner(), place);
      case skolem.frontend.syntax.Expr.Junction e ->
          e.conjunction()
              ? new Expr.And(lower(e.items(), place), span)
              : new Expr.Or(lower(e.items(), place), span);
      case skolem.frontend.syntax.Expr.Product e ->
          new Expr.Product(lower(e.factors(), place), span);
      case skolem.frontend.syntax.Expr.Quantified e -> binders.quantified(e, place);
      case skolem.frontend.syntax.Expr.Choose e -> binders.choose(e, place);
      case skolem.frontend.syntax.Expr.Lambda _ ->
          throw RejectedException.of(
              Code.ARITY, span, "a LAMBDA can only be passed to an operator that expects one");
      case skolem.frontend.syntax.Expr.SetEnumeration e ->
          new Expr.SetEnumeration(lower(e.elements(), place), span);
      case skolem.frontend.syntax.Expr.SetFilter e -> binders.setFilter(e, place);
      case skolem.frontend.syntax.Expr.SetMap e -> binders.setMap(e, place);
      case skolem.frontend.syntax.Expr.FunctionConstructor e -> binders.functionMap(e, place);
      case skolem.frontend.syntax.Expr.FunctionSet e ->
          new Expr.FunctionSet(lower(e.domain(), place), lower(e.range(), place), span);
      case skolem.frontend.syntax.Expr.FunctionApplication e ->
          new Expr.FunctionApply(
              lower(e.function(), place), argument(e.arguments(), place, span), span);
      case skolem.frontend.syntax.Expr.RecordConstructor e ->
          new Expr.RecordLiteral(fields(e.fields(), place), span);
      case skolem.frontend.syntax.Expr.RecordSet e ->
          new Expr.RecordSet(fields(e.fields(), place), span);
      case skolem.frontend.syntax.Expr.FieldAccess e ->
          new Expr.FunctionApply(lower(e.record(), place), fieldName(e.field()), span);
      case skolem.frontend.syntax.Expr.Except e -> except(e, place);
      case skolem.frontend.syntax.Expr.Tuple e ->
          new Expr.TupleLiteral(lower(e.elements(), place), span);
      case skolem.frontend.syntax.Expr.If e ->
          new Expr.If(
              lower(e.condition(), place),
              lower(e.thenBranch(), place),
              lower(e.elseBranch(), place),
              span);
      case skolem.frontend.syntax.Expr.Case e ->
          new Expr.Case(
              e.arms().stream()
                  .map(a -> new Expr.Arm(lower(a.condition(), place), lower(a.value(), place)))
                  .toList(),
              e.other() == null ? null : lower(e.other(), place),
              span);
      case skolem.frontend.syntax.Expr.Let e -> binders.let(e, place);
      case skolem.frontend.syntax.Expr.Labelled e -> lower(e.body(), place);
      case skolem.frontend.syntax.Expr.ActionBox e ->
          new Expr.SubscriptedAction(
              false, lower(e.action(), place), lower(e.subscript(), place), span);
      case skolem.frontend.syntax.Expr.ActionAngle e ->
          new Expr.SubscriptedAction(
              true, lower(e.action(), place), lower(e.subscript(), place), span);
      case skolem.frontend.syntax.Expr.Fairness e ->
          new Expr.Temporal(
              e.strong()
                  ? Expr.TemporalOperator.STRONG_FAIRNESS
                  : Expr.TemporalOperator.WEAK_FAIRNESS,
              List.of(lower(e.subscript(), place), lower(e.action(), place)),
              span);
    };
  }

  List<Expr> lower(List<skolem.frontend.syntax.Expr> exprs, Place place) {
    return exprs.stream().map(e -> lower(e, place)).toList();
  }

  private static Expr at(Place place, Span span) {
    if (place.at() == null) {
      throw RejectedException.of(
          Code.SYNTAX, span, "`@` stands for the old value inside EXCEPT only");
    }
    return new Expr.LocalRef(place.at(), span);
  }

  /// The argument of a function: one value, or a tuple of several.
  Expr argument(List<skolem.frontend.syntax.Expr> arguments, Place place, Span span) {
    return arguments.size() == 1
        ? lower(arguments.getFirst(), place)
        : new Expr.TupleLiteral(lower(arguments, place), span);
  }

  private List<Expr.Field> fields(List<skolem.frontend.syntax.Expr.Field> fields, Place place) {
    return fields.stream()
        .map(f -> new Expr.Field(f.name().name(), lower(f.value(), place)))
        .toList();
  }

  private static Expr fieldName(Identifier name) {
    return new Expr.Literal(new StringValue(name.name()), name.span());
  }

  private Expr except(skolem.frontend.syntax.Expr.Except expr, Place place) {
    Expr result = lower(expr.function(), place);
    for (skolem.frontend.syntax.Expr.Update update : expr.updates()) {
      List<Expr> path = new ArrayList<>();
      for (skolem.frontend.syntax.Expr.Selector selector : update.path()) {
        path.add(
            switch (selector) {
              case skolem.frontend.syntax.Expr.Selector.Index(var arguments, var span) ->
                  argument(arguments, place, span);
              case skolem.frontend.syntax.Expr.Selector.Member(var name) -> fieldName(name);
            });
      }
      Local at = new Local("@", 0);
      Expr value = lower(update.value(), place.withAt(at));
      result = new Expr.Except(result, path, at, value, expr.span());
    }
    return result;
  }

  // ── Names ───────────────────────────────────────────────────────────────────────────────────

  private Expr reference(skolem.frontend.syntax.Expr.Reference reference, Place place) {
    Span span = reference.span();
    if (isWord(reference, "BOOLEAN")) {
      return new Expr.Literal(SetValue.BOOLEAN, span);
    }
    if (isWord(reference, "STRING")) {
      return new Expr.Native(skolem.frontend.kernel.Builtin.STRINGS, List.of(), span);
    }
    return switch (targets.of(reference)) {
      case Target.Bound(var binder, var arguments) -> {
        Local local = local(binder, place);
        yield arguments.isEmpty()
            ? new Expr.LocalRef(local, span)
            : new Expr.Apply(
                new OperatorRef.Parameter(local), operands(arguments, List.of(), place), span);
      }
      case Target.Named(var via, var symbol, var arguments) ->
          definitions.apply(via, symbol, operands(arguments, arities(symbol), place), place, span);
      case Target.Part part -> definitions.part(part, place, span);
      case Target.Unknown() -> throw new IllegalStateException("unresolved name at " + span);
    };
  }

  private static boolean isWord(skolem.frontend.syntax.Expr.Reference reference, String word) {
    return reference.path().size() == 1
        && reference.path().getFirst()
            instanceof skolem.frontend.syntax.Expr.Step.Named(var name, _, _)
        && name.name().equals(word);
  }

  Local local(Identifier binder, Place place) {
    if (place.locals().lookup(binder) instanceof Local local) {
      return local;
    }
    throw new IllegalStateException("no local for `" + binder + "` at " + binder.span());
  }

  static List<Integer> arities(Symbol symbol) {
    return symbol instanceof Symbol.Operator operator
        ? operator.parameters().stream().map(p -> p.arity()).toList()
        : List.of();
  }

  /// Lowers arguments; one that is a LAMBDA or names an operator without its arguments is passed as
  /// an operator.
  ///
  /// @param arities of the parameters, where known
  List<Operand> operands(
      List<skolem.frontend.syntax.Expr> arguments, List<Integer> arities, Place place) {
    List<Operand> operands = new ArrayList<>(arguments.size());
    for (int i = 0; i < arguments.size(); i++) {
      boolean mayBeOperator = i >= arities.size() || arities.get(i) > 0;
      operands.add(operand(arguments.get(i), mayBeOperator, place));
    }
    return operands;
  }

  private Operand operand(
      skolem.frontend.syntax.Expr argument, boolean mayBeOperator, Place place) {
    return mayBeOperator && isOperator(argument)
        ? new Operand.OperatorOperand(operator(argument, place))
        : new Operand.ValueOperand(lower(argument, place));
  }

  private boolean isOperator(skolem.frontend.syntax.Expr argument) {
    if (argument instanceof skolem.frontend.syntax.Expr.Lambda) {
      return true;
    }
    if (!(argument instanceof skolem.frontend.syntax.Expr.Reference reference)) {
      return false;
    }
    return operators.isLanguageOperator(reference)
        || switch (targets.of(reference)) {
          case Target.Bound(var binder, var arguments) ->
              arguments.isEmpty() && targets.arityOf(binder) > 0;
          case Target.Named(_, var symbol, var arguments) ->
              arguments.isEmpty() && symbol.arity() > 0;
          case Target.Part _, Target.Unknown _ -> false;
        };
  }

  /// An expression that stands for an operator.
  OperatorRef operator(skolem.frontend.syntax.Expr expr, Place place) {
    return switch (expr) {
      case skolem.frontend.syntax.Expr.Lambda lambda -> binders.lambda(lambda, place);
      case skolem.frontend.syntax.Expr.Parenthesized e -> operator(e.inner(), place);
      case skolem.frontend.syntax.Expr.Reference reference
          when operators.isLanguageOperator(reference) ->
          operators.languageOperator(reference);
      case skolem.frontend.syntax.Expr.Reference reference ->
          switch (targets.of(reference)) {
            case Target.Bound(var binder, _) -> new OperatorRef.Parameter(local(binder, place));
            case Target.Named(var via, var symbol, _) ->
                definitions.operator(via, symbol, place, reference.span());
            case Target.Part _, Target.Unknown _ -> throw notAnOperator(expr.span());
          };
      default -> throw notAnOperator(expr.span());
    };
  }

  private static RejectedException notAnOperator(Span span) {
    return RejectedException.of(Code.ARITY, span, "an operator is expected here");
  }

  /// `f[x \in S] == e`, as a function or, where `e` mentions `f`, a recursive one.
  Expr function(Symbol.Operator operator, Place place) {
    return binders.functionDefinition(operator, place);
  }
}
