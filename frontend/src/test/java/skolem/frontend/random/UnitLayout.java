package skolem.frontend.random;

import java.util.List;
import org.jspecify.annotations.Nullable;
import skolem.frontend.syntax.Facts;
import skolem.frontend.syntax.Fixity;
import skolem.frontend.syntax.Identifier;
import skolem.frontend.syntax.ModuleTree;
import skolem.frontend.syntax.Parameter;
import skolem.frontend.syntax.Proof;
import skolem.frontend.syntax.Statement;
import skolem.frontend.syntax.Unit;

/// Writes the modules that [ModuleGenerator] makes, as [FreeLayout] writes expressions.
final class UnitLayout {
  private final Choice choice;
  private final Sheet sheet;
  private final FreeLayout expressions;

  private UnitLayout(Choice choice) {
    this.choice = choice;
    this.sheet = new Sheet(choice);
    this.expressions = new FreeLayout(choice, sheet, this);
  }

  static String text(ModuleTree module, long seed) {
    UnitLayout layout = new UnitLayout(new Choice(seed));
    layout.module(module);
    return layout.sheet.toString();
  }

  private void module(ModuleTree module) {
    sheet.append("\n---- MODULE ").append(module.name().name()).append(" ----\n");
    if (!module.extended().isEmpty()) {
      sheet.add("EXTENDS");
      names(module.extended());
    }
    for (Unit unit : module.units()) {
      write(unit);
      if (choice.oneIn(4)) {
        sheet.append("\n------\n");
      }
    }
    sheet.append("\n====\n");
  }

  void write(Unit unit) {
    switch (unit) {
      case Unit.Constants(List<Parameter> parameters, _) -> {
        sheet.add(choice.oneIn(2) ? "CONSTANT" : "CONSTANTS");
        parameters(parameters);
      }
      case Unit.Variables(List<Identifier> names, _) -> {
        sheet.add(choice.oneIn(2) ? "VARIABLE" : "VARIABLES");
        names(names);
      }
      case Unit.Recursive(List<Parameter> operators, _) -> {
        sheet.add("RECURSIVE");
        parameters(operators);
      }
      case Unit.OperatorDefinition definition -> operator(definition);
      case Unit.FunctionDefinition definition -> {
        local(definition.local());
        sheet.add(definition.name().name()).add("[");
        expressions.bounds(definition.bounds());
        sheet.add("]").add("==");
        expressions.write(definition.body());
      }
      case Unit.Instance instance -> instance(instance);
      case Unit.Assumption(Identifier name, var expr, _) -> {
        sheet.add(choice.of(List.of("ASSUME", "ASSUMPTION", "AXIOM")));
        name(name);
        expressions.write(expr);
      }
      case Unit.Theorem(Identifier name, Statement statement, Proof proof, _) -> {
        sheet.add(choice.of(List.of("THEOREM", "LEMMA", "PROPOSITION", "COROLLARY")));
        name(name);
        statement(statement);
        if (proof != null) {
          proof(proof);
        }
      }
      case Unit.Submodule(ModuleTree module, _) -> module(module);
      case Unit.UseOrHide use -> throw new IllegalArgumentException(use.toString());
    }
  }

  private void local(boolean local) {
    if (local) {
      sheet.add("LOCAL");
    }
  }

  private void name(@Nullable Identifier name) {
    if (name != null) {
      sheet.add(name.name()).add("==");
    }
  }

  private void names(List<Identifier> names) {
    expressions.listed(names, name -> sheet.add(name.name()));
  }

  private void parameters(List<Parameter> parameters) {
    expressions.listed(
        parameters,
        parameter -> {
          sheet.add(parameter.name().name());
          if (parameter.arity() > 0) {
            sheet.add("(");
            expressions.listed(
                java.util.Collections.nCopies(parameter.arity(), "_"), sheet::exactly);
            sheet.add(")");
          }
        });
  }

  private void operator(Unit.OperatorDefinition definition) {
    local(definition.local());
    List<Parameter> parameters = definition.parameters();
    if (definition.fixity() == Fixity.INFIX) {
      sheet.add(parameters.getFirst().name().name());
      sheet.add(definition.name().name()).add(parameters.getLast().name().name());
    } else {
      sheet.add(definition.name().name());
      if (!parameters.isEmpty()) {
        sheet.add("(");
        parameters(parameters);
        sheet.add(")");
      }
    }
    sheet.add("==");
    expressions.write(definition.body());
  }

  private void instance(Unit.Instance instance) {
    local(instance.local());
    name(instance.name());
    sheet.add("INSTANCE").add(instance.module().name()).add("WITH");
    expressions.listed(
        instance.substitutions(),
        substitution -> {
          sheet.add(substitution.name().name()).add("<-");
          expressions.write(substitution.value());
        });
  }

  // ── Proofs ──────────────────────────────────────────────────────────────────────────────────

  private void statement(Statement statement) {
    if (!(statement instanceof Statement.Formula(var expr))) {
      throw new IllegalArgumentException(statement.toString());
    }
    expressions.write(expr);
  }

  private void proof(Proof proof) {
    if (choice.oneIn(3)) {
      sheet.add("PROOF");
    }
    switch (proof) {
      case Proof.Terminal(boolean omitted, _) -> sheet.add(omitted ? "OMITTED" : "OBVIOUS");
      case Proof.By(boolean only, Facts facts, _) -> {
        sheet.add("BY").add(only ? "ONLY" : "");
        expressions.listed(facts.facts(), expressions::write);
      }
      case Proof.Steps(List<Proof.Step> steps, _) -> steps.forEach(this::step);
    }
  }

  private void step(Proof.Step step) {
    sheet.add(step.label() + (choice.oneIn(2) ? "." : ""));
    switch (step.body()) {
      case Proof.Body.Asserts(_, Statement statement) -> statement(statement);
      case Proof.Body.Qed _ -> sheet.add("QED");
      default -> throw new IllegalArgumentException(step.toString());
    }
    if (step.proof() != null) {
      proof(step.proof());
    }
  }
}
