package skolem.frontend.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import skolem.frontend.syntax.ModulePrinter;
import skolem.frontend.syntax.ModuleTree;

/// Every public specification parses, and so does what is printed of it, to the same tree.
class SpecificationCorpusTest {

  @TestFactory
  Stream<DynamicTest> models() {
    return specifications("visible");
  }

  @TestFactory
  Stream<DynamicTest> inductiveInvariants() {
    return specifications("inductive");
  }

  @TestFactory
  Stream<DynamicTest> algorithms() {
    return specifications("pluscal/visible");
  }

  @TestFactory
  Stream<DynamicTest> featurePairs() {
    return specifications("validation");
  }

  private static Stream<DynamicTest> specifications(String folder) {
    Path root = Corpora.folder(folder);
    return Corpora.files(root, ".tla").stream()
        .map(file ->
            DynamicTest.dynamicTest(root.relativize(file).toString(), () -> parsesAsPrinted(file)));
  }

  private static void parsesAsPrinted(Path file) throws ReflectiveOperationException {
    Parsed parsed = Parsed.file(Corpora.read(file));
    assertThat(parsed.messages()).isEmpty();
    assertThat(parsed.modules()).isNotEmpty();
    for (ModuleTree module : parsed.modules()) {
      String printed = ModulePrinter.print(module);
      Parsed again = Parsed.file(printed);
      assertThat(again.messages()).isEmpty();
      assertThat(again.modules()).hasSize(1);
      assertThat(TreeShape.of(again.modules().getFirst())).isEqualTo(TreeShape.of(module));
      assertThat(again.modules()).extracting(ModulePrinter::print).isEqualTo(List.of(printed));
    }
  }
}
