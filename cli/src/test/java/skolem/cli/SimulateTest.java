package skolem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import skolem.cli.command.CommandRun;

/// Random behaviours.
class SimulateTest {
  @TempDir private Path folder;

  private CommandRun run(String next, String invariant, String... options) throws IOException {
    Path module = folder.resolve("M.tla");
    Files.writeString(
        module,
        "---- MODULE M ----\nEXTENDS Naturals\nVARIABLE x\nInit == x \\in 0..1\nNext == "
            + next
            + "\nInv == "
            + invariant
            + "\nSmall == x < 4\n====\n");
    Files.writeString(
        folder.resolve("M.cfg"), "INIT Init\nNEXT Next\nINVARIANT Inv\nCONSTRAINT Small\n");
    String[] all = new String[options.length + 2];
    all[0] = "simulate";
    all[1] = module.toString();
    System.arraycopy(options, 0, all, 2, options.length);
    return CommandRun.of(all);
  }

  /// A seeded bug is met by some of many behaviours, never in fewer steps than the shortest way.
  @ParameterizedTest
  @EnumSource
  void seededBugIsMet(SeededBug bug) {
    CommandRun run = CommandRun.of(bug.arguments("simulate", "--runs", "20000", "--length", "40"));
    assertThat(run.status()).as(run.out() + run.err()).isEqualTo(bug.status());
    assertThat(run.depthOfViolation().orElse(-1)).isGreaterThanOrEqualTo(bug.depth());
  }

  @Test
  void theSeedDeterminesTheBehaviours() {
    String spec = Places.EXAMPLES.resolve("TwoPhaseCommitAlgorithm.tla").toString();
    CommandRun first = CommandRun.of("simulate", spec, "--seed", "3");
    assertThat(first.status()).isEqualTo(11);
    assertThat(CommandRun.of("simulate", spec, "--seed", "3")).isEqualTo(first);
    assertThat(CommandRun.of("simulate", spec, "--seed", "4").out()).isNotEqualTo(first.out());
  }

  @Test
  void constraintsEndABehaviourAfterItsStateWasLookedAt() throws IOException {
    CommandRun holds = run("x' = x + 1", "x <= 4");
    assertThat(holds.status()).as(holds.out()).isZero();
    assertThat(holds.out()).contains("No violation in what was seen (100 behaviours, ");
    CommandRun violated = run("x' = x + 1", "x < 4", "--trace-out", folder.toString());
    assertThat(violated.status()).isEqualTo(12);
    assertThat(violated.out()).contains("/\\ x = 4\n", "wrote " + folder.resolve("M_trace.html"));
  }

  @Test
  void everyKindOfFaultIsMet() throws IOException {
    assertThat(run("x < 3 /\\ x' = x + 1", "TRUE").status()).isEqualTo(11);
    assertThat(run("x < 3 /\\ x' = x + 1", "TRUE", "--no-deadlock").status()).isZero();
    assertThat(run("x' = (x + 1) % 3", "x # 2 \\/ {}[x]").status()).isEqualTo(75);
    assertThat(run("x' = x", "x < 1").out()).contains("VIOLATED after 0 steps");
    assertThat(run("x' = x", "TRUE", "--runs", "0").status()).isEqualTo(2);
  }
}
