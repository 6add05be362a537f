package skolem.frontend.verdict;

import java.util.List;
import java.util.StringJoiner;
import skolem.frontend.value.Value;

/// An assignment of values to all variables.
///
/// @param variables the names, in the order of declaration; shared by all states of a model
/// @param values in the same order
public record State(List<String> variables, List<Value> values) {
  /// A state of no variables.
  public static final State EMPTY = new State(List.of(), List.of());

  public State {
    variables = List.copyOf(variables);
    values = List.copyOf(values);
    if (variables.size() != values.size()) {
      throw new IllegalArgumentException(variables + " and " + values);
    }
  }

  public Value value(String variable) {
    return values.get(variables.indexOf(variable));
  }

  /// The state as a TLA+ conjunction, a line for each variable.
  @Override
  public String toString() {
    StringJoiner out = new StringJoiner("\n");
    for (int i = 0; i < values.size(); i++) {
      out.add("/\\ " + variables.get(i) + " = " + values.get(i));
    }
    return out.toString();
  }
}
