package skolem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import skolem.cli.command.CommandRun;

/// Proofs by induction from the command line; what is inductive is argued at each specification.
final class ProveTest {
  private static final String ROOT = System.getProperty("skolem.root", "..");

  @TempDir private Path folder;

  private CommandRun prove(String body, String... options) throws IOException {
    Path spec = folder.resolve("S.tla");
    Files.writeString(
        spec, "---- MODULE S ----\nEXTENDS Integers, Sequences\nVARIABLE x\n" + body + "\n====\n");
    Files.writeString(folder.resolve("S.cfg"), "INIT Init\nNEXT Next\n");
    String[] arguments = new String[options.length + 2];
    arguments[0] = "prove";
    arguments[1] = spec.toString();
    System.arraycopy(options, 0, arguments, 2, options.length);
    return CommandRun.of(arguments);
  }

  @Test
  void twoPhaseCommitIsConsistentAtEveryDepth() {
    CommandRun run =
        CommandRun.of(
            "prove",
            ROOT + "/examples/TwoPhaseCommit.tla",
            "--inv",
            "Ind",
            "--implies",
            "Consistent");
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("Ind is inductive and holds at every depth");
  }

  /// Where the temperature is two above the target, and near it, the heater is off: without that
  /// conjunct, the next step leads to three above. The integers have no bound.
  @Test
  void thermostatHoldsTheTemperature() {
    String specification = ROOT + "/examples/Thermostat.tla";
    CommandRun proof = CommandRun.of("prove", specification, "--inv", "Ind", "--implies", "Held");
    assertThat(proof.status()).as(proof.out() + proof.err()).isZero();
    assertThat(proof.out()).contains("Ind is inductive and holds at every depth");

    CommandRun weaker =
        CommandRun.of("prove", specification, "--inv", "TypeOK,Held", "--k", "1", "--reach", "-1");
    assertThat(weaker.status()).isEqualTo(20);
    assertThat(weaker.out()).contains("Counterexample to induction for Warm and Held");
  }

  /// 5 is within the bounds and its successor 6 is not; from 0 only 0..3 is reached.
  @Test
  void tooWeakAnInvariantHasACounterexampleThatIsNotReachable() throws IOException {
    CommandRun run =
        prove(
            """
            Init == x = 0
            Next == x' = IF x = 3 THEN 0 ELSE x + 1
            Ind == x \\in 0..5 /\\ x # 4
            """,
            "--inv",
            "Ind");
    assertThat(run.status()).isEqualTo(20);
    assertThat(run.out()).contains("/\\ x = 5", "/\\ x = 6", "not reachable within 10 steps");
  }

  /// From 0 the third step leaves 0..2.
  @Test
  void falseInvariantIsViolatedForReal() throws IOException {
    CommandRun run = prove("Init == x = 0\nNext == x' = x + 1\nInd == x \\in 0..2", "--inv", "Ind");
    assertThat(run.status()).isEqualTo(20);
    assertThat(run.out()).contains("The violation is real", "/\\ x = 3");
  }

  /// 4 is an initial state, and T has room for 9, from which no state is reachable. In no second
  /// state is x greater than 3.
  @Test
  void whatIsImpliedIsShownOfTheFirstStates() throws IOException {
    for (String k : List.of("2", "3")) {
      CommandRun run =
          prove(
              "Init == x = 4\nNext == x' = x % 4\nT == x \\in 0..9\nLess == x < 4",
              "--inv", "T", "--implies", "Less", "--k", k);
      assertThat(run.status()).isEqualTo(20);
      assertThat(run.out()).doesNotContain("holds at every depth").contains("violation is real");
    }
  }

  /// 5 is an initial state without successors; in the other specification, one reached in a step.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Init == x \\in {0, 5}\nNext == x < 3 /\\ x' = (x + 1) % 3",
        "Init == x = 0\nNext == (x = 0 /\\ x' \\in {1, 5}) \\/ (x = 1 /\\ x' = 1)"
      })
  void statesWithoutSuccessorsAreInitialOnesToo(String body) throws IOException {
    CommandRun run =
        prove(body + "\nInd == x \\in 0..9 /\\ x # 5", "--inv", "Ind", "--k", "3", "--reach", "-1");
    assertThat(run.status()).isEqualTo(20);
    assertThat(run.out()).contains("/\\ x = 5").doesNotContain("holds at every depth");
  }

  /// From 4, an initial state, there is no step, because Next has no value there.
  @Test
  void nextHasAValueInTheFirstStates() throws IOException {
    CommandRun run =
        prove(
            """
            Init == x \\in {1, 4}
            Next == IF x > 3 THEN 1 \\div 0 = 1 /\\ x' = 2 ELSE x' = 1
            T == x \\in 0..9
            """,
            "--inv",
            "T",
            "--k",
            "2",
            "--reach",
            "-1");
    assertThat(run.status()).isEqualTo(20);
    assertThat(run.out()).doesNotContain("holds at every depth");
  }

  /// A state outside is looked at: 3 is reached from 2.
  @Test
  void constraintsAreNotAssumedOfWhatIsImplied() throws IOException {
    Files.writeString(folder.resolve("C.cfg"), "INIT Init\nNEXT Next\nCONSTRAINT Con\n");
    CommandRun run =
        prove(
            "Init == x = 0\nNext == x' = x + 1\nCon == x < 3\nT == x \\in Nat",
            "--config",
            folder.resolve("C.cfg").toString(),
            "--inv",
            "T",
            "--implies",
            "Con");
    assertThat(run.status()).isEqualTo(20);
    assertThat(run.out()).contains("violation is real");
  }

  /// There is no state after the first.
  @Test
  void anAssignedValueMayBeNone() throws IOException {
    CommandRun run =
        prove("Init == x = 4\nNext == x' = 1 \\div (x - x)\nT == x \\in 0..9", "--inv", "T");
    assertThat(run.status()).isEqualTo(20);
    assertThat(run.out()).contains("in which Next has no value");
  }

  /// An even number plus two is even: no bound on the numbers is needed.
  @Test
  void unboundedIntegersNeedNoBound() throws IOException {
    CommandRun run =
        prove("Init == x = 0\nNext == x' = x + 2\nInd == x \\in Nat /\\ x % 2 = 0", "--inv", "Ind");
    assertThat(run.status()).isZero();
  }

  @Test
  void initialStateOutsideTheInvariantIsFound() throws IOException {
    CommandRun run = prove("Init == x = 7\nNext == x' = 0\nInd == x \\in 0..6", "--inv", "Ind");
    assertThat(run.status()).isEqualTo(20);
    assertThat(run.out()).contains("An initial state violates", "/\\ x = 7");
  }

  /// A state within the invariant need not satisfy x < 3: 3 does not.
  @Test
  void implicationThatDoesNotHoldIsBroken() throws IOException {
    CommandRun run =
        prove(
            "Init == x = 0\nNext == x' = 0\nInd == x \\in 0..3\nSmall == x < 3",
            "--inv",
            "Ind",
            "--implies",
            "Small");
    assertThat(run.status()).isEqualTo(20);
    assertThat(run.out()).contains("A state within the invariant violates", "/\\ x = 3");
  }

  @Test
  void actionThatIsNeverEnabledIsVacuous() throws IOException {
    CommandRun run =
        prove(
            """
            Stay == x' = x
            Leave == x = 9 /\\ x' = 0
            Init == x = 0
            Next == Stay \\/ Leave
            Ind == x \\in 0..3
            """,
            "--inv",
            "Ind");
    assertThat(run.status()).isEqualTo(40);
    assertThat(run.out()).contains("action Leave is never enabled within the invariant");
  }

  @Test
  void unboundedVariableIsNamedWithAProposal() throws IOException {
    CommandRun run = prove("Init == x = 0\nNext == x' = x + 2\nInd == x # 5", "--inv", "Ind");
    assertThat(run.status()).isEqualTo(75);
    assertThat(run.err())
        .contains("nothing bounds `x`", "add a conjunct `x \\in S`", "S.tla:3:10", "VARIABLE x");
  }

  /// The step applies a sequence of one element to 2 in the state x = <<0>>, which the bound
  /// allows.
  @Test
  void stepWithoutAValueIsNotProved() throws IOException {
    CommandRun run =
        prove(
            "Init == x = <<0, 0>>\nNext == x' = <<x[2], 0>>\nInd == x \\in Seq({0})",
            "--inv", "Ind", "--max-seq", "2");
    assertThat(run.status()).isEqualTo(20);
    assertThat(run.out()).contains("It has no value there");
  }
}
