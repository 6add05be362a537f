package skolem.cli.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skolem.cli.command.CommandRun;

/// Induction over several states, bounds that no conjunct gives, vacuity, and subsets of conjuncts;
/// what is inductive is argued at each specification.
class InductionTest {
  @TempDir private Path folder;
  private Proof proof = new Proof(Path.of(""));

  @BeforeEach
  void begin() {
    proof = new Proof(folder);
  }

  // ── Induction over several states ───────────────────────────────────────────────────────────

  /// 5 leads to 6, so that 1-induction fails. What leads to 5 is 4, which the invariant excludes:
  /// two states within the invariant are never followed by one outside. From 0, only 0..3 is
  /// reached.
  private static final String TWO_INDUCTIVE =
      """
      Init == x = 0
      Next == x' = IF x = 3 THEN 0 ELSE x + 1
      Ind == x \\in 0..5 /\\ x # 4
      """;

  @Test
  void inductionOverTwoStatesProvesMore() {
    CommandRun run = proof.of(TWO_INDUCTIVE, "--k", "3");
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("Induction over 2 states:", "Ind is 2-inductive and holds at every depth")
        .doesNotContain("Induction over 3 states");
  }

  @Test
  void whatMoreStatesWouldProveIsSaid() {
    CommandRun run = proof.of(TWO_INDUCTIVE);
    assertThat(run.status()).isEqualTo(20);
    assertThat(run.out()).contains("It is 2-inductive", "--k 2 proves it");
  }

  @Test
  void kOfOneAsksForNoMore() {
    CommandRun run = proof.of(TWO_INDUCTIVE, "--k", "1");
    assertThat(run.status()).isEqualTo(20);
    assertThat(run.out()).contains("State 0", "not reachable within 10 steps");
  }

  /// 8 and 9 lead to each other or out to 10, for ever: paths within the invariant of any length
  /// end outside. Without repetition, they have at most 2 states, so that 3 states decide.
  private static final String LOOP =
      """
      Init == x = 0
      Next == \\/ x < 8 /\\ x' = 0
              \\/ x \\in {8, 9} /\\ x' \\in {8, 9, 10}
      Ind == x \\in {0, 8, 9}
      """;

  @Test
  void pathsWithoutRepetitionDecideWhereOthersGoOnForEver() {
    assertThat(proof.of(LOOP, "--k", "3").status()).isEqualTo(20);
    CommandRun run = proof.of(LOOP, "--k", "3", "--simple-path");
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("Ind is 3-inductive");
  }

  /// 0 leads to 1, and 1 leads out. That is so however many states are considered.
  @Test
  void realViolationIsNotDisguisedByMoreStates() {
    CommandRun run = proof.of("Init == x = 0\nNext == x' = x + 1\nInd == x \\in 0..1", "--k", "3");
    assertThat(run.status()).isEqualTo(20);
    assertThat(run.out()).contains("The violation is real");
  }

  // ── What is assumed ─────────────────────────────────────────────────────────────────────────

  /// Nothing in Ind bounds x; what is assigned to it is 0, 1 or 2.
  @Test
  void unboundedVariableTakesWhatIsAssignedToIt() {
    CommandRun run =
        proof.of("Init == x = 0\nNext == x' = IF x = 0 THEN 1 ELSE 2\nInd == x # 7 /\\ x < 3");
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("nothing in the invariant bounds x");
  }

  /// Half of Ind alone is not inductive: from 3, which is odd, the step leads to 4 + 1.
  @Test
  void severalInvariantsAreOneConjunction() {
    String body =
        "Init == x = 0\nNext == x' = IF x % 2 = 0 THEN x ELSE x + 2\nInd == x \\in 0..5\n"
            + "Even == x % 2 = 0";
    assertThat(proof.of(body).status()).isEqualTo(20);
    CommandRun run = proof.of(body, "--inv", "Even");
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("Ind /\\ Even is inductive");
  }

  /// Without the second conjunct, 5 leads to 6.
  @Test
  void conjunctsCanBeLeftOut() {
    String body = "Init == x = 0\nNext == x' = x + 0\nInd == x \\in 0..5 /\\ x # 4";
    assertThat(proof.of(body, "--without", "Ind!2").status()).isZero();
    CommandRun run = proof.of(body, "--without", "Ind!7");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("no conjunct Ind!7; it has Ind!1, Ind!2");
  }

  /// The square of x is no linear term, and may be anything for the solver of linear arithmetic;
  /// with a bound it is computed.
  @Test
  void boundOnIntegersIsNamedInTheVerdict() {
    CommandRun run =
        proof.of(
            "Init == x = 3\nNext == x' = IF x > 0 THEN x - 1 ELSE x\nInd == x \\in Nat",
            "--max-int",
            "6");
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("among states whose integers lie in -6..6");
  }

  /// Where x is a pair, the field of the first disjunct does not exist, and the second is true.
  @Test
  void disjunctionIsTrueWhereOneDisjunctIs() {
    CommandRun run =
        proof.of(
            """
            Init == x = <<0>>
            Next == x' \\in {<<0>>, <<0, 0>>}
            Ind == /\\ x \\in {<<0>>, <<0, 0>>}
                   /\\ x[2] = 0 \\/ Len(x) = 1
            """);
    assertThat(run.status()).isZero();
  }

  /// Where the disjunct that does not exist is the only one that could be true, the conjunct is not
  /// shown.
  @Test
  void disjunctionWithoutATrueDisjunctIsNotProved() {
    CommandRun run =
        proof.of(
            """
            Init == x = <<0, 0>>
            Next == x' \\in {<<0>>, <<0, 0>>}
            Ind == /\\ x \\in {<<0>>, <<0, 0>>}
                   /\\ x[2] = 0 \\/ Len(x) = 7
            """);
    assertThat(run.status()).isEqualTo(20);
    assertThat(run.out()).contains("It has no value there");
  }

  // ── Vacuity ─────────────────────────────────────────────────────────────────────────────────

  @Test
  void invariantThatNoStateSatisfiesIsVacuous() {
    CommandRun run =
        proof.of("Init == x = 5 /\\ x # 5\nNext == x' = x\nInd == x \\in 0..3 /\\ x > 7");
    assertThat(run.status()).isEqualTo(40);
    assertThat(run.out()).contains("Vacuous: no state satisfies the invariant");
  }

  @Test
  void premiseThatIsNeverTrueIsVacuous() {
    CommandRun run =
        proof.of("Init == x = 0\nNext == x' = x\nInd == x \\in 0..3 /\\ (x = 7 => x = 9)");
    assertThat(run.status()).isEqualTo(40);
    assertThat(run.out()).contains("in Ind!2, the premise `x = 7` is never true");
  }

  /// The conjunct still says something where x is 2.
  @Test
  void onePremiseOfSeveralIsOnlyNoted() {
    CommandRun run =
        proof.of(
            """
            Init == x = 0
            Next == x' = x
            Ind == /\\ x \\in 0..3
                   /\\ \\A y \\in 1..2 : (x = y + 6 => x = 9) /\\ (x = y => x < 3)
            """);
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("Note: in Ind!2, the premise `x = y + 6` is never true");
  }

  // ── Subsets ─────────────────────────────────────────────────────────────────────────────────

  /// x counts down from 5: `x < 9` is needed by nothing, and `x # 3` falls.
  private static final String COUNTDOWN =
      """
      Init == x = 5
      Next == x' = IF x > 0 THEN x - 1 ELSE 0
      Ind == x \\in 0..20 /\\ x < 9 /\\ x < 6
      Guess == x # 3
      Safe == x < 7
      """;

  @Test
  void smallestSubsetStillImpliesTheProperty() {
    CommandRun run = proof.of(COUNTDOWN, "--implies", "Safe", "--minimize");
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("Inductive: Ind!1, Ind!3\n", "Left out: Ind!2\n");
  }

  @Test
  void largestSubsetLosesTheCandidatesThatFall() {
    CommandRun run = proof.of(COUNTDOWN, "--candidates", "Guess");
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("Inductive: Ind!1, Ind!2, Ind!3\n", "Left out: Guess\n");
  }

  // ── Counterexamples ─────────────────────────────────────────────────────────────────────────

  /// The set {3} is new, and 3 is not below 3; the inner set depends on the outer variable.
  @Test
  void conjunctIsShownFalseForValuesOfItsVariables() {
    CommandRun run =
        proof.of(
            """
            Init == x = {}
            Next == x' = x \\cup {{1, 2}, {3}}
            Ind == /\\ x \\subseteq SUBSET (1..3)
                   /\\ \\A s \\in x : LET big == 2 IN \\A e \\in s : e < big + 1
            """,
            "--k", "1");
    assertThat(run.status()).isEqualTo(20);
    assertThat(run.out()).contains("It is false for s = {3}, e = 3: e < big + 1");
  }
}
