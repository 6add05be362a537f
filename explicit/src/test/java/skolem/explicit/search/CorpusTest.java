package skolem.explicit.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import skolem.explicit.Corpus;
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
///
/// The system property `skolem.corpus.seconds` (5) says how long TLC takes at most for those that
/// are run; a nightly run takes all that TLC finishes.
class CorpusTest {
  private static final int LONGEST = Integer.getInteger("skolem.corpus.seconds", 5);

  /// The same for those that are run twice.
  private static final double LONGEST_TWICE = LONGEST / 2.5;

  @TestFactory
  Stream<DynamicTest> specifications() throws IOException {
    return Corpus.rows("visible", "name").stream()
        .filter(row -> !row.get("tlc_result").equals("timeout"))
        .filter(row -> row.seconds() <= LONGEST)
        .map(CorpusTest::test);
  }

  /// With two threads, everything is as with one.
  @TestFactory
  Stream<DynamicTest> severalWorkers() throws IOException {
    return Corpus.rows("visible", "name").stream()
        .filter(row -> !row.get("tlc_result").equals("timeout"))
        .filter(row -> row.seconds() <= LONGEST_TWICE)
        .map(row ->
            DynamicTest.dynamicTest(
                row.name(),
                () -> {
                  Model model = ModelLoader.load(row.request());
                  SearchOptions options = SearchOptions.unbounded();
                  assertThat(BreadthFirstSearch.run(model, options.withWorkers(2)))
                      .isEqualTo(BreadthFirstSearch.run(model, options));
                }));
  }

  @TestFactory
  Stream<DynamicTest> featurePairs() throws IOException {
    return Corpus.rows("validation", "dir").stream().map(CorpusTest::test);
  }

  private static DynamicTest test(Corpus.Row row) {
    return DynamicTest.dynamicTest(row.name(), () -> check(row));
  }

  private static void check(Corpus.Row row) {
    Model model = ModelLoader.load(row.request());
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
      assertCount(exploration.depth(), row.get("depth"));
      assertThat(Replayer.replay(model, violated.trace(), violated.fault()))
          .isEqualTo(new ReplayReport.Confirmed());
    }
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
                  && SafetyProperties.of(model).initially().stream()
                      .anyMatch(p -> p.name().equals(f.property()))
              ? "liveness failure"
              : "safety failure";
      case Fault.StepFalse _ -> "liveness failure";
      case Fault.TraceFalse _ -> "safety failure";
      case Fault.Deadlock _ -> "deadlock failure";
      case Fault.EvaluationError(var diagnostic) ->
          diagnostic.code() == Code.ASSERT ? "assert failure" : "error";
    };
  }
}
