package skolem.benchmarks.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import skolem.benchmarks.corpus.TlcRow;
import skolem.benchmarks.run.ExploreResult;

class AgreementPageTest {
  private static ExploreResult result(
      String tlc, String features, String verdict, long generated, long distinct) {
    TlcRow row =
        TlcRow.read(
                List.of(
                    "name\ttlc_result\tgenerated\tdistinct\tdepth\tcpu_s\tfeatures",
                    "A\t" + tlc + "\t300\t20\t5\t2.0\t" + features))
            .getFirst();
    return new ExploreResult(
        row,
        verdict,
        OptionalLong.of(generated),
        OptionalLong.of(distinct),
        OptionalLong.of(5),
        OptionalDouble.of(1));
  }

  private static String line(ExploreResult result) {
    return new AgreementPage("c").text(List.of(result)).lines().toList().getLast();
  }

  @Test
  void tellsCountsAndRates() {
    assertThat(line(result("success", "", "success", 300, 20)))
        .isEqualTo("| A | success | success |  | 20 | 5 | 300 | 300 | 1.0 | 2.0 | 300 | 2.00 |");
  }

  @Test
  void namesTheReasonOfADifference() {
    assertThat(line(result("success", "ENABLED,\\cdot", "success", 200, 20)))
        .contains("| TLC counts each successor of `A \\cdot B` twice | 20 |");
    assertThat(line(result("success", "", "success", 200, 20))).contains("other generated states");
    assertThat(line(result("liveness failure", "", "success", 300, 20)))
        .contains("| liveness is not checked | 20 |");
    assertThat(line(result("success", "", "success", 300, 21)))
        .contains("| **disagrees** | 21 (TLC 20) |");
  }

  @Test
  void countsTheRows() {
    String page =
        new AgreementPage("c")
            .text(
                List.of(
                    result("success", "", "success", 300, 21),
                    result("liveness failure", "", "success", 300, 20)));
    assertThat(page)
        .contains("2 specifications that TLC finishes; `explore` finishes 2. On 1 of them");
  }
}
