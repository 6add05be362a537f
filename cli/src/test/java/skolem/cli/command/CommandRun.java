package skolem.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a command printed, and how it ended.
///
/// @param status the exit status
public record CommandRun(int status, String out, String err) {
  private static final Pattern VIOLATION = Pattern.compile("VIOLATED after (\\d+) step");

  /// Runs a command in this process; it never shows a stack trace.
  public static CommandRun of(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status = Skolem.execute(new PrintWriter(out), new PrintWriter(err), arguments);
    CommandRun run = new CommandRun(status, out.toString(), err.toString());
    assertThat(run.out() + run.err()).doesNotContain("at skolem.", "Exception", "bug of Skolem");
    return run;
  }

  /// Runs a command in a process of its own, in which nothing is left by others, with the compiler
  /// thresholds of the launcher.
  public static CommandRun ofProcess(List<String> arguments)
      throws IOException, InterruptedException {
    return ofProcess(List.of(), arguments);
  }

  /// The same, with options of the virtual machine before those.
  public static CommandRun ofProcess(List<String> options, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    command.addAll(options);
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-XX:Tier3InvocationThreshold=1000",
            "-XX:Tier3MinInvocationThreshold=500",
            "-XX:Tier3CompileThreshold=10000",
            "-XX:Tier4InvocationThreshold=250000",
            "-XX:Tier4MinInvocationThreshold=30000",
            "-XX:Tier4CompileThreshold=750000",
            "-XX:Tier4BackEdgeThreshold=2000000",
            "--enable-native-access=ALL-UNNAMED",
            "-Dskolem.native=" + System.getProperty("skolem.native", ""),
            "-cp",
            System.getProperty("java.class.path"),
            Skolem.class.getName()));
    command.addAll(arguments);
    Path out = Files.createTempFile("skolem-run", ".out");
    Path err = Files.createTempFile("skolem-run", ".err");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      int status = process.waitFor();
      return new CommandRun(status, Files.readString(out), Files.readString(err));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  /// After how many steps the run says that something is violated.
  public OptionalInt depthOfViolation() {
    Matcher matcher = VIOLATION.matcher(out);
    return matcher.find()
        ? OptionalInt.of(Integer.parseInt(matcher.group(1)))
        : OptionalInt.empty();
  }
}
