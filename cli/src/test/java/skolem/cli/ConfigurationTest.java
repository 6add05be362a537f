package skolem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import skolem.cli.command.CommandRun;

/// Each section of a configuration means what it means for TLC, in both engines.
class ConfigurationTest {
  /// `x` counts modulo 6; `y` remembers whether a step went from 2 to 3.
  private static final String MODULE =
      """
      ---- MODULE Spec ----
      EXTENDS Naturals, FiniteSets, TLC
      CONSTANTS Limit, P, q
      VARIABLES x, y
      Init == x = 0 /\\ y = FALSE
      Next == x' = (x + 1) % 6 /\\ y' = (y \\/ x = 2)
      Small == x < 5
      NotThree == x # 3
      Below == x < 3
      Within == x' < 3 \\/ x > 3
      Shown == [now |-> x, next |-> x', sum |-> x + Limit]
      Perms == Permutations(P)
      Parity == x % 2
      Count == TLCGet("distinct") > 100
      Twice == Limit * 2
      Limited == x < Limit
      Big == 4
      Distinct == q \\notin P
      Wrong == q # 1
      ====
      """;

  @TempDir Path folder;

  private String write(String config) {
    return new SpecificationFolder(folder)
        .writeModule(
            MODULE,
            "INIT Init\nNEXT Next\nCHECK_DEADLOCK FALSE\nCONSTANTS P = {a, b} q = q\n" + config);
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "explore"})
  void constraintsAreLookedAtAndNotLeft(String command) {
    // x = 3 is outside `x < 3`: it is found, so NotThree is violated after three steps; 4 is not.
    String specification = write("CONSTANT Limit = 9\nCONSTRAINT Below\nINVARIANT NotThree");
    assertThat(CommandRun.of(command, specification).depthOfViolation()).hasValue(3);
    String further = write("CONSTANT Limit = 9\nCONSTRAINT Below\nINVARIANT Small");
    CommandRun run = CommandRun.of(command, further);
    assertThat(run.out()).containsPattern("Small +holds at every depth");
    assertThat(run.status()).isEqualTo(0);
  }

  /// TLC does not go on from a step that is outside an action constraint, and looks at where it
  /// leads to: in that, it is like a state constraint.
  @ParameterizedTest
  @ValueSource(strings = {"check", "explore"})
  void actionConstraintsEndBehaviours(String command) {
    // The step from 2 to 3 is outside.
    String specification = write("CONSTANT Limit = 9\nACTION_CONSTRAINT Within\nINVARIANT Small");
    assertThat(CommandRun.of(command, specification).status()).isEqualTo(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "explore"})
  void replacementsAndScopedOnesAreHonoured(String command) {
    String replaced = write("CONSTANT Limit <- Big\nINVARIANT Limited");
    assertThat(CommandRun.of(command, replaced).depthOfViolation()).hasValue(4);
    String definition = write("CONSTANTS Limit = 9 Below <- Small\nINVARIANT Below");
    assertThat(CommandRun.of(command, definition).depthOfViolation()).hasValue(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "explore"})
  void modelValuesDifferFromAllElse(String command) {
    String specification = write("CONSTANT Limit = 9\nINVARIANTS Distinct Wrong");
    assertThat(CommandRun.of(command, specification).status()).isEqualTo(0);
  }

  /// A model value `A_x` is of type A: TLC refuses to compare it with one of another type.
  @ParameterizedTest
  @ValueSource(strings = {"check", "explore"})
  void typedModelValuesAreNotCompared(String command) {
    String module =
        """
        ---- MODULE Spec ----
        CONSTANTS one, two, other, plain
        VARIABLE x
        Init == x = one
        Next == x' \\in {two, plain}
        Same == x # plain
        Mixed == x = other
        ====
        """;
    String config = "INIT Init\nNEXT Next\nCONSTANTS one = A_1 two = A_2 other = B_1 plain = p\n";
    SpecificationFolder specifications = new SpecificationFolder(folder);
    CommandRun fine =
        CommandRun.of(command, specifications.writeModule(module, config + "INVARIANT Same\n"));
    assertThat(fine.status()).isEqualTo(12);
    assertThat(fine.depthOfViolation()).hasValue(1);
    CommandRun mixed =
        CommandRun.of(command, specifications.writeModule(module, config + "INVARIANT Mixed\n"));
    assertThat(mixed.status()).isEqualTo(75);
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "explore"})
  void aliasIsWhatTracesShow(String command) {
    // In the last state, x' is x itself.
    CommandRun run =
        CommandRun.of(command, write("CONSTANT Limit = 10\nALIAS Shown\nINVARIANT NotThree"));
    assertThat(run.out())
        .contains("/\\ next = 1\n  /\\ now = 0\n  /\\ sum = 10\n")
        .containsPattern("State 3: Next.*\n  /\\\\ now = 3\n  /\\\\ sum = 13\n")
        .doesNotContain("/\\ x = ");
    assertThat(run.depthOfViolation()).hasValue(3);
  }

  @Test
  void symmetryAndViewChangeNothingAndThatIsSaid() {
    String plain = write("CONSTANT Limit = 9\nINVARIANT NotThree");
    int depth = CommandRun.of("check", plain).depthOfViolation().orElseThrow();
    CommandRun run =
        CommandRun.of(
            "check", write("CONSTANT Limit = 9\nINVARIANT NotThree\nSYMMETRY Perms\nVIEW Parity"));
    assertThat(run.depthOfViolation()).hasValue(depth);
    assertThat(run.out())
        .contains("Note: SYMMETRY Perms is confirmed")
        .contains("Note: VIEW Parity is not used");
    // TLC, and explore, see two states through this view, and never come to the third.
    assertThat(
            CommandRun.of("explore", write("CONSTANT Limit = 9\nINVARIANT NotThree\nVIEW Parity"))
                .status())
        .isEqualTo(0);
  }

  @Test
  void postconditionsAreRefusedByNameWithAWayRound() {
    String specification = write("CONSTANT Limit = 9\nINVARIANT Small\nPOSTCONDITION Count");
    CommandRun run = CommandRun.of("check", specification, "--length", "3");
    assertThat(run.out())
        .containsPattern("Count +not checked: a POSTCONDITION .* `skolem explore` checks it")
        .containsPattern("Small +no violation in 3 steps");
    assertThat(run.status()).isEqualTo(30);
    String alone = write("CONSTANT Limit = 9\nPOSTCONDITION Count");
    assertThat(CommandRun.of("explore", alone).status()).isEqualTo(10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "explore"})
  void deadlockIsLookedForUnlessTheConfigurationSaysNo(String command) {
    SpecificationFolder specifications = new SpecificationFolder(folder);
    String body = "Next == x < 2 /\\ x' = x + 1";
    assertThat(CommandRun.of(command, specifications.write(body, "")).status()).isEqualTo(11);
    assertThat(CommandRun.of(command, specifications.write(body, "CHECK_DEADLOCK FALSE")).status())
        .isEqualTo(0);
    assertThat(CommandRun.of(command, specifications.write(body, ""), "--no-deadlock").status())
        .isEqualTo(0);
  }
}
