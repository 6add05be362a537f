package skolem.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skolem.benchmarks.corpus.Hunt;

/// Hunts are run against a command line that a script stands for.
class HuntRunnerTest {
  @TempDir private Path root = Path.of("");

  private HuntResult run(String explore) throws Exception {
    Path launcher = root.resolve("skolem");
    Files.writeString(
        launcher,
        """
        #!/bin/sh
        [ "$1" = explore ] || { echo '{"safeDepth": 6}'; exit 12; }
        """
            + explore);
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
    Path hunts = Files.createDirectories(root.resolve("benchmarks/hunts"));
    Files.writeString(hunts.resolve("A.cfg.in"), "CONSTANT N = @N\n");
    Hunt hunt =
        Hunt.read(
                List.of("name\tsmall\tsmall depth\tlarge\tdepth\tfault", "A\tN=2\t7\tN=2\t7\tnone"))
            .getFirst();
    return new HuntRunner(root, root, Duration.ofSeconds(9), Duration.ofSeconds(1)).run(hunt);
  }

  @Test
  void readsWhatAStoppedRunHasVisited() throws Exception {
    HuntResult result =
        run(
            """
            trap 'echo "{\\"states\\": {\\"distinct\\": 41}}"; exit 143' TERM
            while :; do sleep 0.1; done
            """);

    assertThat(result.depth()).hasValue(7);
    Measurement explore = result.explore().getFirst();
    assertThat(explore.answer()).isEqualTo(Answer.TIMED_OUT);
    assertThat(explore.breakdown().get("states.distinct")).hasValue(41);
  }

  @Test
  void aStoppedRunMayTellNothing() throws Exception {
    for (String last : new String[] {"", "echo '{\"states\": {\"distin'; "}) {
      HuntResult result = run(last + "exec sleep 30");

      Measurement explore = result.explore().getFirst();
      assertThat(explore.answer()).isEqualTo(Answer.TIMED_OUT);
      assertThat(explore.breakdown().get("states.distinct")).isEmpty();
    }
  }
}
