package skolem.explicit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import skolem.frontend.model.ModelLoader;

/// Public specifications, for which an index says what TLC finds.
public final class Corpus {
  private static final Path CORPORA =
      Path.of(System.getProperty("skolem.root", "."), "..", "shared", "corpora");

  private Corpus() {}

  /// A row of an index; cells that it does not have are empty.
  public record Row(String name, Path folder, Map<String, String> cells) {
    public String get(String column) {
      return cells.getOrDefault(column, "");
    }

    /// The CPU seconds that TLC takes; 0 where they are not known.
    public double seconds() {
      return get("cpu_s").isEmpty() ? 0 : Double.parseDouble(get("cpu_s"));
    }

    public ModelLoader.Request request() {
      List<Path> path = new ArrayList<>();
      for (String entry : get("search_paths").split("[ ,;:]", -1)) {
        if (!entry.isEmpty()) {
          path.add(folder.resolve(entry));
        }
      }
      path.add(CORPORA.resolve("visible/lib/community"));
      path.add(CORPORA.resolve("visible/lib/tlaps"));
      return ModelLoader.Request.of(folder.resolve(get("module") + ".tla"))
          .withConfig(folder.resolve(get("cfg")))
          .withPath(path);
    }
  }

  /// The rows of a corpus; the test is skipped where it is absent.
  ///
  /// @param naming the column that names the rows and their folders
  public static List<Row> rows(String corpus, String naming) throws IOException {
    Path index = CORPORA.resolve(corpus).resolve("index.tsv");
    assumeTrue(Files.exists(index), "the corpus " + corpus + " is not here");
    List<String> lines = Files.readAllLines(index);
    String[] heads = lines.getFirst().split("\t", -1);
    List<Row> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t", -1);
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < heads.length; i++) {
        row.put(heads[i], cells[i]);
      }
      String name = row.getOrDefault(naming, "");
      rows.add(new Row(name, CORPORA.resolve(corpus).resolve(name), row));
    }
    return rows;
  }
}
