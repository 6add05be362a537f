package skolem.frontend.random;

import java.util.ArrayList;
import java.util.List;

/// What a random expression may mention at one place; immutable.
///
/// @param values names of values that do not depend on the state
/// @param states names of values that do
/// @param operators operators that take values
/// @param symbols infix symbols that are defined
/// @param at whether `@` means something
record Names(
    List<String> values,
    List<String> states,
    List<Operator> operators,
    List<String> symbols,
    boolean at) {

  /// @param name as it is written, perhaps through an instance: `I!F`
  /// @param parameters how many arguments each of its parameters takes, 0 for a value
  /// @param constant whether its body speaks of constants only
  record Operator(String name, List<Integer> parameters, boolean constant) {}

  Names {
    values = List.copyOf(values);
    states = List.copyOf(states);
    operators = List.copyOf(operators);
    symbols = List.copyOf(symbols);
  }

  Names withValue(String name) {
    return new Names(with(values, name), states, operators, symbols, at);
  }

  Names withState(String name) {
    return new Names(values, with(states, name), operators, symbols, at);
  }

  Names withOperator(Operator operator) {
    return new Names(values, states, with(operators, operator), symbols, at);
  }

  Names withSymbol(String symbol) {
    return new Names(values, states, operators, with(symbols, symbol), at);
  }

  Names withAt() {
    return new Names(values, states, operators, symbols, true);
  }

  /// Those that do not depend on the state.
  Names constant() {
    List<Operator> constant = operators.stream().filter(Operator::constant).toList();
    return new Names(values, List.of(), constant, symbols, at);
  }

  private static <T> List<T> with(List<T> list, T item) {
    List<T> more = new ArrayList<>(list);
    more.add(item);
    return more;
  }
}
