package skolem.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
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

  /// After how many steps the run says that something is violated.
  public OptionalInt depthOfViolation() {
    Matcher matcher = VIOLATION.matcher(out);
    return matcher.find()
        ? OptionalInt.of(Integer.parseInt(matcher.group(1)))
        : OptionalInt.empty();
  }
}
