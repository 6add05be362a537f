package skolem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import skolem.cli.command.CommandRun;

/// The kinds of properties, each with a verdict of its own in the source's words.
class PropertyKindsTest {
  /// Counts 0, 1, 2, 3, 0, …: the step from 3 to 0 is the fourth.
  private static final String BODY =
      """
      Up == x < 3 /\\ x' = x + 1
      Reset == x = 3 /\\ x' = 0
      Next == Up \\/ Reset
      Spec == Init /\\ [][Next]_x /\\ WF_x(Next)
      Never == x' >= x
      Two == x' <= x + 1 /\\ x' >= x
      Always == [](x < 4)
      Mono == [][x' >= x]_x
      Both == [][x' <= x + 1 /\\ x' # 0]_x
      StartsAtOne == x = 1
      Grows(s) == Len(s) < 5
      Fine(s) == s[1].x = 0
      Live == <>(x = 9)
      Mixed == [](x < 3) /\\ <>(x = 9)
      """;

  @TempDir Path folder;

  private String write(String config) {
    return new SpecificationFolder(folder)
        .writeModule(
            "---- MODULE Spec ----\nEXTENDS Naturals, Sequences\nVARIABLE x\nInit == x = 0\n"
                + BODY
                + "====\n",
            "INIT Init\nNEXT Next\nCHECK_DEADLOCK FALSE\n" + config);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "INVARIANT Never; Never; 4; x' >= x; 12",
        "INVARIANT Two; Two; 4; x' >= x; 12",
        "PROPERTY Mono; Mono; 4; [x' >= x]_x; 13",
        "PROPERTY Both; Both; 4; x' # 0; 13",
        "PROPERTY StartsAtOne; StartsAtOne; 0; x = 1; 13",
        "PROPERTY Mixed; Mixed; 3; x < 3; 12",
      })
  void isViolatedAtAConjunct(
      String config, String property, int steps, String conjunct, int status) {
    String specification = write(config);
    CommandRun run = CommandRun.of("check", specification);
    assertThat(run.out().lines())
        .anyMatch(line ->
            line.startsWith("  " + property)
                && line.contains("VIOLATED after " + steps + " step")
                && line.contains(": " + conjunct + "  ("));
    assertThat(run.status()).isEqualTo(status);
    CommandRun explored = CommandRun.of("explore", specification);
    assertThat(explored.depthOfViolation()).hasValue(steps);
    assertThat(explored.status()).isEqualTo(status);
  }

  /// Of those without a step, TLC 2.18 says the same; it refuses the others.
  ///
  /// @param steps to the violation; -1 where there is none
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Below(k) == [](x < k); Below(3); 3; 12",
        "Below(k) == [](x < k); \\A k \\in 4..5 : Below(k); -1; 0",
        "Forever(F) == []F; Forever(x < 3); 3; 12",
        "Low == x < 2; LET Small == Low IN []Small; 2; 12",
        "Low(k) == x < k; \\A k \\in 2..5 : []Low(k); 2; 12",
        "Small == x' > x; LET Step == Small IN [][Step]_x; 4; 13",
        "Step(k) == x' >= k; \\A k \\in {0, 1} : [][Step(k)]_x; 4; 13",
        "C(k) == x = k /\\ [](x < k + 4) /\\ [][x' <= x + k]_x; C(0); 1; 13",
        "C(k) == x = k /\\ [](x < k + 4) /\\ [][x' <= x + k]_x; C(1); 0; 13",
        "Reached(k) == x = k; ~<>Reached(3); 3; 12",
        "Reached(k) == x = k; ~<>Reached(4); -1; 0",
        "Reached(k) == x = k; [](~<>Reached(2) /\\ x < 2); 2; 12",
        "Low == x < 3; [][]Low; 3; 12",
        "Low == x < 4; [](Low /\\ []Low); -1; 0",
        "Low == x < 3; [](Low /\\ <>Low); 3; 12",
        "Under(S) == \\A k \\in S : [](x < k); Under({x + 1}); -1; 30",
      })
  void areFoundInsideOfOtherFormulas(String definition, String asked, int steps, int status) {
    String specification =
        new SpecificationFolder(folder)
            .writeModule(
                "---- MODULE Spec ----\nEXTENDS Naturals, Sequences\nVARIABLE x\nInit == x = 0\n"
                    + BODY
                    + definition
                    + "\nAsked == "
                    + asked
                    + "\n====\n",
                "INIT Init\nNEXT Next\nCHECK_DEADLOCK FALSE\nPROPERTY Asked\n");
    for (String command : new String[] {"check", "explore"}) {
      CommandRun run = CommandRun.of(command, specification);
      assertThat(run.status()).as(run.out() + run.err()).isEqualTo(status);
      assertThat(run.out().contains("VIOLATED after " + steps + " step")).isEqualTo(steps >= 0);
    }
  }

  @Test
  void thatHoldAreSaidToHold() {
    CommandRun run = CommandRun.of("check", write("PROPERTY Always"));
    assertThat(run.out()).containsPattern("Always +no violation in 10 steps");
    assertThat(run.status()).isEqualTo(0);
  }

  @Test
  void ofTracesSeeTheStatesSoFar() {
    // The sequence has five elements after four steps.
    CommandRun run = CommandRun.of("check", write("PROPERTY Always"), "--trace-inv", "Grows,Fine");
    assertThat(run.out())
        .containsPattern("Grows +VIOLATED after 4 steps")
        .containsPattern("Fine +no violation in 3 steps");
    assertThat(run.status()).isEqualTo(12);
  }

  @Test
  void ofTracesTakeOneArgument() {
    CommandRun run = CommandRun.of("check", write(""), "--trace-inv", "Always");
    assertThat(run.err()).contains("a trace invariant takes one argument");
    assertThat(run.status()).isEqualTo(151);
  }

  @Test
  void ofARefinementAreCheckedAsFarAsFiniteBehavioursGo() throws Exception {
    // The abstract counter may do anything from 0 on, but not go down: 3 to 0 breaks it. Its
    // liveness part speaks of whole behaviours.
    Files.writeString(
        folder.resolve("Abstract.tla"),
        """
        ---- MODULE Abstract ----
        EXTENDS Naturals
        VARIABLE x
        Init == x = 0
        Next == x' = x + 1
        Spec == Init /\\ [][Next]_x /\\ WF_x(Next)
        ====
        """);
    String specification =
        new SpecificationFolder(folder)
            .writeModule(
                "---- MODULE Spec ----\nEXTENDS Naturals\nVARIABLE x\nInit == x = 0\n"
                    + BODY.replaceAll("(?m)^(Grows|Fine).*\n", "")
                    + "A == INSTANCE Abstract\nRefines == A!Spec\n====\n",
                "INIT Init\nNEXT Next\nPROPERTY Refines\n");
    CommandRun run = CommandRun.of("check", specification);
    assertThat(run.out())
        .containsPattern("Refines +VIOLATED after 4 steps: \\[Next]_x")
        .containsPattern("Refines \\(liveness\\) +not checked: `WF_x\\(Next\\)` speaks of whole");
    assertThat(run.status()).isEqualTo(13);

    run = CommandRun.of("check", specification, "--length", "3");
    assertThat(run.out())
        .containsPattern("Refines +no violation in 3 steps")
        .containsPattern("Refines \\(liveness\\) +not checked");
    assertThat(run.status()).isEqualTo(30);
  }

  /// x never changes, and so the first conjunct is true; y goes from 1 to 0 and back.
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "PROPERTY Nested; 1",
        "PROPERTY NestedFirst; 1",
        "INVARIANT Step; 1",
        "INVARIANT NoValue; 2",
      })
  void whatComesAfterABoxedConjunctIsAskedOfStutteringStepsToo(String asked, int steps) {
    String specification =
        new SpecificationFolder(folder)
            .writeModule(
                """
                ---- MODULE Spec ----
                EXTENDS Naturals
                VARIABLES x, y
                Init == x = 0 /\\ y = 1
                Next == x' = x /\\ y' = 1 - y
                Nested == [][[x' > x /\\ x' < 5]_x /\\ [y' > y /\\ y' < 5]_y]_<<x, y>>
                NestedFirst == [][[[x' > x /\\ x' < 5]_x /\\ x' = x]_x /\\ y' > y]_<<x, y>>
                Step == [x' > x /\\ x' < 5]_x /\\ y' > y
                NoValue == [x' > x /\\ x' < 5]_x /\\ 10 \\div y > 0
                ====
                """,
                "INIT Init\nNEXT Next\n" + asked + "\n");
    for (String way : new String[] {"--patience 0", "--reduce none", "--all-violations"}) {
      String[] option = way.split(" ", -1);
      CommandRun run =
          option.length == 1
              ? CommandRun.of("check", specification, option[0])
              : CommandRun.of("check", specification, option[0], option[1]);
      assertThat(run.depthOfViolation()).as(way + run.out()).hasValue(steps);
    }
    assertThat(CommandRun.of("explore", specification).depthOfViolation()).hasValue(steps);
  }

  /// 3 has no successor, which is no matter of the invariants that bear the name.
  @ParameterizedTest
  @CsvSource({"check, --all-violations", "explore, --continue"})
  void namesOfInvariantsAreTheirOwn(String command, String all) {
    String specification =
        new SpecificationFolder(folder)
            .writeModule(
                """
                ---- MODULE Spec ----
                EXTENDS Naturals
                VARIABLE x
                Init == x = 0
                Next == x < 3 /\\ x' = x + 1
                Deadlock == x < 9
                Definedness == x # 1
                P == x < 2
                ====
                """,
                "INIT Init\nNEXT Next\nINVARIANTS Deadlock Definedness P\nPROPERTY P\n");
    assertThat(CommandRun.of(command, specification, all).out().lines())
        .anyMatch(line -> line.startsWith("  Definedness ") && line.contains("VIOLATED after 1 s"))
        .anyMatch(line -> line.startsWith("  deadlock ") && line.contains("VIOLATED after 3 s"))
        .anyMatch(line -> line.startsWith("  P ") && line.contains("VIOLATED after 2 s"))
        .filteredOn(line -> line.startsWith("  ") && line.contains("VIOLATED"))
        .hasSize(3);
  }
}
