package skolem.cli.differential;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import skolem.explicit.search.StateSpace;
import skolem.frontend.kernel.Variable;
import skolem.frontend.model.Model;
import skolem.frontend.value.Value;

/// An expression as an operator of the variables that it mentions, with what the concrete engine
/// says of it in initial states of a model.
///
/// @param name of the operator
/// @param definition its text
/// @param results one for each state
record ConstantCase(
    String name,
    String definition,
    List<List<Value>> states,
    List<ExpressionComparison.Result> results) {
  private static final int MOST_STATES = 40;

  /// @param model its first invariant is the expression
  /// @param operators that the expression mentions
  /// @param expression its text
  /// @throws skolem.frontend.source.RejectedException where the concrete engine does not support it
  static ConstantCase of(String name, Model model, String operators, String expression) {
    Set<List<Value>> all = new LinkedHashSet<>();
    new StateSpace(model, _ -> {})
        .initialStates(
            null,
            (state, _) -> {
              all.add(List.of(state));
              return true;
            });
    List<List<Value>> states = some(all, expression);
    List<ExpressionComparison.Result> results = new ArrayList<>();
    for (List<Value> state : states) {
      results.add(ExpressionComparison.concrete(model.invariants().getFirst().expr(), state));
    }
    String body = operators.isBlank() ? expression : "LET " + operators + " IN\n" + expression;
    String definition = name + "(" + variables(model) + ") ==\n" + body + "\n";
    return new ConstantCase(name, definition, states, results);
  }

  /// As many as TLC is asked about, which are others for other expressions.
  private static List<List<Value>> some(Set<List<Value>> all, String expression) {
    List<List<Value>> states = new ArrayList<>(all);
    Collections.shuffle(states, new Random(expression.hashCode()));
    return List.copyOf(states.subList(0, Math.min(states.size(), MOST_STATES)));
  }

  /// A generated module, as a case.
  static ConstantCase of(String name, String module, String configuration) {
    Model model = Modules.load(module, configuration);
    String operators = between(module, "VARIABLES " + variables(model) + "\n", "Init == ");
    return of(name, model, operators.strip(), between(module, "Inv == ", "====").strip());
  }

  private static String variables(Model model) {
    return model.variables().stream().map(Variable::name).collect(Collectors.joining(", "));
  }

  private static String between(String text, String before, String after) {
    int start = text.indexOf(before) + before.length();
    return text.substring(start, text.indexOf(after, start));
  }

  /// The operator, applied to a state.
  String applied(int state) {
    return states.get(state).stream()
        .map(Value::toString)
        .collect(Collectors.joining(", ", name + "(", ")"));
  }

  /// That the expression has the value, in a state, that the concrete engine says; where that says
  /// that it has none, that it equals itself, so that it is evaluated to its last part.
  String equation(int state) {
    Value value = results.get(state).value();
    return applied(state) + " = " + (value == null ? applied(state) : value);
  }

  List<String> equations() {
    return IntStream.range(0, states.size()).mapToObj(this::equation).toList();
  }
}
