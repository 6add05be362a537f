package skolem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import skolem.cli.command.CommandRun;

/// Constants on the command line: with a value, or left open within a set.
class OpenConstantsTest {
  /// Counts to N and stops: `x < 5` is violated after five steps where N is at least 5.
  private static final String MODULE =
      """
      ---- MODULE Spec ----
      EXTENDS Naturals, FiniteSets
      CONSTANTS N, S
      ASSUME N > 2
      VARIABLE x
      Init == x = 0
      Next == x' = IF x < N THEN x + 1 ELSE x
      Inv == x < 5
      Sized == x < Cardinality(S) + 3
      ====
      """;

  @TempDir Path folder;

  private String write() {
    return new SpecificationFolder(folder)
        .writeModule(MODULE, "INIT Init\nNEXT Next\nCONSTANTS N = 3 S = {a, b}\nINVARIANT Inv\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "explore"})
  void valuesGoBeforeTheConfiguration(String command) {
    String specification = write();
    assertThat(CommandRun.of(command, specification).status()).isEqualTo(0);
    CommandRun run = CommandRun.of(command, specification, "--const", "N = 7");
    assertThat(run.depthOfViolation()).hasValue(5);
    assertThat(CommandRun.of(command, specification, "--const", "N=2").status()).isEqualTo(10);
  }

  @Test
  void setsOfModelValuesCanBeGiven() {
    // x grows to 6, and reaches Cardinality(S) + 3 = 4 after four steps.
    CommandRun run =
        CommandRun.of("check", write(), "--const", "N = 6", "--const", "S = {p}", "--inv", "Sized");
    assertThat(run.depthOfViolation()).hasValue(4);
  }

  @Test
  void theSolverChoosesAndTheTraceSays() {
    CommandRun run = CommandRun.of("check", write(), "--const", "N \\in {1, 4, 5}");
    assertThat(run.out()).contains("Constants\n  /\\ N = 5\n", "VIOLATED after 5 steps: x < 5");
    assertThat(run.status()).isEqualTo(12);
  }

  @Test
  void theSetMayUseTheSpecification() {
    CommandRun run =
        CommandRun.of("check", write(), "--const", "N \\in {n \\in 1..9 : n % 2 = 0 /\\ n < 8}");
    assertThat(run.out()).contains("  /\\ N = 6\n");
  }

  @Test
  void noChoiceViolatesWhereNoValueDoes() {
    // 1 and 2 are against the assumption.
    CommandRun run = CommandRun.of("check", write(), "--const", "N \\in 1..4");
    assertThat(run.out()).containsPattern("Inv +no violation in 10 steps");
    assertThat(run.status()).isEqualTo(0);
  }

  @Test
  void theAssumptionsMayLeaveNoValue() {
    CommandRun run = CommandRun.of("check", write(), "--const", "N \\in 1..2");
    assertThat(run.out()).contains("Vacuous: there is no initial state");
    assertThat(run.status()).isEqualTo(40);
  }

  @Test
  void theFileOfTheTraceSaysWhichValue() throws Exception {
    CommandRun run = CommandRun.of("check", write(), "--const", "N \\in 1..5", "--output", "json");
    Object violated = Json.array(Json.field(Json.parse(run.out()), "properties")).getFirst();
    assertThat(Json.object(Json.field(violated, "constants"))).containsEntry("N", "5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"explore", "prove"})
  void othersRefuseAnOpenConstant(String command) {
    CommandRun run = CommandRun.of(command, write(), "--const", "N \\in 1..5", "--inv", "Inv");
    assertThat(run.err())
        .contains("only `check` leaves the value of `N` open", "give one value: --const 'N = …'");
    assertThat(run.status()).isEqualTo(75);
  }

  @Test
  void unknownAndUnfitConstantsAreNamed() {
    CommandRun unknown = CommandRun.of("check", write(), "--const", "M = 3");
    assertThat(unknown.err()).contains("has no constant or definition `M`");
    assertThat(unknown.status()).isEqualTo(151);
    CommandRun unfit = CommandRun.of("check", write(), "--const", "Inv \\in 1..3");
    assertThat(unfit.err()).contains("only a declared constant without parameters can be left");
    assertThat(unfit.status()).isEqualTo(151);
    CommandRun garbled = CommandRun.of("check", write(), "--const", "N \\in 1 +");
    assertThat(garbled.err()).contains("--const");
    assertThat(garbled.status()).isEqualTo(150);
  }

  /// N has its value in the next state, too: 1 can be followed by 2, and 2 by 3, and not 3 by 4.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Next == x' = x + 1|Inv == ENABLED (x' = x + 1 /\\ Ok')",
        "Next == (x' = x + 1) \\cdot (x' = x /\\ x =< N + 1)|Inv == x =< N - 1",
        "Next == (x' = x /\\ Ok') \\cdot (x' = x + 1)|Inv == x # N"
      })
  void anOpenConstantIsTheSameInTheNextState(String text) {
    String[] parts = text.split("\\|", -1);
    String specification =
        new SpecificationFolder(folder)
            .writeModule(
                """
                ---- MODULE Spec ----
                EXTENDS Naturals
                CONSTANT N
                VARIABLE x
                Ok == x =< N
                Init == x = 0
                %s
                %s
                ====
                """
                    .formatted(parts[0], parts[1]),
                "INIT Init\nNEXT Next\nCONSTANT N = 3\nINVARIANT Inv\nCHECK_DEADLOCK FALSE\n");
    assertThat(CommandRun.of("explore", specification).depthOfViolation()).hasValue(3);
    CommandRun run = CommandRun.of("check", specification, "--const", "N \\in {3}");
    assertThat(run.depthOfViolation()).as(run.out() + run.err()).hasValue(3);
  }
}
