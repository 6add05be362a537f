package skolem.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run that is interrupted, or out of memory, says what it has finished and ends with 30: tried
/// with processes of their own.
class InterruptionTest {
  /// Fourteen pigeons in thirteen holes: the question after a step takes a solver for ever.
  private static final String PIGEONS =
      """
      VARIABLE f
      Start == x = 0 /\\ f \\in [1..14 -> 1..13]
      Next == x' = 1 /\\ f' \\in [1..14 -> 1..13]
      Inv == x = 1 => \\E i, j \\in 1..14 : i # j /\\ f[i] = f[j]
      """;

  @TempDir Path folder;

  @Test
  void leavesAReportBehind() throws Exception {
    String specification =
        new SpecificationFolder(folder)
            .writeModule(
                "---- MODULE Spec ----\nEXTENDS Naturals\nVARIABLE x\n" + PIGEONS + "====\n",
                "INIT Start\nNEXT Next\nINVARIANT Inv\n");
    Process process = start(List.of(), "check", specification);
    List<String> lines = new ArrayList<>();
    try (BufferedReader out = process.inputReader()) {
      String line = out.readLine();
      while (line != null) {
        lines.add(line);
        if (line.contains("depth  0  done")) {
          process.toHandle().destroy();
        }
        line = out.readLine();
      }
    }
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(lines)
        .contains("Verdict: undecided")
        .anyMatch(l -> l.matches(" *Inv +undecided beyond 0 steps: the run was interrupted"));
    assertThat(process.exitValue()).isEqualTo(30);
  }

  /// Stay is over at once; that a term of the fifth degree is never 123 is more than the solver
  /// knows.
  @Test
  void proofSaysWhatItHasShown() throws Exception {
    String specification =
        new SpecificationFolder(folder)
            .writeModule(
                """
                ---- MODULE Spec ----
                EXTENDS Integers
                VARIABLE x
                Stay == x' = x
                Leap == x' = x * x * x - x + 7
                Start == x = 1
                Next == Stay \\/ Leap
                Ind == x \\in Int /\\ x * x * x * x * x # 12345
                ====
                """,
                "INIT Start\nNEXT Next\n");
    Process process = start(List.of(), "prove", specification, "--inv", "Ind", "--workers", "1");
    List<String> lines = new ArrayList<>();
    try (BufferedReader out = process.inputReader()) {
      String line = out.readLine();
      while (line != null) {
        lines.add(line);
        if (line.contains("Leap") && line.contains("Ind!1")) {
          process.toHandle().destroy();
        }
        line = out.readLine();
      }
    }
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(lines)
        .contains(
            "Verdict: undecided", "  Ind!1  ok      ok      ok", "  Ind!2  ok      ok      ?");
    assertThat(process.exitValue()).isEqualTo(30);
  }

  @Test
  void namesMemoryThatDoesNotDo() throws Exception {
    // Each depth adds thousands of formulas: a small heap is full before the last.
    String specification =
        new SpecificationFolder(folder)
            .write(
                """
                Next == \\E i \\in 1..300, j \\in 1..300 : x' = (x * i + j) % 1009
                Inv == x < 2000
                """,
                "INVARIANT Inv");
    Process process = start(List.of("-Xmx40m"), "check", specification, "--length", "200");
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(out + err).contains("not enough memory").doesNotContain("\tat ");
    assertThat(process.exitValue()).isEqualTo(30);
  }

  /// Each of 36 pairs leaves two ways to choose c, and no way leads to a state.
  @Test
  void endsInTheMiddleOfAState() throws Exception {
    String specification =
        new SpecificationFolder(folder)
            .writeModule(
                """
                ---- MODULE Spec ----
                EXTENDS Naturals
                VARIABLE x
                Start == x = 1..6 /\\ (\\A a, b \\in x : \\E c \\in 1..2 : TRUE) /\\ x = {}
                Next == UNCHANGED x
                ====
                """,
                "INIT Start\nNEXT Next\n");
    Process process = start(List.of(), "explore", specification);
    try (BufferedReader out = process.inputReader()) {
      assertThat(out.readLine()).startsWith("Exploring");
      process.toHandle().destroy();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(process.exitValue()).isEqualTo(143);
  }

  private static Process start(List<String> options, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-Dskolem.native=" + System.getProperty("skolem.native"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("skolem.cli.command.Skolem");
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).start();
  }
}
