package skolem.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
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
      ====
      """;

  @TempDir Path folder;

  private CommandRun check(String... more) {
    assumeTrue(Files.exists(Path.of("/proc/self/status")), "the memory is not known here");
    String specification =
        new SpecificationFolder(folder)
            .writeModule(PIGEONS, "INIT Init NEXT Next INVARIANT Crowded CHECK_DEADLOCK FALSE");
    String[] arguments = new String[5 + more.length];
    System.arraycopy(
        new String[] {"check", specification, "--reduce", "none", "--memory-limit"},
        0,
        arguments,
        0,
        5);
    System.arraycopy(more, 0, arguments, 5, more.length);
    return CommandRun.of(arguments);
  }

  @Test
  void enginesOverTheLimitAreNamedOneAfterTheOther() {
    CommandRun run = check("1", "--time-limit", "60");
    assertThat(run.status()).isEqualTo(30);
    assertThat(run.out())
        .contains("CaDiCaL stopped at the memory limit of 1 MB")
        .contains("Z3 (finite domains) stopped at the memory limit of 1 MB")
        .contains(
            "Note: CaDiCaL stopped at the memory limit of 1 MB at depth 1; all depths before"
                + " are finished");
  }

  @Test
  void theLimitIsAPositiveNumber() {
    CommandRun run = check("-3");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("`-3` is not a positive number of megabytes");
  }
}
