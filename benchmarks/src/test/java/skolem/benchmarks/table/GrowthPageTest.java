package skolem.benchmarks.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import skolem.benchmarks.corpus.Growth;
import skolem.benchmarks.run.Answer;
import skolem.benchmarks.run.Breakdown;
import skolem.benchmarks.run.GrowthResult;
import skolem.benchmarks.run.Measurement;

/// The page tells how far each proof went and what ended it.
class GrowthPageTest {
  private static final GrowthPage PAGE = new GrowthPage("benchmarks/grow docs", 60);

  private static GrowthResult.Run run(int size, Answer answer, double seconds) {
    return new GrowthResult.Run(
        size,
        new Measurement(
            answer,
            seconds,
            OptionalDouble.of(seconds),
            OptionalDouble.of(100 + size),
            Breakdown.NONE));
  }

  private static GrowthResult result(String name, GrowthResult.Run... runs) {
    return new GrowthResult(
        new Growth(name, "A.tla", List.of("--size", "@N"), "nodes", new Growth.Sizes(3, 2, true)),
        List.of(runs));
  }

  private static String row(GrowthResult result) {
    return PAGE.text(List.of(result), List.of())
        .lines()
        .filter(line -> line.startsWith("| A "))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void eachSizeHasItsTime() {
    assertThat(
            row(
                result(
                    "A",
                    run(3, Answer.HOLDS, 1.04),
                    run(6, Answer.HOLDS, 20),
                    run(12, Answer.TIMED_OUT, 60.1))))
        .isEqualTo("| A | nodes | 3: 1.0 · 6: 20.0 | 12: over 60 s | 106 |");
  }

  @Test
  void whatIsWrongIsNotPassedOver() {
    GrowthResult failed = result("A", run(3, Answer.FAILED, 1));
    assertThat(row(failed)).isEqualTo("| A | nodes |  | 3: **failed** |  |");
    assertThat(GrowthPage.isAsExpected(failed)).isFalse();
    assertThat(GrowthPage.isAsExpected(result("A", run(3, Answer.VIOLATED, 1)))).isFalse();
    assertThat(GrowthPage.isAsExpected(result("A", run(3, Answer.TIMED_OUT, 61)))).isTrue();
    assertThat(row(result("A", run(3, Answer.REFUSED, 1)))).contains("3: refused");
  }

  @Test
  void whatIsAbsentIsListed() {
    assertThat(row(result("A"))).contains("skipped: the specification is not here");
  }

  @Test
  void whatCannotGrowHasOneTime() {
    Growth fixed = new Growth("A", "A.tla", List.of("--inv", "I"), "", null);
    assertThat(row(new GrowthResult(fixed, List.of(run(0, Answer.HOLDS, 1)))))
        .isEqualTo("| A | nothing can grow | 1.0 |  | 100 |");
  }

  @Test
  void everyRunIsALineOfCsv() {
    assertThat(
            GrowthPage.csv(
                List.of(result("A, b", run(3, Answer.HOLDS, 1), run(6, Answer.TIMED_OUT, 60)))))
        .isEqualTo(
            """
            name,size,answer,cpuSeconds,wallSeconds,peakMiB
            "A, b",3,holds,1.00,1.00,103
            "A, b",6,timeout,60.00,60.00,106
            """);
  }

  /// Seven lines of three points make two plots; what is proved at two sizes only is in none.
  @Test
  void plotsHoldSixLinesEach() {
    List<GrowthResult> results = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      results.add(
          result(
              "line" + i,
              run(3, Answer.HOLDS, 1),
              run(6, Answer.HOLDS, 2),
              run(12 + i, Answer.HOLDS, 4)));
    }
    results.add(result("short", run(3, Answer.HOLDS, 1), run(6, Answer.HOLDS, 2)));
    List<String> plots = GrowthPage.plots(results);
    assertThat(plots).hasSize(2);
    assertThat(plots.get(0)).contains("line0", "line5").doesNotContain("line6", "short");
    assertThat(plots.get(1)).contains("line6").doesNotContain("short");
  }

  /// 12 and 72 go together, and 73 does not go with 12.
  @Test
  void plotsHoldLinesOfLikeSizes() {
    List<GrowthResult> results = new ArrayList<>();
    for (int size : List.of(73, 12, 72)) {
      results.add(
          result(
              "to" + size,
              run(3, Answer.HOLDS, 1),
              run(6, Answer.HOLDS, 2),
              run(size, Answer.HOLDS, 4)));
    }
    List<String> plots = GrowthPage.plots(results);
    assertThat(plots).hasSize(2);
    assertThat(plots.get(0)).contains("to12", "to72").doesNotContain("to73");
  }
}
