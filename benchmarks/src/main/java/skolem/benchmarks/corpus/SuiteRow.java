package skolem.benchmarks.corpus;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SequencedMap;

/// One row of a suite: a specification with parameters and a bound.
///
/// @param command the command of Skolem, `check` or `prove`
/// @param specification the path of the specification, relative to the root of the project
/// @param template the path of the configuration with places for the parameters
/// @param parameters the value of each parameter, in the order of the suite
/// @param options further options of the command
/// @param reference CPU seconds to compare with, if there are any
public record SuiteRow(
    String name,
    String command,
    String specification,
    String template,
    Bound bound,
    SequencedMap<String, Integer> parameters,
    List<String> options,
    OptionalDouble reference) {

  public String parametersText() {
    return Parameters.text(parameters);
  }

  /// What tells this row from the others: name, command, parameters and bound.
  public String title() {
    return name + " " + command + " " + parametersText() + bound.suffix();
  }

  /// The configuration for this row.
  ///
  /// @param text the text of the template
  /// @throws IllegalArgumentException where text and parameters do not fit together
  public String configuration(String text) {
    return ConfigurationTemplate.fill(text, Map.copyOf(parameters));
  }
}
