package skolem.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skolem.benchmarks.corpus.Suite;
import skolem.benchmarks.corpus.SuiteRow;

/// Rows are run as often as asked, against a command line that a script stands for.
class RowRunnerTest {
  @TempDir private Path root = Path.of("");

  @BeforeEach
  void writeTemplate() throws IOException {
    Files.writeString(root.resolve("A.cfg.in"), "CONSTANT N = @N\n");
  }

  private RowResult run(String script, List<Integer> told) throws Exception {
    return run("4", script, told);
  }

  private RowResult run(String length, String script, List<Integer> told) throws Exception {
    Path launcher = root.resolve("skolem");
    Files.writeString(launcher, "#!/bin/sh\necho \"$@\" >>calls\n" + script);
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
    SuiteRow row =
        Suite.read(
                List.of(
                    "name\tcommand\tspec\tcfg\tlength\tparameters\toptions\treference CPU s",
                    "A\tcheck\tA.tla\tA.cfg.in\t" + length + "\tN=2\t--no-deadlock\t-"))
            .rows()
            .getFirst();
    return new RowRunner(root, root, 3, Duration.ofSeconds(2)).run(row, (run, _) -> told.add(run));
  }

  @Test
  void countsTheRunsAfterTheFirst() throws Exception {
    List<Integer> told = new ArrayList<>();
    RowResult result =
        run("cat \"$4\" >configuration; echo '{\"solver\": {\"clauses\": 7}}'", told);

    assertThat(result.answer()).isEqualTo(Answer.HOLDS);
    assertThat(result.runs()).hasSize(3);
    assertThat(result.runs().getFirst().breakdown().get("solver.clauses")).hasValue(7);
    assertThat(told).containsExactly(1, 2, 3);
    assertThat(Files.readAllLines(root.resolve("calls")))
        .hasSize(4)
        .containsOnly(
            "check A.tla --config "
                + root.resolve("model.cfg")
                + " --length 4 --output json --no-deadlock");
    assertThat(Files.readString(root.resolve("configuration"))).isEqualTo("CONSTANT N = 2\n");
  }

  @Test
  void runsARowWithoutAnAnswerOnce() throws Exception {
    assertThat(run("exit 30", new ArrayList<>()).answer()).isEqualTo(Answer.UNDECIDED);
    assertThat(run("exit 150", new ArrayList<>()).answer()).isEqualTo(Answer.FAILED);
    assertThat(run("exec sleep 30", new ArrayList<>()).answer()).isEqualTo(Answer.TIMED_OUT);
    assertThat(Files.readAllLines(root.resolve("calls"))).hasSize(3);
  }

  @Test
  void runsARowThatTakesAllItsTimeOnce() throws Exception {
    RowResult result = run("1s", "echo '{\"safeDepth\": 9}'; exit 30", new ArrayList<>());

    assertThat(result.runs()).hasSize(1);
    assertThat(result.runs().getFirst().breakdown().get("safeDepth")).hasValue(9);
    assertThat(Files.readString(root.resolve("calls")))
        .contains(" --length 100000 --time-limit 1 ");
    assertThat(run("1s", "exit 0", new ArrayList<>()).runs()).hasSize(1);
  }

  @Test
  void countsViolationsAsAnswers() throws Exception {
    RowResult result = run("exit 12", new ArrayList<>());

    assertThat(result.answer()).isEqualTo(Answer.VIOLATED);
    assertThat(result.runs()).hasSize(3);
  }
}
