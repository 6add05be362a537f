package skolem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skolem.cli.command.CommandRun;

/// A verdict that says less than it seems to is reported as such, always; with `--strict` it is an
/// error.
class VacuityTest {
  @TempDir Path folder;

  private String write(String body, String config) {
    return new SpecificationFolder(folder).write(body, config);
  }

  @Test
  void noInitialState() {
    CommandRun run =
        CommandRun.of(
            "check", write("None == x = 0 /\\ x = 1\nNext == x' = x", ""), "--init", "None");
    assertThat(run.out()).contains("Vacuous: there is no initial state");
    assertThat(run.status()).isEqualTo(40);
  }

  @Test
  void noTransition() {
    String specification = write("Next == x > 0 /\\ x' = x", "CHECK_DEADLOCK FALSE");
    CommandRun run = CommandRun.of("check", specification);
    assertThat(run.out()).contains("Vacuous: no initial state has a successor");
    assertThat(run.status()).isEqualTo(0);
    assertThat(CommandRun.of("check", specification, "--strict").status()).isEqualTo(40);
  }

  /// `Late` needs four steps, `Never` needs x = 100, which the bound does not reach.
  private static final String ACTIONS =
      """
      Up == x' = x + 1
      Late == x = 3 /\\ x' = 0
      Never == x = 100 /\\ x' = 0
      Next == Up \\/ Late \\/ Never
      """;

  @Test
  void actionsThatAreNeverTaken() {
    String specification = write(ACTIONS, "");
    CommandRun run = CommandRun.of("check", specification, "--length", "4");
    assertThat(run.out())
        .contains("Vacuous: action Never is never taken within 4 steps\n")
        .doesNotContain("action Late")
        .doesNotContain("action Up");
    assertThat(run.status()).isEqualTo(0);
    assertThat(CommandRun.of("check", specification, "--strict", "--length", "4").status())
        .isEqualTo(40);
    assertThat(CommandRun.of("check", specification, "--length", "3").out())
        .contains("Vacuous: action Late is never taken within 3 steps\n");
  }

  @Test
  void actionsOfBehavioursThatEndEarlyAreTaken() {
    // Stop leads to a state without a successor: no behaviour of full length takes it.
    String specification =
        write(
            "Up == x < 50 /\\ x' = x + 1\nStop == x < 50 /\\ x' = 99\nNext == Up \\/ Stop",
            "CHECK_DEADLOCK FALSE");
    assertThat(CommandRun.of("check", specification).out()).doesNotContain("Vacuous");
  }

  /// What never happens, by what the search is reduced to representatives with, from its beginning.
  private static List<String> vacuous(String... arguments) {
    List<String> reduced = new ArrayList<>(List.of(arguments));
    reduced.addAll(List.of("--patience", "0", "--reduce", "lemmas,order,pruning,symmetry,cone"));
    List<String> lines = vacuousLines(reduced);
    List<String> plain = new ArrayList<>(List.of(arguments));
    plain.addAll(List.of("--reduce", "none"));
    assertThat(lines).isEqualTo(vacuousLines(plain));
    return lines;
  }

  private static List<String> vacuousLines(List<String> arguments) {
    CommandRun run = CommandRun.of(arguments.toArray(String[]::new));
    return run.out().lines().filter(line -> line.startsWith("Vacuous")).toList();
  }

  @Test
  void amongInterchangeableValuesAnActionIsTakenWhereItIsFirst() {
    // Three are to be prepared, and the manager to hear of each, before it commits.
    String specification = "../examples/TwoPhaseCommit.tla";
    String invariants = "TypeOK,Consistent";
    assertThat(vacuous("check", specification, "--inv", invariants, "--length", "6"))
        .containsExactly("Vacuous: action Commit is never taken within 6 steps");
    assertThat(vacuous("check", specification, "--inv", invariants, "--length", "7")).isEmpty();
    // Also where the search itself was too easy to be reduced.
    List<String> easy = List.of("check", specification, "--inv", invariants, "--length", "6");
    assertThat(vacuousLines(easy))
        .containsExactly("Vacuous: action Commit is never taken within 6 steps");
  }

  @Test
  void antecedentsAreTrueInWhicheverOrderStepsAreLookedAt() {
    String specification =
        new SpecificationFolder(folder)
            .write(
                """
                VARIABLE y
                Both == Init /\\ y = 0
                Left == x < 3 /\\ x' = x + 1 /\\ y' = y
                Right == y < 3 /\\ y' = y + 1 /\\ x' = x
                Next == Left \\/ Right
                Inv == /\\ x = 3 /\\ y = 0 => x > y
                       /\\ x = 0 /\\ y = 3 => x < y
                       /\\ x = 1 /\\ y = 2 => x < y
                       /\\ x = 2 /\\ y = 2 => x = y
                """,
                "INVARIANT Inv");
    assertThat(vacuous("check", specification, "--init", "Both", "--length", "3"))
        .singleElement()
        .asString()
        .startsWith("Vacuous: in Inv, `x = 2 /\\ y = 2` is never true within 3 steps");
  }

  @Test
  void antecedentsThatAreNeverTrue() {
    String specification =
        write(
            ACTIONS
                + """
                Inv == /\\ x > 1 => x < 9
                       /\\ \\A i \\in 1..2 : x = 20 + i => x < 9
                       /\\ \\A i \\in 1..2 : x = i => x < 9
                """,
            "INVARIANT Inv");
    CommandRun run = CommandRun.of("check", specification, "--length", "4");
    assertThat(run.out())
        .contains("Vacuous: in Inv, `x = 20 + i` is never true within 4 steps")
        .doesNotContain("`x > 1`")
        .doesNotContain("`x = i`");
    assertThat(run.status()).isEqualTo(0);
  }

  @Test
  void nothingIsSaidWhereAViolationEndsTheRun() {
    String specification = write(ACTIONS + "Inv == x < 2", "INVARIANT Inv");
    CommandRun run = CommandRun.of("check", specification, "--strict");
    assertThat(run.out()).doesNotContain("Vacuous");
    assertThat(run.status()).isEqualTo(12);
  }

  @Test
  void isWrittenAsJson() throws Exception {
    CommandRun run =
        CommandRun.of("check", write(ACTIONS, ""), "--length", "4", "--output", "json");
    Object finding = Json.array(Json.field(Json.parse(run.out()), "vacuity")).getFirst();
    assertThat(Json.object(finding))
        .containsEntry("kind", "action-never-taken")
        .containsEntry("action", "Never");
  }
}
