package skolem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A search that does not fit into memory ends by itself and says what it has covered.
class FullMemoryTest {
  private static final String WALK =
      """
      ---- MODULE Walk ----
      EXTENDS Integers
      VARIABLES x, y, z
      Init == x = 0 /\\ y = 0 /\\ z = 0
      Next == \\/ x' = x + 1 /\\ UNCHANGED <<y, z>>
              \\/ y' = y + 1 /\\ UNCHANGED <<x, z>>
              \\/ z' = z + 1 /\\ UNCHANGED <<x, y>>
      ====
      """;

  @TempDir private Path folder;

  /// States at most `n` steps away are those with `x + y + z <= n`: (n+1)(n+2)(n+3)/6 of them.
  @Test
  void theSearchEndsWithWhatItHasCovered() throws Exception {
    Path specification = Files.writeString(folder.resolve("Walk.tla"), WALK);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx20m",
                "-cp",
                System.getProperty("java.class.path"),
                "skolem.cli.command.Skolem",
                "explore",
                specification.toString(),
                "--init",
                "Init",
                "--next",
                "Next")
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isEqualTo(30);
    assertThat(output).contains("the memory is full").contains("were not expanded");
    long steps = number("undecided beyond (\\d+) steps: the memory is full", output);
    assertThat(number("(\\d+) distinct states found", output))
        .isGreaterThan((steps + 1) * (steps + 2) * (steps + 3) / 6);
  }

  private static long number(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertThat(matcher.find()).as(pattern).isTrue();
    return Long.parseLong(matcher.group(1));
  }
}
