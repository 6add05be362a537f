package skolem.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skolem.benchmarks.corpus.TlcRow;

class ExploreRunnerTest {
  @TempDir private Path root;

  private static TlcRow row(String verdict, String features) {
    return TlcRow.read(
            List.of(
                "name\tmodule\tcfg\ttlc_result\tgenerated\tdistinct\tdepth\tcpu_s\tfeatures",
                "A\tM\tM.cfg\t" + verdict + "\t24\t12\t3\t0.5\t" + features))
        .getFirst();
  }

  private ExploreResult run(TlcRow row, String script) throws Exception {
    Path launcher = root.resolve("skolem");
    Files.writeString(launcher, "#!/bin/sh\necho \"$@\" >calls\n" + script);
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
    return new ExploreRunner(root, Path.of("corpus"), Duration.ofSeconds(2)).run(row);
  }

  private static String counts(int generated, int distinct, int depth) {
    return "echo '{\"states\": {\"generated\": %d, \"distinct\": %d, \"depth\": %d}}'\n"
        .formatted(generated, distinct, depth);
  }

  @Test
  void readsTheCountsOfTheRun() throws Exception {
    ExploreResult result = run(row("success", ""), counts(24, 12, 3));

    assertThat(result.verdict()).isEqualTo("success");
    assertThat(result.generated()).isEqualTo(OptionalLong.of(24));
    assertThat(result.disagrees()).isFalse();
    assertThat(Files.readString(root.resolve("calls")).trim())
        .isEqualTo(
            "explore corpus/A/M.tla --config corpus/A/M.cfg"
                + " --path corpus/lib/community:corpus/lib/tlaps --skip-properties --output json");
  }

  @Test
  void otherCountsOfAWholeSearchDisagree() throws Exception {
    assertThat(run(row("success", ""), counts(24, 11, 3)).disagrees()).isTrue();
    assertThat(run(row("success", ""), counts(24, 12, 4)).disagrees()).isTrue();
    assertThat(run(row("success", ""), counts(20, 12, 3)).disagrees()).isFalse();
  }

  @Test
  void anotherVerdictDisagreesAndAMissedLivenessDoesNot() throws Exception {
    String whole = counts(24, 12, 3);
    assertThat(run(row("safety failure", ""), whole).disagrees()).isTrue();
    assertThat(run(row("safety failure", ""), counts(1, 1, 1) + "exit 12").disagrees()).isFalse();
    assertThat(run(row("liveness failure", ""), whole).missesLiveness()).isTrue();
    assertThat(run(row("liveness failure", ""), whole).disagrees()).isFalse();
    assertThat(run(row("liveness failure", ""), counts(1, 1, 1)).disagrees()).isTrue();
  }

  @Test
  void aRunThatFailsOrIsStoppedDisagrees() throws Exception {
    assertThat(run(row("success", ""), "exit 150").verdict()).isEqualTo("status 150");
    ExploreResult stopped = run(row("success", ""), "exec sleep 30");
    assertThat(stopped.verdict()).isEqualTo("timeout");
    assertThat(stopped.disagrees()).isTrue();
  }
}
