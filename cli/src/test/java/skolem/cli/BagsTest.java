package skolem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import skolem.cli.command.CommandRun;

/// Bags, and what is no bag where one is expected: TLC 2.18 has said of each whether it is an error
/// (75), is false (12) or holds (0).
class BagsTest {
  @TempDir private Path folder;

  private CommandRun run(String command, String definitions) {
    String spec =
        new SpecificationFolder(folder)
            .writeModule(
                "---- MODULE Spec ----\nEXTENDS Integers, Sequences, Bags, TLC\nVARIABLE x\n"
                    + definitions
                    + "\n====\n",
                "INIT Init\nNEXT Next\nINVARIANT Inv\nCHECK_DEADLOCK FALSE\n");
    return CommandRun.of(command, spec);
  }

  @ParameterizedTest
  @CsvSource({
    "'BagIn(1, 1 :> 2)', 0",
    "'BagIn(1, 1 :> x)', 12",
    "'BagIn(2, 1 :> x) = FALSE', 0",
    "'CopiesIn(1, 1 :> x) = x', 0",
    "'(1 :> x) \\sqsubseteq EmptyBag', 12",
    "'(1 :> 0) \\sqsubseteq EmptyBag', 0",
    "'(1 :> x) \\sqsubseteq (1 :> 1 @@ 2 :> 1)', 0",
    "'IsABag(x) = FALSE', 0",
    "'IsABag(<<\"a\">>) = FALSE', 0",
    "'IsABag({1}) = FALSE', 0",
    "'IsABag(1 :> x)', 12",
    "'IsABag(1 :> (x + 1))', 0",
    "'IsABag(IF x = 0 THEN EmptyBag ELSE <<1, 2>>)', 0",
    "'BagCardinality(\"a\" :> x) >= 0', 75",
    "'BagCardinality(\"a\" :> (x + 1)) < 2', 12",
    "'BagCardinality(x) = 0', 75",
    "'(1 :> x) (+) (1 :> 2) = (1 :> (x + 2))', 75",
    "'(1 :> 2) (+) (1 :> -2) = (1 :> 0)', 75",
    "'(1 :> (x + 1)) (+) (1 :> 2) = (1 :> (x + 3))', 0",
    "'(1 :> x) (-) (1 :> 1) = EmptyBag', 0",
  })
  void arguments(String invariant, int status) {
    String definitions = "Init == x \\in 0..1\nNext == UNCHANGED x\nInv == " + invariant;
    for (String command : new String[] {"check", "explore"}) {
      CommandRun run = run(command, definitions);
      assertThat(run.status()).as(run.out() + run.err()).isEqualTo(status);
    }
  }

  /// A count of 0 means that the element is not in the bag.
  @ParameterizedTest
  @ValueSource(strings = {"check", "explore"})
  void countsThatFall(String command) {
    CommandRun run =
        run(
            command,
            """
            Init == x = (1 :> 2)
            Next == x[1] > 0 /\\ x' = [x EXCEPT ![1] = @ - 1]
            Inv == BagIn(1, x)\
            """);
    assertThat(run.status()).isEqualTo(12);
    assertThat(run.out()).contains("violation after 2 steps");
  }
}
