package skolem.frontend.resolve;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import skolem.frontend.source.Code;
import skolem.frontend.source.Diagnostic;
import skolem.frontend.source.Diagnostics;
import skolem.frontend.syntax.Bound;
import skolem.frontend.syntax.Expr;
import skolem.frontend.syntax.Facts;
import skolem.frontend.syntax.Identifier;
import skolem.frontend.syntax.Proof;
import skolem.frontend.syntax.Statement;
import skolem.frontend.syntax.Unit;

/// Resolves the names in statements and proofs: of facts, of definitions, and of steps.
///
/// Source: Lamport, *TLA+ Version 2: A Preliminary Guide*, section on proofs.
final class ProofResolver {
  private final UnitResolver units;
  private final ExpressionResolver expressions;
  private final LabelResolver labels;
  private final Diagnostics diagnostics;
  private final TargetTable targets;

  ProofResolver(
      UnitResolver units,
      ExpressionResolver expressions,
      LabelResolver labels,
      Diagnostics diagnostics,
      TargetTable targets) {
    this.units = units;
    this.expressions = expressions;
    this.labels = labels;
    this.diagnostics = diagnostics;
    this.targets = targets;
  }

  /// Resolves a statement; the names that it introduces are bound in `scope`.
  void statement(Statement statement, Scope scope) {
    switch (statement) {
      case Statement.Formula(var expr) -> expressions.resolve(expr, scope);
      case Statement.Sequent sequent -> {
        sequent.hypotheses().forEach(hypothesis -> hypothesis(hypothesis, scope));
        expressions.resolve(sequent.goal(), scope);
      }
    }
  }

  private void hypothesis(Statement.Hypothesis hypothesis, Scope scope) {
    switch (hypothesis) {
      case Statement.Hypothesis.Assumed(var assumed) -> statement(assumed, scope.inner());
      case Statement.Hypothesis.New(_, var parameter, var set, _) -> {
        if (set != null) {
          expressions.resolve(set, scope);
        }
        units.bindParameter(parameter, scope);
      }
    }
  }

  /// Resolves a proof; the names of its steps are seen inside it only.
  void proof(Proof proof, Scope scope) {
    switch (proof) {
      case Proof.Terminal _ -> {}
      case Proof.By(_, var facts, _) -> facts(facts, scope, false);
      case Proof.Steps(var steps, _) -> {
        Scope inside = scope.inner();
        Map<String, Proof.Step> named = new HashMap<>();
        for (Proof.Step step : steps) {
          name(step, named);
          step(step, inside);
        }
      }
    }
  }

  /// Resolves what a proof, a USE or a HIDE cites.
  void facts(Facts facts, Scope scope, boolean hide) {
    for (Expr fact : facts.facts()) {
      expressions.resolveFact(fact, scope);
      if (hide && !isFact(fact)) {
        diagnostics.error(
            Code.FACT,
            fact.span(),
            "HIDE takes the names of theorems, assumptions and steps, and definitions after DEF");
      }
    }
    for (Identifier module : facts.modules()) {
      if (!units.knows(module.name(), scope.module())) {
        diagnostics.error(
            Code.MODULE,
            module.span(),
            "module `" + module + "` is neither extended nor instantiated here");
      }
    }
    facts.definitions().forEach(definition -> expressions.resolveFact(definition, scope));
  }

  private boolean isFact(Expr fact) {
    return fact instanceof Expr.Reference reference
        && switch (targets.of(reference)) {
          case Target.Named(_, Symbol.Operator operator, _) ->
              operator.kind() != Symbol.Operator.Kind.DEFINITION;
          case Target.Part _, Target.Unknown _ -> true;
          case Target.Named _, Target.Bound _ -> false;
        };
  }

  // ── Steps ───────────────────────────────────────────────────────────────────────────────────

  /// Reports a step whose name is not possible.
  private void name(Proof.Step step, Map<String, Proof.Step> named) {
    String label = step.label();
    if (isNameless(label)) {
      return;
    }
    char height = label.charAt(1);
    if (height == '+' || height == '*') {
      diagnostics.error(
          Code.PROOF_STEP,
          step.span(),
          "a step whose level is not written as a number has no name: write `"
              + label.substring(0, label.indexOf('>') + 1)
              + "`");
    }
    Proof.Step first = named.putIfAbsent(label, step);
    if (first != null) {
      diagnostics.report(
          Diagnostic.error(
                  Code.DUPLICATE_NAME, step.span(), "this proof already has a step `" + label + "`")
              .with(first.span(), "the first one"));
    }
  }

  private static boolean isNameless(String label) {
    return label.endsWith(">");
  }

  /// Resolves a step: what it introduces for the steps after it goes into `scope`.
  private void step(Proof.Step step, Scope scope) {
    Scope inside = scope.inner();
    switch (step.body()) {
      case Proof.Body.Asserts(boolean suffices, var statement) -> {
        expressions.inStep(() -> statement(statement, inside));
        labels.definition(statement);
        define(step, statement, inside);
        prove(step, inside);
        if (suffices) {
          reveal(statement, scope);
        }
        define(step, statement, scope);
      }
      case Proof.Body.CaseSplit(var expr) -> {
        expressions.resolve(expr, scope);
        define(step, null, scope);
        prove(step, inside);
      }
      case Proof.Body.Have(var expr) -> {
        expressions.resolve(expr, scope);
        define(step, null, scope);
      }
      case Proof.Body.Take(var bounds) -> {
        introduce(bounds, scope);
        define(step, null, scope);
      }
      case Proof.Body.Witness(var exprs) -> {
        expressions.resolve(exprs, scope);
        define(step, null, scope);
      }
      case Proof.Body.Pick(var bounds, var predicate) -> {
        prove(step, inside);
        introduce(bounds, scope);
        expressions.resolve(predicate, scope);
        define(step, null, scope);
      }
      case Proof.Body.Define(var definitions) -> {
        units.definitions(definitions, scope);
        define(step, null, scope);
      }
      case Proof.Body.Instantiates(var instance) -> units.definitions(List.of(instance), scope);
      case Proof.Body.Uses(var use) -> facts(use.facts(), scope, use.hide());
      case Proof.Body.Qed() -> {
        prove(step, inside);
        define(step, null, scope);
      }
    }
  }

  private void prove(Proof.Step step, Scope scope) {
    if (step.proof() != null) {
      proof(step.proof(), scope);
    }
  }

  private void introduce(List<Bound> bounds, Scope scope) {
    bounds.forEach(bound -> expressions.resolveSet(bound, scope));
    bounds.forEach(bound -> expressions.bind(bound, scope));
  }

  /// Binds what SUFFICES introduces for the steps after it.
  private static void reveal(Statement statement, Scope scope) {
    if (statement instanceof Statement.Sequent sequent) {
      for (Statement.Hypothesis hypothesis : sequent.hypotheses()) {
        if (hypothesis instanceof Statement.Hypothesis.New(_, var parameter, _, _)) {
          scope.bind(parameter.name(), parameter.arity());
        }
      }
    }
  }

  /// Makes the name of a step stand for what it states.
  ///
  /// @param statement null for a step that states no formula
  private void define(Proof.Step step, @Nullable Statement statement, Scope scope) {
    if (isNameless(step.label())) {
      return;
    }
    Symbol.Operator symbol = targets.stepOf(step);
    if (symbol == null) {
      symbol = Symbol.Operator.step(new Identifier(step.label(), step.span()));
      if (statement instanceof Statement.Formula(var expr)) {
        symbol.define(List.of(), List.of(), expr);
      }
      targets.define(step, symbol);
    }
    scope.define(symbol);
  }

  /// Resolves a theorem, and its name for its proof and for what follows.
  void theorem(Unit.Theorem unit, Scope scope) {
    Scope inside = scope.inner();
    statement(unit.statement(), inside);
    if (unit.name() == null) {
      labels.nameless(unit.statement());
    } else {
      labels.definition(unit.statement());
      units.requireFree(unit.name().name(), unit.name().span(), scope);
      Symbol.Operator symbol = Symbol.Operator.fact(unit.name(), Symbol.Operator.Kind.THEOREM);
      if (unit.statement() instanceof Statement.Formula(var expr)) {
        symbol.define(List.of(), List.of(), expr);
      }
      targets.define(unit, symbol);
      scope.define(symbol);
    }
    if (unit.proof() != null) {
      proof(unit.proof(), inside);
    }
  }
}
