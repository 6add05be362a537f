package skolem.cli.report;

import java.util.ArrayList;
import java.util.List;
import skolem.frontend.value.MapValue;
import skolem.frontend.value.Value;
import skolem.frontend.verdict.State;

/// Conjuncts of TLA+ that say what a state is; a long function goes over several lines, broken
/// between its arguments.
final class StateLines {
  static final int WIDTH = 90;

  private StateLines() {}

  static List<String> of(State state) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < state.variables().size(); i++) {
      lines.add(equation(state.variables().get(i), state.values().get(i)));
    }
    return lines;
  }

  /// `name = value`, its further lines to stand below its first one.
  static String equation(String name, Value value) {
    return broken(name + " = " + value, name, value);
  }

  /// The same of the equation on one line.
  static String broken(String whole, String name, Value value) {
    if (whole.length() <= WIDTH || !(value instanceof MapValue map)) {
      return whole;
    }
    StringBuilder out = new StringBuilder(name + " = (");
    String indent = " ".repeat(out.length());
    int start = 0;
    for (int i = 0; i < map.size(); i++) {
      String pair = map.argument(i) + " :> " + map.result(i);
      String end = i + 1 < map.size() ? " @@" : ")";
      if (i > 0 && out.length() - start + 1 + pair.length() + end.length() > WIDTH) {
        out.append('\n');
        start = out.length();
        out.append(indent);
      } else if (i > 0) {
        out.append(' ');
      }
      out.append(pair).append(end);
    }
    return out.toString();
  }
}
