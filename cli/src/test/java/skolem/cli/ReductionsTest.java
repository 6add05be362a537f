package skolem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import skolem.cli.command.CommandRun;

/// No verdict, and no depth of a violation, depends on how behaviours are left out.
class ReductionsTest {
  private static final List<String> MEANS =
      List.of(
          "all",
          "induction",
          "lemmas",
          "directed",
          "order",
          "pruning",
          "symmetry",
          "cone",
          "order,symmetry");

  @ParameterizedTest
  @EnumSource(SeededBug.class)
  void violationsAreFoundAtTheSameDepth(SeededBug bug) {
    String expected = verdict(check(bug, "none"));
    assertThat(expected).contains("violation after " + bug.depth() + " steps");
    for (String means : MEANS) {
      assertThat(verdict(check(bug, means))).as(means).isEqualTo(expected);
    }
  }

  private static CommandRun check(SeededBug bug, String means) {
    return CommandRun.of(
        bug.arguments(
            "check",
            "--length",
            Integer.toString(bug.depth() + 1),
            "--reduce",
            means,
            "--patience",
            "0"));
  }

  private static String verdict(CommandRun run) {
    return run.out().lines().filter(l -> l.startsWith("Verdict:")).findFirst().orElse("none");
  }

  @ParameterizedTest
  @ValueSource(strings = {"all", "lemmas", "order", "pruning", "symmetry", "cone"})
  void whatIsSafeIsSafe(String means) {
    CommandRun run =
        CommandRun.of(
            "check",
            Places.EXAMPLES.resolve("TwoPhaseCommit.tla").toString(),
            "--length",
            "8",
            "--reduce",
            means,
            "--patience",
            "0");
    assertThat(run.status()).isZero();
  }

  /// That no resource is held twice is inductive, so the first depth decides.
  @Test
  void inductionReachesEveryDepth() {
    CommandRun run =
        CommandRun.of(
            "check",
            Places.ROOT.resolve("benchmarks/specs/ResourceAllocator.tla").toString(),
            "--config",
            configuration(
                """
                CONSTANTS Client = {c1, c2, c3} Resource = {r1, r2}
                SPECIFICATION Spec
                INVARIANTS TypeOK Exclusive
                """),
            "--length",
            "3");
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("Exclusive            holds at every depth: by induction");
  }

  private static String configuration(String text) {
    try {
      Path file = Files.createTempFile("skolem", ".cfg");
      file.toFile().deleteOnExit();
      return Files.writeString(file, text).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void unknownMeansAreRefused() {
    CommandRun run = CommandRun.of("check", "Spec.tla", "--reduce", "magic");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .contains(
            "`magic` is none of all, none, induction, lemmas, directed, order, portfolio, cubes, pruning, symmetry, cone");
  }
}
