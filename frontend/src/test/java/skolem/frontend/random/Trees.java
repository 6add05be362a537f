package skolem.frontend.random;

import java.util.List;
import java.util.stream.Stream;
import skolem.frontend.source.Span;
import skolem.frontend.syntax.Expr;
import skolem.frontend.syntax.Fixity;
import skolem.frontend.syntax.Identifier;
import skolem.frontend.syntax.Parameter;

/// Small syntax trees without places.
final class Trees {
  private Trees() {}

  static Identifier identifier(String name) {
    return new Identifier(name, Span.NONE);
  }

  /// @param name perhaps with instances before it: `I!F`
  static Expr.Reference reference(String name, List<Expr> arguments) {
    List<String> parts = List.of(name.split("!"));
    List<Expr.Step> path =
        parts.stream()
            .<Expr.Step>map(part -> new Expr.Step.Named(identifier(part), List.of(), Span.NONE))
            .toList();
    Expr.Step last = new Expr.Step.Named(identifier(parts.getLast()), arguments, Span.NONE);
    return new Expr.Reference(
        Stream.concat(path.stream().limit(path.size() - 1), Stream.of(last)).toList(), Span.NONE);
  }

  static Parameter parameter(Identifier name, int arity) {
    return new Parameter(name, arity, Fixity.NONFIX, Span.NONE);
  }

  static Expr.Infix infix(String symbol, Expr left, Expr right) {
    return new Expr.Infix(symbol(symbol), left, right, Span.NONE);
  }

  static Expr.Prefix prefix(String symbol, Expr operand) {
    return new Expr.Prefix(symbol(symbol), operand, Span.NONE);
  }

  static Expr.Postfix prime(Expr operand) {
    return new Expr.Postfix(symbol("'"), operand, Span.NONE);
  }

  private static Expr.Symbol symbol(String symbol) {
    return new Expr.Symbol(List.of(), symbol, Span.NONE);
  }
}
