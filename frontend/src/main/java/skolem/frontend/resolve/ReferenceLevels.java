package skolem.frontend.resolve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import skolem.frontend.kernel.Level;
import skolem.frontend.resolve.LevelParameter.Flow;
import skolem.frontend.resolve.LevelParameter.Position;
import skolem.frontend.source.Code;
import skolem.frontend.source.Diagnostic;
import skolem.frontend.source.Span;
import skolem.frontend.syntax.Expr;
import skolem.frontend.syntax.Identifier;

/// The levels of names and of what they are applied to, through instances and into parts.
final class ReferenceLevels {
  private final LevelChecker checker;
  private final TargetTable targets;
  private final LevelReports reports;

  ReferenceLevels(LevelChecker checker, TargetTable targets, LevelReports reports) {
    this.checker = checker;
    this.targets = targets;
    this.reports = reports;
  }

  Leveling of(Expr.Reference reference) {
    Target target = targets.of(reference);
    List<Expr> arguments =
        switch (target) {
          case Target.Bound(_, var written) -> written;
          case Target.Named(_, _, var written) -> written;
          case Target.Part _ -> List.of();
          case Target.Unknown _ -> written(reference);
        };
    LevelArgument operator = target(target);
    return operator == null
        ? sideBySide(arguments)
        : applied(operator, arguments, reference.span(), () -> ReferenceResolver.text(reference));
  }

  /// The application of an operator symbol.
  Leveling of(Expr.Symbol symbol, List<Expr> operands, Expr whole) {
    Target target = targets.of(symbol);
    if (target == null) {
      return language(symbol.symbol(), operands);
    }
    LevelArgument operator = target(target);
    return operator == null
        ? sideBySide(operands)
        : applied(operator, operands, whole.span(), symbol::symbol);
  }

  /// What an argument of an operator stands for; it may be an operator itself.
  LevelArgument argument(Expr expr) {
    if (expr instanceof Expr.Lambda lambda) {
      return LevelArgument.operator(checker.lambda(lambda));
    }
    if (expr instanceof Expr.Reference reference) {
      LevelArgument operator = operator(reference);
      if (operator != null) {
        return operator;
      }
    }
    return LevelArgument.expression(checker.leveling(expr));
  }

  /// The operator that a reference names without applying it, or null.
  private @Nullable LevelArgument operator(Expr.Reference reference) {
    return switch (targets.of(reference)) {
      case Target.Bound(var binder, var arguments)
          when arguments.isEmpty() && targets.arityOf(binder) > 0 ->
          checker.bound(binder);
      case Target.Named(var via, var symbol, var arguments)
          when arguments.isEmpty() && symbol.arity() > 0 ->
          symbol(via, symbol);
      case Target.Unknown _ -> {
        String name = ReferenceResolver.text(reference);
        int arity = ArgumentChecker.languageArity(name);
        yield arity == 0 ? null : LevelArgument.operator(LanguageLevels.operator(name, arity));
      }
      case Target.Bound _, Target.Named _, Target.Part _ -> null;
    };
  }

  private static List<Expr> written(Expr.Reference reference) {
    List<Expr> all = new ArrayList<>();
    for (Expr.Step step : reference.path()) {
      if (step instanceof Expr.Step.Named(_, var arguments, _)) {
        all.addAll(arguments);
      }
    }
    return all;
  }

  private Leveling sideBySide(List<Expr> exprs) {
    Leveling result = Leveling.CONSTANT;
    for (Expr expr : exprs) {
      result = result.and(argument(expr).leveling());
    }
    return result;
  }

  // ── Names ───────────────────────────────────────────────────────────────────────────────────

  private @Nullable LevelArgument target(Target target) {
    return switch (target) {
      case Target.Bound(var binder, _) -> checker.bound(binder);
      case Target.Named(var via, var symbol, _) -> symbol(via, symbol);
      case Target.Part part -> part(part);
      case Target.Unknown _ -> null;
    };
  }

  private LevelArgument symbol(List<Target.Use> via, Symbol symbol) {
    LevelArgument result =
        switch (symbol) {
          case Symbol.Constant constant when constant.arity() > 0 ->
              LevelArgument.parameter(new LevelParameter.Declared(constant));
          case Symbol.Constant constant ->
              LevelArgument.expression(checker.declared(constant, Level.CONSTANT));
          case Symbol.Variable variable ->
              LevelArgument.expression(checker.declared(variable, Level.STATE));
          case Symbol.Native known -> LevelArgument.operator(LanguageLevels.known(known.arity()));
          case Symbol.Operator operator -> LevelArgument.operator(operator.level());
          case Symbol.Instance _, Symbol.Imported _ -> LevelArgument.expression(Leveling.CONSTANT);
        };
    return through(via, result);
  }

  private LevelArgument through(List<Target.Use> via, LevelArgument inner) {
    LevelArgument result = inner;
    for (Target.Use use : via.reversed()) {
      result = put(result, use.instance().levels());
      result =
          put(result, arguments(LevelChecker.names(use.instance().parameters()), use.arguments()));
    }
    return result;
  }

  private Map<LevelParameter, LevelArgument> arguments(List<Identifier> names, List<Expr> values) {
    Map<LevelParameter, LevelArgument> arguments = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(names.size(), values.size()); i++) {
      arguments.put(new LevelParameter.Formal(names.get(i)), argument(values.get(i)));
    }
    return arguments;
  }

  private static LevelArgument put(
      LevelArgument into, Map<LevelParameter, LevelArgument> arguments) {
    if (arguments.isEmpty()) {
      return into;
    }
    if (into.parameter() != null) {
      return arguments.getOrDefault(into.parameter(), into);
    }
    if (into.definition() != null) {
      OperatorLevel definition = into.definition();
      return LevelArgument.operator(
          new OperatorLevel(
              definition.parameters(), LevelSubstitution.apply(definition.body(), arguments)));
    }
    return LevelArgument.expression(LevelSubstitution.apply(into.leveling(), arguments));
  }

  private LevelArgument part(Target.Part part) {
    Symbol symbol = part.of().symbol();
    List<Identifier> names = new ArrayList<>(part.binders());
    List<Expr> values = new ArrayList<>(part.arguments());
    if (symbol instanceof Symbol.Operator operator) {
      names.addAll(LevelChecker.names(operator.parameters()));
      values.addAll(part.of().arguments());
    }
    checker.formals(names);
    Leveling[] leveling = {Leveling.CONSTANT};
    reports.quietly(() -> leveling[0] = checker.leveling(part.part()));
    LevelArgument whole = through(part.of().via(), LevelArgument.expression(leveling[0]));
    return put(whole, arguments(names, values));
  }

  // ── Applications ────────────────────────────────────────────────────────────────────────────

  private Leveling applied(
      LevelArgument operator, List<Expr> exprs, Span span, Supplier<String> name) {
    List<LevelArgument> arguments = exprs.stream().map(this::argument).toList();
    if (operator.parameter() != null) {
      return LevelSubstitution.applied(operator.parameter(), arguments);
    }
    Leveling result = Leveling.CONSTANT;
    for (LevelArgument argument : arguments) {
      result = result.and(argument.leveling().constraints());
    }
    OperatorLevel definition = operator.definition();
    if (definition == null) {
      for (LevelArgument argument : arguments) {
        result = result.and(argument.leveling());
      }
      return result.and(operator.leveling());
    }
    Map<LevelParameter, LevelArgument> put = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(definition.parameters().size(), arguments.size()); i++) {
      put.put(definition.parameters().get(i), arguments.get(i));
      Level level = arguments.get(i).leveling().level();
      if (level.compareTo(definition.maximum(i)) > 0) {
        String place = "argument " + (i + 1) + " of `" + name.get() + "`";
        reports.check(level, definition.maximum(i), exprs.get(i).span(), place);
      }
    }
    String operatorFault = mismatch(definition.body(), put);
    if (operatorFault != null) {
      reports.error(Code.LEVEL, span, "`" + name.get() + "`: " + operatorFault);
    }
    return result.and(LevelSubstitution.apply(definition.body(), put));
  }

  /// What an operator that is put for a parameter cannot take, or null.
  static @Nullable String mismatch(Leveling body, Map<LevelParameter, LevelArgument> arguments) {
    for (Map.Entry<Position, Level> demand : body.demands().entrySet()) {
      String fault = mismatch(demand.getKey(), demand.getValue(), arguments);
      if (fault != null) {
        return fault;
      }
    }
    for (Flow flow : body.flows()) {
      LevelArgument inside = arguments.get(flow.parameter());
      if (inside != null) {
        String fault = mismatch(flow.into(), inside.leveling().level(), arguments);
        if (fault != null) {
          return fault;
        }
      }
    }
    return null;
  }

  private static @Nullable String mismatch(
      Position position, Level level, Map<LevelParameter, LevelArgument> arguments) {
    LevelArgument operator = arguments.get(position.operator());
    if (operator == null || operator.definition() == null) {
      return null;
    }
    OperatorLevel definition = operator.definition();
    int index = position.argument();
    if (index >= definition.parameters().size()
        || level.compareTo(definition.maximum(index)) <= 0) {
      return null;
    }
    return "the operator that is passed is applied to "
        + LevelReports.phrase(level)
        + " and takes at most "
        + LevelReports.phrase(definition.maximum(index));
  }

  // ── The language's own operators ────────────────────────────────────────────────────────────

  private Leveling language(String symbol, List<Expr> operands) {
    LanguageLevels.Rule rule = LanguageLevels.rule(symbol);
    List<Leveling> levelings = operands.stream().map(checker::leveling).toList();
    Leveling result = Leveling.CONSTANT;
    for (int i = 0; i < operands.size(); i++) {
      Leveling operand = levelings.get(i);
      reports.check(operand.level(), rule.maximum(), operands.get(i).span(), "`" + symbol + "`");
      result = result.and(operand.under(rule.maximum(), rule.counts()));
    }
    switch (symbol) {
      case "[]", "<>" -> rejectStuttering(symbol, operands.getFirst(), levelings.getFirst());
      case "~>", "-+->" -> rejectActions(symbol, operands, levelings);
      case "/\\", "\\/", "=>", "<=>" -> rejectMixture(operands, levelings, symbol);
      default -> {}
    }
    return result.at(result.level().max(rule.own()));
  }

  private void rejectStuttering(String symbol, Expr operand, Leveling leveling) {
    Expr bare = PartFinder.bare(operand);
    boolean form =
        symbol.equals("[]") ? bare instanceof Expr.ActionBox : bare instanceof Expr.ActionAngle;
    if (leveling.level() == Level.ACTION && !form && !(bare instanceof Expr.Let)) {
      reports.error(
          Code.TEMPORAL_FORM,
          operand.span(),
          symbol.equals("[]")
              ? "an action after `[]` must have the form [A]_v"
              : "an action after `<>` must have the form <<A>>_v");
    }
  }

  private void rejectActions(String symbol, List<Expr> operands, List<Leveling> levelings) {
    for (int i = 0; i < operands.size(); i++) {
      if (levelings.get(i).level() == Level.ACTION) {
        reports.error(
            Code.TEMPORAL_FORM,
            operands.get(i).span(),
            "`" + symbol + "` takes state predicates and temporal formulas; this is an action");
      }
    }
  }

  /// Reports a logical operator between actions and temporal formulas.
  void rejectMixture(List<Expr> operands, List<Leveling> levelings, String symbol) {
    int action = -1;
    int temporal = -1;
    for (int i = 0; i < operands.size(); i++) {
      action = levelings.get(i).level() == Level.ACTION ? i : action;
      temporal = levelings.get(i).level() == Level.TEMPORAL ? i : temporal;
    }
    if (action >= 0 && temporal >= 0) {
      reports.report(
          Diagnostic.error(
                  Code.TEMPORAL_FORM,
                  operands.get(action).span(),
                  "`"
                      + symbol
                      + "` has an action and a temporal formula as operands; this is the"
                      + " action")
              .with(operands.get(temporal).span(), "this is the temporal formula"));
    }
  }
}
