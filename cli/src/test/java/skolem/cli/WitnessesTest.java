package skolem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import skolem.cli.command.CommandRun;

/// Proofs about an arbitrary set of messages of which there are too many to be listed: a message is
/// one of 1,310,720. The set is encoded by a few elements; each answer is argued for sets of any
/// size.
class WitnessesTest {
  @TempDir private Path folder;

  private CommandRun prove(String definitions, String invariant) {
    String spec =
        new SpecificationFolder(folder)
            .writeModule(
                """
                ---- MODULE Spec ----
                EXTENDS Integers, FiniteSets
                VARIABLES net, flag
                Message == [body : [1..16 -> BOOLEAN], n : 0..4, x : 0..3]
                Zero == [i \\in 1..16 |-> FALSE]
                TypeOK == net \\subseteq Message /\\ flag \\in BOOLEAN
                """
                    + definitions
                    + "\n====\n",
                "INIT Init\nNEXT Next\nINVARIANT TypeOK\n");
    return CommandRun.of("prove", spec, "--inv", invariant);
  }

  private void requireProved(String definitions, String invariant) {
    CommandRun run = prove(definitions, invariant);
    assertThat(run.status()).as(run.out() + run.err()).isZero();
    assertThat(run.out()).contains("is inductive");
  }

  private void requireBroken(String definitions, String invariant, String state) {
    CommandRun run = prove(definitions, invariant);
    assertThat(run.status()).as(run.out() + run.err()).isEqualTo(20);
    assertThat(run.out()).contains(state);
  }

  /// Each message has a successor: a ring, all five of which are there if one is.
  private static final String RING =
      """
      Init == net = {} /\\ flag = FALSE
      Next ==
        /\\ \\E m \\in net : m.n = 0
        /\\ flag' = TRUE
        /\\ UNCHANGED net
      Ring == \\A m \\in net : \\E k \\in net : k.n = (m.n + 1) % 5
      All == flag => \\A i \\in 0..4 : \\E m \\in net : m.n = i
      NoLast == flag => \\A m \\in net : m.n # 4
      Ind == TypeOK /\\ Ring /\\ All
      Bad == TypeOK /\\ Ring /\\ NoLast
      """;

  @Test
  void aRingIsWhole() {
    requireProved(RING, "Ind");
  }

  /// A counterexample has five messages at least.
  @Test
  void aCounterexampleHasAsManyElementsAsItNeeds() {
    requireBroken(RING, "Bad", "n |-> 4");
  }

  /// Messages of one number that differ in x are two; that they are alike is no consequence.
  @Test
  void twoElementsAreToldApart() {
    String definitions =
        """
        Init == net = {} /\\ flag = FALSE
        Next ==
          /\\ \\E m, k \\in net : m.n = k.n /\\ m.x < k.x
          /\\ flag' = TRUE
          /\\ UNCHANGED net
        Differ == flag => \\E m, k \\in net : m.x # k.x
        Alike == flag => \\A m, k \\in net : m.x = k.x \\/ m.n # k.n
        Ind == TypeOK /\\ Differ
        Bad == TypeOK /\\ Alike
        """;
    requireProved(definitions, "Ind");
    requireBroken(definitions, "Bad", "Next");
  }

  /// An answer goes out for each request, which stays: numbers grow by one from 0.
  private static final String ANSWERS =
      """
      Init == net = {[body |-> Zero, n |-> 0, x |-> 0]} /\\ flag = FALSE
      Answer ==
        \\E m \\in net :
          /\\ m.n < 4
          /\\ net' = net \\cup {[m EXCEPT !.n = @ + 1]}
          /\\ UNCHANGED flag
      See ==
        /\\ \\E m \\in net : m.n = 3
        /\\ flag' = TRUE
        /\\ UNCHANGED net
      Next == Answer \\/ See
      Before == \\A m \\in net : m.n > 0 => \\E k \\in net : k.n = m.n - 1 /\\ k.body = m.body
      Same == \\A m, k \\in net : m.body = k.body
      Seen == flag => \\E m \\in net : m.n = 2
      Ind == TypeOK /\\ Before /\\ Same /\\ Seen
      Unseen == flag => \\E m \\in net : m.n = 4
      Bad == TypeOK /\\ Before /\\ Same /\\ Unseen
      """;

  /// A message is sent after the one before it with the same body. What is asked of a body is more
  /// than can be told apart by few witnesses, so this is refused, not guessed.
  @Test
  void whatDependsOnTooMuchOfAnotherElementIsRefused() {
    CommandRun run = prove(ANSWERS, "Ind");

    assertThat(run.status()).as(run.out() + run.err()).isEqualTo(75);
    assertThat(run.err()).contains("Spec.tla:");
  }

  /// Each element that is looked at makes a set of its own, of which another element may be the one
  /// outside.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\A m \\in net : net \\subseteq {k \\in Message : k.x = m.x}",
        "\\E m \\in net : net \\subseteq {k \\in Message : k.x = m.x}"
      })
  void aSetThatDependsOnAnElementIsRefused(String claim) {
    CommandRun run =
        prove(
            """
            Init == net = {} /\\ flag = FALSE
            Next == UNCHANGED <<net, flag>>
            Ind == TypeOK /\\\
            """
                + claim,
            "Ind");

    assertThat(run.status()).as(run.out() + run.err()).isEqualTo(75);
    assertThat(run.err()).contains("depend on other elements", "Spec.tla:");
  }

  private static String withoutBodies() {
    return ANSWERS.replace(" /\\ k.body = m.body", "").replace("m.body = k.body", "m.n < 5");
  }

  @Test
  void messagesThatAreSentAreThere() {
    requireProved(withoutBodies(), "Ind");
    requireBroken(withoutBodies(), "Bad", "See");
  }

  /// One set for each of two nodes. Which node's set is asked depends on the state, and, in the
  /// second invariant, on an element of the other set.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\A m \\in IF flag THEN net[1] ELSE net[2] : m.n < 5",
        "\\A i \\in 1..2 : \\A m \\in net[i] : \\E k \\in net[1 + (m.n % 2)] : k.n = m.n"
      })
  void aSetThatIsOneOfSeveralIsRefused(String invariant) {
    CommandRun run =
        prove(
            "Both == net \\in [1..2 -> SUBSET Message]\n"
                + "Init == net = [i \\in 1..2 |-> {}] /\\ flag = FALSE\n"
                + "Next == flag' = ~ flag /\\ UNCHANGED net\n"
                + "Inv == "
                + invariant
                + "\nInd == Both /\\ flag \\in BOOLEAN /\\ Inv",
            "Ind");

    assertThat(run.status()).as(run.out() + run.err()).isEqualTo(75);
    assertThat(run.err()).contains("Spec.tla:10:");
  }

  /// With a set for each of two nodes that is asked by its name, a chain through both is whole:
  /// each message of the first has a partner of the next number in the second, and the other way
  /// round.
  @Test
  void twoSetsOfTheirOwn() {
    String definitions =
        """
        Init == net = [i \\in 1..2 |-> {}] /\\ flag = FALSE
        Next ==
          /\\ \\E m \\in net[1] : m.n = 0
          /\\ flag' = TRUE
          /\\ UNCHANGED net
        Both == net \\in [1..2 -> SUBSET Message] /\\ flag \\in BOOLEAN
        There == \\A m \\in net[1] : \\E k \\in net[2] : k.n = (m.n + 1) % 5
        Back == \\A m \\in net[2] : \\E k \\in net[1] : k.n = (m.n + 1) % 5
        All == flag => \\A i \\in 0..4 : \\E m \\in net[2] : m.n = i
        Ind == Both /\\ There /\\ Back /\\ All
        None == flag => \\A m \\in net[2] : m.n # 3
        Bad == Both /\\ There /\\ Back /\\ None
        """;
    requireProved(definitions, "Ind");
    requireBroken(definitions, "Bad", "Next");
  }

  /// What is done with a set besides asking for elements is refused at its place.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Cardinality(net) < 3",
        "{m.n : m \\in net} # {1}",
        "{m \\in net : m.n = 1} = {}",
        "net \\ {[body |-> Zero, n |-> 1, x |-> 0]} = {}",
        "(CHOOSE m \\in net : m.n = 1).n = 1",
        "\\A s \\in SUBSET net : s = {}",
        "\\A s \\in SUBSET (1..12) : s = {} \\/ \\E m \\in net : m.n \\in s",
        "[net -> {1}] # {}"
      })
  void otherUsesAreRefused(String use) {
    CommandRun run =
        prove(
            "Init == net = {} /\\ flag = FALSE\nNext == UNCHANGED <<net, flag>>\nInd == TypeOK /\\ ("
                + use
                + ")",
            "Ind");

    assertThat(run.status()).as(run.out() + run.err()).isEqualTo(75);
    assertThat(run.err()).contains("Spec.tla:9:");
  }
}
