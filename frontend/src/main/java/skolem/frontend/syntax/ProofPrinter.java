package skolem.frontend.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Prints statements and proofs on a page.
final class ProofPrinter {
  private final Page page;
  private final UnitPrinter units;
  private final ExprPrinter expressions;

  ProofPrinter(Page page, UnitPrinter units, ExprPrinter expressions) {
    this.page = page;
    this.units = units;
    this.expressions = expressions;
  }

  // ── Statements ──────────────────────────────────────────────────────────────────────────────

  void statement(Statement statement) {
    switch (statement) {
      case Statement.Formula(Expr expr) -> expressions.print(expr);
      case Statement.Sequent(
              Identifier label,
              boolean boxed,
              List<Statement.Hypothesis> hypotheses,
              Expr goal,
              _) -> {
        if (label != null) {
          page.add(label.name()).add(" :: ");
        }
        page.add(boxed ? "[]ASSUME " : "ASSUME ");
        expressions.list(hypotheses, this::hypothesis);
        page.add(boxed ? " []PROVE " : " PROVE ");
        expressions.print(goal);
      }
    }
  }

  private void hypothesis(Statement.Hypothesis hypothesis) {
    switch (hypothesis) {
      case Statement.Hypothesis.Assumed(Statement statement) -> statement(statement);
      case Statement.Hypothesis.New(
              Statement.Hypothesis.Level level,
              Parameter parameter,
              Expr set,
              _) -> {
        page.add("NEW ").add(level.name()).add(" ");
        units.parameter(parameter);
        if (set != null) {
          page.add(" \\in ");
          expressions.print(set);
        }
      }
    }
  }

  // ── Proofs ──────────────────────────────────────────────────────────────────────────────────

  /// The proof, if there is one, from the next line on.
  void proof(@Nullable Proof proof, int column) {
    switch (proof) {
      case null -> {}
      case Proof.Terminal(boolean omitted, _) ->
          page.line(column).add(omitted ? "OMITTED" : "OBVIOUS");
      case Proof.By(boolean only, Facts facts, _) -> {
        page.line(column).add(only ? "BY ONLY" : "BY");
        facts(facts);
      }
      case Proof.Steps(List<Proof.Step> steps, _) -> {
        if (steps.getFirst().label().startsWith("<*>")) {
          page.line(column).add("PROOF");
        }
        for (Proof.Step step : steps) {
          page.line(column).add(step.label()).add(" ");
          body(step.body());
          proof(step.proof(), column + 2);
        }
      }
    }
  }

  void facts(Facts facts) {
    String separator = " ";
    for (Expr fact : facts.facts()) {
      page.add(separator);
      expressions.print(fact);
      separator = ", ";
    }
    for (Identifier module : facts.modules()) {
      page.add(separator).add("MODULE ").add(module.name());
      separator = ", ";
    }
    separator = " DEF ";
    for (Expr definition : facts.definitions()) {
      page.add(separator);
      expressions.print(definition);
      separator = ", ";
    }
  }

  private void body(Proof.Body body) {
    switch (body) {
      case Proof.Body.Asserts(boolean suffices, Statement statement) -> {
        page.add(suffices ? "SUFFICES " : "");
        statement(statement);
      }
      case Proof.Body.Have(Expr expr) -> {
        page.add("HAVE ");
        expressions.print(expr);
      }
      case Proof.Body.CaseSplit(Expr expr) -> {
        page.add("CASE ");
        expressions.print(expr);
      }
      case Proof.Body.Take(List<Bound> bounds) -> {
        page.add("TAKE ");
        expressions.bounds(bounds);
      }
      case Proof.Body.Witness(List<Expr> exprs) -> {
        page.add("WITNESS ");
        expressions.list(exprs, expressions::print);
      }
      case Proof.Body.Pick(List<Bound> bounds, Expr predicate) -> {
        page.add("PICK ");
        expressions.bounds(bounds);
        page.add(" : ");
        expressions.print(predicate);
      }
      case Proof.Body.Define(List<Unit> definitions) -> define(definitions);
      case Proof.Body.Uses(Unit.UseOrHide use) -> units.print(use);
      case Proof.Body.Instantiates(Unit.Instance instance) -> units.print(instance);
      case Proof.Body.Qed() -> page.add("QED");
    }
  }

  private void define(List<Unit> definitions) {
    page.add("DEFINE ");
    int column = page.column();
    for (int i = 0; i < definitions.size(); i++) {
      if (i > 0) {
        page.line(column);
      }
      units.print(definitions.get(i));
    }
  }
}
