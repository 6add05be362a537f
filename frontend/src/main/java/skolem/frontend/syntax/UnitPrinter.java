package skolem.frontend.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Prints modules and units on a page so that they parse back to the same trees.
final class UnitPrinter {
  private final Page page;
  private final ExprPrinter expressions;
  private final ProofPrinter proofs;

  UnitPrinter(Page page) {
    this.page = page;
    this.expressions = new ExprPrinter(page, this);
    this.proofs = new ProofPrinter(page, this, expressions);
  }

  ExprPrinter expressions() {
    return expressions;
  }

  void module(ModuleTree module) {
    int column = page.column();
    page.add("---- MODULE ").add(module.name().name()).add(" ----");
    if (!module.extended().isEmpty()) {
      page.line(column).add("EXTENDS ");
      names(module.extended());
    }
    for (Unit unit : module.units()) {
      page.line(1).line(column);
      print(unit);
    }
    page.line(column).add("====");
  }

  void print(Unit unit) {
    switch (unit) {
      case Unit.Constants(List<Parameter> parameters, _) -> {
        page.add("CONSTANT ");
        expressions.list(parameters, this::parameter);
      }
      case Unit.Variables(List<Identifier> names, _) -> {
        page.add("VARIABLE ");
        names(names);
      }
      case Unit.Recursive(List<Parameter> operators, _) -> {
        page.add("RECURSIVE ");
        expressions.list(operators, this::parameter);
      }
      case Unit.OperatorDefinition definition -> definition(definition);
      case Unit.FunctionDefinition definition -> {
        int column = page.column();
        local(definition.local());
        page.add(definition.name().name()).add("[");
        expressions.bounds(definition.bounds());
        page.add("]");
        body(column, definition.body());
      }
      case Unit.Instance instance -> instance(instance);
      case Unit.Assumption(Identifier name, Expr expr, _) -> {
        page.add("ASSUME ");
        name(name);
        expressions.print(expr);
      }
      case Unit.Theorem theorem -> {
        page.add("THEOREM ");
        name(theorem.name());
        proofs.statement(theorem.statement());
        proofs.proof(theorem.proof(), 3);
      }
      case Unit.UseOrHide(boolean hide, boolean only, Facts facts, _) -> {
        page.add(hide ? "HIDE" : "USE").add(only ? " ONLY" : "");
        proofs.facts(facts);
      }
      case Unit.Submodule(ModuleTree module, _) -> module(module);
    }
  }

  private void names(List<Identifier> names) {
    expressions.list(names, name -> page.add(name.name()));
  }

  private void name(@Nullable Identifier name) {
    if (name != null) {
      page.add(name.name()).add(" == ");
    }
  }

  private void local(boolean local) {
    page.add(local ? "LOCAL " : "");
  }

  // ── Definitions ─────────────────────────────────────────────────────────────────────────────

  private void definition(Unit.OperatorDefinition definition) {
    int column = page.column();
    local(definition.local());
    String name = definition.name().name();
    List<Parameter> parameters = definition.parameters();
    switch (definition.fixity()) {
      case NONFIX -> {
        page.add(name);
        parameters(parameters);
      }
      case PREFIX -> {
        page.add(name).add(" ");
        parameter(parameters.getFirst());
      }
      case INFIX -> {
        parameter(parameters.getFirst());
        page.add(" ").add(name).add(" ");
        parameter(parameters.getLast());
      }
      case POSTFIX -> {
        parameter(parameters.getFirst());
        page.add(" ").add(name);
      }
    }
    body(column, definition.body());
  }

  private void body(int column, Expr body) {
    page.add(" ==");
    expressions.onward(column, body);
    expressions.print(body);
  }

  private void parameters(List<Parameter> parameters) {
    if (!parameters.isEmpty()) {
      page.add("(");
      expressions.list(parameters, this::parameter);
      page.add(")");
    }
  }

  void parameter(Parameter parameter) {
    String name = parameter.name().name();
    switch (parameter.fixity()) {
      case NONFIX -> {
        page.add(name);
        if (parameter.arity() > 0) {
          page.add("(_").add(", _".repeat(parameter.arity() - 1)).add(")");
        }
      }
      case PREFIX -> page.add(name).add(" _");
      case INFIX -> page.add("_ ").add(name).add(" _");
      case POSTFIX -> page.add("_ ").add(name);
    }
  }

  // ── Instances ───────────────────────────────────────────────────────────────────────────────

  private void instance(Unit.Instance instance) {
    local(instance.local());
    if (instance.name() != null) {
      page.add(instance.name().name());
      parameters(instance.parameters());
      page.add(" == ");
    }
    page.add("INSTANCE ").add(instance.module().name());
    if (!instance.substitutions().isEmpty()) {
      page.add(" WITH ");
      expressions.list(instance.substitutions(), this::substitution);
    }
  }

  private void substitution(Unit.Substitution substitution) {
    page.add(substitution.name().name()).add(" <- ");
    expressions.print(substitution.value());
  }
}
