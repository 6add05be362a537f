package skolem.cli.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skolem.cli.command.CommandRun;

/// What an earlier run found out about vacuity is not asked again, and never outlives what it was
/// about.
class VacuityCacheTest {
  private static final Pattern QUESTIONS =
      Pattern.compile(
          "\n(\\d+) questions about vacuity known from earlier runs, (\\d+) answered now\n");

  /// There is an initial state, a state within the invariant, a step of each action, and a state in
  /// which the premise is true.
  private static final int ALL = 5;

  @TempDir private Path folder;
  @TempDir private Path kept;
  private Proof proof = new Proof(Path.of(""));

  @BeforeEach
  void begin() {
    proof = new Proof(folder);
  }

  /// Up adds 1 below 6, Leave goes back to 0 from where it may.
  private static String counter(String leave, String lemma) {
    return """
    Up == x < 6 /\\ x' = IF %2$s THEN x + 1 ELSE x
    Leave == %1$s /\\ x' = 0
    Init == x = 0
    Next == Up \\/ Leave
    Ind == /\\ x \\in 0..6
           /\\ x = 5 => x < 6
           /\\ %3$s
    """
        .formatted(leave, lemma.replace("x", "(x + 1)"), lemma);
  }

  /// 5 is outside the invariant.
  private static final String VACUOUS = counter("x = 5", "x < 5");

  private CommandRun run(String body) {
    return proof.of(body, "--cache", kept.toString());
  }

  private static void requireQuestions(CommandRun run, int known, int asked) {
    Matcher matcher = QUESTIONS.matcher(run.out());
    assertThat(matcher.find()).as(run.out() + run.err()).isTrue();
    assertThat(List.of(matcher.group(1), matcher.group(2)))
        .as(run.out())
        .containsExactly(Integer.toString(known), Integer.toString(asked));
  }

  private static void requireVacuous(CommandRun run) {
    assertThat(run.status()).isEqualTo(40);
    assertThat(run.out().lines().filter(line -> line.startsWith("Vacuous: ")))
        .containsExactlyInAnyOrder(
            "Vacuous: action Leave is never enabled within the invariant",
            "Vacuous: in Ind!2, the premise `x = 5` is never true");
  }

  @Test
  void nothingIsAskedTwice() {
    CommandRun first = run(counter("x = 5", "x < 7"));
    assertThat(first.status()).isZero();
    requireQuestions(first, 0, ALL);
    CommandRun second = run(counter("x = 5", "x < 7"));
    assertThat(second.status()).isZero();
    requireQuestions(second, ALL, 0);
  }

  @Test
  void whatIsVacuousStaysSo() {
    for (int known : List.of(0, ALL)) {
      CommandRun run = run(VACUOUS);
      requireVacuous(run);
      requireQuestions(run, known, ALL - known);
    }
  }

  /// The action is as it was; that 5 is no longer within the invariant makes the difference, for
  /// the premise, too.
  @Test
  void strongerInvariantIsAskedAgain() {
    assertThat(run(counter("x = 5", "x < 7")).status()).isZero();
    requireVacuous(run(VACUOUS));
  }

  /// The initial state is the same, so that what is known of it stands.
  @Test
  void weakerInvariantIsAskedAgain() {
    requireVacuous(run(VACUOUS));
    CommandRun run = run(counter("x = 5", "x < 7"));
    assertThat(run.status()).isZero();
    requireQuestions(run, 1, ALL - 1);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(kept)) {
      return files.sorted().toList();
    }
  }

  @Test
  void damagedAnswersCountAsAbsent() throws IOException {
    run(VACUOUS);
    assertThat(files().stream().filter(f -> f.toString().endsWith(".possible"))).isNotEmpty();
    for (Path file : files()) {
      Files.writeString(file, Files.readString(file).replaceFirst(" 1\n", " 0\n"));
    }
    CommandRun outdated = run(VACUOUS);
    requireVacuous(outdated);
    requireQuestions(outdated, 0, ALL);
    for (Path file : files()) {
      byte[] bytes = Files.readAllBytes(file);
      Files.write(file, List.of(new String(bytes, 0, bytes.length / 2, StandardCharsets.UTF_8)));
    }
    CommandRun cut = run(VACUOUS);
    requireVacuous(cut);
    requireQuestions(cut, 0, ALL);
  }

  /// Each file is whole, and answers another question than its name says: as proof and as example.
  @Test
  void exchangedAnswersCountAsAbsent() throws IOException {
    run(VACUOUS);
    List<Path> files = files();
    List<byte[]> contents = new ArrayList<>();
    for (Path file : files) {
      contents.add(Files.readAllBytes(file));
    }
    for (int shift = 1; shift < files.size(); shift++) {
      for (int i = 0; i < files.size(); i++) {
        Files.write(files.get(i), contents.get((i + shift) % files.size()));
        Path twin =
            files.get(i).toString().endsWith(".possible")
                ? Path.of(files.get(i).toString().replace(".possible", ""))
                : Path.of(files.get(i) + ".possible");
        Files.write(twin, contents.get((i + shift) % files.size()));
      }
      requireVacuous(run(VACUOUS));
    }
  }

  /// Where everything else is known, it is still found that the initial predicate has no value.
  @Test
  void initialPredicateWithoutAValueIsFoundInSpiteOfTheCache() {
    String sound = "Init == x \\in 0..1\nNext == x' = x\nInd == x \\in 0..1";
    assertThat(run(sound).status()).isZero();
    assertThat(run(sound).status()).isZero();
    String unsound = sound.replace("0..1\nNext", "0..1 /\\ 1 \\div x >= 0\nNext");
    for (int i = 0; i < 2; i++) {
      assertThat(run(unsound).status()).isEqualTo(75);
    }
    assertThat(proof.of(unsound, "--minimize").status()).isEqualTo(75);
  }
}
