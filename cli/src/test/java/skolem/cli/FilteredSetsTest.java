package skolem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import skolem.cli.command.CommandRun;

/// Membership in `{x \in S : P(x)}` for an S that is not written out: the predicate is asked of the
/// one element.
class FilteredSetsTest {
  @TempDir private Path folder;

  /// After `n` steps, `chosen` is one of the sets of `n` numbers.
  private static final String CHOSEN =
      """
      ---- MODULE Spec ----
      EXTENDS Integers, FiniteSets
      VARIABLE chosen
      Numbers == 1..12
      Next == \\E n \\in Numbers \\ chosen : chosen' = chosen \\cup {n}
      Init == chosen = {}
      Small(limit) == {s \\in SUBSET Numbers : Cardinality(s) < limit}
      Covers == {c \\in SUBSET SUBSET (1..4) : UNION c = 1..3}
      Inv == %s
      ====
      """;

  private void bothFindAViolationAfterThreeSteps(String invariant) {
    String spec =
        new SpecificationFolder(folder)
            .writeModule(CHOSEN.formatted(invariant), "INIT Init\nNEXT Next\nINVARIANT Inv\n");
    for (String command : new String[] {"check", "explore"}) {
      CommandRun run = CommandRun.of(command, spec);
      assertThat(run.status()).as(command + ": " + run.out() + run.err()).isEqualTo(12);
      assertThat(run.out()).as(command).contains("violation after 3 steps");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "chosen \\in {s \\in SUBSET Numbers : Cardinality(s) < 3}",
        "chosen \\in Small(3)",
        "LET few == Small(3) IN chosen \\in few",
        "chosen \\notin {s \\in SUBSET Numbers : \\E a, b, c \\in s : a < b /\\ b < c}",
        "{{n} : n \\in chosen} \\notin Covers",
        // The predicate may speak of the state.
        "chosen \\in {s \\in SUBSET Numbers : s = chosen => Cardinality(s) < 3}",
      })
  void theElementDecides(String invariant) {
    bothFindAViolationAfterThreeSteps(invariant);
  }

  /// CHOOSE has no value for the empty set, which is the element at first.
  @Test
  void anErrorOfTheElementIsAnError() {
    String invariant =
        "chosen \\in {s \\in SUBSET Numbers : (CHOOSE n \\in s : \\A m \\in s : n =< m) > 0}";
    String spec =
        new SpecificationFolder(folder)
            .writeModule(CHOSEN.formatted(invariant), "INIT Init\nNEXT Next\nINVARIANT Inv\n");
    for (String command : new String[] {"check", "explore"}) {
      CommandRun run = CommandRun.of(command, spec);
      assertThat(run.out()).as(command).contains("after 0 steps: ", "CHOOSE");
      assertThat(run.status()).as(command).isNotIn(0, 255);
    }
  }

  /// The same for an error that only other elements have.
  @Test
  void anErrorOfOthersIsNone() {
    bothFindAViolationAfterThreeSteps(
        "chosen \\in {s \\in SUBSET Numbers : Cardinality(s) < (IF 12 \\in s /\\ 11 \\in s /\\"
            + " Cardinality(s) > 9 THEN CHOOSE n \\in {} : TRUE ELSE 3)}");
  }
}
