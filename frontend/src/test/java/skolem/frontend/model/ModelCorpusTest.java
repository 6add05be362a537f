package skolem.frontend.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import skolem.frontend.source.RejectedException;

/// Every model of the public corpora loads with no other modules than its own and those that come
/// with the program.
class ModelCorpusTest {
  @ParameterizedTest
  @ValueSource(strings = {"visible", "validation", "inductive"})
  void loads(String corpus) throws IOException {
    Path root =
        Path.of(System.getProperty("skolem.root", ".."), "..", "shared", "corpora", corpus)
            .normalize();
    Assumptions.assumeTrue(Files.isDirectory(root), () -> root + " is absent");
    List<String> lines = Files.readAllLines(root.resolve("index.tsv"));
    List<String> head = List.of(lines.getFirst().split("\t", -1));
    List<String> rejected = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      List<String> row = List.of(line.split("\t", -1));
      Path folder = root.resolve(row.getFirst());
      Path module = folder.resolve(row.get(head.indexOf("module")) + ".tla");
      Path config = folder.resolve(row.get(head.indexOf("cfg")));
      try {
        ModelLoader.load(ModelLoader.Request.of(module).withConfig(config).withPath(inner(folder)));
      } catch (RejectedException e) {
        rejected.add(row.getFirst() + ": " + e.diagnostics().getFirst().message());
      }
    }
    assertThat(rejected).isEmpty();
  }

  /// The folders inside a model's own folder, where some keep modules.
  private static List<Path> inner(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(path -> Files.isDirectory(path) && !path.equals(folder)).sorted().toList();
    }
  }
}
