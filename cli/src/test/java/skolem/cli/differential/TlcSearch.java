package skolem.cli.differential;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What TLC's search through the states of a module ends with.
///
/// @param ending null where TLC refuses to search
/// @param distinct how many different states it has seen
/// @param beforeStates whether it has come to that before it has seen any
/// @param words its first complaint, if any
record TlcSearch(@Nullable Ending ending, int distinct, boolean beforeStates, String words) {
  private static final String CONSTANT = "The invariant of Inv is equal to ";
  private static final List<String> REFUSALS =
      List.of(
          "The constraint of Bound is equal to FALSE",
          "The next state action Next cannot be a constant",
          "No next state actions defined");
  private static final Pattern STATE = Pattern.compile("(?m)^State (\\d+):");
  private static final Pattern COUNTS =
      Pattern.compile("(?m)^[\\d,]+ states generated, ([\\d,]+) distinct states found");
  private static final Pattern DEPTH =
      Pattern.compile("The depth of the complete state graph search is ([\\d,]+)");
  private static final Pattern COMPLAINT =
      Pattern.compile("(?ms)^Error: (.*?)(?=^Error: |^State |\\z)");
  private static final Pattern CIRCUMSTANCE = Pattern.compile("While working on|Finished in");

  static TlcSearch of(String module, String configuration) {
    return read(
        TlcProcess.output(
            new TlcInput(module, configuration).files(),
            "tlc2.TLC",
            "-workers",
            "1",
            "-metadir",
            "states",
            "Test.tla"));
  }

  private static TlcSearch read(String output) {
    Matcher complaint = COMPLAINT.matcher(output);
    String words = complaint.find() ? words(complaint.group(1)) : "";
    return new TlcSearch(
        ending(output, words), last(COUNTS, output), words.startsWith(CONSTANT), words);
  }

  /// On one line, without what TLC says of where it has come to it.
  private static String words(String complaint) {
    return complaint
        .lines()
        .takeWhile(line -> !line.isBlank() && !CIRCUMSTANCE.matcher(line).lookingAt())
        .collect(Collectors.joining(" "));
  }

  private static @Nullable Ending ending(String output, String words) {
    if (output.contains("Model checking completed. No error has been found.")) {
      return new Ending(Ending.Kind.COMPLETE, last(DEPTH, output) - 1);
    }
    Ending.Kind kind = kind(words, output);
    if (kind == null) {
      return null;
    }
    int shown = last(STATE, output);
    // A successor without values for all variables is shown, too.
    int states = words.startsWith("Successor state is not completely") ? shown - 1 : shown;
    return new Ending(kind, Math.max(0, states - 1));
  }

  private static Ending.@Nullable Kind kind(String words, String output) {
    if (words.isEmpty() || words.startsWith("Parsing or semantic analysis failed")) {
      throw new IllegalStateException(output);
    }
    if (words.startsWith("Invariant Inv is violated") || words.equals(CONSTANT + "FALSE")) {
      return Ending.Kind.INVARIANT;
    }
    if (words.startsWith("Deadlock reached")) {
      return Ending.Kind.DEADLOCK;
    }
    return REFUSALS.stream().anyMatch(words::startsWith) ? null : Ending.Kind.ERROR;
  }

  private static int last(Pattern pattern, String output) {
    return pattern
        .matcher(output)
        .results()
        .map(match -> Integer.parseInt(match.group(1).replace(",", "")))
        .reduce(0, (_, later) -> later);
  }
}
