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

  /// Whether the argument has a value is a question about all 2^24 subsets.
  @Test
  void anArgumentThatRestsOnChoicesIsNotTold() {
    String spec =
        new SpecificationFolder(folder)
            .writeModule(
                """
                ---- MODULE Spec ----
                EXTENDS Integers, FiniteSets
                VARIABLE x
                small == [i \\in 0..10 |-> 1]
                Act(holds, n) == x' = x + n
                Init == x = 0
                Next == Act(\\A S \\in SUBSET (1..24) : small[Cardinality(S)] = 1, 1)
                Inv == x < 1
                ====
                """,
                "INIT Init\nNEXT Next\nINVARIANT Inv\n");
    CommandRun run = CommandRun.of("check", spec, "--length", "2");
    assertThat(run.status()).as(run.out() + run.err()).isEqualTo(12);
    assertThat(run.out()).contains("violation after 1 step:", "State 1: Act(n = 1)");
  }

  @Test
  void anArgumentThatIsNotSupportedAsAWholeIsNotTold() {
    CommandRun run =
        violated(
            """
            VARIABLE x
            Act(next, n) == x' = next[x]
            Init == x = 0
            Next == Act([i \\in Nat |-> i + 1], 7)
            Inv == x < 3
            """,
            3);
    assertThat(run.out()).contains("State 3: Act(n = 7)");
  }
}
