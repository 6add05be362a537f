package skolem.frontend.random;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import skolem.frontend.source.Span;
import skolem.frontend.syntax.Expr;
import skolem.frontend.syntax.Fixity;
import skolem.frontend.syntax.Identifier;
import skolem.frontend.syntax.Parameter;
import skolem.frontend.syntax.Unit;

/// Makes random definitions, those of a LET among them, and operators that are passed on.
final class LocalDefinitions {
  private final Choice choice;
  private final ExpressionGenerator expressions;

  LocalDefinitions(Choice choice, ExpressionGenerator expressions) {
    this.choice = choice;
    this.expressions = expressions;
  }

  /// A definition, and the names with what it defines among them.
  record Defined(Unit unit, Names names) {}

  /// `F(x, G(_)) == e`.
  Defined operator(boolean local, Names names, int depth) {
    Identifier name = choice.fresh();
    List<Parameter> parameters = new ArrayList<>();
    List<Integer> arities = new ArrayList<>();
    Names inner = names;
    for (int i = choice.below(3); i > 0; i--) {
      Identifier parameter = choice.fresh();
      int arity = choice.oneIn(4) ? 1 + choice.below(2) : 0;
      parameters.add(Trees.parameter(parameter, arity));
      arities.add(arity);
      inner =
          arity == 0
              ? inner.withValue(parameter.name())
              : inner.withOperator(
                  new Names.Operator(parameter.name(), Collections.nCopies(arity, 0), true));
    }
    Unit unit =
        new Unit.OperatorDefinition(
            local, name, Fixity.NONFIX, parameters, expressions.anything(inner, depth), Span.NONE);
    boolean constant = names.states().isEmpty();
    return new Defined(
        unit, names.withOperator(new Names.Operator(name.name(), arities, constant)));
  }

  /// `f[x \in S] == e`, which may mention itself.
  Defined function(boolean local, Names names, int depth) {
    Identifier name = choice.fresh();
    ExpressionGenerator.Bounds bounds = expressions.bounds(names, depth - 1);
    Names inner = bounds.inner().withValue(name.name());
    Unit unit =
        new Unit.FunctionDefinition(
            local, name, bounds.list(), expressions.anything(inner, depth), Span.NONE);
    boolean constant = names.states().isEmpty();
    return new Defined(
        unit, constant ? names.withValue(name.name()) : names.withState(name.name()));
  }

  Expr let(Names names, int depth) {
    List<Unit> units = new ArrayList<>();
    Names inner = names;
    for (int i = choice.below(2); i >= 0; i--) {
      Defined defined =
          choice.oneIn(3) ? function(false, inner, depth - 1) : operator(false, inner, depth - 1);
      units.add(defined.unit());
      inner = defined.names();
    }
    return new Expr.Let(units, expressions.anything(inner, depth - 1), Span.NONE);
  }

  /// What can be passed for a parameter that is an operator of so many arguments.
  Expr operator(Names names, int arity, int depth) {
    List<Names.Operator> known =
        names.operators().stream()
            .filter(operator -> operator.parameters().equals(Collections.nCopies(arity, 0)))
            .toList();
    if (!known.isEmpty() && choice.oneIn(2)) {
      return Trees.reference(choice.of(known).name(), List.of());
    }
    if (arity == 2 && choice.oneIn(2)) {
      return Trees.reference(choice.of(names.symbols()), List.of());
    }
    List<Identifier> parameters = new ArrayList<>();
    Names inner = names;
    for (int i = 0; i < arity; i++) {
      parameters.add(choice.fresh());
      inner = inner.withValue(parameters.getLast().name());
    }
    return new Expr.Lambda(parameters, expressions.anything(inner, depth - 1), Span.NONE);
  }
}
