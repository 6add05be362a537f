package skolem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import skolem.cli.command.CommandRun;

/// A quantifier over few elements around one over subsets: too many to be gone through, so that one
/// is picked.
class ExchangeTest {
  @TempDir private Path folder;

  /// A vote is cast in each step, by any of twelve.
  private String specification(String definitions) {
    String text =
        """
        ---- MODULE Spec ----
        EXTENDS Integers, FiniteSets, Sequences
        VARIABLES votes, done
        Voters == 1..12
        Quorums == {{1, 2, 3}, {3, 4, 5}, {1, 6, 7}}
        Init == votes = {} /\\ done = FALSE
        Vote == \\E v \\in Voters \\ votes : votes' = votes \\cup {v} /\\ UNCHANGED done
        """
            + definitions
            + "\n====\n";
    return new SpecificationFolder(folder)
        .writeModule(text, "INIT Init\nNEXT Next\nINVARIANT Inv\n");
  }

  private void holdsForTwoStepsAndFailsAfterThree(String definitions) {
    String spec = specification(definitions);
    for (String command : new String[] {"check", "explore"}) {
      CommandRun run = CommandRun.of(command, spec);
      assertThat(run.status()).as(run.out() + run.err()).isEqualTo(12);
      assertThat(run.out()).contains("violation after 3 steps");
    }
  }

  /// The smallest set that a quorum is part of has three elements.
  @Test
  void anInvariantThatLooksForAQuorum() {
    holdsForTwoStepsAndFailsAfterThree(
        """
        Next == Vote
        Inv == ~ \\E Q \\in Quorums : \\E S \\in SUBSET votes : Q = S
        """);
  }

  /// The same with universal quantifiers.
  @Test
  void anInvariantOfAllQuorums() {
    holdsForTwoStepsAndFailsAfterThree(
        """
        Next == Vote
        Inv == \\A Q \\in Quorums : \\A S \\in SUBSET votes : \\E q \\in Q : q \\notin S
        """);
  }

  /// S can hold 2 and no other than 1, 2 and 3; it holds all of a quorum only if that is {1, 2, 3}:
  /// the disjunction asks for few, the quorum for many.
  @Test
  void oneDisjunctWantsTheSubsetSmall() {
    holdsForTwoStepsAndFailsAfterThree(
        """
        Next == Vote
        Inv ==
          ~ \\E Q \\in Quorums : \\E S \\in SUBSET votes :
              /\\ \\A q \\in Q : \\E s \\in S : s = q
              /\\ \\/ \\A s \\in S : s > 12
                 \\/ \\E c \\in 1..3 : (\\A s \\in S : s =< c) /\\ (\\E s \\in S : s = c)
        """);
  }

  /// In a guard, which deadlock freedom asks to be false, too. All can vote, so there is none.
  @Test
  void aGuardThatLooksForAQuorum() {
    String spec =
        specification(
            """
            Elect ==
              /\\ ~ done
              /\\ \\E Q \\in Quorums : \\E S \\in SUBSET votes : \\A q \\in Q : \\E s \\in S : s = q
              /\\ done' = TRUE /\\ UNCHANGED votes
            Next == Vote \\/ Elect
            Inv == ~ done
            """);
    for (String command : new String[] {"check", "explore"}) {
      CommandRun run = CommandRun.of(command, spec);
      assertThat(run.status()).as(run.out() + run.err()).isEqualTo(12);
      assertThat(run.out()).contains("violation after 4 steps");
    }
  }

  /// The body has no value for the quorum {3, 4, 5} once 3 has voted. The quorums are gone through
  /// in order, {1, 2, 3} before it: it is asked for unless a subset fits {1, 2, 3}, which one with
  /// 3 but without 1 and 2 does not.
  @ParameterizedTest
  @ValueSource(strings = {"check", "explore"})
  void anErrorForOneOfTheElements(String command) {
    CommandRun run =
        CommandRun.of(
            command,
            specification(
                """
                Next == Vote
                Inv ==
                  ~ \\E Q \\in Quorums : \\E S \\in SUBSET votes :
                      IF 4 \\in Q /\\ 3 \\in S THEN Head(<<>>) ELSE Q = S
                """));

    assertThat(run.status()).as(run.out() + run.err()).isEqualTo(75);
    assertThat(run.out() + run.err()).contains("violation after 1 step");
  }
}
