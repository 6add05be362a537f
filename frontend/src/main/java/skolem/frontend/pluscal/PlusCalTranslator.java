package skolem.frontend.pluscal;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import skolem.frontend.source.Diagnostics;
import skolem.frontend.source.RejectedException;
import skolem.frontend.source.SourceFile;
import skolem.frontend.source.Span;

/// Translates the PlusCal algorithm of a file: the facade of the package.
public final class PlusCalTranslator {
  private static final Pattern HEADING = Pattern.compile("(?<!-)--(fair\\s+)?algorithm(?=\\s+\\w)");

  private final SourceFile file;
  private final String lineEnd;

  private PlusCalTranslator(SourceFile file) {
    this.file = file;
    this.lineEnd = file.text().contains("\r\n") ? "\r\n" : "\n";
  }

  /// Whether there is an algorithm in the file.
  public static boolean hasAlgorithm(SourceFile file) {
    return HEADING.matcher(file.text()).find();
  }

  /// Whether a translation begins in the file, and something follows.
  public static boolean hasTranslation(SourceFile file) {
    try {
      PresentTranslation present = PresentTranslation.in(file);
      return present != null && !present.isEmpty();
    } catch (RejectedException _) {
      return true;
    }
  }

  /// The file with the translation of its algorithm between the markers `\* BEGIN TRANSLATION` and
  /// `\* END TRANSLATION`, which are inserted after the algorithm's comment where there are none;
  /// everything else stays as it is, to the byte.
  ///
  /// @return null where the file has no algorithm, or one that cannot be translated, which is then
  ///   reported
  public static @Nullable Translation translate(SourceFile file, Diagnostics diagnostics) {
    Matcher heading = HEADING.matcher(file.text());
    if (!heading.find()) {
      return null;
    }
    try {
      Span span = new Span(file, heading.start(), heading.end());
      return new PlusCalTranslator(file).translate(span, heading.group(1) != null);
    } catch (RejectedException rejection) {
      rejection.diagnostics().forEach(diagnostics::report);
      return null;
    }
  }

  private Translation translate(Span heading, boolean fair) {
    Options options = Options.in(file);
    List<Token> tokens = AlgorithmLexer.scan(file, heading.end());
    AlgorithmParser.Parsed parsed = AlgorithmParser.parse(tokens, heading, fair);
    Algorithm expanded = MacroExpansion.expand(parsed.algorithm());
    LabelRules.Labelled labelled = LabelRules.apply(expanded, options.labelling().root());
    requireLabels(expanded, labelled.added(), options);
    Names.Distinct distinct = Names.makeDistinct(labelled.algorithm());
    List<Fragment> paragraphs =
        ModuleWriter.write(distinct.algorithm(), distinct.comments(), options);
    return assemble(heading, parsed.tokens(), paragraphs, tokens.getLast().span().start());
  }

  /// Labels are added where the algorithm leaves them all to us, that is, where it has no processes
  /// and no label, or where the options say so.
  private static void requireLabels(Algorithm algorithm, List<Label> added, Options options) {
    boolean mayAdd =
        options.labelling().always()
            || (!algorithm.isMultiprocess()
                && !Statement.hasLabel(algorithm.body())
                && algorithm.procedures().stream().noneMatch(p -> Statement.hasLabel(p.body())));
    if (!mayAdd && !added.isEmpty()) {
      throw new RejectedException(
          added.stream()
              .map(l -> Faults.diagnostic(l.place(), "a label is missing before this statement"))
              .toList());
    }
  }

  /// @param end of the algorithm's comment
  private Translation assemble(
      Span heading, List<Token> algorithm, List<Fragment> paragraphs, int end) {
    Span account = algorithm.getFirst().span();
    TextBuilder body = new TextBuilder(lineEnd);
    paragraphs.forEach(paragraph -> body.write(paragraph).endLine());
    Checksums checksums = Checksums.of(algorithm, body.text().lines().toList());
    PresentTranslation present = PresentTranslation.in(file);
    TextBuilder all = new TextBuilder(lineEnd);
    if (present == null) {
      int place = lineAfter(end);
      all.copy(file, 0, place);
      if (all.endsInsideLine()) {
        all.endLine();
      }
      all.write(checksums.writtenIn("\\* BEGIN TRANSLATION"), account).endLine();
      all.append(body).write("\\* END TRANSLATION", account).endLine();
      all.copy(file, place, file.text().length());
    } else {
      String marker = present.marker();
      Span line = new Span(file, present.begin(), present.bodyStart());
      all.copy(file, 0, present.begin()).write(checksums.writtenIn(marker), line);
      all.copy(file, present.begin() + marker.length(), present.bodyStart()).append(body);
      all.copy(file, present.bodyEnd(), file.text().length());
    }
    Translation.Replaced replaced =
        present == null ? Translation.Replaced.NONE : present.comparedWith(checksums, body.text());
    return new Translation(file.rewritten(all.text(), all.origins()), replaced, heading);
  }

  private int lineAfter(int offset) {
    int end = file.text().indexOf('\n', offset);
    return end < 0 ? file.text().length() : end + 1;
  }
}
