package skolem.cli.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import skolem.cli.command.CommandRun;
import skolem.solver.bmc.Reductions;

/// No verdict, and no depth of a violation, of a public specification depends on how behaviours are
/// left out: with no reduction, with each alone, and with all of them, used from the first step on.
///
/// A few specifications, but with `-Dskolem.nightly=true` all that TLC finishes quickly. With
/// `-Dskolem.sweep.out=DIR` each answer is written there while it runs;
/// `-Dskolem.sweep.only=PATTERN` picks rows by their names.
class ReductionSweepTest {
  private static final Path CORPUS =
      Path.of(System.getProperty("skolem.root", "."), "../shared/corpora/visible")
          .toAbsolutePath()
          .normalize();
  private static final boolean NIGHTLY = Boolean.getBoolean("skolem.nightly");
  private static final Pattern ONLY =
      Pattern.compile(
          System.getProperty(
              "skolem.sweep.only", NIGHTLY ? "" : "^(DieHard|TCommit-deadlock|spanning|RAB)$"));
  private static final @Nullable String OUT = System.getProperty("skolem.sweep.out");
  private static final Sweep SWEEP = new Sweep(8, Integer.getInteger("skolem.sweep.seconds", 10));

  private static final int CRASHED = 255;

  /// What TLC takes longer for is left to [CorpusSweepTest].
  private static final double QUICK = 2.5;

  /// @param status the exit status
  /// @param depth after how many steps something is violated
  private record Answer(int status, OptionalInt depth) {
    boolean isDecided() {
      return status != 30;
    }
  }

  @Test
  void noAnswerDependsOnReductions() throws IOException {
    assumeTrue(Files.exists(CORPUS), "the corpus is not here");
    Path library = CORPUS.resolve("lib");
    List<String> differences = new ArrayList<>();
    int compared = 0;
    for (CorpusRow row :
        CorpusRow.read(CORPUS, List.of(library.resolve("community"), library.resolve("tlaps")))) {
      if (ONLY.matcher(row.name()).find() && isQuick(row)) {
        Map<String, Answer> answers = answers(row);
        long different = answers.values().stream().filter(Answer::isDecided).distinct().count();
        if (different > 1) {
          differences.add(row.name() + ": " + answers);
        }
        compared++;
      }
    }
    assertThat(compared).isPositive();
    assertThat(differences).isEmpty();
  }

  private static boolean isQuick(CorpusRow row) {
    return !row.found().equals("timeout")
        && row.seconds().isPresent()
        && row.seconds().getAsDouble() <= QUICK;
  }

  private static Map<String, Answer> answers(CorpusRow row) throws IOException {
    Map<String, Answer> answers = new LinkedHashMap<>();
    for (String means : settings()) {
      List<String> arguments = SWEEP.arguments(row);
      arguments.addAll(List.of("--reduce", means, "--patience", "0"));
      long start = System.nanoTime();
      Answer answer = answer(arguments);
      answers.put(means, answer);
      if (OUT != null) {
        Files.writeString(
            Path.of(OUT, "reductions.tsv"),
            "%s\t%s\t%d\t%s\t%.1f%n"
                .formatted(
                    row.name(),
                    means,
                    answer.status(),
                    answer.depth().isPresent() ? answer.depth().getAsInt() : "",
                    (System.nanoTime() - start) / 1e9),
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND);
      }
    }
    return answers;
  }

  private static Answer answer(List<String> arguments) {
    try {
      CommandRun run = CommandRun.of(arguments.toArray(new String[0]));
      return new Answer(run.status(), run.depthOfViolation());
    } catch (AssertionError | StackOverflowError | OutOfMemoryError _) {
      return new Answer(CRASHED, OptionalInt.empty());
    }
  }

  private static List<String> settings() {
    Stream<String> each =
        Arrays.stream(Reductions.Reduction.values())
            .map(reduction -> reduction.name().toLowerCase(Locale.ROOT));
    return Stream.concat(Stream.of("none", "all"), each).toList();
  }
}
