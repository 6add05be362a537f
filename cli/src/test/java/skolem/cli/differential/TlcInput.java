package skolem.cli.differential;

import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A module and its configuration, written so that two ways of TLC make no difference.
///
/// It orders strings and model values as it first meets their words, those of the configuration
/// before those of the modules, and `CHOOSE` takes the first that fits: here it meets all of them
/// in the order of the alphabet. And for `a, b \in SUBSET {}` it finds no two subsets: here it is
/// given a set that is listed.
///
/// @param module one that extends another
record TlcInput(String module, String configuration) {
  private static final Pattern WORD = Pattern.compile("\"([^\"\\\\]*)\"|(\\w+)");
  private static final Pattern PAIR_OF_SUBSETS =
      Pattern.compile("(\\w+, \\w+ \\\\in \\(*)\\(SUBSET ");
  private static final String ADDITION =
      "CONSTANT Alphabet\nListed(S) == {element : element \\in S}";

  /// The files that TLC reads.
  Map<String, String> files() {
    String text =
        PAIR_OF_SUBSETS
            .matcher(module)
            .replaceAll("$1Listed(SUBSET ")
            .replaceFirst("(?m)^EXTENDS .*$", "$0\n" + Matcher.quoteReplacement(ADDITION));
    return Map.of("Test.tla", text, "Test.cfg", "CONSTANT Alphabet = " + words() + configuration);
  }

  private String words() {
    TreeSet<String> words = new TreeSet<>();
    Matcher word = WORD.matcher(module);
    while (word.find()) {
      words.add(word.group(1) == null ? word.group(2) : word.group(1));
    }
    return words.stream().collect(Collectors.joining("\", \"", "{\"", "\"}\n"));
  }
}
