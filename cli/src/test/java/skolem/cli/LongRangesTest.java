package skolem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import skolem.cli.command.CommandRun;

/// A range of a thousand million numbers is never gone through one by one.
class LongRangesTest {
  @TempDir private Path folder;

  /// In three steps `x` becomes 3.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          x' = next[x]                                              | x < 3
          x < 3 /\\ x' \\in (IF x < 9 THEN Long ELSE {1}) /\\ x' = x + 1 | x < 3
          """)
  void withoutListingIt(String next, String invariant) {
    String spec =
        new SpecificationFolder(folder)
            .writeModule(
                """
                ---- MODULE Spec ----
                EXTENDS Integers, FiniteSets
                VARIABLE x
                Long == 0..1000000000
                next == [n \\in Long |-> n + 1]
                Init == x = 0
                Next == %s
                Inv == %s
                ====
                """
                    .formatted(next, invariant),
                "INIT Init\nNEXT Next\nINVARIANT Inv\n");
    CommandRun run = CommandRun.of("check", spec, "--no-deadlock", "--length", "4");
    assertThat(run.status()).as(run.out() + run.err()).isEqualTo(12);
    assertThat(run.out()).contains("violation after 3 steps");
  }
}
