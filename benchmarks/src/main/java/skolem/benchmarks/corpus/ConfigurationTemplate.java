package skolem.benchmarks.corpus;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Fills numbers into a model configuration: `@N` becomes the value of N, and `@{RM}` a set of so
/// many model values, `{rm1, rm2, rm3}` where RM is 3.
final class ConfigurationTemplate {
  private static final Pattern PLACE = Pattern.compile("@(?:\\{(\\w+)}|(\\w+))");

  private ConfigurationTemplate() {}

  /// Returns the text with all places filled.
  ///
  /// @throws IllegalArgumentException for a place without a parameter and a parameter without a
  ///   place
  static String fill(String template, Map<String, Integer> parameters) {
    Set<String> used = new HashSet<>();
    String filled =
        PLACE
            .matcher(template)
            .replaceAll(place -> {
              String set = place.group(1);
              String name = set != null ? set : place.group(2);
              Integer value = parameters.get(name);
              if (value == null) {
                throw new IllegalArgumentException("the parameter " + name + " has no value");
              }
              used.add(name);
              return Matcher.quoteReplacement(
                  set != null ? modelValues(name, value) : value.toString());
            });
    for (String name : parameters.keySet().stream().sorted().toList()) {
      if (!used.contains(name)) {
        throw new IllegalArgumentException("the configuration has no place for " + name);
      }
    }
    return filled;
  }

  private static String modelValues(String name, int count) {
    String stem = name.toLowerCase(Locale.ROOT);
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> stem + i)
        .collect(Collectors.joining(", ", "{", "}"));
  }
}
