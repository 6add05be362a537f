package skolem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import skolem.cli.command.CommandRun;

/// Where the encoder comes to a limit, the run is undecided; nothing is assumed.
class EncodingLimitsTest {
  private static final String CONFIGURATION = "INIT Init\nNEXT Next\nINVARIANT Inv\n";

  @TempDir private Path folder;

  /// `Endless(k)` has a value where x is 1 only; x is 0 after the second step and not before.
  private static final String ENDLESS =
      """
      ---- MODULE Spec ----
      EXTENDS Integers
      VARIABLES x, n
      RECURSIVE Endless(_)
      Endless(k) == IF x = 1 THEN k ELSE Endless(k + 1)
      Init == x = 1 /\\ n = 0
      Next == n' = n + 1 /\\ x' \\in {1, IF n = 1 THEN 0 ELSE 1}
      Inv == Endless(n) < 99
      ====
      """;

  @Test
  void recursionIsFollowedToALimitThatIsAskedAbout() {
    String spec = new SpecificationFolder(folder).writeModule(ENDLESS, CONFIGURATION);

    CommandRun shallow = CommandRun.of("check", spec, "--length", "1");
    assertThat(shallow.status()).as(shallow.out() + shallow.err()).isZero();

    CommandRun deep = CommandRun.of("check", spec, "--length", "2");
    assertThat(deep.status()).as(deep.out() + deep.err()).isEqualTo(30);
    assertThat(deep.out()).contains("undecided beyond 1 step", "the recursion of `Endless`");
  }

  /// The number of paths through `Slow` doubles with each level, and the value depends on all.
  private static final String SLOW =
      """
      ---- MODULE Spec ----
      EXTENDS Integers
      VARIABLES x, n
      RECURSIVE Slow(_, _)
      Slow(k, a) == IF k = 0 THEN a ELSE Slow(k - 1, {x} \\cup a) \\cup Slow(k - 1, {x + k} \\cup a)
      Init == x \\in 0..3 /\\ n = 0
      Next == n' = n + 1 /\\ x' \\in 0..3
      Inv == n = 2 => Slow(60, {}) # {}
      ====
      """;

  @Test
  void timeLimitEndsEncoding() {
    String spec = new SpecificationFolder(folder).writeModule(SLOW, CONFIGURATION);

    CommandRun run = CommandRun.of("check", spec, "--time-limit", "2");

    assertThat(run.status()).as(run.out() + run.err()).isEqualTo(30);
    assertThat(run.out()).contains("undecided beyond 1 step: timed out after 2 s");
  }

  /// The set is gone through from `{}` on, and what comes first decides; in which order that is, is
  /// not known where the elements are picked. The other invariant is false in a state.
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\\E s \\in SUBSET (1..10) : s = {} \\/ g[2] = 1",
        "\\E s \\in {t \\in SUBSET (1..12) : \\A y \\in t : g[y] = 1} : s = {}",
        "\\E s \\in {t \\in SUBSET (1..4) : g[Cardinality(t) + 1] = 1} : s = {}",
        "\\E v \\in (1..30) \\X (1..30) : g[v[1]] = 1",
      })
  void anErrorThatMayComeLaterIsNoVerdict(String invariant) {
    String spec =
        new SpecificationFolder(folder)
            .writeModule(
                """
                ---- MODULE Spec ----
                EXTENDS Integers, FiniteSets
                VARIABLES g, x
                Init == g = <<1>> /\\ x = 0
                Next == x' = 1 - x /\\ g' = g
                Inv == %s
                ====
                """
                    .formatted(invariant),
                CONFIGURATION);
    assertThat(CommandRun.of("explore", spec).status()).isZero();
    CommandRun run = CommandRun.of("check", spec);
    assertThat(run.status()).as(run.out() + run.err()).isEqualTo(30);
  }

  /// Each is false in an initial state, and an element of 900 pairs is picked by many variables.
  @Test
  void whichOfManyIsFalseIsFoundOut() {
    String spec =
        new SpecificationFolder(folder)
            .writeModule(
                """
                ---- MODULE Spec ----
                EXTENDS Integers
                VARIABLES g, x
                Init == g \\in [1..2 -> 1..2] /\\ x \\in 1..2
                Next == UNCHANGED <<g, x>>
                NotOne == x # 1
                Inv == \\A v \\in (1..30) \\X (1..30) : v[1] = x => v[2] # g[1] \\/ v[2] = v[1]
                ====
                """,
                "INIT Init\nNEXT Next\nINVARIANTS NotOne Inv\n");
    CommandRun run = CommandRun.of("check", spec, "--all-violations");
    assertThat(run.status()).as(run.out() + run.err()).isEqualTo(12);
    assertThat(run.out()).contains("2 violations");
  }
}
