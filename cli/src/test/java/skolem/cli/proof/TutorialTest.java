package skolem.cli.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import skolem.cli.command.CommandRun;

/// Every command of the tutorial prints what the tutorial says, apart from times.
class TutorialTest {
  private static final Path ROOT = Path.of(System.getProperty("skolem.root", ".")).toAbsolutePath();
  private static final Pattern COMMAND =
      Pattern.compile("```\n\\$ skolem ([^\n]*)\n(.*?)\n```", Pattern.DOTALL);
  private static final Pattern TIME = Pattern.compile(" *\\d+\\.\\d+ s");

  @TestFactory
  Stream<DynamicTest> commandsPrintWhatIsThere() throws IOException {
    Matcher matcher = COMMAND.matcher(Files.readString(ROOT.resolve("docs/tutorial-prove.md")));
    List<DynamicTest> tests = new ArrayList<>();
    while (matcher.find()) {
      String command = matcher.group(1);
      String expected = matcher.group(2);
      tests.add(DynamicTest.dynamicTest(command, () -> requireOutput(command, expected)));
    }
    assertThat(tests).hasSize(7);
    return tests.stream();
  }

  private static void requireOutput(String command, String expected) {
    String[] arguments =
        Stream.of(command.split(" ", -1))
            .map(a -> a.startsWith("examples/") ? ROOT.resolve(a).toString() : a)
            .toArray(String[]::new);
    CommandRun run = CommandRun.of(arguments);
    String printed = (run.out() + run.err()).replace(ROOT + "/", "").stripTrailing();
    assertThat(timeless(printed)).isEqualTo(timeless(expected));
  }

  private static String timeless(String text) {
    return TIME.matcher(text).replaceAll(" … s");
  }
}
