package skolem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import skolem.cli.command.CommandRun;

/// `check` ends with the exit status that the manual names.
class ExitStatusTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "0; Next == x' = x; CHECK_DEADLOCK TRUE",
        "10; Next == x' = x ASSUME 1 = 2; CHECK_DEADLOCK TRUE",
        "11; Next == x < 2 /\\ x' = x + 1; CHECK_DEADLOCK TRUE",
        "12; Next == x' = x + 1 Inv == x < 2; INVARIANT Inv",
        "13; Next == x' = 1 - x Up == [][x' > x]_x; PROPERTY Up",
        "14; Next == x' = x + 1 /\\ Assert(x < 2, x); CHECK_DEADLOCK TRUE",
        "30; Next == x' = x Live == <>(x = 1); PROPERTY Live",
        "75; Next == x' = Head(<<>>); CHECK_DEADLOCK TRUE",
        "75; Next == x' = x + \"a\"; CHECK_DEADLOCK TRUE",
        "75; Next == x' = x /\\ \\A y : y = y; CHECK_DEADLOCK TRUE",
        "150; Next == x' = ; CHECK_DEADLOCK TRUE",
        "150; Next == z' = x; CHECK_DEADLOCK TRUE",
        "151; Next == x' = x; INVARIANT Absent",
        "151; Next == x' = x; INVARIENT Next",
      })
  void ofASpecification(int status, String body, String config) throws Exception {
    Path module = folder.resolve("Spec.tla");
    Files.writeString(
        module,
        "---- MODULE Spec ----\nEXTENDS Naturals, Sequences, TLC\nVARIABLE x\nInit == x = 0\n"
            + body.replaceAll(" (ASSUME|Inv ==|Up ==|Live ==)", "\n$1")
            + "\n====\n");
    Files.writeString(folder.resolve("Spec.cfg"), "INIT Init\nNEXT Next\n" + config);
    CommandRun run = CommandRun.of("check", module.toString());
    assertThat(run.status()).as(run.out() + run.err()).isEqualTo(status);
  }

  @Test
  void ofACommandLine() {
    assertThat(CommandRun.of("check").status()).isEqualTo(2);
    assertThat(CommandRun.of("check", "Spec.tla", "--lenght", "3").status()).isEqualTo(2);
    assertThat(CommandRun.of("check", "Spec.tla", "--max-traces", "0").status()).isEqualTo(2);
  }

  @Test
  void ofAMissingFile() {
    assertThat(CommandRun.of("check", folder.resolve("Absent.tla").toString()).status())
        .isEqualTo(153);
  }

  /// A violation is worse than what was not checked, and that than what is vacuous.
  @Test
  void ofSeveralFindings() {
    SpecificationFolder specifications = new SpecificationFolder(folder);
    String body =
        "Up == x' = x + 1\nNever == x > 99 /\\ x' = 0\nNext == Up \\/ Never\nInv == x < 2";
    String vacuous = specifications.write(body, "INVARIANT Inv");
    assertThat(CommandRun.of("check", vacuous, "--strict").status()).isEqualTo(12);
    assertThat(CommandRun.of("check", vacuous, "--strict", "--length", "1").status()).isEqualTo(40);
  }
}
