package skolem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import skolem.cli.command.CommandRun;

/// Specifications on which a symbolic checker can easily be wrong, each with the right answer.
class PitfallsTest {
  @TempDir Path folder;

  private String write(String body, String config) {
    return new SpecificationFolder(folder)
        .writeModule(
            "---- MODULE Spec ----\nEXTENDS Integers, Sequences, FiniteSets, TLC\n"
                + body
                + "\n====\n",
            "INIT Init\nNEXT Next\n" + config);
  }

  /// Thirteen pigeons in twelve holes: the invariant holds, and no solver shows it in a tenth of a
  /// second. A question that was not answered is not answered with "holds".
  @Test
  void aTimeOutIsNotAVerdict() {
    CommandRun run =
        CommandRun.of(
            "check",
            write(
                """
                VARIABLES f, done
                Init == f \\in [1..13 -> 1..12] /\\ done = FALSE
                Next == f' \\in [1..13 -> 1..12] /\\ done' = TRUE
                Inv == done => \\E i, j \\in 1..13 : i # j /\\ f[i] = f[j]
                """,
                "INVARIANT Inv\nCHECK_DEADLOCK FALSE"),
            "--timeout",
            "0.1");
    assertThat(run.out())
        .contains("Verdict: undecided")
        .containsPattern("Inv +undecided beyond 0 steps: timed out after 0.1 s");
    assertThat(run.status()).isEqualTo(30);
  }

  /// `SUBSET Int` has many elements: {7} is one, so that s = {7} can be reached.
  @Test
  void aSubsetOfTheIntegersIsNotEmpty() {
    CommandRun run =
        CommandRun.of(
            "check",
            write(
                """
                VARIABLE s
                Init == s = {}
                Next == s' = {7} /\\ s' \\in SUBSET Int
                Inv == 7 \\notin s
                """,
                "INVARIANT Inv"));
    assertThat(run.depthOfViolation()).hasValue(1);
    assertThat(run.status()).isEqualTo(12);
  }

  /// To choose some set of integers needs a list of them: that is refused, and not taken as the
  /// empty set, with which the invariant would hold.
  @Test
  void aChoiceOfASetOfIntegersIsRefused() {
    CommandRun run =
        CommandRun.of(
            "check",
            write(
                "VARIABLE s\nInit == s \\in SUBSET Int\nNext == UNCHANGED s\nInv == s = {}",
                "INVARIANT Inv"));
    assertThat(run.err() + run.out()).contains("SUBSET Int");
    assertThat(run.status()).isEqualTo(75);
  }

  /// x counts up for ever, so `<>(x < 0)` is violated by every behaviour, none of which is a lasso:
  /// it is not reported to hold.
  @Test
  void aLivenessPropertyWithoutALassoIsNotReportedFine() {
    CommandRun run =
        CommandRun.of(
            "check",
            write(
                "VARIABLE x\nInit == x = 0\nNext == x' = x + 1\nLive == <>(x < 0)",
                "PROPERTY Live"));
    assertThat(run.out()).containsPattern("Live +not checked").doesNotContain("Live  no violation");
    assertThat(run.status()).isEqualTo(30);
  }

  /// From x = 0, one way goes on for ever, the other ends at x = 9 at once.
  @ParameterizedTest
  @ValueSource(strings = {"check", "explore"})
  void aDeadlockOnOneBranchIsFound(String command) {
    CommandRun run =
        CommandRun.of(
            command,
            write(
                """
                VARIABLE x
                Init == x = 0
                Next == \\/ x < 9 /\\ x' = 1 - x
                        \\/ x = 0 /\\ x' = 9
                """,
                ""));
    assertThat(run.depthOfViolation()).hasValue(1);
    assertThat(run.status()).isEqualTo(11);
  }

  /// Whatever follows from a false assumption is worth nothing: the run ends with it, although the
  /// invariant is violated, too.
  @ParameterizedTest
  @ValueSource(strings = {"check", "explore"})
  void aFalseAssumptionEndsTheRun(String command) {
    CommandRun run =
        CommandRun.of(
            command,
            write(
                "ASSUME Odd == 1 + 1 = 3\nVARIABLE x\nInit == x = 0\nNext == x' = x\nInv == x = 1",
                "INVARIANT Inv"));
    assertThat(run.err()).contains("E403");
    assertThat(run.status()).isEqualTo(10);
  }

  /// Nothing satisfies the initial predicate, so that every invariant holds: that is said, and is
  /// not success.
  @ParameterizedTest
  @ValueSource(strings = {"check", "explore"})
  void noInitialStateIsNotSuccess(String command) {
    CommandRun run =
        CommandRun.of(
            command,
            write(
                "VARIABLE x\nInit == x \\in 1..3 /\\ x > 5\nNext == x' = x\nInv == FALSE",
                "INVARIANT Inv"));
    assertThat(run.status()).isEqualTo(40);
  }

  /// CHOOSE is a function of its set and predicate: two of the same kind are the same, also where
  /// the set depends on the state and is written in another order.
  @ParameterizedTest
  @ValueSource(strings = {"check", "explore"})
  void choicesAreEqualToThemselves(String command) {
    CommandRun run =
        CommandRun.of(
            command,
            write(
                """
                VARIABLE s
                Init == s \\in SUBSET (1..3) \\ {{}}
                Next == s' \\in SUBSET (1..3) \\ {{}}
                Inv == /\\ (CHOOSE e \\in s : TRUE) = (CHOOSE e \\in s : TRUE)
                       /\\ (CHOOSE e \\in s \\union {3, 1} : e > 0)
                            = (CHOOSE e \\in {1, 3} \\union s : e > 0)
                """,
                "INVARIANT Inv"),
            command.equals("check") ? "--length" : "--depth",
            "2");
    assertThat(run.status()).isEqualTo(0);
  }

  /// A fold by a recursive operator takes its elements by CHOOSE, so that it has one value, also
  /// for subtraction, where the order matters: over {1, 2, 3} from 0, by the least element first, 3
  /// - (2 - (1 - 0)) or 1 - (2 - (3 - 0)), which are 2 both times.
  @ParameterizedTest
  @ValueSource(strings = {"check", "explore"})
  void foldsHaveOneValue(String command) {
    CommandRun run =
        CommandRun.of(
            command,
            write(
                """
                VARIABLES s, r
                RECURSIVE Fold(_, _)
                Fold(set, value) ==
                  IF set = {} THEN value
                  ELSE LET e == CHOOSE e \\in set : TRUE IN Fold(set \\ {e}, e - value)
                Init == s = {} /\\ r = 0
                Next == \\E e \\in 1..3 : s' = s \\union {e} /\\ r' = Fold(s', 0)
                Inv == s = {1, 2, 3} => r = 2
                """,
                "INVARIANT Inv"),
            command.equals("check") ? "--length" : "--depth",
            "4");
    assertThat(run.status()).isEqualTo(0);
  }

  /// Outside its domain a function has no value: that is an error, and not some value, with which
  /// the invariant would be violated or hold.
  @ParameterizedTest
  @ValueSource(strings = {"check", "explore"})
  void thereIsNoValueOutsideTheDomain(String command) {
    CommandRun applied =
        CommandRun.of(
            command,
            write(
                "VARIABLE x\nInit == x = 1\nNext == x' = [i \\in 1..3 |-> i + 1][x]\nInv == x < 5",
                "INVARIANT Inv"));
    // 1, 2, 3, 4, and from 4 the function has no value.
    assertThat(applied.depthOfViolation()).hasValue(3);
    assertThat(applied.status()).isEqualTo(75);
    CommandRun head =
        CommandRun.of(
            command,
            write(
                "VARIABLE q\nInit == q = <<1>>\nNext == q' = Tail(q)\nInv == Head(q) = 1",
                "INVARIANT Inv"));
    assertThat(head.depthOfViolation()).hasValue(1);
    assertThat(head.status()).isEqualTo(75);
  }

  /// Whether a step is possible depends on whether an equation of degree three has a solution among
  /// all integers; that is not known within the time, or at all, and it is no deadlock that was
  /// found.
  @Test
  void anUnknownEnablednessIsNotADeadlock() {
    CommandRun run =
        CommandRun.of(
            "check",
            write(
                """
                VARIABLE x
                Init == x = 0
                Next == \\E a, b, c \\in Int : a * a * a + b * b * b + c * c * c = 114 /\\ x' = a
                """,
                ""),
            "--length",
            "1",
            "--timeout",
            "1");
    assertThat(run.out() + run.err()).doesNotContain("VIOLATED");
    assertThat(run.status()).isIn(30, 75);
  }

  /// WF in a property is listed, and does not end the run.
  @Test
  void fairnessInAPropertyIsNotACrash() {
    CommandRun run =
        CommandRun.of(
            "check",
            write(
                "VARIABLE x\nInit == x = 0\nNext == x' = 1 - x\nP == WF_x(Next) => <>(x = 1)",
                "PROPERTY P"));
    assertThat(run.out()).containsPattern("P +not checked: ");
    assertThat(run.status()).isEqualTo(30);
  }

  /// Real numbers are refused by name and place.
  @ParameterizedTest
  @ValueSource(strings = {"check", "explore"})
  void realNumbersAreRefused(String command) {
    CommandRun run =
        CommandRun.of(
            command,
            write("VARIABLE x\nInit == x = 0\nNext == x' = x\nInv == x < 1.5", "INVARIANT Inv"));
    assertThat(run.err() + run.out()).contains("1.5").containsPattern("Spec.tla:6:\\d+");
    assertThat(run.status()).isEqualTo(75);
  }

  /// For every integer there is a greater one; there is none that is the greatest. Either the right
  /// answer or a refusal, and no crash.
  @Test
  void alternatingQuantifiersOverIntegersDoNotCrash() {
    CommandRun right =
        CommandRun.of(
            "check",
            write(
                """
                VARIABLE x
                Init == x = 0
                Next == x' = x + 1
                Inv == \\A a \\in Int : \\E b \\in Int : b > a + x
                """,
                "INVARIANT Inv"),
            "--length",
            "2",
            "--timeout",
            "5");
    assertThat(right.status()).isIn(0, 30, 75);
    CommandRun wrong =
        CommandRun.of(
            "check",
            write(
                """
                VARIABLE x
                Init == x = 0
                Next == x' = x + 1
                Inv == \\E b \\in Int : \\A a \\in Int : b > a + x
                """,
                "INVARIANT Inv"),
            "--length",
            "2",
            "--timeout",
            "5");
    assertThat(wrong.status()).isIn(12, 30, 75);
  }

  /// Of the eight functions from three elements to {0, 1}, three have the sum 1.
  @ParameterizedTest
  @ValueSource(strings = {"check", "explore"})
  void setsOfFunctionsCanBeFiltered(String command) {
    CommandRun run =
        CommandRun.of(
            command,
            write(
                """
                VARIABLE n
                One == {f \\in [1..3 -> {0, 1}] : f[1] + f[2] + f[3] = 1}
                Init == n = Cardinality(One)
                Next == n' \\in {f[1] : f \\in One}
                Inv == n \\in {0, 1, 3}
                Three == n # 3
                """,
                "INVARIANTS Inv Three"));
    assertThat(run.out()).containsPattern("Three +VIOLATED after 0 steps");
    assertThat(run.status()).isEqualTo(12);
  }
}
