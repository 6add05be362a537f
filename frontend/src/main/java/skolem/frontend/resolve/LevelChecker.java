package skolem.frontend.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import skolem.frontend.kernel.Level;
import skolem.frontend.source.Code;
import skolem.frontend.source.Diagnostics;
import skolem.frontend.syntax.Bound;
import skolem.frontend.syntax.Expr;
import skolem.frontend.syntax.Identifier;
import skolem.frontend.syntax.Parameter;
import skolem.frontend.syntax.Unit;

/// Computes the level of every expression, and reports those that do not fit their place.
final class LevelChecker {
  private final TargetTable targets;
  private final boolean instantiable;
  private final LevelReports reports;
  private final ReferenceLevels references;
  private final DefinitionLevels definitions;
  private final Set<Identifier> formals = new HashSet<>();
  private final Map<Identifier, Level> declared = new HashMap<>();

  /// @param instantiable whether something may be put for the module's constants and variables, so
  ///   that levels must say where they occur
  LevelChecker(TargetTable targets, Diagnostics diagnostics, boolean instantiable) {
    this.targets = targets;
    this.instantiable = instantiable;
    this.reports = new LevelReports(diagnostics);
    this.references = new ReferenceLevels(this, targets, reports);
    this.definitions = new DefinitionLevels(this, targets, reports);
  }

  LevelReports reports() {
    return reports;
  }

  DefinitionLevels definitions() {
    return definitions;
  }

  ReferenceLevels references() {
    return references;
  }

  /// The level of a declared constant without parameters, or of a variable.
  Leveling declared(Symbol symbol, Level level) {
    return instantiable
        ? Leveling.of(level, new LevelParameter.Declared(symbol))
        : Leveling.of(level);
  }

  /// Makes names parameters of what is looked at from now on.
  List<LevelParameter> formals(List<Identifier> names) {
    formals.addAll(names);
    return names.stream().<LevelParameter>map(LevelParameter.Formal::new).toList();
  }

  static List<Identifier> names(List<Parameter> parameters) {
    return parameters.stream().map(Parameter::name).toList();
  }

  /// Gives a name that a quantifier or a proof introduces its level.
  void declare(Identifier name, Level level) {
    declared.put(name, level);
  }

  /// What a bound name stands for.
  LevelArgument bound(Identifier name) {
    if (!formals.contains(name)) {
      return LevelArgument.expression(Leveling.of(declared.getOrDefault(name, Level.CONSTANT)));
    }
    LevelParameter formal = new LevelParameter.Formal(name);
    return targets.arityOf(name) > 0
        ? LevelArgument.parameter(formal)
        : LevelArgument.expression(Leveling.of(Level.CONSTANT, formal));
  }

  /// The level of an expression.
  Leveling leveling(Expr expr) {
    return switch (expr) {
      case Expr.NumberLiteral _, Expr.StringLiteral _, Expr.BooleanLiteral _, Expr.At _ ->
          Leveling.CONSTANT;
      case Expr.Reference e -> references.of(e);
      case Expr.Prefix e -> references.of(e.operator(), List.of(e.operand()), e);
      case Expr.Postfix e -> references.of(e.operator(), List.of(e.operand()), e);
      case Expr.Infix e -> references.of(e.operator(), List.of(e.left(), e.right()), e);
      case Expr.Parenthesized e -> leveling(e.inner());
      case Expr.Junction e -> junction(e);
      case Expr.Product e -> values(e.factors(), "a product");
      case Expr.Quantified e -> quantified(e);
      case Expr.Choose e -> {
        Leveling set =
            e.set() == null ? Leveling.CONSTANT : operand(e.set(), Level.ACTION, "CHOOSE");
        yield set.and(operand(e.body(), Level.ACTION, "CHOOSE"));
      }
      case Expr.Lambda e -> lambda(e).body();
      case Expr.SetEnumeration e -> values(e.elements(), "a set");
      case Expr.SetFilter e ->
          operand(e.set(), Level.ACTION, "a set")
              .and(operand(e.predicate(), Level.ACTION, "a set"));
      case Expr.SetMap e -> sets(e.bounds()).and(operand(e.element(), Level.ACTION, "a set"));
      case Expr.FunctionConstructor e -> sets(e.bounds()).and(leveling(e.body()));
      case Expr.FunctionSet e -> values(List.of(e.domain(), e.range()), "a set of functions");
      case Expr.FunctionApplication e ->
          operand(e.function(), Level.ACTION, "an application")
              .and(values(e.arguments(), "an application"));
      case Expr.RecordConstructor e -> all(e.fields().stream().map(Expr.Field::value).toList());
      case Expr.RecordSet e ->
          values(e.fields().stream().map(Expr.Field::value).toList(), "a set of records");
      case Expr.FieldAccess e -> operand(e.record(), Level.ACTION, "a field access");
      case Expr.Except e -> except(e);
      case Expr.Tuple e -> values(e.elements(), "a tuple");
      case Expr.If e -> all(List.of(e.condition(), e.thenBranch(), e.elseBranch()));
      case Expr.Case e -> cases(e);
      case Expr.Let e -> {
        definitions.units(e.definitions());
        yield leveling(e.body()).and(definitions.constraints(e.definitions()));
      }
      case Expr.Labelled e -> leveling(e.body());
      case Expr.ActionBox e -> action(e.action(), e.subscript(), Level.ACTION, "[A]_v");
      case Expr.ActionAngle e -> action(e.action(), e.subscript(), Level.ACTION, "<<A>>_v");
      case Expr.Fairness e ->
          action(e.action(), e.subscript(), Level.TEMPORAL, e.strong() ? "SF" : "WF");
    };
  }

  OperatorLevel lambda(Expr.Lambda expr) {
    return new OperatorLevel(formals(expr.parameters()), leveling(expr.body()));
  }

  /// The level of a function definition: that of its sets and its body.
  Leveling function(Unit.FunctionDefinition unit) {
    return sets(unit.bounds()).and(leveling(unit.body()));
  }

  private Leveling operand(Expr expr, Level maximum, String place) {
    Leveling leveling = leveling(expr);
    reports.check(leveling.level(), maximum, expr.span(), place);
    return leveling.under(maximum, true);
  }

  private Leveling all(List<Expr> exprs) {
    Leveling result = Leveling.CONSTANT;
    for (Expr expr : exprs) {
      result = result.and(leveling(expr));
    }
    return result;
  }

  private Leveling values(List<Expr> exprs, String place) {
    Leveling result = Leveling.CONSTANT;
    for (Expr expr : exprs) {
      result = result.and(operand(expr, Level.ACTION, place));
    }
    return result;
  }

  private Leveling sets(List<Bound> bounds) {
    Leveling result = Leveling.CONSTANT;
    for (Bound bound : bounds) {
      if (bound.set() != null) {
        result = result.and(set(bound.set()));
      }
    }
    return result;
  }

  private Leveling set(Expr set) {
    Leveling leveling = leveling(set);
    if (leveling.level() == Level.TEMPORAL) {
      reports.error(
          Code.BOUND_LEVEL,
          set.span(),
          "a bound takes at most an action; this is a temporal formula");
    }
    return leveling.under(Level.ACTION, true);
  }

  private Leveling quantified(Expr.Quantified expr) {
    boolean temporal =
        switch (expr.quantifier()) {
          case TEMPORAL_FORALL, TEMPORAL_EXISTS -> true;
          case FORALL, EXISTS -> false;
        };
    if (temporal) {
      for (Bound bound : expr.bounds()) {
        bound.patterns().forEach(p -> p.names().forEach(name -> declare(name, Level.STATE)));
      }
      return leveling(expr.body()).under(Level.TEMPORAL, false).at(Level.TEMPORAL);
    }
    Leveling body = leveling(expr.body());
    if (body.level() == Level.TEMPORAL) {
      for (Bound bound : expr.bounds()) {
        if (bound.set() != null && leveling(bound.set()).level() == Level.ACTION) {
          reports.error(
              Code.BOUND_LEVEL,
              bound.set().span(),
              "the bound of a quantified temporal formula takes at most a state expression; this"
                  + " is an action");
        }
      }
    }
    return sets(expr.bounds()).and(body);
  }

  private Leveling junction(Expr.Junction expr) {
    List<Leveling> items = expr.items().stream().map(this::leveling).toList();
    references.rejectMixture(expr.items(), items, expr.conjunction() ? "/\\" : "\\/");
    return items.stream().reduce(Leveling.CONSTANT, Leveling::and);
  }

  private Leveling cases(Expr.Case expr) {
    List<Expr> parts = new ArrayList<>();
    for (Expr.Arm arm : expr.arms()) {
      parts.add(arm.condition());
      parts.add(arm.value());
    }
    if (expr.other() != null) {
      parts.add(expr.other());
    }
    return all(parts);
  }

  private Leveling except(Expr.Except expr) {
    Leveling result = operand(expr.function(), Level.ACTION, "EXCEPT");
    for (Expr.Update update : expr.updates()) {
      for (Expr.Selector selector : update.path()) {
        if (selector instanceof Expr.Selector.Index(var arguments, _)) {
          result = result.and(values(arguments, "EXCEPT"));
        }
      }
      result = result.and(leveling(update.value()).under(Level.ACTION, true));
    }
    return result;
  }

  private Leveling action(Expr action, Expr subscript, Level own, String form) {
    Leveling of = leveling(action);
    reports.check(of.level(), Level.ACTION, action.span(), form);
    Leveling in = leveling(subscript);
    reports.check(in.level(), Level.STATE, subscript.span(), "the subscript of " + form);
    return of.under(Level.ACTION, false).and(in.under(Level.STATE, false)).at(own);
  }
}
