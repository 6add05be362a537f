package skolem.frontend.resolve;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import skolem.frontend.source.Code;
import skolem.frontend.source.Diagnostic;
import skolem.frontend.source.Diagnostics;
import skolem.frontend.syntax.Bound;
import skolem.frontend.syntax.Expr;
import skolem.frontend.syntax.Identifier;
import skolem.frontend.syntax.Operators;
import skolem.frontend.syntax.Parameter;

/// Checks that an operator gets an operator where it takes one and a value where it takes a value,
/// that functions get as many arguments as they have, and that no field is given twice.
final class ArgumentChecker {
  private final Diagnostics diagnostics;
  private final TargetTable targets;

  ArgumentChecker(Diagnostics diagnostics, TargetTable targets) {
    this.diagnostics = diagnostics;
    this.targets = targets;
  }

  /// Checks the arguments of a symbol whose parameters are known.
  void arguments(Symbol symbol, List<Expr> arguments) {
    List<Parameter> parameters =
        switch (symbol) {
          case Symbol.Operator operator -> operator.parameters();
          case Symbol.Instance instance -> instance.parameters();
          case Symbol.Constant _, Symbol.Variable _, Symbol.Native _, Symbol.Imported _ ->
              List.of();
        };
    for (int i = 0; i < Math.min(parameters.size(), arguments.size()); i++) {
      argument(
          parameters.get(i).arity(),
          arguments.get(i),
          "argument " + (i + 1) + " of `" + symbol.name() + "`",
          Code.ARGUMENT_KIND);
    }
    if (symbol instanceof Symbol.Constant) {
      values(symbol.name(), arguments);
    }
  }

  /// Checks the arguments of an operator that takes values only.
  void values(String operator, List<Expr> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      argument(
          0,
          arguments.get(i),
          "argument " + (i + 1) + " of `" + operator + "`",
          Code.ARGUMENT_KIND);
    }
  }

  /// Checks what is put where an operator of `arity` arguments, or a value where that is 0, is
  /// expected.
  ///
  /// @param place what takes the argument, for the message
  void argument(int arity, Expr argument, String place, Code code) {
    int given = arity(argument);
    if (given == arity) {
      return;
    }
    String wanted =
        arity == 0
            ? "is a value"
            : "is an operator of " + ReferenceResolver.counted(arity, "argument");
    String got =
        given == 0
            ? "this is a value"
            : "this is an operator of " + ReferenceResolver.counted(given, "argument");
    diagnostics.error(code, argument.span(), place + " " + wanted + "; " + got);
  }

  /// How many arguments what is passed still takes.
  private int arity(Expr argument) {
    return switch (argument) {
      case Expr.Lambda lambda -> lambda.parameters().size();
      case Expr.Reference reference -> arity(reference);
      default -> 0;
    };
  }

  private int arity(Expr.Reference reference) {
    return switch (targets.of(reference)) {
      case Target.Bound(var binder, var arguments) ->
          arguments.isEmpty() ? targets.arityOf(binder) : 0;
      case Target.Named(_, var symbol, var arguments) -> arguments.isEmpty() ? symbol.arity() : 0;
      case Target.Part _ -> 0;
      case Target.Unknown _ -> languageArity(ReferenceResolver.text(reference));
    };
  }

  /// How many operands an operator of the language takes, 0 where the name is none.
  static int languageArity(String name) {
    if (Operators.infix(name) != null) {
      return 2;
    }
    return Operators.prefix(name) != null || Operators.postfix(name) != null ? 1 : 0;
  }

  /// Checks the application of a function whose definition is in sight.
  void application(Expr.FunctionApplication expr) {
    if (!(expr.function() instanceof Expr.Reference reference)
        || !(targets.of(reference) instanceof Target.Named(_, Symbol.Operator operator, _))) {
      return;
    }
    int takes = 0;
    for (Bound bound : operator.functionBounds()) {
      takes += bound.patterns().size();
    }
    int given = expr.arguments().size();
    if (takes > 0 && given != takes && given != 1) {
      diagnostics.report(
          Diagnostic.error(
                  Code.FUNCTION_ARITY,
                  expr.span(),
                  "function `"
                      + operator.name()
                      + "` takes "
                      + ReferenceResolver.counted(takes, "argument")
                      + ", not "
                      + given)
              .with(operator.span(), "defined here"));
    }
  }

  /// Checks the fields of a record or of a set of records.
  void fields(List<Expr.Field> fields) {
    Map<String, Identifier> seen = new HashMap<>();
    for (Expr.Field field : fields) {
      Identifier first = seen.putIfAbsent(field.name().name(), field.name());
      if (first != null) {
        diagnostics.report(
            Diagnostic.error(
                    Code.DUPLICATE_FIELD,
                    field.name().span(),
                    "field `" + field.name() + "` is given twice")
                .with(first.span(), "first given here"));
      }
    }
  }
}
