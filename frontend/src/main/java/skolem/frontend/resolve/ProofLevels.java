package skolem.frontend.resolve;

import java.util.List;
import skolem.frontend.kernel.Level;
import skolem.frontend.source.Code;
import skolem.frontend.syntax.Bound;
import skolem.frontend.syntax.Expr;
import skolem.frontend.syntax.Facts;
import skolem.frontend.syntax.Proof;
import skolem.frontend.syntax.Statement;

/// Checks the levels of statements and of the steps of their proofs.
final class ProofLevels {
  private final LevelChecker checker;
  private final TargetTable targets;
  private final LevelReports reports;

  ProofLevels(LevelChecker checker, TargetTable targets, LevelReports reports) {
    this.checker = checker;
    this.targets = targets;
    this.reports = reports;
  }

  /// The level of what a statement says in the end.
  Leveling statement(Statement statement) {
    return switch (statement) {
      case Statement.Formula(var expr) -> checker.leveling(expr);
      case Statement.Sequent sequent -> {
        sequent.hypotheses().forEach(this::hypothesis);
        yield checker.leveling(sequent.goal());
      }
    };
  }

  private void hypothesis(Statement.Hypothesis hypothesis) {
    switch (hypothesis) {
      case Statement.Hypothesis.Assumed(var assumed) -> statement(assumed);
      case Statement.Hypothesis.New(var level, var parameter, var set, _) -> {
        checker.declare(
            parameter.name(),
            switch (level) {
              case CONSTANT -> Level.CONSTANT;
              case VARIABLE, STATE -> Level.STATE;
              case ACTION -> Level.ACTION;
              case TEMPORAL -> Level.TEMPORAL;
            });
        if (set != null && checker.leveling(set).level() == Level.TEMPORAL) {
          reports.error(
              Code.PROOF_LEVEL,
              set.span(),
              "the set of a new name takes at most an action; this is a temporal formula");
        }
      }
    }
  }

  /// @param goal the level of what is to be proved
  void proof(Proof proof, Level goal) {
    switch (proof) {
      case Proof.Terminal _ -> {}
      case Proof.By(_, var facts, _) -> facts(facts);
      case Proof.Steps(var steps, _) -> {
        Level current = goal;
        for (Proof.Step step : steps) {
          current = step(step, current);
        }
      }
    }
  }

  /// Checks the facts that a proof cites.
  void facts(Facts facts) {
    for (Expr fact : facts.facts()) {
      if (!(fact instanceof Expr.Reference)) {
        checker.leveling(fact);
      }
    }
  }

  /// Checks a step; gives the level of the goal after it.
  private Level step(Proof.Step step, Level goal) {
    Level proved = goal;
    Level next = goal;
    switch (step.body()) {
      case Proof.Body.Asserts(boolean suffices, var statement) -> {
        Leveling asserted = statement(statement);
        if (suffices) {
          next = asserted.level();
        } else {
          proved = asserted.level();
        }
        Symbol.Operator name = targets.stepOf(step);
        if (name != null) {
          name.level(new OperatorLevel(List.of(), asserted));
        }
      }
      case Proof.Body.Have(var expr) -> constant(expr, goal, "HAVE");
      case Proof.Body.CaseSplit(var expr) -> constant(expr, goal, "CASE");
      case Proof.Body.Take(var bounds) -> sets(bounds, goal, "TAKE");
      case Proof.Body.Witness(var exprs) -> exprs.forEach(e -> constant(e, goal, "WITNESS"));
      case Proof.Body.Pick(var bounds, var predicate) -> {
        Level level = checker.leveling(predicate).level();
        sets(bounds, level, "PICK");
      }
      case Proof.Body.Define(var units) -> checker.definitions().units(units);
      case Proof.Body.Instantiates(var instance) -> checker.definitions().units(List.of(instance));
      case Proof.Body.Uses(var use) -> facts(use.facts());
      case Proof.Body.Qed() -> {}
    }
    if (step.proof() != null) {
      proof(step.proof(), proved);
    }
    return next;
  }

  private void sets(List<Bound> bounds, Level goal, String word) {
    for (Bound bound : bounds) {
      if (bound.set() != null) {
        constant(bound.set(), goal, word);
      }
    }
  }

  private void constant(Expr expr, Level goal, String word) {
    Level level = checker.leveling(expr).level();
    if (goal == Level.TEMPORAL && level != Level.CONSTANT) {
      reports.error(
          Code.PROOF_LEVEL,
          expr.span(),
          word
              + " with a temporal formula takes a constant expression; this is "
              + LevelReports.phrase(level));
    }
  }
}
