package skolem.benchmarks.corpus;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/// Parameters of a row in a table, as `RM=3,Enough=2`; `-` stands for nothing.
public final class Parameters {
  private Parameters() {}

  static boolean absent(String cell) {
    return cell.equals("-");
  }

  /// Reads the parameters in the order of the cell.
  ///
  /// @throws IllegalArgumentException for what is no parameter
  static SequencedMap<String, Integer> read(String cell) {
    SequencedMap<String, Integer> parameters = new LinkedHashMap<>();
    if (absent(cell)) {
      return parameters;
    }
    for (String parameter : cell.split(",", -1)) {
      int equals = parameter.indexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException("no parameter: " + parameter);
      }
      parameters.put(
          parameter.substring(0, equals), Integer.valueOf(parameter.substring(equals + 1)));
    }
    return parameters;
  }

  /// The parameters for people.
  public static String text(Map<String, Integer> parameters) {
    return parameters.entrySet().stream()
        .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
        .collect(Collectors.joining(" "));
  }
}
