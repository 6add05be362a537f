package skolem.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skolem.cli.command.CommandRun;

/// An engine that takes too much memory is stopped and named, another goes on, and what was
/// finished is told.
class MemoryLimitTest {
  /// That seven pigeons do not fit into six holes is easy at first; that more do not is not, and no
  /// engine shows it in a megabyte.
  private static final String PIGEONS =
      """
      ---- MODULE Spec ----
      EXTENDS Naturals
      VARIABLES n, hole
      Pigeons == 1..14
      Init == n = 0 /\\ hole = [p \\in Pigeons |-> 0]
      Next == n = 0 /\\ n' = 1 /\\ hole' \\in [Pigeons -> 1..13]
      Crowded == n = 1 => \\E p, q \\in Pigeons : p # q /\\ hole[p] = hole[q]
      Inv == n \\in 0..1 /\\ hole \\in [Pigeons -> 0..13] /\\ Crowded
      ====
      """;

  @TempDir Path folder;

  private String[] check(String limit, String... more) {
    String specification =
        new SpecificationFolder(folder)
            .writeModule(PIGEONS, "INIT Init NEXT Next INVARIANT Crowded CHECK_DEADLOCK FALSE");
    return Stream.concat(
            Stream.of("check", specification, "--reduce", "none", "--memory-limit", limit),
            Stream.of(more))
        .toArray(String[]::new);
  }

  /// In a process of its own: in this one, an engine may find memory that others have left.
  @Test
  void enginesOverTheLimitAreNamedOneAfterTheOther() throws Exception {
    assumeTrue(Files.exists(Path.of("/proc/self/status")), "the memory is not known here");
    CommandRun run = CommandRun.ofProcess(List.of(check("1", "--time-limit", "60")));
    String output = run.out() + run.err();

    assertThat(run.status()).as(output).isEqualTo(30);
    assertThat(output)
        .contains("CaDiCaL stopped at the memory limit of 1 MB")
        .contains("Z3 (finite domains) stopped at the memory limit of 1 MB")
        .contains(
            "Note: CaDiCaL stopped at the memory limit of 1 MB at depth 1; all depths before"
                + " are finished");
  }

  @Test
  void inProofsToo() throws Exception {
    assumeTrue(Files.exists(Path.of("/proc/self/status")), "the memory is not known here");
    String specification =
        new SpecificationFolder(folder)
            .writeModule(PIGEONS, "INIT Init NEXT Next INVARIANT Inv CHECK_DEADLOCK FALSE");
    CommandRun run =
        CommandRun.ofProcess(
            List.of(
                "prove", specification, "--inv", "Inv", "--memory-limit", "1", "--timeout", "60"));
    String output = run.out() + run.err();

    assertThat(run.status()).as(output).isEqualTo(30);
    assertThat(output)
        .containsPattern(
            "Next +Crowded .*undecided: CaDiCaL stopped at the memory limit of 1 MB;"
                + " Z3 \\(finite domains\\) stopped at the memory limit of 1 MB");
  }

  @Test
  void theLimitIsAPositiveNumber() {
    CommandRun run = CommandRun.of(check("-3"));
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("`-3` is not a positive number of megabytes");
  }
}
