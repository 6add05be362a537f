package skolem.frontend.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skolem.frontend.pluscal.PlusCalTranslator;
import skolem.frontend.pluscal.Translation;
import skolem.frontend.source.Diagnostics;
import skolem.frontend.source.RejectedException;
import skolem.frontend.source.SourceFile;

/// Models of modules that hold algorithms.
class AlgorithmReadingTest {
  private static final String MODULE =
      """
      ---- MODULE M ----
      EXTENDS Integers
      (*
      --algorithm A
      variable x = 0;
      begin
        a: x := 1;
      end algorithm
      *)
      Small == x < 9
      ====
      """;

  @TempDir private Path folder;

  private Model load(String module) throws IOException {
    Files.writeString(folder.resolve("M.tla"), module);
    Files.writeString(folder.resolve("M.cfg"), "SPECIFICATION Spec\nINVARIANT Small\n");
    return ModelLoader.load(ModelLoader.Request.of(folder.resolve("M.tla")));
  }

  private static String translated() {
    Translation translation =
        PlusCalTranslator.translate(new SourceFile("M.tla", MODULE), new Diagnostics());
    assertThat(translation).isNotNull();
    return translation == null ? "" : translation.text();
  }

  @Test
  void translatesWhatIsNotTranslated() throws IOException {
    Model model = load(MODULE);
    assertThat(model.variables()).extracting(v -> v.name()).containsExactly("pc", "x");
    assertThat(model.warnings()).isEmpty();
    assertThat(model.invariants().getFirst().expr().span().line()).isEqualTo(10);
  }

  @Test
  void usesThePresentTranslation() throws IOException {
    assertThat(load(translated()).warnings()).isEmpty();
  }

  @Test
  void warnsOfAStaleTranslation() throws IOException {
    Model model = load(translated().replace("a: x := 1", "a: x := 2"));
    assertThat(model.warnings()).hasSize(1);
    assertThat(model.warnings().getFirst().span().line()).isEqualTo(4);
  }

  @Test
  void warnsOfATranslationThatWasChangedByHand() throws IOException {
    Model model = load(translated().replace("x' = 1", "x' = 2"));
    assertThat(model.warnings()).hasSize(1);
    assertThat(model.warnings().getFirst().message()).contains("has been changed by hand");
  }

  @Test
  void leavesModulesAloneThatSayByHandWhatTheAlgorithmMeans() throws IOException {
    Model model =
        load(
            MODULE.replace(
                "Small ==",
                "VARIABLE x\nInit == x = 0\nNext == x' = x\nSpec == Init /\\ [][Next]_x\nSmall =="));
    assertThat(model.variables()).extracting(v -> v.name()).containsExactly("x");
  }

  @Test
  void rejectsAnAlgorithmWithFaults() {
    assertThatThrownBy(() -> load(MODULE.replace("x := 1;", "y := 1;")))
        .isInstanceOf(RejectedException.class)
        .hasMessageContaining("M.tla:7:6: assignment to undeclared variable `y`");
  }
}
