package skolem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import skolem.cli.command.CommandRun;

/// Unions whose elements cannot be compared: TLC 2.18 has said of each use whether it is an error.
class UnionsOfSeveralKindsTest {
  @TempDir private Path folder;

  private int status(String command, String next, String invariant) {
    String spec =
        new SpecificationFolder(folder)
            .writeModule(
                "---- MODULE Spec ----\nEXTENDS Integers, FiniteSets\nVARIABLE x\nInit == x = 1\nNext == "
                    + next
                    + "\nInv == "
                    + invariant
                    + "\n====\n",
                "INIT Init\nNEXT Next\nINVARIANT Inv\n");
    return CommandRun.of(command, spec).status();
  }

  /// A union with a set by rule is gone through element by element.
  @ParameterizedTest
  @CsvSource({
    "\\A v \\in {x} \\cup [id : 0..1] : TRUE, 0",
    "\\E v \\in {x} \\cup [id : 0..1] : v = 1, 0",
    "\\A v \\in SUBSET {2} \\cup (0..1) : TRUE, 0",
    "'\\A v \\in [id : 0..1] \\cup {x} \\cup {\"a\"} : TRUE', 0",
    "'\\A v \\in UNION {{x}, [id : 0..1]} : TRUE', 0",
    "\\A v \\in {x} \\cup [id : 0..1] : FALSE, 12",
    "\\A v \\in {x} \\cup {\"a\"} : TRUE, 75",
    "(CHOOSE v \\in {x} \\cup [id : 0..1] : TRUE) = 1, 75",
    "Cardinality({x} \\cup [id : 0..1]) = 3, 75",
    "({x} \\cup [id : 0..1]) # {}, 75",
    "'7 \\in {v \\in {7} \\cup [{x} -> {2}] : TRUE}', 0",
    "'\\A v \\in {v \\in {7} \\cup [{x} -> {2}] : TRUE} : FALSE', 12",
    "'{3 : v \\in {v \\in {7} \\cup [{x} -> {2}] : TRUE}} = {3}', 0",
    "'{v \\in {x} \\cup [{1} -> {x}] : FALSE} = {}', 0",
    "'{v \\in {x} \\cup [{1} -> {x}] : TRUE} # {}', 75",
    "'Cardinality({v \\in {7} \\cup [{x} -> {2}] : TRUE}) = 2', 75",
    "'{v \\in {7} \\cup [{x} -> {2}] : TRUE} \\subseteq {7} \\cup [{x} -> {2}]', 75",
    "'{v \\in {7} \\cup [{x} -> {2}] : TRUE} \\in SUBSET {7}', 75",
    "'(CHOOSE v \\in {v \\in {7} \\cup [{x} -> {2}] : TRUE} : TRUE) # 3', 75",
    "'<<{v \\in {7} \\cup [{x} -> {2}] : TRUE}>> # <<{7}>>', 75",
  })
  void inAnInvariant(String invariant, int status) {
    assertThat(status("check", "UNCHANGED x", invariant)).isEqualTo(status);
    assertThat(status("explore", "UNCHANGED x", invariant)).isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{1} \\cup [id : 0..1]", "[id : 0..1] \\cup {1}", "{1} \\cup SUBSET {2}"})
  void inAnAction(String set) {
    assertThat(status("check", "x' \\in " + set, "TRUE")).isZero();
    assertThat(status("explore", "x' \\in " + set, "TRUE")).isZero();
  }
}
