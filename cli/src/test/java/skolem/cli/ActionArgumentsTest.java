package skolem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skolem.cli.command.CommandRun;

/// What an action is applied to is told in traces, and evaluated for no other reason than its use.
class ActionArgumentsTest {
  @TempDir private Path folder;

  /// Both find a violation after so many steps.
  private CommandRun violated(String definitions, int steps) {
    String spec =
        new SpecificationFolder(folder)
            .writeModule(
                "---- MODULE Spec ----\nEXTENDS Integers, FiniteSets\n" + definitions + "\n====\n",
                "INIT Init\nNEXT Next\nINVARIANT Inv\n");
    CommandRun explored = CommandRun.of("explore", spec, "--no-deadlock");
    assertThat(explored.out()).contains("violation after " + steps);
    CommandRun checked = CommandRun.of("check", spec, "--no-deadlock", "--length", "4");
    assertThat(checked.status()).as(checked.out() + checked.err()).isEqualTo(12);
    assertThat(checked.out()).contains("violation after " + steps);
    return checked;
  }

  @Test
  void aSetByARuleIsNotTold() {
    CommandRun run =
        violated(
            """
            VARIABLE x
            Add(S, n) == x \\in S /\\ x' = x + n
            Init == x = 0
            Next == Add(Nat, 1) \\/ Add({y \\in Int : y > 100}, 2)
            Inv == x < 3
            """,
            3);
    assertThat(run.out()).contains("State 3: Add(n = 1)");
  }

  @Test
  void anArgumentThatHasNoValueAndIsNotUsedIsNoError() {
    CommandRun run =
        violated(
            """
            VARIABLES x, y
            Chosen == CHOOSE S \\in {{1}, {2, 3}} : Cardinality(S) = x
            Act(S, used) == x' = (x + 1) % 4 /\\ y' = IF used THEN Cardinality(S) ELSE 7
            Init == x = 1 /\\ y = 0
            Next == Act(Chosen, x \\in 1..2)
            Inv == x = 0 => y # 7
            """,
            3);
    assertThat(run.out())
        .contains("State 1: Act(S = {1}, used = TRUE)")
        .contains("State 3: Act(used = FALSE)");
  }
}
