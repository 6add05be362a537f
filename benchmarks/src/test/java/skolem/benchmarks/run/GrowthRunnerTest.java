package skolem.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skolem.benchmarks.corpus.Growth;
import skolem.cli.measure.ProcessLimits;

/// Sizes grow as far as the command line, for which a script stands, proves what it is asked.
class GrowthRunnerTest {
  @TempDir private Path root = Path.of("");

  @BeforeEach
  void writeSpecification() throws IOException {
    Files.writeString(root.resolve("A.tla"), "");
  }

  private static Growth growth(String specification, String options, String sizes) {
    return Growth.read(
            List.of(
                "name\tspecification\toptions\tgrows\tsizes",
                "A\t" + specification + "\t" + options + "\tnodes\t" + sizes))
        .getFirst();
  }

  private GrowthResult run(Growth growth, String script) throws Exception {
    Path launcher = root.resolve("skolem");
    Files.writeString(launcher, "#!/bin/sh\necho \"$*\" >>calls\n" + script);
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
    List<GrowthResult.Run> told = new ArrayList<>();
    GrowthResult result =
        new GrowthRunner(root, new ProcessLimits(Duration.ofSeconds(60), Duration.ofMillis(300)))
            .run(growth, told::add);
    assertThat(told).isEqualTo(result.runs());
    return result;
  }

  @Test
  void growsUntilARunEndsWithoutAProof() throws Exception {
    GrowthResult result = run(growth("A.tla", "--size @N", "3 *2"), "[ \"$4\" -lt 12 ] || exit 30");

    assertThat(result.proved().stream().map(GrowthResult.Run::size)).containsExactly(3, 6);
    assertThat(result.end().orElseThrow().size()).isEqualTo(12);
    assertThat(result.end().orElseThrow().measurement().answer()).isEqualTo(Answer.UNDECIDED);
    assertThat(Files.readAllLines(root.resolve("calls")).getFirst())
        .isEqualTo("prove A.tla --size 3 --workers 1 --k 1 --reach -1 --output json");
  }

  /// The first run sleeps, which takes no CPU time; the second counts for ever.
  @Test
  void stopsARunThatTakesTooMuchCpuTime() throws Exception {
    GrowthResult result =
        run(
            growth("A.tla", "--size @N", "1 +1"),
            "[ \"$4\" -lt 2 ] && exec sleep 0.5\nwhile :; do :; done");

    assertThat(result.proved()).hasSize(1);
    assertThat(result.end().orElseThrow().measurement().answer()).isEqualTo(Answer.TIMED_OUT);
  }

  @Test
  void endsWithAMillion() throws Exception {
    GrowthResult result = run(growth("A.tla", "--size @N", "1 *1000"), "");

    assertThat(result.proved().stream().map(GrowthResult.Run::size))
        .containsExactly(1, 1000, 1_000_000);
    assertThat(result.end()).isEmpty();
  }

  @Test
  void runsOnceWhatCannotGrow() throws Exception {
    GrowthResult result = run(growth("A.tla", "--inv I", "-"), "");

    assertThat(result.proved()).hasSize(1);
    assertThat(result.end()).isEmpty();
  }

  @Test
  void runsNothingThatIsAbsent() throws Exception {
    assertThat(run(growth("B.tla", "--size @N", "1 +1"), "").runs()).isEmpty();
    assertThat(root.resolve("calls")).doesNotExist();
  }
}
