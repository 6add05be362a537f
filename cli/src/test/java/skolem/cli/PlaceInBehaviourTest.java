package skolem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import skolem.cli.command.CommandRun;

/// `TLCGet("level")`: initial states are at 1, and each step leads to the next place.
///
/// Every state of these specifications is at one place only, since a variable counts the steps or
/// there is no way back; so what `explore` says is an independent answer.
class PlaceInBehaviourTest {
  /// `x` is 0, 1, 2, …; `y` is 0 or 1 in any state.
  private static final String BODY =
      """
      Here == TLCGet("level")
      Get(what) == TLCGet(what)
      Init == x = 0 /\\ y = 0
      Up == x' = x + 1 /\\ y' \\in {0, 1}
      Early == TLCGet("level") < 4 /\\ Up
      Late == IF Here < 4 THEN Up ELSE x' = x + 5 /\\ y' = y
      Peek == ENABLED Early /\\ Up
      Then == (x' = x + 1 /\\ y' = y) \\cdot (x' = x + TLCGet("level") /\\ y' = y)
      Counts == x + 1 = TLCGet("level")
      CountsByName == x + 1 = Get("level")
      NotYet == TLCGet("level") # 5
      Elsewhere == y = 1 => Here \\notin {3, 7}
      Small == x < 6
      Few == TLCGet("level") <= 3
      FewSteps == TLCGet("level") <= 2
      Advances == TLCGet("level")' = TLCGet("level") + 1 /\\ x' = TLCGet("level")
      Box == [][Here # 4]_x
      Typed == x \\in Nat /\\ y \\in {0, 1}
      Later == Typed /\\ (x > 3 => TLCGet("level") > 3)
      View == [at |-> TLCGet("level"), x |-> x]
      """;

  @TempDir Path folder;

  private String write(String config) {
    return new SpecificationFolder(folder)
        .writeModule(
            "---- MODULE Spec ----\nEXTENDS Integers, TLC\nVARIABLES x, y\n" + BODY + "====\n",
            "INIT Init\n" + config.replace(", ", "\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "NEXT Up, INVARIANT NotYet; 4",
        "NEXT Up, INVARIANT Elsewhere; 2",
        "NEXT Up, PROPERTY Box; 4",
        // Four states, then none: the state after three steps has no successor.
        "NEXT Early, INVARIANT Counts; 3",
        // 0, 1, 2, 3 and then 8.
        "NEXT Late, INVARIANT Small; 4",
        "NEXT Late, INVARIANT Counts; 4",
        "NEXT Peek, INVARIANT Small; 3",
        // 0, 0 + 1 + 1 = 2, 2 + 1 + 2 = 5, 5 + 1 + 3 = 9: the second action begins where the
        // step does.
        "NEXT Then, INVARIANT Small; 3",
      })
  void isWhatTheConcreteEvaluatorSays(String config, int steps) {
    String specification = write(config);
    CommandRun run = CommandRun.of("check", specification, "--patience", "0");
    assertThat(run.out()).containsPattern("VIOLATED after " + steps + " step");
    CommandRun explored = CommandRun.of("explore", specification);
    assertThat(explored.depthOfViolation()).hasValue(steps);
    assertThat(run.status()).isEqualTo(explored.status());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        // Three places lie within the constraint, and a state outside it is not left.
        "NEXT Up, INVARIANT Counts, CONSTRAINT Few; 3; 5",
        "NEXT Up, INVARIANT CountsByName, CONSTRAINT Few; 3; 5",
        // Of the steps, those from the first and the second place are within; another is taken.
        "NEXT Up, INVARIANT Counts, ACTION_CONSTRAINT FewSteps; 3; 5",
        "NEXT Early, INVARIANT Counts, CHECK_DEADLOCK FALSE; 3; 7",
      })
  void endsBehaviours(String config, int steps, int states) {
    CommandRun run = CommandRun.of("check", write(config), "--patience", "0");
    assertThat(run.out())
        .containsPattern(
            "Counts\\w* +holds at every depth: no behaviour has more than " + steps + " steps")
        .contains("Note: TLCGet(\"level\") is used: induction, lemmas, directed and order");
    assertThat(run.status()).isEqualTo(0);
    // One state at the first place, two at each other one; those outside do not count.
    CommandRun explored = CommandRun.of("explore", write(config));
    assertThat(explored.out()).containsPattern("\\b" + states + " distinct states");
  }

  @Test
  void ofTheNextStateIsOneMore() {
    CommandRun run = CommandRun.of("check", write("NEXT Up, INVARIANT Advances"), "--length", "6");
    assertThat(run.out()).containsPattern("Advances +no violation in 6 steps");
    assertThat(run.status()).isEqualTo(0);
  }

  @Test
  void isShownByAnAlias() {
    CommandRun run = CommandRun.of("check", write("NEXT Up, INVARIANT NotYet, ALIAS View"));
    assertThat(run.out()).containsPattern("(?s)at = 1.*at = 2.*at = 3.*at = 4.*at = 5");
    assertThat(run.out()).contains("states are shown as ALIAS View says");
  }

  /// From any state of the form, a step may lead to `x = 6`; no behaviour is there in five steps,
  /// and what an earlier place says of a state is not taken for what the last one says.
  @Test
  void isNotThatOfAnotherFrame() {
    CommandRun run =
        CommandRun.of("check", write("NEXT Late, INVARIANT Elsewhere"), "--all-violations");
    assertThat(run.out()).containsPattern("Elsewhere +VIOLATED after 2 steps");
    CommandRun none =
        CommandRun.of("check", write("NEXT Up, INVARIANT Elsewhere"), "--length", "1");
    assertThat(none.out()).containsPattern("Elsewhere +no violation in 1 step");
  }

  @ParameterizedTest
  @CsvSource({"Up, Later", "Early, Typed"})
  void isRefusedInAProofByInduction(String next, String invariant) {
    CommandRun run = CommandRun.of("prove", write("NEXT " + next), "--inv", invariant);
    assertThat(run.err()).contains("TLCGet(\"level\") is known in the behaviours that `check`");
    assertThat(run.status()).isEqualTo(75);
  }
}
