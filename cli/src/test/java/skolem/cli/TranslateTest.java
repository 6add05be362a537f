package skolem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
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
    assertThat(waiting.out()).containsPattern("vote\\(self = r[123]\\)  \\\\\\* \\w+\\.tla:33\n");
    assertThat(CommandRun.of("check", spec, "--no-deadlock", "--length", "12").status()).isZero();
  }

  /// A name in Latin-1 in a comment is not UTF-8, and is kept all the same.
  @Test
  void keepsBytesThatAreNotUtf8() throws IOException {
    String text =
        """
        \\* M\u00fcller
        ---- MODULE M ----
        (* --algorithm A
        begin a: skip;
        end algorithm *)
        ====
        """;
    Path file = folder.resolve("M.tla");
    Files.write(file, text.getBytes(StandardCharsets.ISO_8859_1));
    assertThat(CommandRun.of("translate", file.toString()).status()).isZero();
    String written = Files.readString(file, StandardCharsets.ISO_8859_1);
    assertThat(written).startsWith(text.substring(0, text.indexOf("====")));
    assertThat(written).endsWith("\\* END TRANSLATION\n====\n");
  }

  /// Outside the translation, every byte of every algorithm of the public corpora stays.
  @Test
  void keepsTheBytesOfPublicAlgorithms() throws IOException {
    Path corpora = Path.of(ROOT, "..", "shared", "corpora");
    Assumptions.assumeTrue(Files.isDirectory(corpora), () -> corpora + " is absent");
    List<Path> modules;
    try (Stream<Path> all = Files.walk(corpora)) {
      modules = all.filter(p -> p.toString().endsWith(".tla")).toList();
    }
    int translated = 0;
    for (Path module : modules) {
      Path copy = folder.resolve("Copy.tla");
      byte[] before = Files.readAllBytes(module);
      Files.write(copy, before);
      if (new String(before, StandardCharsets.ISO_8859_1).contains("algorithm")
          && CommandRun.of("translate", copy.toString()).status() == 0) {
        translated++;
        String after = Files.readString(copy, StandardCharsets.ISO_8859_1);
        assertThat(outside(after))
            .as(module.toString())
            .isEqualTo(outside(new String(before, StandardCharsets.ISO_8859_1)));
      }
    }
    assertThat(translated).isGreaterThan(200);
  }

  /// The text without the lines of its translation.
  private static String outside(String text) {
    return text.replaceFirst(
        "(?s)[^\\n]*\\\\\\*[^\\n]*BEGIN TRANSLATION.*?\\n[^\\n]*\\\\\\*[^\\n]*END"
            + " TRANSLATION[^\\n]*(\\n|\\z)",
        "");
  }

  /// The concrete search finds the same deadlock, and writes a page that names label and line.
  @Test
  void exploresTheAlgorithmAndWritesItsTrace() throws IOException {
    String spec = ROOT + "/examples/TwoPhaseCommitAlgorithm.tla";
    CommandRun run = CommandRun.of("explore", spec, "--trace-out", folder.toString());
    assertThat(run.status()).isEqualTo(11);
    assertThat(run.depthOfViolation()).hasValue(4);
    assertThat(Files.readString(folder.resolve("TwoPhaseCommitAlgorithm_trace.html")))
        .contains("vote(self = r1)", "TwoPhaseCommitAlgorithm.tla:33", "4 steps: deadlock");
  }

  @Test
  void checksALongAlgorithm() {
    String spec = ROOT + "/examples/BuildFarm.tla";
    CommandRun run = CommandRun.of("check", spec, "--length", "8");
    assertThat(run.status()).as(run.out() + run.err()).isZero();
  }

  @Test
  void fileWithoutAnAlgorithmIsRefused() {
    CommandRun run = CommandRun.of("translate", ROOT + "/examples/TwoPhaseCommit.tla");
    assertThat(run.status()).isEqualTo(150);
    assertThat(run.err()).contains("there is no algorithm in this file");
  }
}
