package skolem.cli.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A constant that takes one size after the other.
///
/// @param constant its name
public record Sweep(String constant, int from, int to) {
  private static final Pattern TEXT =
      Pattern.compile("\\s*(\\w+)\\s*=\\s*(\\d+)\\s*\\.\\.\\s*(\\d+)\\s*");

  /// Reads `N=3..10`.
  ///
  /// @return null where the text is none
  public static @Nullable Sweep parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      return null;
    }
    try {
      Sweep sweep =
          new Sweep(
              matcher.group(1),
              Integer.parseInt(matcher.group(2)),
              Integer.parseInt(matcher.group(3)));
      return sweep.from <= sweep.to ? sweep : null;
    } catch (NumberFormatException _) {
      return null;
    }
  }

  public List<Integer> sizes() {
    return IntStream.rangeClosed(from, to).boxed().toList();
  }

  /// `NAME = VALUE` for a size: the number itself or, where the configuration gives the constant a
  /// set, a set of so many elements: the first ones of that set, then new model values.
  ///
  /// @param configuration with a line for each constant
  public String assignment(int size, String configuration) {
    Matcher set =
        Pattern.compile("(?m)^\\s*" + constant + " = \\{(.*)}\\s*$").matcher(configuration);
    if (!set.find()) {
      return constant + " = " + size;
    }
    List<String> elements = new ArrayList<>();
    for (String element : set.group(1).split(",", -1)) {
      if (!element.isBlank() && elements.size() < size) {
        elements.add(element.strip());
      }
    }
    for (int i = 1; elements.size() < size; i++) {
      String fresh = constant + "_" + i;
      if (!elements.contains(fresh)) {
        elements.add(fresh);
      }
    }
    return constant + " = {" + String.join(", ", elements) + "}";
  }
}
