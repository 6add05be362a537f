package skolem.frontend.pluscal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import skolem.frontend.pluscal.Algorithm.Macro;

/// Replaces each macro call by the macro's body, with arguments for parameters.
final class MacroExpansion {
  private final Map<String, Macro> macros = new HashMap<>();

  private MacroExpansion() {}

  /// @throws skolem.frontend.source.RejectedException where a macro is called that is not defined
  ///   before, or with arguments that do not fit
  static Algorithm expand(Algorithm algorithm) {
    MacroExpansion expansion = new MacroExpansion();
    for (Macro macro : algorithm.macros()) {
      Macro expanded =
          new Macro(
              macro.place(), macro.name(), macro.parameters(), expansion.expand(macro.body()));
      if (expansion.macros.put(macro.name(), expanded) != null) {
        throw Faults.at(macro.place(), "macro `" + macro.name() + "` is defined twice");
      }
    }
    return new Algorithm(
        algorithm.heading(),
        algorithm.name(),
        algorithm.fair(),
        algorithm.variables(),
        algorithm.definitions(),
        List.of(),
        algorithm.procedures().stream().map(p -> p.with(expansion.expand(p.body()))).toList(),
        algorithm.processes().stream().map(p -> p.with(expansion.expand(p.body()))).toList(),
        expansion.expand(algorithm.body()));
  }

  private List<Statement> expand(List<Statement> statements) {
    List<Statement> result = new ArrayList<>();
    for (Statement statement : statements) {
      if (statement.command() instanceof Command.MacroCall call) {
        result.addAll(body(statement, call));
      } else {
        result.add(statement.with(statement.command().withBodies(this::expand)));
      }
    }
    return result;
  }

  private List<Statement> body(Statement statement, Command.MacroCall call) {
    Macro macro = macros.get(call.macro());
    if (macro == null) {
      throw Faults.at(statement.place(), "macro `" + call.macro() + "` is not defined");
    }
    int given = call.arguments().size();
    int wanted = macro.parameters().size();
    if (given != wanted) {
      throw Faults.at(
          statement.place(),
          "macro `" + call.macro() + "` takes " + wanted + " arguments but is given " + given);
    }
    Map<String, Fragment> arguments = new HashMap<>();
    for (int i = 0; i < wanted; i++) {
      arguments.put(macro.parameters().get(i), call.arguments().get(i));
    }
    List<Statement> body = new Substitution(arguments, statement.place()).in(macro.body());
    List<Statement> labelled = new ArrayList<>(body);
    labelled.set(0, body.getFirst().labelled(statement.label()));
    return labelled;
  }

  /// @param arguments by the names of parameters
  /// @param call where the macro is called
  private record Substitution(Map<String, Fragment> arguments, Place call) {
    List<Statement> in(List<Statement> statements) {
      return statements.stream()
          .map(s -> new Statement(s.label(), s.place().calledAt(call), in(s.command())))
          .toList();
    }

    private Command in(Command command) {
      Command inside = command.withExpressions(this::in).withBodies(this::in);
      return switch (inside) {
        case Command.Assign assign ->
            new Command.Assign(assign.assignments().stream().map(this::in).toList());
        case Command.With with ->
            new Command.With(variable(with.variable()), with.member(), with.value(), with.body());
        default -> inside;
      };
    }

    /// The name that a variable of `with` has here: the argument where it is a parameter.
    private String variable(String name) {
      Fragment argument = arguments.get(name);
      return argument == null || argument.tokens().size() > 1
          ? name
          : argument.tokens().getFirst().text();
    }

    private Command.Assignment in(Command.Assignment assignment) {
      Place place = assignment.place().calledAt(call);
      Fragment argument = arguments.get(assignment.variable());
      if (argument == null) {
        return new Command.Assignment(
            place, assignment.variable(), assignment.subscript(), assignment.value());
      }
      Token variable = argument.tokens().getFirst();
      if (!variable.isName()) {
        throw Faults.at(
            call,
            "the macro assigns to its parameter `"
                + assignment.variable()
                + "`, which stands for `"
                + variable.text()
                + "`");
      }
      List<Token> rest = argument.tokens().subList(1, argument.tokens().size());
      return new Command.Assignment(
          place,
          variable.text(),
          Fragment.of(rest).then(assignment.subscript()),
          assignment.value());
    }

    private Fragment in(Fragment expression) {
      return expression.replaced(i -> argument(expression, i));
    }

    private @Nullable Fragment argument(Fragment expression, int index) {
      Token token = expression.tokens().get(index);
      Fragment argument =
          token.isName() && expression.isUse(index) ? arguments.get(token.text()) : null;
      return argument == null || isOperand(argument)
          ? argument
          : Fragment.of("(", argument.span()).then(argument).then(")");
    }

    /// Whether the expression binds tighter than any operator: a name or number, followed by
    /// subscripts, or one thing in brackets.
    private static boolean isOperand(Fragment expression) {
      int depth = 0;
      boolean complete = false;
      for (Token token : expression.tokens()) {
        if (depth == 0 && complete && !token.is("[") && !token.is("(")) {
          return false;
        }
        if (Brackets.opens(token.text())) {
          depth++;
        } else if (Brackets.closes(token.text())) {
          depth--;
        } else if (depth == 0 && token.kind() == Token.Kind.SYMBOL) {
          return false;
        }
        complete = depth == 0;
      }
      return true;
    }
  }
}
