package skolem.frontend.pluscal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import skolem.frontend.source.SourceFile;
import skolem.frontend.source.Span;

/// The translation that a file has, between its marker lines.
///
/// @param begin offset of the line that begins it
/// @param bodyStart offset of the line after that
/// @param bodyEnd offset of the line that ends it
record PresentTranslation(SourceFile file, int begin, int bodyStart, int bodyEnd) {
  private static final Pattern BEGIN =
      Pattern.compile("^.*\\\\\\*.*\\bBEGIN\\s+TRANSLATION\\b.*(\\R|\\z)", Pattern.MULTILINE);
  private static final Pattern END =
      Pattern.compile("^.*\\\\\\*.*\\bEND\\s+TRANSLATION\\b.*$", Pattern.MULTILINE);

  private static final Set<String> GROUPING = Set.of("(", ")", "/\\");

  /// Definitions that have changed from version to version of the translator, or follow from
  /// others.
  private static final Set<String> UNCOMPARED =
      Set.of("vars", "ProcSet", "Next", "Spec", "Terminating", "Termination");

  /// @throws skolem.frontend.source.RejectedException where a translation begins and does not end
  static @Nullable PresentTranslation in(SourceFile file) {
    Matcher begin = BEGIN.matcher(file.text());
    if (!begin.find()) {
      return null;
    }
    Matcher end = END.matcher(file.text());
    if (!end.find(begin.end())) {
      throw Faults.at(
          new Span(file, begin.start(), begin.start(1)),
          "the translation that begins here has no line with `END TRANSLATION`");
    }
    return new PresentTranslation(file, begin.start(), begin.end(), end.start());
  }

  /// Whether there is nothing between the markers.
  boolean isEmpty() {
    return body().isBlank();
  }

  /// The line that begins it, without its end.
  String marker() {
    return file.text().substring(begin, bodyStart).stripTrailing();
  }

  private String body() {
    return file.text().substring(bodyStart, bodyEnd);
  }

  /// What it is beside this translation and its checksums.
  Translation.Replaced comparedWith(Checksums actual, String translation) {
    if (isEmpty()) {
      return Translation.Replaced.NONE;
    }
    if (isStale(actual, translation)) {
      return Translation.Replaced.STALE;
    }
    if (isEdited()) {
      return Translation.Replaced.EDITED;
    }
    return words(body()).equals(words(translation))
        ? Translation.Replaced.SAME
        : Translation.Replaced.EQUIVALENT;
  }

  /// Whether it is not of the algorithm: its checksum tells, or else a comparison of what each
  /// definition says with our translation, in which layout and brackets do not count.
  private boolean isStale(Checksums actual, String translation) {
    Checksums written = Checksums.in(marker());
    if (written.algorithm() != null) {
      return !written.algorithm().equals(actual.algorithm());
    }
    return !definitions(body()).equals(definitions(translation));
  }

  /// Whether it is not the text that its checksum was written for.
  private boolean isEdited() {
    String written = Checksums.in(marker()).translation();
    return written != null
        && !written.equals(Checksums.of(List.of(), body().lines().toList()).translation());
  }

  /// The tokens, brackets and bullets apart.
  private static List<Token> tokens(String text) {
    return AlgorithmLexer.scan(new SourceFile("", text), 0).stream()
        .filter(t -> t.kind() != Token.Kind.END && !GROUPING.contains(t.text()))
        .toList();
  }

  private static List<String> words(String text) {
    return tokens(text).stream().map(Token::text).toList();
  }

  /// The words of each definition, sorted.
  private static Map<String, List<String>> definitions(String text) {
    Map<String, List<String>> definitions = new LinkedHashMap<>();
    List<Token> tokens = tokens(text);
    String current = "";
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.column() == 1) {
        current = token.text();
      }
      i += staysSame(tokens, i) ? 3 : 0;
      if (!UNCOMPARED.contains(current) && isSaying(token)) {
        definitions.computeIfAbsent(current, _ -> new ArrayList<>()).add(token.text());
      }
    }
    definitions.values().forEach(words -> words.sort(null));
    definitions.keySet().removeIf(name -> name.startsWith("VARIABLE"));
    return definitions;
  }

  /// Whether `v' = v` begins here, which some versions write where others write `UNCHANGED v`.
  private static boolean staysSame(List<Token> tokens, int i) {
    return i + 3 < tokens.size()
        && tokens.get(i + 1).is("'")
        && tokens.get(i + 2).is("=")
        && tokens.get(i + 3).is(tokens.get(i).text());
  }

  private static boolean isSaying(Token token) {
    return !token.text().startsWith("\"Failure of assertion") && !token.is("UNCHANGED");
  }
}
