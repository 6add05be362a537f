package skolem.frontend.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;
import skolem.frontend.source.Span;

/// What a module consists of; some of them stand in a LET, too.
public sealed interface Unit {
  Span span();

  /// `CONSTANT x, F(_)`.
  record Constants(List<Parameter> parameters, Span span) implements Unit {
    public Constants {
      parameters = List.copyOf(parameters);
    }
  }

  /// `VARIABLE x, y`.
  record Variables(List<Identifier> names, Span span) implements Unit {
    public Variables {
      names = List.copyOf(names);
    }
  }

  /// `RECURSIVE F(_, _), g`.
  record Recursive(List<Parameter> operators, Span span) implements Unit {
    public Recursive {
      operators = List.copyOf(operators);
    }
  }

  /// `F(x, G(_)) == e`, `a \prec b == e`, `-. a == e`, `a ^+ == e`.
  record OperatorDefinition(
      boolean local,
      Identifier name,
      Fixity fixity,
      List<Parameter> parameters,
      Expr body,
      Span span)
      implements Unit {
    public OperatorDefinition {
      parameters = List.copyOf(parameters);
    }
  }

  /// `f[x \in S, y \in T] == e`.
  record FunctionDefinition(
      boolean local, Identifier name, List<Bound> bounds, Expr body, Span span) implements Unit {
    public FunctionDefinition {
      bounds = List.copyOf(bounds);
    }
  }

  /// `INSTANCE M WITH a <- e`, or `I(x) == INSTANCE M WITH a <- e` where it has a name.
  ///
  /// @param name null where the definitions are imported under their own names
  record Instance(
      boolean local,
      @Nullable Identifier name,
      List<Parameter> parameters,
      Identifier module,
      List<Substitution> substitutions,
      Span span)
      implements Unit {
    public Instance {
      parameters = List.copyOf(parameters);
      substitutions = List.copyOf(substitutions);
    }
  }

  /// `a <- e`; for an operator, `e` is a reference without arguments, a symbol or a LAMBDA.
  record Substitution(Identifier name, Expr value) {}

  /// `ASSUME e`, `ASSUME Name == e` (also ASSUMPTION, AXIOM).
  ///
  /// @param name null where it has none
  record Assumption(@Nullable Identifier name, Expr expr, Span span) implements Unit {}

  /// `THEOREM Name == statement proof` (also LEMMA, PROPOSITION, COROLLARY).
  ///
  /// @param name null where it has none
  /// @param proof null where it has none
  record Theorem(@Nullable Identifier name, Statement statement, @Nullable Proof proof, Span span)
      implements Unit {}

  /// `USE e, … DEF F, …`, `USE ONLY …` and `HIDE …`.
  record UseOrHide(boolean hide, boolean only, Facts facts, Span span) implements Unit {}

  /// A module inside a module.
  record Submodule(ModuleTree module, Span span) implements Unit {}
}
