package skolem.explicit.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import skolem.explicit.replay.ReplayReport;
import skolem.explicit.replay.Replayer;
import skolem.frontend.model.Model;
import skolem.frontend.model.ModelLoader;
import skolem.frontend.model.SafetyProperties;
import skolem.frontend.source.Code;
import skolem.frontend.verdict.Fault;
import skolem.frontend.verdict.Outcome;
import skolem.frontend.verdict.Trace;

/// Public specifications, for which an index says what TLC finds: verdict, distinct states, depth.
class CorpusTest {
  /// TLC takes at most this long (seconds) for the specifications that are run.
  private static final double LONGEST = 5;

  /// The same for those that are run twice.
  private static final double LONGEST_TWICE = 2;

  private static final Path CORPORA =
      Path.of(System.getProperty("skolem.root", "."), "..", "shared", "corpora");

  /// A row of an index; cells that it does not have are empty.
  private record Row(Map<String, String> cells) {
    String get(String column) {
      return cells.getOrDefault(column, "");
    }
  }

  private static List<Row> rows(String corpus) throws IOException {
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
      rows.add(new Row(row));
    }
    return rows;
  }

  @TestFactory
  Stream<DynamicTest> specifications() throws IOException {
    return rows("visible").stream()
        .filter(row -> !row.get("tlc_result").equals("timeout"))
        .filter(row -> Double.parseDouble(row.get("cpu_s")) <= LONGEST)
        .map(row -> test(row.get("name"), CORPORA.resolve("visible"), row));
  }

  /// With two threads, everything is as with one.
  @TestFactory
  Stream<DynamicTest> severalWorkers() throws IOException {
    return rows("visible").stream()
        .filter(row -> !row.get("tlc_result").equals("timeout"))
        .filter(row -> Double.parseDouble(row.get("cpu_s")) <= LONGEST_TWICE)
        .map(row ->
            DynamicTest.dynamicTest(
                row.get("name"),
                () -> {
                  Path folder = CORPORA.resolve("visible").resolve(row.get("name"));
                  Model model = ModelLoader.load(request(folder, row));
                  SearchOptions options = SearchOptions.unbounded();
                  assertThat(BreadthFirstSearch.run(model, options.withWorkers(2)))
                      .isEqualTo(BreadthFirstSearch.run(model, options));
                }));
  }

  @TestFactory
  Stream<DynamicTest> featurePairs() throws IOException {
    return rows("validation").stream()
        .map(row -> test(row.get("dir"), CORPORA.resolve("validation"), row));
  }

  private static DynamicTest test(String name, Path corpus, Row row) {
    return DynamicTest.dynamicTest(name, () -> check(corpus.resolve(name), row));
  }

  private static void check(Path folder, Row row) {
    Model model = ModelLoader.load(request(folder, row));
    Exploration exploration = BreadthFirstSearch.run(model, SearchOptions.unbounded());
    String verdict = verdict(model, exploration);
    if (verdict.equals("success")) {
      // Violations of liveness are not looked for.
      assertThat(row.get("tlc_result")).isIn("success", "liveness failure");
      assertCount(exploration.distinct(), row.get("distinct"));
      assertCount(exploration.depth(), row.get("depth"));
    } else {
      assertThat(row.get("tlc_result")).contains(verdict);
      Outcome.Violated violated = (Outcome.Violated) exploration.outcome();
      assertCount(violated.trace().length() + 1, row.get("trace_len"));
      assertThat(Replayer.replay(model, violated.trace(), violated.fault()))
          .isEqualTo(new ReplayReport.Confirmed());
    }
  }

  private static ModelLoader.Request request(Path folder, Row row) {
    List<Path> path = new ArrayList<>();
    for (String entry : row.get("search_paths").split("[ ,;:]", -1)) {
      if (!entry.isEmpty()) {
        path.add(folder.resolve(entry));
      }
    }
    path.add(CORPORA.resolve("visible/lib/community"));
    path.add(CORPORA.resolve("visible/lib/tlaps"));
    return ModelLoader.Request.of(folder.resolve(row.get("module") + ".tla"))
        .withConfig(folder.resolve(row.get("cfg")))
        .withPath(path);
  }

  private static void assertCount(int count, String expected) {
    if (!expected.isEmpty()) {
      assertThat(Integer.toString(count)).isEqualTo(expected);
    }
  }

  /// In TLC's words; a property that an initial state makes false counts as a liveness failure
  /// there.
  private static String verdict(Model model, Exploration exploration) {
    if (!(exploration.outcome() instanceof Outcome.Violated(Trace trace, Fault fault))) {
      return "success";
    }
    return switch (fault) {
      case Fault.InvariantFalse f ->
          trace.length() == 0
                  && SafetyProperties.of(model.properties()).initially().stream()
                      .anyMatch(p -> p.name().equals(f.invariant()))
              ? "liveness failure"
              : "safety failure";
      case Fault.StepFalse _ -> "liveness failure";
      case Fault.Deadlock _ -> "deadlock failure";
      case Fault.EvaluationError(var diagnostic) ->
          diagnostic.code() == Code.ASSERT ? "assert failure" : "error";
    };
  }
}
