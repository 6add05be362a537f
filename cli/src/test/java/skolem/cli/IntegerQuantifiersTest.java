package skolem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import skolem.cli.command.CommandRun;

/// Quantifiers over Nat and Int, which the solver chooses for, and which are confirmed by trying.
class IntegerQuantifiersTest {
  private static final String BODY =
      """
      Init == x = 0
      Up == x < 5 /\\ x' = x + 1
      Guarded == (\\E n \\in Nat : n > x /\\ n < 5) /\\ x' = x + 1
      Jump == \\E n \\in Nat : n > x + 2000 /\\ x' = n
      Nested == \\E n, k \\in Int : n > 2000 /\\ k = 3 * n + 17 /\\ x' = k - n * n
      Square == \\A n \\in Nat : n * n # 10 * x + 6
      Apart == \\A n \\in Nat : n > 3 => n # x
      Late == x > 1 => \\A n \\in Nat, m \\in Int : n + m # x \\/ m < 40
      Distant == \\A n \\in Nat : x + n # 100000
      Fine == x \\in Int /\\ \\A n \\in Nat : n > 7 => n # x
      Below == x < 3
      Low == x < 7000
      High == x > -7000
      First == (\\A n \\in Nat : n > 7 => n # x) /\\ x < 9
      Some == \\E n \\in Int : n + n = x
      Partial == \\A n \\in Nat : n < 9 => <<1, 2, 3>>[n + 1] > 0
      Able == ENABLED Guarded
      """;

  @TempDir Path folder;

  private CommandRun check(String body, String next, String invariant) {
    return CommandRun.of("check", write(body, next, invariant));
  }

  private CommandRun checkAfter(String patience, String next, String invariant) {
    return CommandRun.of("check", write(BODY, next, invariant), "--patience", patience);
  }

  private String write(String body, String next, String invariant) {
    return new SpecificationFolder(folder)
        .writeModule(
            "---- MODULE Spec ----\nEXTENDS Integers\nVARIABLE x\n" + body + "====\n",
            "INIT Init\nCHECK_DEADLOCK FALSE\nNEXT %s\nINVARIANT %s\n".formatted(next, invariant));
  }

  @ParameterizedTest
  @CsvSource({
    // 0 * 0 # 10 x + 6 until 4 * 4 = 10 + 6.
    "Up, Square, 1",
    "Up, Apart, 4",
    "Guarded, Below, 3",
    "Jump, Low, 1",
    "Nested, High, 1",
  })
  void isViolatedForAnIntegerThatIsFound(String next, String invariant, int steps) {
    for (String patience : new String[] {"0", "9"}) {
      CommandRun run = checkAfter(patience, next, invariant);
      assertThat(run.out())
          .containsPattern(invariant + " +VIOLATED after " + steps + " step")
          .contains("confirmed by the concrete evaluator");
      assertThat(run.status()).isEqualTo(12);
    }
  }

  /// Where n + m = x and m is at least 40, n is negative.
  @ParameterizedTest
  @CsvSource({"Up, Fine", "Up, Late", "Guarded, Fine"})
  void holds(String next, String invariant) {
    for (String patience : new String[] {"0", "9"}) {
      CommandRun run = checkAfter(patience, next, invariant);
      assertThat(run.out()).containsPattern(invariant + " +(no violation|holds)");
      assertThat(run.status()).isEqualTo(0);
    }
  }

  @Test
  void isUndecidedWhereTheIntegerIsNotFoundAgain() {
    CommandRun run = check(BODY, "Up", "Distant");
    assertThat(run.out())
        .containsPattern("Distant +undecided: a violation at depth 0 is not confirmed")
        .contains("cannot go through the elements of `Nat`")
        .doesNotContain("VIOLATED");
    assertThat(run.status()).isEqualTo(30);
  }

  @ParameterizedTest
  @CsvSource({
    "Up, First, supported as the last one only",
    "Up, Some, give a range here",
    "Up, Partial, has no value for some integers",
    "Up, Able, chooses among infinitely many integers",
  })
  void isRefused(String next, String invariant, String message) {
    CommandRun run = check(BODY, next, invariant);
    assertThat(run.err()).contains(message);
    assertThat(run.status()).isEqualTo(75);
  }

  /// Where the body itself bounds the variable, a range says the same, which `explore` goes
  /// through.
  @Test
  void saysWhatARangeSays() {
    Random random = new Random(7);
    int violated = 0;
    for (int i = 0; i < 25; i++) {
      String guard = comparison(random) + " /\\ " + comparison(random);
      String claim = comparison(random) + " \\/ " + comparison(random);
      String header = "Init == x = " + random.nextInt(5) + "\n";
      String guarded = "/\\ x < 9 /\\ x' = x + 1";
      String integers =
          """
          Next == (\\E n \\in Int : n >= -9 /\\ n <= 9 /\\ %s) %s
          Inv == \\A n \\in Nat : n <= 9 => (%s)
          """
              .formatted(guard, guarded, claim);
      String ranges =
          """
          Next == (\\E n \\in -9..9 : %s) %s
          Inv == \\A n \\in 0..9 : (%s)
          """
              .formatted(guard, guarded, claim);
      CommandRun run = check(header + integers, "Next", "Inv");
      CommandRun same = CommandRun.of("explore", write(header + ranges, "Next", "Inv"));
      assertThat(run.depthOfViolation()).as(integers).isEqualTo(same.depthOfViolation());
      assertThat(run.status()).as(integers).isEqualTo(same.status());
      violated += run.status() == 12 ? 1 : 0;
    }
    assertThat(violated).isBetween(5, 20);
  }

  private static String comparison(Random random) {
    return "%d * n %s %d * x + %d"
        .formatted(
            random.nextInt(7) - 3,
            new String[] {"<", ">", "#", "="}[random.nextInt(4)],
            random.nextInt(5) - 2,
            random.nextInt(13) - 6);
  }
}
