package skolem.cli.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import skolem.cli.command.CommandRun;

/// A part of the matrix is asked for by names that it has, and options that mean nothing are
/// refused.
class ProofPartsTest {
  /// Up leads from 3 to 4, outside; Leave is never enabled.
  private static final String BODY =
      """
      Up == x' = x + 1
      Stay == x' = x
      Leave == x = 9 /\\ x' = 0
      Init == x = 0
      Next == Up \\/ Stay \\/ Leave
      Ind == x \\in 0..3 /\\ x < 8
      Small == x < 5
      """;

  @TempDir private Path folder;
  private Proof proof = new Proof(Path.of(""));

  @BeforeEach
  void begin() {
    proof = new Proof(folder);
  }

  private static String obligations(CommandRun run) {
    return run.out().replaceAll("(?s)\nVerdict.*", "").replaceAll("^.*\n", "");
  }

  @Test
  void oneActionIsAsked() {
    CommandRun run = proof.of(BODY, "--only-action", "Stay");
    assertThat(run.status()).isZero();
    assertThat(obligations(run).lines()).hasSize(2).allMatch(line -> line.startsWith("  Stay "));
    assertThat(run.out()).contains("the obligations asked for are proved");
  }

  @Test
  void actionThatIsNeverEnabledIsNotProved() {
    CommandRun run = proof.of(BODY, "--only-action", "Leave");
    assertThat(run.status()).isEqualTo(40);
    assertThat(run.out()).contains("Vacuous: action Leave is never enabled");
  }

  /// Nothing would be proved of an action that is none.
  @Test
  void unknownActionIsRefused() {
    CommandRun run = proof.of(BODY, "--only-action", "Down");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .contains("there is no action Down; there are Init, defined, Up, Stay, Leave");
  }

  @Test
  void columnsAboutOneStateCanBeAskedFor() {
    CommandRun init = proof.of(BODY, "--only-action", "Init");
    assertThat(init.status()).isZero();
    assertThat(obligations(init).lines()).hasSize(2).allMatch(line -> line.startsWith("  Init "));
    CommandRun implied = proof.of(BODY, "--implies", "Small", "--only-action", "=>");
    assertThat(implied.status()).isZero();
    assertThat(obligations(implied).lines()).hasSize(1).allMatch(l -> l.contains("Small"));
  }

  @Test
  void namesStandInLine() {
    CommandRun run =
        proof.of(
            """
            AnActionWithALongName == x' = x
            Init == x = 0
            Next == AnActionWithALongName
            AConjunctWithALongName == x < 3
            Ind == x \\in 0..5 /\\ AConjunctWithALongName
            """);
    assertThat(obligations(run).lines().map(line -> line.indexOf(" s  proved")).distinct())
        .as(run.out())
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          --k 0,                              '--k is a number of states, from 1'
          --workers 0,                        '--workers is a number of threads, from 1'
          --max-seq -1,                       '--max-seq is a number of elements, from 0'
          --max-int -1,                       '--max-int is a number, from 0'
          --minimize --only-action Stay,      'do not go with --only-action'
          --minimize --only-conjunct Ind!1,   'do not go with --only-conjunct'
          --candidates Small --k 2,           'do not go with --k'
          --minimize --cache proofs,          'do not go with --cache'
          --minimize --save-obligations out,  'do not go with --save-obligations'
          --minimize --output junit,          'do not go with --output junit'
          """)
  void optionsWithoutAMeaningAreRefused(String options, String message) {
    CommandRun run = proof.of(BODY, options.split(" ", -1));
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains(message);
  }

  /// What is proved is not the invariant, where a conjunct of it is left out.
  @Test
  void verdictNamesWhatIsLeftOut() {
    CommandRun run = proof.of(BODY, "--only-action", "Stay", "--without", "Ind!2");
    assertThat(run.out()).contains("Proving that Ind without Ind!2 is inductive");
    CommandRun whole = proof.of(BODY.replace("Up \\/ ", ""), "--without", "Ind!2");
    assertThat(whole.out()).contains("Verdict: Ind without Ind!2 is inductive");
  }

  @Test
  void nothingIsNotProved() {
    CommandRun run = proof.of(BODY, "--without", "Ind!1,Ind!2");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("no conjunct is left");
    CommandRun one = proof.of(BODY, "--without", "Ind!2", "--only-conjunct", "Ind!2");
    assertThat(one.status()).isEqualTo(2);
    assertThat(one.err()).contains("no conjunct Ind!2; it has Ind!1");
  }

  /// `--inv Ind` stands in the command line already.
  @Test
  void conjunctThatIsNamedTwiceIsShownOnce() {
    CommandRun run = proof.of(BODY, "--inv", "Ind", "--only-action", "Stay");
    assertThat(run.status()).isZero();
    assertThat(obligations(run).lines()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"--cache", "--save-obligations"})
  void folderThatIsAFileIsRefused(String option) throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    CommandRun run = proof.of(BODY, "--only-action", "Stay", option, file.toString());
    assertThat(run.status()).isEqualTo(153);
    assertThat(run.err()).contains("the folder " + file + " cannot be made");
  }
}
