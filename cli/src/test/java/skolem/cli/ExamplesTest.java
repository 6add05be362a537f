package skolem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import skolem.cli.command.CommandRun;

/// The examples: the right ones hold, and each seeded bug is found where it is.
class ExamplesTest {
  private static final String PLACE = "  \\\\\\* \\w+\\.tla:\\d+";

  @ParameterizedTest
  @ValueSource(
      strings = {"LeaseLock", "LeaderElection", "PermissionMutex", "NamePlans", "BoundedQueue"})
  void rightOnesHold(String name) {
    String specification = Places.EXAMPLES.resolve(name + ".tla").toString();

    CommandRun explore = CommandRun.of("explore", specification);
    assertThat(explore.status()).as(explore.out() + explore.err()).isEqualTo(0);
    assertThat(explore.out()).contains("Verdict: no violation found", "holds at every depth");

    CommandRun check = CommandRun.of("check", specification, "--length", "6");
    assertThat(check.status()).as(check.out() + check.err()).isEqualTo(0);
    assertThat(check.out()).contains("Verdict: no violation found", "no violation in 6 steps");
  }

  @ParameterizedTest
  @EnumSource
  void seededBugIsFoundWhereItIs(SeededBug bug) {
    CommandRun explore = CommandRun.of(bug.arguments("explore"));
    assertThat(explore.status()).as(explore.out() + explore.err()).isEqualTo(bug.status());
    assertThat(explore.depthOfViolation()).hasValue(bug.depth());

    CommandRun check = CommandRun.of(bug.arguments("check"));
    assertThat(check.status()).as(check.out() + check.err()).isEqualTo(bug.status());
    assertThat(check.depthOfViolation()).hasValue(bug.depth());
    assertThat(check.out()).contains("Verdict: violation after " + bug.depth() + " steps: ");
    assertThat(check.out()).containsPattern("  " + bug.property() + " +VIOLATED after ");
  }

  @ParameterizedTest
  @EnumSource
  void seededBugIsNotFoundOneStepEarlier(SeededBug bug) {
    String steps = Integer.toString(bug.depth() - 1);
    assertThat(CommandRun.of(bug.arguments("check", "--length", steps)).status()).isEqualTo(0);
    assertThat(CommandRun.of(bug.arguments("explore", "--depth", steps)).status()).isEqualTo(0);
  }

  @ParameterizedTest
  @EnumSource
  void traceNamesActionsWithParameters(SeededBug bug) {
    CommandRun check = CommandRun.of(bug.arguments("check"));
    assertThat(check.out())
        .containsPattern("\nState " + bug.depth() + ": " + bug.lastStep() + PLACE + "\n")
        .doesNotContain("State " + (bug.depth() + 1) + ":");
    for (int i = 1; i <= bug.depth(); i++) {
      assertThat(check.out())
          .containsPattern("\nState " + i + ": [A-Z]\\w+(\\(.+\\))?" + PLACE + "\n");
    }
  }
}
