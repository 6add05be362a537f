package skolem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skolem.cli.command.CommandRun;

/// Questions that are not answered in their time.
class CubesTest {
  /// Fourteen pigeons do not fit into thirteen holes, which a solver without any notion of numbers
  /// is not told in a few seconds (Haken, The Intractability of Resolution, 1985).
  private static final String PIGEONS =
      """
      ---- MODULE Spec ----
      EXTENDS Naturals
      VARIABLES home, n
      Pigeons == 1..14
      Holes == 1..13
      Init == home = [p \\in Pigeons |-> 1] /\\ n = 0
      Count == n < 3 /\\ n' = n + 1 /\\ UNCHANGED home
      Settle ==
        /\\ n' = 5
        /\\ home' \\in [Pigeons -> Holes]
        /\\ \\A p, q \\in Pigeons : p # q => home'[p] # home'[q]
      Next == Count \\/ Settle
      Inv == n < 5
      ====
      """;

  @TempDir private Path folder;

  private CommandRun check(String means, String seconds) {
    String spec =
        new SpecificationFolder(folder)
            .writeModule(PIGEONS, "INIT Init\nNEXT Next\nINVARIANT Inv\n");
    return CommandRun.of("check", spec, "--length", "1", "--reduce", means, "--timeout", seconds);
  }

  @Test
  void actionsThatAreLeftAreNamed() {
    CommandRun run = check("cubes", "4");
    assertThat(run.status()).as(run.out() + run.err()).isEqualTo(30);
    assertThat(run.out())
        .contains(
            "undecided beyond 0 steps: timed out after 4 s; "
                + "if a property is false after step 1, Settle leads there\n");
  }

  @Test
  void questionInOnePieceIsAnsweredOrNot() {
    CommandRun run = check("none", "1");
    assertThat(run.status()).as(run.out() + run.err()).isEqualTo(30);
    assertThat(run.out()).contains("undecided beyond 0 steps: timed out after 1 s\n");
  }
}
