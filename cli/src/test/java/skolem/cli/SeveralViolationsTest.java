package skolem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skolem.cli.command.CommandRun;

/// Each property has its own verdict: the search can go on after a violation, to one shortest
/// counterexample for each violated conjunct, and to different ones of the same.
class SeveralViolationsTest {
  /// `x` counts up to 4, `y` flips; so `y = 0` is false at first (y may be 1), `x < 2` after two
  /// steps, `x < 3` after three and `x < 4` after four.
  private static final String BODY =
      """
      VARIABLE y
      Start == Init /\\ y \\in 0..1
      Up == x < 4 /\\ x' = x + 1 /\\ UNCHANGED y
      Flip == y' = 1 - y /\\ UNCHANGED x
      Next == Up \\/ Flip
      Inv == /\\ x < 3
             /\\ y = 0
             /\\ x < 2
      Other == y < 2 /\\ x < 4
      Small == x < 2
      True == x < 9
      """;

  @TempDir Path folder;

  private String write(String config) {
    return new SpecificationFolder(folder)
        .writeModule(
            "---- MODULE Spec ----\nEXTENDS Naturals\nVARIABLE x\nInit == x = 0\n"
                + BODY
                + "====\n",
            "INIT Start\nNEXT Next\n" + config);
  }

  @Test
  void endsAtTheFirstWithoutTheOption() {
    CommandRun run = CommandRun.of("check", write("INVARIANTS Other Inv True"));
    assertThat(run.out())
        .contains("Verdict: violation after 0 steps: invariant Inv is false\n")
        .containsPattern("Inv +VIOLATED after 0 steps: y = 0 ")
        .containsPattern("Other +not checked: the run ended at a violation")
        .doesNotContain("Vacuous");
    assertThat(run.status()).isEqualTo(12);
  }

  @Test
  void findsTheShortestOfEachConjunct() {
    CommandRun run =
        CommandRun.of(
            "check", write("INVARIANTS Other Inv True"), "--all-violations", "--length", "6");
    assertThat(run.out())
        .contains("Verdict: 4 violations, the shortest after 0 steps: invariant Inv is false\n")
        .containsPattern("Other +VIOLATED after 4 steps: x < 4 ")
        .containsPattern("Inv +VIOLATED after 0 steps: y = 0 .*\n +VIOLATED after 2 steps: x < 2 ")
        .containsPattern("  +VIOLATED after 3 steps: x < 3 ")
        .containsPattern("True +no violation in 6 steps");
    assertThat(run.status()).isEqualTo(12);
  }

  @Test
  void goesOnToOtherKinds() {
    // Without Flip, x = 4 is a deadlock, where `x < 4` is false, too.
    CommandRun run =
        CommandRun.of(
            "check",
            write("INVARIANTS True"),
            "--next",
            "Up",
            "--inv",
            "Other",
            "--all-violations");
    assertThat(run.out())
        .containsPattern("Other +VIOLATED after 4 steps: x < 4 ")
        .containsPattern("deadlock freedom +VIOLATED after 4 steps: no step is possible")
        .containsPattern("no evaluation error +holds at every depth: no behaviour has more than 4");
  }

  @Test
  void findsDifferentOnes() {
    // The invariant `x < 2` is violated after two steps Up; a shortest trace is two steps Up with
    // y = 0 or y = 1 throughout: two of them, and no third of that length. A third has a Flip.
    String specification = write("INVARIANT Small");
    CommandRun run = CommandRun.of("check", specification, "--max-traces", "3");
    assertThat(lengths(run)).containsExactly(2, 2, 3);
    assertThat(traces(run)).doesNotHaveDuplicates();

    // Seen through x alone, the two of length 2 are the same, and one with a Flip differs.
    run = CommandRun.of("check", specification, "--max-traces", "2", "--view", "x");
    assertThat(lengths(run)).containsExactly(2, 3);
  }

  @Test
  void numbersTheFiles() throws Exception {
    Path traces = folder.resolve("traces");
    CommandRun.of(
        "check",
        write("INVARIANTS Other Inv"),
        "--all-violations",
        "--length",
        "5",
        "--trace-out",
        traces.toString());
    try (var files = Files.list(traces)) {
      assertThat(files.filter(f -> f.toString().endsWith(".itf.json"))).hasSize(4);
    }
  }

  private static List<Integer> lengths(CommandRun run) {
    return run.out()
        .lines()
        .filter(line -> line.contains("VIOLATED after "))
        .map(line -> Integer.valueOf(line.replaceAll(".*VIOLATED after (\\d+) step.*", "$1")))
        .toList();
  }

  private static List<String> traces(CommandRun run) {
    return List.of(run.out().substring(run.out().indexOf("Trace of")).split("Trace of [^\n]*\n"));
  }
}
