package skolem.explicit.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import skolem.frontend.source.Code;
import skolem.frontend.source.RejectedException;

/// The modules that come with the program give the values that their operators stand for.
class LibraryTest {
  @TempDir private Path folder;

  static List<Sample> samples() {
    return Sample.all();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void givesTheValue(Sample sample) {
    assertThat(sample.evaluated(folder)).isEqualTo(sample.expected(folder));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          FiniteSetsExt ; Max({})
          FiniteSetsExt ; ChooseUnique({1, 2}, LAMBDA x : x > 0)
          FiniteSetsExt ; ChooseUnique({1, 2}, LAMBDA x : x > 2)
          SequencesExt  ; Last(<<>>)
          SequencesExt  ; InsertAt(<<1>>, 3, 9)
          SequencesExt  ; Interleave(<<1>>, <<>>)
          SequencesExt  ; IndexFirstSubSeq(<<3>>, <<1, 2>>)
          SequencesExt  ; LongestCommonPrefix({})
          """)
  void hasNoValue(String modules, String expression) {
    Sample sample = new Sample(modules, expression, "", false);
    assertThatThrownBy(() -> sample.evaluated(folder)).satisfies(e -> hasCode(e, Code.UNDEFINED));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          Randomization         ; RandomSubset(1, {1, 2})
          Json                  ; ToJson(<<1>>)
          IOUtils               ; IOEnv
          CSV                   ; CSVWrite("%1$s", <<1>>, "f")
          SVG                   ; SVGElemToString(1)
          ShiViz                ; Host
          GraphViz              ; DotDiGraph({}, LAMBDA x : "", LAMBDA x : "")
          Statistics            ; ChiSquare(1, 1, 1)
          DifferentialEquations ; Integrate(1, 1, 1, 1)
          TLCExt                ; CounterExample
          Apalache              ; Gen(3)
          """)
  void isRefused(String modules, String expression) {
    Sample sample = new Sample(modules, expression, "", false);
    assertThatThrownBy(() -> sample.evaluated(folder))
        .satisfies(e -> hasCode(e, Code.UNSUPPORTED))
        .hasMessageContaining(expression.replaceAll("\\(.*", ""));
  }

  private static void hasCode(Throwable error, Code code) {
    assertThat(error).isInstanceOf(RejectedException.class);
    assertThat(((RejectedException) error).diagnostics().getFirst().code()).isEqualTo(code);
  }
}
