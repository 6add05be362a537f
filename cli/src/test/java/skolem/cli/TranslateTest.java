package skolem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skolem.cli.command.CommandRun;

/// PlusCal from the command line.
final class TranslateTest {
  private static final String ROOT = System.getProperty("skolem.root", "..");

  @TempDir private Path folder;

  @Test
  void writesTheTranslationAndKeepsTheRest() throws IOException {
    Path original = Path.of(ROOT, "examples", "TwoPhaseCommitAlgorithm.tla");
    Path copy = folder.resolve("TwoPhaseCommitAlgorithm.tla");
    Files.copy(original, copy);
    assertThat(CommandRun.of("translate", copy.toString()).status()).isZero();
    String text = Files.readString(copy);
    int begin = text.indexOf("\\* BEGIN TRANSLATION");
    int end = text.indexOf("\\* END TRANSLATION");
    assertThat(begin).isPositive();
    assertThat(end).isGreaterThan(begin);
    String before = Files.readString(original);
    assertThat(before).startsWith(text.substring(0, text.lastIndexOf("*)", begin) + 2));
    assertThat(before.strip()).endsWith(text.substring(text.indexOf("Consistent ==", end)).strip());
    assertThat(CommandRun.of("translate", copy.toString()).status()).isZero();
    assertThat(Files.readString(copy)).isEqualTo(text);
  }

  /// Three participants vote and the manager crashes: four steps, and nobody can move.
  @Test
  void checksTheAlgorithmWithoutATranslation() {
    String spec = ROOT + "/examples/TwoPhaseCommitAlgorithm.tla";
    CommandRun stuck = CommandRun.of("check", spec);
    assertThat(stuck.status()).isEqualTo(11);
    assertThat(stuck.depthOfViolation()).hasValue(4);
    CommandRun waiting = CommandRun.of("check", spec, "--inv", "NobodyWaitsForEver");
    assertThat(waiting.status()).isEqualTo(12);
    assertThat(waiting.out()).contains("vote(self = ");
    assertThat(CommandRun.of("check", spec, "--no-deadlock", "--length", "12").status()).isZero();
  }

  @Test
  void fileWithoutAnAlgorithmIsRefused() {
    CommandRun run = CommandRun.of("translate", ROOT + "/examples/TwoPhaseCommit.tla");
    assertThat(run.status()).isEqualTo(150);
    assertThat(run.err()).contains("there is no algorithm in this file");
  }
}
