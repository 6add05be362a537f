package skolem.frontend.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import skolem.frontend.source.Code;
import skolem.frontend.source.Diagnostic;
import skolem.frontend.source.Diagnostics;
import skolem.frontend.syntax.Expr;
import skolem.frontend.syntax.Identifier;
import skolem.frontend.syntax.Statement;
import skolem.frontend.syntax.Unit;

/// Checks labels: where they stand, that they are told apart, and that their parameters are the
/// names bound around them; finds which bound name each parameter is.
///
/// Source: Lamport, *TLA+ Version 2: A Preliminary Guide*, section on naming subexpressions.
final class LabelResolver {
  private final Diagnostics diagnostics;
  private final TargetTable targets;

  LabelResolver(Diagnostics diagnostics, TargetTable targets) {
    this.diagnostics = diagnostics;
    this.targets = targets;
  }

  /// The labels of what a definition, a named fact or a step of a proof stands for.
  void definition(Expr body) {
    new Walk(new HashMap<>(), List.of(), null).expr(body);
  }

  /// The labels of a function definition, whose arguments are bound in it.
  void function(Unit.FunctionDefinition unit) {
    new Walk(new HashMap<>(), Subexpressions.names(unit.bounds()), null).expr(unit.body());
  }

  /// The labels of a statement that has a name.
  void definition(Statement statement) {
    new Walk(new HashMap<>(), List.of(), null).statement(statement, false);
  }

  /// Where no label may stand, because there is no name to begin its name with.
  void nameless(Statement statement) {
    new Walk(
            new HashMap<>(),
            List.of(),
            "a label stands in a definition or in a step of a proof; name this statement: Name == …")
        .statement(statement, false);
  }

  /// The part of a definition between two labels.
  private final class Walk {
    private final Map<String, Identifier> labels;
    private final List<Identifier> bound;
    private final @Nullable String forbidden;

    /// @param labels those seen so far at this height
    /// @param bound the names bound since the definition or the last label
    /// @param forbidden why no label may stand here, or null
    Walk(Map<String, Identifier> labels, List<Identifier> bound, @Nullable String forbidden) {
      this.labels = labels;
      this.bound = bound;
      this.forbidden = forbidden;
    }

    void expr(Expr expr) {
      switch (expr) {
        case Expr.Labelled labelled -> {
          label(labelled);
          new Walk(new HashMap<>(), List.of(), forbidden).expr(labelled.body());
        }
        case Expr.Except except -> {
          expr(except.function());
          Walk inside =
              new Walk(labels, bound, "a label must not stand inside the changes of an EXCEPT");
          Subexpressions.updates(except).forEach(inside::expr);
        }
        case Expr.Let let -> {
          let.definitions().forEach(this::unit);
          expr(let.body());
        }
        default -> Subexpressions.of(expr).forEach(this::child);
      }
    }

    private void child(Subexpressions.Child child) {
      if (child.binders().isEmpty()) {
        expr(child.expr());
      } else {
        List<Identifier> all = new ArrayList<>(bound);
        all.addAll(child.binders());
        new Walk(labels, all, forbidden).expr(child.expr());
      }
    }

    private void unit(Unit unit) {
      switch (unit) {
        case Unit.OperatorDefinition definition -> definition(definition.body());
        case Unit.FunctionDefinition definition -> function(definition);
        case Unit.Instance instance ->
            instance.substitutions().forEach(substitution -> expr(substitution.value()));
        case Unit.Constants _,
            Unit.Variables _,
            Unit.Recursive _,
            Unit.Assumption _,
            Unit.Theorem _,
            Unit.UseOrHide _,
            Unit.Submodule _ -> {}
      }
    }

    private void label(Expr.Labelled labelled) {
      Identifier label = labelled.label();
      if (label.name().isEmpty()) {
        return;
      }
      if (forbidden != null) {
        diagnostics.error(Code.LABEL_PLACE, label.span(), forbidden);
        return;
      }
      enter(label);
      Set<String> seen = new HashSet<>();
      for (Identifier parameter : labelled.parameters()) {
        if (!seen.add(parameter.name())) {
          diagnostics.error(
              Code.LABEL_PARAMETERS,
              parameter.span(),
              "label `" + label + "` has the parameter `" + parameter + "` twice");
        }
        parameter(label, parameter);
      }
      for (Identifier binder : bound) {
        if (!seen.contains(binder.name())) {
          diagnostics.report(
              Diagnostic.error(
                      Code.LABEL_PARAMETERS,
                      label.span(),
                      "label `"
                          + label
                          + "` needs the parameter `"
                          + binder
                          + "`, which is bound around it")
                  .with(binder.span(), "bound here"));
        }
      }
    }

    private void parameter(Identifier label, Identifier parameter) {
      for (Identifier binder : bound.reversed()) {
        if (binder.name().equals(parameter.name())) {
          targets.label(parameter, binder);
          return;
        }
      }
      diagnostics.error(
          Code.LABEL_PARAMETERS,
          parameter.span(),
          "`"
              + parameter
              + "` is not bound between label `"
              + label
              + "` and the beginning of the definition");
    }

    private void enter(Identifier label) {
      Identifier first = labels.putIfAbsent(label.name(), label);
      if (first != null) {
        diagnostics.report(
            Diagnostic.error(
                    Code.DUPLICATE_LABEL, label.span(), "label `" + label + "` is already used")
                .with(first.span(), "first used here"));
      }
    }

    void statement(Statement statement, boolean nested) {
      switch (statement) {
        case Statement.Formula(var expr) -> expr(expr);
        case Statement.Sequent sequent -> {
          Identifier label = sequent.label();
          if (label != null && forbidden == null) {
            enter(label);
          }
          boolean introduces =
              sequent.hypotheses().stream().anyMatch(Statement.Hypothesis.New.class::isInstance);
          Walk inside =
              new Walk(
                  label == null ? labels : new HashMap<>(),
                  bound,
                  nested && introduces
                      ? "a label must not stand inside a nested ASSUME that introduces a name"
                      : forbidden);
          inside.parts(sequent);
        }
      }
    }

    private void parts(Statement.Sequent sequent) {
      for (Statement.Hypothesis hypothesis : sequent.hypotheses()) {
        switch (hypothesis) {
          case Statement.Hypothesis.Assumed(var assumed) -> statement(assumed, true);
          case Statement.Hypothesis.New(_, _, var set, _) -> {
            if (set != null) {
              expr(set);
            }
          }
        }
      }
      expr(sequent.goal());
    }
  }
}
