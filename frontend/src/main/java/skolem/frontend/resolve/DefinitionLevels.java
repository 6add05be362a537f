package skolem.frontend.resolve;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import skolem.frontend.kernel.Level;
import skolem.frontend.source.Code;
import skolem.frontend.source.Diagnostic;
import skolem.frontend.source.Span;
import skolem.frontend.syntax.Expr;
import skolem.frontend.syntax.Identifier;
import skolem.frontend.syntax.Statement;
import skolem.frontend.syntax.Unit;

/// Computes the levels of definitions and instances, of a module and of a LET, in order.
final class DefinitionLevels {
  private static final int ROUNDS = 3;

  private final LevelChecker checker;
  private final TargetTable targets;
  private final LevelReports reports;
  private boolean inRounds;

  DefinitionLevels(LevelChecker checker, TargetTable targets, LevelReports reports) {
    this.checker = checker;
    this.targets = targets;
    this.reports = reports;
  }

  /// Gives all operators that these units define their levels. Those that are recursive get theirs
  /// in rounds, beginning with constants; recursion further in takes part in the rounds outside.
  void units(List<Unit> units) {
    if (!inRounds && units.stream().anyMatch(Unit.Recursive.class::isInstance)) {
      inRounds = true;
      for (int round = 0; round < ROUNDS; round++) {
        reports.quietly(() -> units.stream().filter(DefinitionLevels::defines).forEach(this::unit));
      }
      inRounds = false;
    }
    units.forEach(this::unit);
  }

  private static boolean defines(Unit unit) {
    return unit instanceof Unit.OperatorDefinition || unit instanceof Unit.FunctionDefinition;
  }

  /// What the units ask of parameters of their surroundings.
  Leveling constraints(List<Unit> units) {
    Leveling result = Leveling.CONSTANT;
    for (Unit unit : units) {
      if (targets.symbolOf(unit) instanceof Symbol.Operator operator) {
        result = result.and(LevelArgument.operator(operator.level()).leveling().constraints());
      }
    }
    return result;
  }

  private void unit(Unit unit) {
    switch (unit) {
      case Unit.OperatorDefinition definition -> operator(definition);
      case Unit.FunctionDefinition definition -> {
        if (targets.symbolOf(definition) instanceof Symbol.Operator operator) {
          operator.level(new OperatorLevel(List.of(), checker.function(definition)));
        }
      }
      case Unit.Instance instance -> {
        if (targets.symbolOf(instance) instanceof Symbol.Instance symbol) {
          instance(instance, symbol);
        }
      }
      case Unit.Assumption assumption -> assumption(assumption);
      case Unit.Theorem theorem -> theorem(theorem);
      case Unit.Constants _,
          Unit.Variables _,
          Unit.Recursive _,
          Unit.UseOrHide _,
          Unit.Submodule _ -> {}
    }
  }

  private void operator(Unit.OperatorDefinition unit) {
    List<Identifier> names = LevelChecker.names(unit.parameters());
    OperatorLevel level = new OperatorLevel(checker.formals(names), checker.leveling(unit.body()));
    if (!(targets.symbolOf(unit) instanceof Symbol.Operator operator)) {
      return;
    }
    operator.level(level);
    for (int i = 0; operator.declaredRecursive() && i < names.size(); i++) {
      if (level.maximum(i).compareTo(Level.ACTION) < 0) {
        reports.error(
            Code.RECURSION_PRIME,
            names.get(i).span(),
            "parameter `"
                + names.get(i)
                + "` of the recursive operator `"
                + unit.name()
                + "` must not be primed");
      }
    }
  }

  private void assumption(Unit.Assumption unit) {
    Leveling leveling = checker.leveling(unit.expr());
    if (leveling.level() != Level.CONSTANT) {
      reports.error(
          Code.ASSUMPTION_LEVEL,
          unit.expr().span(),
          "an assumption is a constant expression; this is "
              + LevelReports.phrase(leveling.level()));
    }
    if (targets.symbolOf(unit) instanceof Symbol.Operator operator) {
      operator.level(new OperatorLevel(List.of(), leveling));
    }
  }

  private void theorem(Unit.Theorem unit) {
    ProofLevels proofs = new ProofLevels(checker, targets, reports);
    Leveling goal = proofs.statement(unit.statement());
    if (targets.symbolOf(unit) instanceof Symbol.Operator operator
        && unit.statement() instanceof Statement.Formula) {
      operator.level(new OperatorLevel(List.of(), goal));
    }
    if (unit.proof() != null) {
      proofs.proof(unit.proof(), goal.level());
    }
  }

  // ── Instances ───────────────────────────────────────────────────────────────────────────────

  private void instance(Unit.Instance unit, Symbol.Instance instance) {
    checker.formals(LevelChecker.names(unit.parameters()));
    Map<LevelParameter, LevelArgument> arguments = new LinkedHashMap<>();
    Leveling module = instance.module().leveling();
    boolean constant = instance.module().isConstant();
    instance
        .substitutions()
        .forEach((declared, value) -> {
          LevelArgument argument = checker.references().argument(value);
          LevelParameter parameter = new LevelParameter.Declared(declared);
          arguments.put(parameter, argument);
          Level own = declared instanceof Symbol.Variable ? Level.STATE : Level.CONSTANT;
          Level maximum =
              constant ? module.limit(parameter) : Leveling.lower(own, module.limit(parameter));
          substitution(instance, declared, value, argument, maximum);
        });
    String fault = ReferenceLevels.mismatch(module, arguments);
    if (fault != null) {
      reports.error(
          Code.SUBSTITUTION_LEVEL,
          unit.span(),
          "in this instance of module `" + instance.module().name() + "`, " + fault);
    }
    instance.levels(arguments);
  }

  private void substitution(
      Symbol.Instance instance,
      Symbol declared,
      Expr value,
      LevelArgument argument,
      Level maximum) {
    Span span = value.span();
    Level level = argument.leveling().level();
    if (argument.definition() != null && !argument.definition().transparent()) {
      reports.report(
          Diagnostic.error(
                  Code.SUBSTITUTION_LEIBNIZ,
                  span,
                  "an operator that looks beyond the present state cannot stand for `"
                      + declared.name()
                      + "` of module `"
                      + instance.module().name()
                      + "`")
              .with(declared.span(), "declared here"));
    } else if (level.compareTo(maximum) > 0) {
      reports.report(
          Diagnostic.error(
                  Code.SUBSTITUTION_LEVEL,
                  span,
                  "what stands for `"
                      + declared.name()
                      + "` of module `"
                      + instance.module().name()
                      + "` may be at most "
                      + LevelReports.phrase(maximum)
                      + "; this is "
                      + LevelReports.phrase(level))
              .with(declared.span(), "declared here"));
    }
  }
}
