package skolem.frontend.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import skolem.frontend.parse.Corpora;

/// Every public specification resolves without an error, its proofs included.
class ResolutionCorpusTest {
  private static final String REJECTED = "is rejected by the reference parser, too";

  /// Files that do not resolve, and why.
  private static final Map<String, String> EXCEPTIONS =
      Map.of(
          "ex-Reachable/refs/ReachableProofs.tla", "extends a module that is not there",
          "tlatools-x-FindOp/expected/FindOp.tla", REJECTED,
          "tlatools-x-PlusCalOptions/expected/PlusCalOptions.tla", REJECTED,
          "tlatools-DiningPhilosophers2/expected/DiningPhilosophers2.tla", REJECTED,
          "tlatools-x-DepthFirstTerminate/expected/DepthFirstTerminate.tla", REJECTED);

  @TestFactory
  Stream<DynamicTest> models() {
    return specifications("visible");
  }

  @TestFactory
  Stream<DynamicTest> inductiveInvariants() {
    return specifications("inductive");
  }

  @TestFactory
  Stream<DynamicTest> translatedAlgorithms() {
    return specifications("pluscal/visible");
  }

  @TestFactory
  Stream<DynamicTest> featurePairs() {
    Path root = Corpora.folder("validation");
    return Corpora.rows(root.resolve("index.tsv")).stream()
        .map(row ->
            DynamicTest.dynamicTest(
                row.getFirst(),
                () -> {
                  Path folder = root.resolve(row.getFirst());
                  resolves(folder.resolve(row.get(3) + ".tla"), folders(folder));
                }));
  }

  private static Stream<DynamicTest> specifications(String name) {
    Path root = Corpora.folder(name);
    Path library = root.resolve("lib");
    return Corpora.files(root, ".tla").stream()
        .filter(file -> !file.startsWith(library))
        .filter(file -> !file.resolve("..").normalize().endsWith("input"))
        .filter(file -> !EXCEPTIONS.containsKey(root.relativize(file).toString()))
        .map(file -> {
          List<Path> path = new ArrayList<>(List.of(file.resolve("../..").normalize()));
          path.add(library);
          path.addAll(folders(library));
          path.add(Corpora.folder("visible"));
          return DynamicTest.dynamicTest(
              root.relativize(file).toString(), () -> resolves(file, path));
        });
  }

  private static void resolves(Path file, List<Path> path) {
    assertThat(Resolved.file(file, path).errors()).isEmpty();
  }

  private static List<Path> folders(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
