package skolem.frontend.pluscal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import skolem.frontend.pluscal.Translation.Replaced;
import skolem.frontend.source.SourceFile;
import skolem.frontend.source.Span;

/// How a translation stands in its file.
class TranslationFileTest {
  private static final String BEFORE = "prose\t\n---- MODULE M ----\n(*\n";
  private static final String ALGORITHM =
      "--algorithm A\nvariable x = 0;\nbegin\n  a: x := 1;\n  b: x := x + 1;\nend algorithm\n";
  private static final String AFTER = "P == x = 2   \n====\ntrailing";
  private static final String FILE = BEFORE + ALGORITHM + " *)\n" + AFTER;

  @Test
  void isInsertedAfterTheCommentAndLeavesTheRest() {
    Translation translation = Translated.file(FILE).required();
    assertThat(translation.replaced()).isEqualTo(Replaced.NONE);
    assertThat(translation.text())
        .startsWith(BEFORE + ALGORITHM + " *)\n\\* BEGIN TRANSLATION (chksum(pcal) = \"")
        .endsWith("\\* END TRANSLATION\n" + AFTER);
  }

  /// Stars before the parenthesis are no operators.
  @ParameterizedTest
  @ValueSource(strings = {"*)", "**)", "***)", " ********)", "\n(* more **)\n****)"})
  void theCommentMayEndInStars(String end) {
    Translation translation = Translated.file(BEFORE + ALGORITHM + end + "\n" + AFTER).required();
    assertThat(translation.text())
        .startsWith(BEFORE + ALGORITHM + end + "\n\\* BEGIN TRANSLATION")
        .endsWith("\\* END TRANSLATION\n" + AFTER);
  }

  @Test
  void translatedAgainItStaysTheSame() {
    Translation first = Translated.file(FILE).required();
    Translation second = Translated.file(first.text()).required();
    assertThat(second.text()).isEqualTo(first.text());
    assertThat(second.replaced()).isEqualTo(Replaced.SAME);
  }

  @Test
  void itIsStaleWhenTheAlgorithmHasChanged() {
    String translated = Translated.file(FILE).required().text();
    assertThat(replaced(translated.replace("a: x := 1;", "a: x := 7;"))).isEqualTo(Replaced.STALE);
    assertThat(replaced(translated.replace("a: x := 1;", "a: (* why *)  x :=\n 1;")))
        .isEqualTo(Replaced.SAME);
  }

  @Test
  void itIsEditedWhenItsOwnTextHasChanged() {
    String translated = Translated.file(FILE).required().text();
    assertThat(replaced(translated.replace("x' = 1", "x' = 7"))).isEqualTo(Replaced.EDITED);
    assertThat(replaced(translated.replaceFirst("\\(chksum.*\\)", "").replace("x' = 1", "x' = 7")))
        .isEqualTo(Replaced.STALE);
  }

  @Test
  void withoutOurChecksumTheDefinitionsTell() {
    String translated =
        Translated.file(FILE)
            .required()
            .text()
            .replaceFirst("chksum\\(pcal\\) = \"[0-9a-f]*\"", "chksum(pcal) = \"0a1b2c3d\"");
    assertThat(replaced(translated)).isEqualTo(Replaced.SAME);
    assertThat(replaced(translated.replace("a: x := 1;", "a: x := 7;"))).isEqualTo(Replaced.STALE);
  }

  private static Replaced replaced(String file) {
    return Translated.file(file).required().replaced();
  }

  @Test
  void emptyMarkersAreFilled() {
    String markers = "\\***** BEGIN TRANSLATION here  \n\n\\***** END TRANSLATION\n";
    Translation translation =
        Translated.file(BEFORE + ALGORITHM + "*)\n" + markers + AFTER).required();
    assertThat(translation.replaced()).isEqualTo(Replaced.NONE);
    assertThat(translation.text())
        .contains("\\***** BEGIN TRANSLATION (chksum(pcal)")
        .contains(" here  \nVARIABLES pc, x\n")
        .endsWith("\n\\***** END TRANSLATION\n" + AFTER);
  }

  @Test
  void linesEndAsInTheFile() {
    String text = Translated.file(FILE.replace("\n", "\r\n")).required().text();
    assertThat(text.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
  }

  /// CRC-32 of the lines without their ends, as Lamport's translator computes it.
  @Test
  void theChecksumOfTheTranslationIsThatOfTheOriginalTranslator() {
    Checksums checksums = Checksums.of(java.util.List.of(), java.util.List.of("12345", "6789"));
    // The check value of CRC-32, for "123456789".
    assertThat(checksums.translation()).isEqualTo("cbf43926");
  }

  @Test
  void placesOfTheTranslationAreThoseOfTheAlgorithm() {
    Translation translation = Translated.file(FILE).required();
    assertThat(original(translation, "x + 1", 3).line()).isEqualTo(8);
    assertThat(original(translation, "x' = x", 2).line()).isEqualTo(8);
    assertThat(original(translation, "b == ", 1).text()).isEqualTo("b");
    assertThat(original(translation, "x\n\nvars ==", 1).line()).isEqualTo(5);
    assertThat(original(translation, "P == x = 2", 10).text()).isEqualTo("P == x = 2");
  }

  private static Span original(Translation translation, String text, int length) {
    SourceFile file = translation.file();
    int start = file.text().lastIndexOf(text);
    return file.span(start, start + length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"no algorithm", "a --algorithm", "see ---algorithm below"})
  void proseIsNoAlgorithm(String prose) {
    assertThat(Translated.file("---- MODULE M ----\n\\* " + prose + "\n====\n").translation())
        .isNull();
  }

  @Test
  void optionsAddFairnessAndLabels() {
    String options = "\\* PlusCal options (-wf, label)\n";
    String unlabelled = ALGORITHM.replace("b: ", "");
    assertThat(Translated.file(BEFORE + unlabelled + "*)\n" + AFTER).messages())
        .containsExactly("8:3 a label is missing before this statement");
    Translated translated = Translated.file(options + BEFORE + unlabelled + "*)\n" + AFTER);
    assertThat(translated.definition("Lbl_1")).contains("x' = x + 1");
    assertThat(translated.definition("Spec")).contains("WF_vars(Next)");
    Translated named =
        Translated.file(
            options.replace("label", "label, labelRoot step")
                + BEFORE
                + unlabelled
                + "*)\n"
                + AFTER);
    assertThat(named.definition("step1")).contains("x' = x + 1");
  }
}
