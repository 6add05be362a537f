package skolem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skolem.cli.command.CommandRun;

/// Recursion over arguments that may be several constants.
class TabulationTest {
  private static final String CONFIGURATION = "INIT Init\nNEXT Next\nINVARIANT Inv\n";

  @TempDir private Path folder;

  private CommandRun check(String definitions) {
    String text =
        """
        ---- MODULE Spec ----
        EXTENDS Integers, Sequences, TLC
        VARIABLES x, y
        Init == x = 0 /\\ y = 0
        """
            + definitions
            + "\n====\n";
    String spec = new SpecificationFolder(folder).writeModule(text, CONFIGURATION);
    return CommandRun.of("check", spec, "--length", "7");
  }

  /// 24 divides both and one of them is 24 first where y is 24 and x still 0: after four steps.
  @Test
  void greatestCommonDivisor() {
    CommandRun run =
        check(
            """
            RECURSIVE Gcd(_, _)
            Gcd(a, b) == IF b = 0 THEN a ELSE Gcd(b, a % b)
            Next == (x' = x + 4 /\\ y' = y) \\/ (y' = y + 6 /\\ x' = x)
            Inv == Gcd(x, y) # 24
            """);

    assertThat(run.status()).as(run.out() + run.err()).isEqualTo(12);
    assertThat(run.out()).contains("violation after 4 steps");
  }

  /// `Half` has no value for 3, which x is after three steps.
  @Test
  void errorsBelongToTheArgumentsThatHaveThem() {
    CommandRun run =
        check(
            """
            RECURSIVE Half(_)
            Half(a) == IF a = 0 THEN 0 ELSE IF a = 3 THEN Head(<<>>) ELSE 1 + Half(a - 2)
            Next == x' \\in {x, x + 1} /\\ y' = y
            Inv == x % 2 = 0 => Half(x) >= 0
            """);
    assertThat(run.status()).as(run.out() + run.err()).isZero();

    CommandRun wrong =
        check(
            """
            RECURSIVE Half(_)
            Half(a) == IF a = 0 THEN 0 ELSE IF a = 3 THEN Head(<<>>) ELSE 1 + Half(a - 2)
            Next == x' \\in {x, x + 1} /\\ y' = y
            Inv == x # 1 => Half(x) >= 0
            """);
    assertThat(wrong.status()).as(wrong.out() + wrong.err()).isEqualTo(75);
    assertThat(wrong.out()).contains("violation after 3 steps");
  }

  /// What a register holds is seen by `TLCGet` only, which is refused.
  @Test
  void registersMayBeWritten() {
    CommandRun written = check("Next == x' = x + 1 /\\ y' = y /\\ TLCSet(1, x)\nInv == x < 3\n");
    assertThat(written.status()).as(written.out() + written.err()).isEqualTo(12);
    assertThat(written.out()).contains("violation after 3 steps");

    CommandRun read = check("Next == x' = TLCGet(1) /\\ y' = y\nInv == TRUE\n");
    assertThat(read.status()).isEqualTo(75);
    assertThat(read.err()).contains("TLCGet(1) is not supported");
  }
}
