package skolem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import skolem.cli.command.CommandRun;

/// An action picks an element of a set that is one of several, each too large to be listed.
class SetsOfSeveralRulesTest {
  @TempDir private Path folder;

  /// Only where `x` is 1, `{1}` belongs to the set.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "IF x = 1 THEN (SUBSET (1..21)) \\ {{}} ELSE (SUBSET (1..21)) \\ {{1}, {2}}",
        "(SUBSET (1..21)) \\ (CHOOSE s \\in {{{2}}, {{1}, {2}}} : Cardinality(s) = x)",
      })
  void oneOfThemHasTheElement(String set) {
    String spec =
        new SpecificationFolder(folder)
            .writeModule(
                """
                ---- MODULE Spec ----
                EXTENDS Integers, FiniteSets
                VARIABLES x, y
                Init == x \\in 1..2 /\\ y = {}
                Next == UNCHANGED x /\\ \\E v \\in %s : y' = v
                Inv == y # {1}
                ====
                """
                    .formatted(set),
                "INIT Init\nNEXT Next\nINVARIANT Inv\n");
    CommandRun run = CommandRun.of("check", spec, "--no-deadlock", "--length", "2");
    assertThat(run.status()).as(run.out() + run.err()).isEqualTo(12);
    assertThat(run.out()).contains("violation after 1 step:", "  /\\ x = 1\n");
  }

  /// The concrete evaluator, which cannot go through the set, confirms it by integers.
  @Test
  void anInfiniteDifferenceHasTheElement() {
    String spec =
        new SpecificationFolder(folder)
            .writeModule(
                """
                ---- MODULE Spec ----
                EXTENDS Integers, FiniteSets
                VARIABLES x, y
                Init == x \\in 1..2 /\\ y = 0
                Next == UNCHANGED x /\\ \\E v \\in Nat \\ {n \\in 0..5 : n % 2 = x % 2} : v < 4 /\\ y' = v
                Inv == y # 3
                ====
                """,
                "INIT Init\nNEXT Next\nINVARIANT Inv\n");
    CommandRun run = CommandRun.of("check", spec, "--no-deadlock", "--length", "2");
    assertThat(run.status()).as(run.out() + run.err()).isEqualTo(12);
    assertThat(run.out()).contains("violation after 1 step:", "  /\\ x = 2\n", "  /\\ y = 3\n");
  }
}
