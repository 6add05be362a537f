package skolem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skolem.cli.command.CommandRun;

/// The engines beside each other, each as a process of its own.
class CompareTest {
  private static final Path TLC =
      Path.of(System.getProperty("skolem.root", ".."), "cli", "target", "tlc", "tlc.jar");

  @TempDir private Path folder;

  private String specification() throws IOException {
    Path module = folder.resolve("Counter.tla");
    Files.writeString(
        module,
        """
        ---- MODULE Counter ----
        EXTENDS Naturals
        CONSTANT N
        VARIABLE x
        Init == x = 0
        Next == x' = (x + 1) % N
        Low == x < 3
        ====
        """);
    Files.writeString(
        folder.resolve("Counter.cfg"), "CONSTANT N = 2\nINIT Init\nNEXT Next\nINVARIANT Low\n");
    return module.toString();
  }

  /// With N = 4 the counter comes to 3 in three steps; below that, it never does.
  @Test
  void sweepDrawsWhatTheEnginesTake() throws IOException {
    Path plot = folder.resolve("plot.svg");
    CommandRun run =
        CommandRun.of(
            "compare", specification(), "--sweep", "N=3..4", "--length", "5", "--plot", "" + plot);
    assertThat(run.status()).as(run.out() + run.err()).isZero();
    assertThat(run.out())
        .containsPattern("3 +symbolic +(no violation|holds at every depth) ")
        .containsPattern("3 +explicit +holds at every depth +2 +3 ")
        .containsPattern("4 +symbolic +Low violated +3 ")
        .containsPattern("4 +explicit +Low violated +3 +4 ")
        .contains("No two answers contradict each other.", "wrote " + plot);
    assertThat(Files.readString(plot)).contains("<svg", ">symbolic</text>", ">explicit</text>");
  }

  /// The counter comes to 3 in three steps with N = 4; with N = 2, it has two states.
  @Test
  void tlcAnswersToo() throws IOException {
    String specification = specification();
    CommandRun violated =
        CommandRun.of("compare", specification, "--const", "N = 4", "--tlc", TLC.toString());
    assertThat(violated.status()).as(violated.out() + violated.err()).isZero();
    assertThat(violated.out())
        .containsPattern("TLC +Low violated +3 ")
        .contains("No two answers contradict each other.");
    CommandRun safe = CommandRun.of("compare", specification, "--tlc", TLC.toString());
    assertThat(safe.status()).as(safe.out() + safe.err()).isZero();
    assertThat(safe.out())
        .containsPattern("TLC +holds at every depth +1 +2 ")
        .contains("No two answers contradict each other.");
  }

  /// A build that writes a module for each trace is told not to, and only such a build.
  @Test
  void tlcIsGivenOptionsThatItKnows() throws IOException {
    Path jar =
        jar(
            "Model checking completed. No error has been found.",
            "if (!java.util.List.of(arguments).contains(\"-noGenerateSpecTE\")) return;");
    CommandRun run = CommandRun.of("compare", specification(), "--tlc", jar.toString());
    assertThat(run.out()).containsPattern("TLC +holds at every depth ");
  }

  /// A jar that says what TLC would of a violation in two steps, which is wrong here.
  @Test
  void contradictionIsABug() throws IOException {
    Path jar =
        jar("Error: Invariant Low is violated.\\nState 1: <I>\\nState 2: <N>\\nState 3: <N>");
    CommandRun run = CommandRun.of("compare", specification(), "--tlc", jar.toString());
    assertThat(run.status()).as(run.out() + run.err()).isEqualTo(255);
    assertThat(run.out())
        .contains("DISAGREEMENT: Low: ", "TLC says violated after 2 steps", "has a bug");
  }

  private Path jar(String output) throws IOException {
    return jar(output, "");
  }

  /// @param first what it does before it says that
  private Path jar(String output, String first) throws IOException {
    Path source = Files.createDirectories(folder.resolve("tlc2")).resolve("TLC.java");
    Files.writeString(
        source,
        """
        package tlc2;
        public class TLC {
          public static void main(String[] arguments) { %s System.out.println("%s"); }
        }
        """
            .formatted(first, output));
    assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, source.toString()))
        .isZero();
    Path jar = folder.resolve("tlc.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      out.putNextEntry(new JarEntry("tlc2/TLC.class"));
      Files.copy(source.resolveSibling("TLC.class"), out);
    }
    return jar;
  }

  @Test
  void whatIsWrongIsSaidBeforeAnythingRuns() throws IOException {
    String specification = specification();
    assertThat(CommandRun.of("compare", specification, "--sweep", "N=4..3").status()).isEqualTo(2);
    assertThat(CommandRun.of("compare", specification, "--plot", "p.svg").status()).isEqualTo(2);
    assertThat(CommandRun.of("compare", specification, "--const", "N = ").status()).isEqualTo(151);
    assertThat(CommandRun.of("compare", specification, "--tlc", "no.jar").status()).isEqualTo(153);
  }
}
