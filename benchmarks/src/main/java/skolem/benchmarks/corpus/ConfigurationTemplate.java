package skolem.benchmarks.corpus;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Fills numbers into a model configuration: `@N` becomes the value of N. Where N is 3, `@{N}` is a
/// set of so many model values, `{n1, n2, n3}`, `@{rm:N}` is `{rm1, rm2, rm3}`, `@{0..N}` is `{0,
/// 1, 2, 3}`, and `@{majorities:a:N}` is `{{a1, a2}, {a1, a3}, {a2, a3}}`.
final class ConfigurationTemplate {
  private static final Pattern PLACE =
      Pattern.compile("@(?:\\{(?:(0\\.\\.)|(majorities:)?(\\w+):)?(\\w+)}|(\\w+))");

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
              String name = place.group(place.group(5) == null ? 4 : 5);
              Integer value = parameters.get(name);
              if (value == null) {
                throw new IllegalArgumentException("the parameter " + name + " has no value");
              }
              used.add(name);
              return Matcher.quoteReplacement(filled(place, value));
            });
    for (String name : parameters.keySet().stream().sorted().toList()) {
      if (!used.contains(name)) {
        throw new IllegalArgumentException("the configuration has no place for " + name);
      }
    }
    return filled;
  }

  private static String filled(MatchResult place, int value) {
    if (place.group(5) != null) {
      return Integer.toString(value);
    }
    if (place.group(1) != null) {
      return set(IntStream.rangeClosed(0, value).mapToObj(Integer::toString).toList());
    }
    String stem = place.group(3) == null ? place.group(4).toLowerCase(Locale.ROOT) : place.group(3);
    List<String> values = IntStream.rangeClosed(1, value).mapToObj(i -> stem + i).toList();
    return place.group(2) == null
        ? set(values)
        : set(subsets(values, value / 2 + 1).stream().map(ConfigurationTemplate::set).toList());
  }

  private static String set(List<String> elements) {
    return elements.stream().collect(Collectors.joining(", ", "{", "}"));
  }

  /// The subsets of so many elements.
  private static List<List<String>> subsets(List<String> elements, int size) {
    if (size == 0) {
      return List.of(List.of());
    }
    List<List<String>> subsets = new ArrayList<>();
    for (int first = 0; first <= elements.size() - size; first++) {
      for (List<String> rest : subsets(elements.subList(first + 1, elements.size()), size - 1)) {
        List<String> subset = new ArrayList<>(List.of(elements.get(first)));
        subset.addAll(rest);
        subsets.add(subset);
      }
    }
    return subsets;
  }
}
