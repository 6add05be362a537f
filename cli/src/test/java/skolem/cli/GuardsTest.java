package skolem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import skolem.cli.command.CommandRun;

/// In an action, TLC goes through both sides of a disjunction, also of one that assigns nothing:
/// the second is looked at although the first is true. Here it is a tuple, where a Boolean is
/// expected.
class GuardsTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(TRUE \\/ <<x>>)",
        "(IF x = 0 THEN TRUE \\/ <<x>> ELSE TRUE)",
        "(x = 0 => (TRUE \\/ <<x>>))",
        "(CASE x = 0 -> (TRUE \\/ <<x>>) [] OTHER -> TRUE)",
        "(CASE x = 1 -> TRUE [] OTHER -> (TRUE \\/ <<x>>))",
        "(LET both == TRUE \\/ <<x>> IN both)"
      })
  void bothSidesOfADisjunctionAreEvaluated(String guard) {
    String spec =
        new SpecificationFolder(folder)
            .writeModule(
                "---- MODULE Spec ----\nEXTENDS Integers\nVARIABLE x\nInit == x = 0\nNext == "
                    + guard
                    + " /\\ x' = x\nInv == x = 0\n====\n",
                "INIT Init\nNEXT Next\nINVARIANT Inv\n");
    for (String command : new String[] {"explore", "check"}) {
      CommandRun run = CommandRun.of(command, spec);
      assertThat(run.status()).as(command + run.out() + run.err()).isEqualTo(75);
      assertThat(run.out() + run.err()).contains("Boolean");
    }
  }
}
