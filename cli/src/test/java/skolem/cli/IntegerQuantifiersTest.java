package skolem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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
      Distant == \\A n \\in Nat : n # 100000 \\/ n * x # 0
      Far == \\A n \\in Nat : x + n # 100000
      Fine == x \\in Int /\\ \\A n \\in Nat : n > 7 => n # x
      Below == x < 3
      Low == x < 7000
      High == x > -7000
      Unlikely == (\\A n \\in Nat : n * n # x + 7) /\\ x < 9
      Chosen == (\\E n \\in Nat : n * n = x) /\\ x' = x + 1
      Ready == ENABLED Chosen
      First == (\\A n \\in Nat : n > 7 => n # x) /\\ x < 9
      Squared == \\E n \\in Int : n * n = x
      Even == \\E n \\in Int : n + n = x
      Rest == x < 2 \\/ \\E n \\in Nat \\ {1} : n % 4 = x % 4 /\\ 3 * n = x + 6
      Between == \\A n \\in Int : n > x => \\E k \\in Int : n > k /\\ k > x
      Dense == \\A n \\in Int : n > x + 1 => \\E k \\in Int : n > k /\\ k > x
      Taken == \\E n \\in Nat : n < 4 /\\ n \\notin 0..x
      Helped == LET Twice(n) == n + n  Hit(a, b) == a = b
                IN \\E n \\in Int : \\A m \\in {x, x + 8} : Hit(Twice(n) + 1, m) \\/ m > 8
      Above == \\E n \\in Int : \\A k \\in {x, x + 1} : \\E m \\in Int : m > k /\\ m < 8 /\\ n = k + m
      Joined == \\E n, m \\in Int : \\A k \\in {x + 3, 10} :
                  (k = x + 3 => n = m + k) /\\ (k = 10 => m = k)
      Alone == \\A n \\in Nat : n > 3 => n # x
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
    "Up, Far, 0",
    // 1, 3 and 5 are odd; n > x has nothing in between where n = x + 1.
    "Up, Even, 1",
    "Up, Between, 0",
    // x = 2: 3 n = 8 has no root; x = 3: n = 3, and 3 % 4 = 3 % 4; x = 0, 1 are excused.
    "Up, Rest, 2",
    // 0..3 has all that is below 4.
    "Up, Taken, 3",
    // x = 0: 2 n + 1 is neither 0 nor 8, and 8 is not above 8; x = 1: n = 0, and 9 is.
    "Up, Helped, 0",
    // n > 2 x + 2 by the greater k, and n < x + 8 by the smaller.
    "Up, Above, 5",
    "Jump, Apart, 1",
    // No integer is greater than 4 and less than 5.
    "Guarded, Able, 4",
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
  @CsvSource({"Up, Fine", "Up, Late", "Guarded, Fine", "Up, Dense", "Up, First"})
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
    "Up, Unlikely, supported as the last one only",
    "Up, Squared, give a smaller range here",
    // The witness n = x + 13 is a sum of two values of k, which no one value of k leads to.
    "Up, Joined, give a smaller range here",
    "Up, Partial, has no value for some integers",
    "Up, Ready, chooses among infinitely many integers",
  })
  void isRefused(String next, String invariant, String message) {
    CommandRun run = check(BODY, next, invariant);
    assertThat(run.err()).contains(message);
    assertThat(run.status()).isEqualTo(75);
  }

  /// A range of many integers, too, is gone through where they are arguments: g[899] counts the
  /// steps, of which there are four, and x is 897 more.
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "\\A n \\in 1..900 : g[n] < 2 \\/ n = x| 12| VIOLATED after 3 steps",
        "\\A n \\in 1..900 : g[n] < 5| 0| no violation found",
        "x < 900 \\/ ~ \\E n \\in 1..900 : \\E m \\in {n} : g[m] = 3| 12| VIOLATED after 3 steps",
        "\\E n \\in 0..900  : g[n - 1] = 0| 75| outside the domain",
      },
      delimiter = '|')
  void goesThroughARange(String invariant, int status, String verdict) {
    String body =
        """
        VARIABLE g
        Init == x = 897 /\\ g = [n \\in 1..900 |-> 0]
        Next == x < 901 /\\ x' = x + 1 /\\ g' = [g EXCEPT ![899] = @ + 1]
        Inv == %s
        """
            .formatted(invariant);
    CommandRun run = check(body, "Next", "Inv");
    assertThat(run.out() + run.err()).contains(verdict);
    assertThat(run.status()).isEqualTo(status);
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

  /// All places where a body can change its truth are within these ranges: |x|, |y| and numbers are
  /// at most 3 and 4, divisors at most 3, so that for n nothing is farther out than 3 + 4 + 6, and
  /// for m nothing than 3 times that and as much again.
  private static final String WIDE = "-20..20";

  private static final String WIDER = "-60..60";

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void candidatesSayWhatAWideRangeSays(long seed) {
    Random random = new Random(seed);
    StringBuilder body = new StringBuilder();
    body.append("VARIABLE y\nInit == x \\in -3..3 /\\ y \\in 0..2\nNext == UNCHANGED <<x, y>>\n");
    List<String> equal = new ArrayList<>();
    List<String> narrow = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      String formula = quantified(random);
      String integers = formula.formatted("Int", "Int");
      equal.add("E" + i);
      narrow.add("N" + i);
      body.append("E%d == (%s) <=> (%s)%n".formatted(i, integers, formula.formatted(WIDE, WIDER)));
      body.append(
          "N%d == (%s) <=> (%s)%n".formatted(i, integers, formula.formatted("0..1", "0..1")));
    }
    String spec = write(body.toString(), "Next", String.join(" ", equal));
    CommandRun run = CommandRun.of("check", spec, "--length", "0");
    assertThat(run.status()).as(body + run.out() + run.err()).isEqualTo(0);

    spec = write(body.toString(), "Next", String.join(" ", narrow));
    CommandRun differing = CommandRun.of("check", spec, "--length", "0", "--all-violations");
    assertThat(differing.status()).as(body + differing.out() + differing.err()).isEqualTo(12);
    assertThat(differing.out()).doesNotContain("not confirmed");
    long violated = differing.out().lines().filter(l -> l.contains("VIOLATED")).count();
    assertThat(violated).isBetween(4L, 19L);
  }

  /// Below a quantified integer, elements of finite sets that depend on the state and on it.
  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23})
  void candidatesSayWhatAWideRangeSaysAroundFiniteSets(long seed) {
    Random random = new Random(seed);
    int decided = 0;
    for (int i = 0; i < 30; i++) {
      String formula = aroundFiniteSet(random);
      String body =
          "VARIABLE y\nInit == x \\in -2..2 /\\ y \\in 0..2\nNext == UNCHANGED <<x, y>>\n"
              + "Equal == (%s) <=> (%s)%n"
                  .formatted(formula.formatted("Int", "Int"), formula.formatted(WIDE, WIDER));
      CommandRun run =
          CommandRun.of("check", write(body, "Next", "Equal"), "--length", "0", "--no-deadlock");
      assertThat(run.status()).as(body + run.out() + run.err()).isIn(0, 30, 75);
      decided += run.status() == 0 ? 1 : 0;
    }
    assertThat(decided).isGreaterThan(10);
  }

  private static String aroundFiniteSet(Random random) {
    String element =
        "%s k \\in {%d, x, y + %d, n - %d} : (%s %s (k + %d * n %s %d * x %s %s))"
            .formatted(
                quantifier(random),
                random.nextInt(5) - 2,
                random.nextInt(3),
                random.nextInt(2),
                atom(random, "n", 2),
                junction(random),
                random.nextInt(3) - 1,
                comparator(random),
                random.nextInt(3) - 1,
                junction(random),
                random.nextBoolean()
                    ? "k = %d".formatted(random.nextInt(5) - 2)
                    : "(%s m \\in %%2$s : m + n %s k /\\ %s)"
                        .formatted(quantifier(random), comparator(random), atom(random, "m", 1)));
    return quantifier(random)
        + " n \\in %1$s : "
        + (random.nextBoolean()
            ? element
            : "%s %s %s".formatted(atom(random, "n", 2), junction(random), element));
  }

  private static String quantifier(Random random) {
    return random.nextBoolean() ? "\\E" : "\\A";
  }

  private static String quantified(Random random) {
    String outer = quantifier(random);
    String inner = quantifier(random);
    String body =
        random.nextInt(3) == 0
            ? "%s %s (%s %s %s)"
                .formatted(
                    atom(random, "n", 3),
                    junction(random),
                    atom(random, "n", 3),
                    junction(random),
                    atom(random, "n", 3))
            : "%s %s (%s m \\in %%2$s : %d * m + %d * n %s %d %s ~(%s))"
                .formatted(
                    atom(random, "n", 2),
                    junction(random),
                    inner,
                    random.nextBoolean() ? 1 : -1,
                    random.nextInt(3) - 1,
                    comparator(random),
                    random.nextInt(9) - 4,
                    junction(random),
                    atom(random, "m", 1));
    return outer + " n \\in %1$s : " + body;
  }

  private static String junction(Random random) {
    return new String[] {"/\\", "\\/", "=>", "<=>"}[random.nextInt(4)];
  }

  /// @param most the greatest factor of the bound variable
  private static String atom(Random random, String bound, int most) {
    String linear =
        "%d * %s + %d * x"
            .formatted(
                (1 + random.nextInt(most)) * (random.nextBoolean() ? 1 : -1),
                bound,
                random.nextInt(3) - 1);
    int number = random.nextInt(9) - 4;
    return switch (random.nextInt(6)) {
      case 0 -> "(%s) %% %d = y".formatted(linear, 2 + random.nextInt(2)).replace("%", "%%");
      case 1 -> "%s \\in x..%d".formatted(bound, number);
      case 2 -> "%s \\notin {x, y, %d}".formatted(bound, number);
      default -> "%s %s y + %d".formatted(linear, comparator(random), number);
    };
  }

  private static String comparator(Random random) {
    return new String[] {"<", ">=", "#", "="}[random.nextInt(4)];
  }

  private static String comparison(Random random) {
    return "%d * n %s %d * x + %d"
        .formatted(
            random.nextInt(7) - 3,
            comparator(random),
            random.nextInt(5) - 2,
            random.nextInt(13) - 6);
  }
}
