package skolem.explicit.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import skolem.frontend.model.Model;
import skolem.frontend.model.ModelLoader;
import skolem.frontend.source.Code;
import skolem.frontend.verdict.Fault;
import skolem.frontend.verdict.Outcome;

/// Public algorithms, translated in memory, have the behaviours that TLC finds under the
/// translation by Lamport's translator: an index gives verdict, distinct states and depth.
class AlgorithmCorpusTest {
  /// TLC takes at most this long (seconds) for the algorithms that are run.
  private static final int LONGEST = Integer.getInteger("skolem.corpus.seconds", 5);

  private static final Path CORPORA =
      Path.of(System.getProperty("skolem.root", "."), "..", "shared", "corpora");
  private static final Path ALGORITHMS = CORPORA.resolve("pluscal/visible");

  @TempDir private static Path configurations;

  @TestFactory
  Stream<DynamicTest> algorithms() throws IOException {
    assumeTrue(Files.isDirectory(ALGORITHMS), "the corpus of algorithms is not here");
    List<String> lines = Files.readAllLines(ALGORITHMS.resolve("index.tsv"));
    String[] heads = lines.getFirst().split("\t", -1);
    return lines.stream()
        .skip(1)
        .map(line -> row(heads, line.split("\t", -1)))
        .filter(row -> !cell(row, "distinct").isEmpty())
        .filter(row -> Double.parseDouble(cell(row, "cpu_s")) <= LONGEST)
        .map(row ->
            DynamicTest.dynamicTest(cell(row, "id") + " " + cell(row, "cfg"), () -> check(row)));
  }

  private static Map<String, String> row(String[] heads, String[] cells) {
    Map<String, String> row = new TreeMap<>();
    for (int i = 0; i < heads.length; i++) {
      row.put(heads[i], cells[i]);
    }
    return row;
  }

  private static String cell(Map<String, String> row, String head) {
    return row.getOrDefault(head, "");
  }

  private static void check(Map<String, String> row) throws IOException {
    Path folder = ALGORITHMS.resolve(cell(row, "dir")).resolve("input");
    Model model =
        ModelLoader.load(
            ModelLoader.Request.of(folder.resolve(cell(row, "root_for_tlc")))
                .withConfig(plainConfiguration(folder.resolve(cell(row, "cfg"))))
                .withPath(
                    List.of(
                        CORPORA.resolve("visible/lib/community"),
                        CORPORA.resolve("visible/lib/tlaps"))));
    Exploration exploration = BreadthFirstSearch.run(model, SearchOptions.unbounded());
    assertThat(verdict(exploration)).isEqualTo(cell(row, "tlc_result"));
    assertThat(exploration.distinct()).hasToString(cell(row, "distinct"));
    if (!cell(row, "depth").isEmpty()) {
      assertThat(exploration.depth()).hasToString(cell(row, "depth"));
    }
  }

  /// The configuration without the statistics that TLC collects for `_POSSIBLE`.
  private static Path plainConfiguration(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    if (lines.stream().noneMatch(line -> line.startsWith("_POSSIBLE"))) {
      return file;
    }
    Path plain = configurations.resolve(file.getFileName());
    Files.write(
        plain,
        lines.stream()
            .filter(line -> !line.startsWith("_POSSIBLE") && !line.startsWith("POSTCONDITION"))
            .toList());
    return plain;
  }

  private static String verdict(Exploration exploration) {
    if (!(exploration.outcome() instanceof Outcome.Violated(_, Fault fault))) {
      return "success";
    }
    return switch (fault) {
      case Fault.InvariantFalse _, Fault.TraceFalse _ -> "safety failure";
      case Fault.StepFalse _ -> "liveness failure";
      case Fault.Deadlock _ -> "deadlock failure";
      case Fault.EvaluationError(var diagnostic) ->
          diagnostic.code() == Code.ASSERT ? "assert failure" : "error";
    };
  }
}
