package skolem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import skolem.cli.command.CommandRun;

/// What is wrong with the input is said in one clear message, and by the exit status.
class BadInputTest {
  @TempDir Path folder;

  private SpecificationFolder specifications;

  @BeforeEach
  void setUp() {
    specifications = new SpecificationFolder(folder);
  }

  /// Both commands refuse the specification with this status and message.
  private void assertRefused(String specification, int status, String message) {
    for (String command : new String[] {"check", "explore"}) {
      CommandRun run = CommandRun.of(command, specification);
      assertThat(run.err().replace(folder + "/", "")).as(command).isEqualTo(message);
      assertThat(run.status()).as(command).isEqualTo(status);
      assertThat(run.out()).as(command).doesNotContain("Verdict");
    }
  }

  @Test
  void missingFile() {
    assertRefused(
        folder.resolve("Missing.tla").toString(),
        153,
        "error[E500]: the specification file Missing.tla does not exist\n");
  }

  @Test
  void missingConfiguration() throws IOException {
    String specification = specifications.write("Next == x' = x", "");
    Files.delete(folder.resolve("Spec.cfg"));
    assertRefused(
        specification,
        151,
        """
        error[E303]: there is no configuration Spec.cfg beside the specification, and none in it
          = name one with --config, or give --init and --next
        """);
    assertThat(CommandRun.of("check", specification, "--init", "Init", "--next", "Next").status())
        .isEqualTo(0);
  }

  @Test
  void missingConfigurationThatIsNamed() {
    String specification = specifications.write("Next == x' = x", "");
    CommandRun run =
        CommandRun.of("check", specification, "--config", folder.resolve("No.cfg").toString());
    assertThat(run.err().replace(folder + "/", ""))
        .isEqualTo("error[E500]: the configuration file No.cfg does not exist\n");
    assertThat(run.status()).isEqualTo(153);
  }

  @Test
  void expressionThatNestsTooDeeplyForTheStack() {
    String specification = specifications.write("Next == x' = x" + " + 1".repeat(100_000), "");
    assertRefused(specification, 30, "skolem: an expression is nested too deeply\n");
  }

  @Test
  void unknownOperator() {
    assertRefused(
        specifications.write("Increment(n) == n + 1\nNext == x' = Incremnt(x)", ""),
        150,
        """
        error[E200]: name `Incremnt` is not defined
          --> Spec.tla:6:14
          |
        6 | Next == x' = Incremnt(x)
          |              ^^^^^^^^
          = did you mean `Increment`?
        """);
  }

  @Test
  void syntaxError() {
    String specification = specifications.write("Next == x' = x + )", "");
    CommandRun run = CommandRun.of("check", specification);
    assertThat(run.err().replace(folder + "/", ""))
        .startsWith("error[E100]: expected an expression, found `)`")
        .contains(
            """
              --> Spec.tla:5:18
              |
            5 | Next == x' = x + )
              |                  ^
            """)
        .containsOnlyOnce("error");
    assertThat(run.status()).isEqualTo(150);
  }

  @Test
  void unassignedConstant() {
    assertRefused(
        specifications.write("CONSTANT Limit\nNext == x' = Limit", ""),
        151,
        """
        error[E302]: constant `Limit` has no value
          --> Spec.tla:5:10
          |
        5 | CONSTANT Limit
          |          ^^^^^
          = give it one in the configuration: CONSTANT Limit = …
        """);
  }

  @Test
  void invariantThatIsNotDefined() {
    assertRefused(
        specifications.write("Next == x' = x\nTypeOK == x = 0", "INVARIANT TypeOk"),
        151,
        """
        error[E301]: module `Spec` has no definition `TypeOk`
          --> Spec.cfg:3:11
          |
        3 | INVARIANT TypeOk
          |           ^^^^^^
          = did you mean `TypeOK`?
        """);
  }

  @Test
  void invariantThatIsNotDefinedOnTheCommandLine() {
    String specification = specifications.write("Next == x' = x", "");
    CommandRun run = CommandRun.of("check", specification, "--inv", "Foo");
    assertThat(run.err()).startsWith("error[E301]: module `Spec` has no definition `Foo`\n");
    assertThat(run.status()).isEqualTo(151);
  }

  @Test
  void configurationThatIsNotOne() {
    CommandRun run = CommandRun.of("check", specifications.write("Next == x' = x", "INVARIENT A"));
    assertThat(run.err().replace(folder + "/", ""))
        .startsWith("error[E300]: expected the name of a section, found `INVARIENT`\n")
        .contains("--> Spec.cfg:3:1\n");
    assertThat(run.status()).isEqualTo(151);
  }

  @Test
  void duplicateDefinition() {
    assertRefused(
        specifications.write("Next == x' = x\nNext == x' = 1", ""),
        150,
        """
        error[E201]: `Next` is already defined
          --> Spec.tla:6:1
          |
        6 | Next == x' = 1
          | ^^^^
          = first defined here
          --> Spec.tla:5:1
          |
        5 | Next == x' = x
          | ^^^^
        """);
  }

  @Test
  void wrongArity() {
    assertRefused(
        specifications.write("Add(a, b) == a + b\nNext == x' = Add(x)", ""),
        150,
        """
        error[E202]: `Add` takes 2 arguments, not 1
          --> Spec.tla:6:14
          |
        6 | Next == x' = Add(x)
          |              ^^^^^^
          = introduced here
          --> Spec.tla:5:1
          |
        5 | Add(a, b) == a + b
          | ^^^
        """);
  }

  @Test
  void missingModule() {
    CommandRun run =
        CommandRun.of(
            "check",
            specifications.writeModule(
                """
                ---- MODULE Spec ----
                EXTENDS Nowhere
                ====
                """,
                ""));
    assertThat(run.err()).startsWith("error[E203]: module `Nowhere` is not found\n");
    assertThat(run.status()).isEqualTo(150);
  }

  @Test
  void unsupportedConstruct() {
    String specification = specifications.write("Next == x' = 1.5", "");
    CommandRun run = CommandRun.of("check", specification);
    assertThat(run.err().replace(folder + "/", ""))
        .isEqualTo(
            """
            error[E400]: the real number 1.5 is not supported: scale the quantity to integers
              --> Spec.tla:5:14
              |
            5 | Next == x' = 1.5
              |              ^^^
            """);
    assertThat(run.status()).isEqualTo(75);
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "explore"})
  void falseAssumption(String command) {
    CommandRun run =
        CommandRun.of(command, specifications.write("ASSUME Sum == 1 + 1 = 3\nNext == x' = x", ""));
    assertThat(run.err().replace(folder + "/", ""))
        .containsPattern("^error\\[E403\\]: (the )?assumption `?Sum`? is false\n")
        .contains("--> Spec.tla:5:15\n")
        .contains("5 | ASSUME Sum == 1 + 1 = 3\n");
    assertThat(run.status()).isEqualTo(10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "explore"})
  void falseAssertion(String command) {
    // It holds of the steps from 0, 1 and 2.
    CommandRun run =
        CommandRun.of(
            command, specifications.write("Next == x' = x + 1 /\\ Assert(x < 3, \"large\")", ""));
    assertThat(run.depthOfViolation()).hasValue(3);
    assertThat(run.out())
        .contains("error[E402]: ", "--> ", "5 | Next == x' = x + 1 /\\ Assert(x < 3, \"large\")\n")
        .contains("State 3: Next  \\* Spec.tla:5\n  /\\ x = 3\n");
    assertThat(run.status()).isEqualTo(14);
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "explore"})
  void argumentOutsideTheDomain(String command) {
    // f[1], f[2], f[3] are there, so that the state with x = 3 is reached, and has no next one.
    CommandRun run =
        CommandRun.of(command, specifications.write("f == <<1, 2, 3>>\nNext == x' = f[x + 1]", ""));
    assertThat(run.depthOfViolation()).hasValue(3);
    assertThat(run.out())
        .containsPattern("error\\[E401\\]: .*\\b4\\b.* outside .*domain")
        .contains("6 | Next == x' = f[x + 1]\n", "State 3: Next  \\* Spec.tla:6\n  /\\ x = 3\n");
    assertThat(run.status()).isEqualTo(75);
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "explore"})
  void deadlock(String command) {
    String specification = specifications.write("Next == x < 3 /\\ x' = x + 1", "");
    CommandRun run = CommandRun.of(command, specification);
    assertThat(run.out())
        .contains(
            "Verdict: violation after 3 steps: deadlock\n",
            "State 3: Next  \\* Spec.tla:5\n  /\\ x = 3\n");
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isEqualTo(11);
    assertThat(CommandRun.of(command, specification, "--no-deadlock").status()).isEqualTo(0);
  }

  @Test
  void timeOut() {
    CommandRun run =
        CommandRun.of(
            "check",
            Places.EXAMPLES.resolve("PermissionMutex.tla").toString(),
            "--length",
            "30",
            "--timeout",
            "1");
    assertThat(run.out())
        .contains("Verdict: undecided\n")
        .containsPattern(
            "MutualExclusion +undecided beyond \\d+ steps: timed out after 1 s(; .*)?\n");
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isEqualTo(30);
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "explore"})
  void noInitialState(String command) {
    CommandRun run =
        CommandRun.of(
            command,
            specifications.write("Next == x' = x\nNone == x \\in {}", ""),
            "--init",
            "None",
            "--next",
            "Next");
    assertThat(run.status()).as(run.out() + run.err()).isEqualTo(40);
  }

  @Test
  void badOption() {
    CommandRun run = CommandRun.of("check", "Spec.tla", "--lenght", "3");
    assertThat(run.err())
        .startsWith("skolem: Unknown option")
        .contains("'--lenght'", "--length")
        .endsWith("`skolem check --help` says what is possible\n");
    assertThat(run.status()).isEqualTo(2);
  }

  @Test
  void negativeLength() {
    CommandRun run = CommandRun.of("check", "Spec.tla", "--length", "-1");
    assertThat(run.err())
        .isEqualTo(
            """
            skolem: --length is a number of steps, from 0
            `skolem check --help` says what is possible
            """);
    assertThat(run.status()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "soon"})
  void badTimeLimit(String limit) {
    CommandRun run = CommandRun.of("check", "Spec.tla", "--timeout", limit);
    assertThat(run.err())
        .startsWith("skolem: Invalid value for option '--timeout': `" + limit + "` is not a ");
    assertThat(run.status()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0001", "1e30"})
  void timeLimitsOfAnySize(String limit) {
    String specification = specifications.write("Next == x' = x", "");
    assertThat(CommandRun.of("check", specification, "--timeout", limit).status()).isIn(0, 30);
  }

  @Test
  void noCommand() {
    CommandRun run = CommandRun.of();
    assertThat(run.err()).startsWith("skolem: a command is expected");
    assertThat(run.status()).isEqualTo(2);
  }
}
