package skolem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import skolem.cli.command.CommandRun;

/// Whether sets that are described rather than listed are finite, and how many elements they have.
class FinitenessTest {
  @TempDir private Path folder;

  private int status(String invariant) {
    String spec =
        new SpecificationFolder(folder)
            .writeModule(
                "---- MODULE Spec ----\nEXTENDS Integers, Sequences, FiniteSets\nVARIABLE x\n"
                    + "Init == x \\in 0..2\nNext == UNCHANGED x\nInv == "
                    + invariant
                    + "\n====\n",
                "INIT Init\nNEXT Next\nINVARIANT Inv\nCHECK_DEADLOCK FALSE\n");
    return CommandRun.of("check", spec).status();
  }

  @ParameterizedTest
  @CsvSource({
    "Nat, 12",
    "'{x} \\cup Nat', 12",
    "'Nat \\cap {x}', 0",
    "'{x} \\ Nat', 0",
    "'Nat \\ {x}', 12",
    "'[{1} -> Nat]', 12",
    "'[{} -> Nat]', 0",
    "'[Nat -> {1}]', 75",
    "'[Nat -> {1, 2}]', 12",
    "'[1..30 -> 1..30]', 0",
    "'SUBSET (SUBSET (1..9))', 0",
    "'SUBSET Nat', 12",
    "'Nat \\X {1}', 12",
    "'(Nat \\X {n \\in {1} : x = 0})', 75",
    "'[a : 1..2, b : Nat]', 12",
    "'[a : 1..20, b : SUBSET (1..30)]', 0",
    "'Seq({1})', 12",
    "'Seq({})', 0",
    "'{n \\in Nat : n < x}', 75",
    "'{s \\in SUBSET (1..40) : x \\in s}', 0",
    "'IF x = 0 THEN {1} ELSE Nat', 12",
  })
  void isFinite(String set, int status) {
    assertThat(status("IsFiniteSet(" + set + ")")).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    "'Cardinality(0..100000000) = 100000001', 0",
    "'Cardinality(x..100000000) = 100000001 - x', 0",
    "'Cardinality(x..1000000000) > 999999999', 12",
    "'0..1000000000 \\subseteq x..1000000001', 12",
    "'x..1000000000 \\subseteq 0..1000000001', 0",
    "'Cardinality((x + 1000000000)..1000000001) = 2 - x', 0",
    "'Cardinality((2 * x * 1000000000)..1000000000) \\in {1000000001, 0}', 0",
  })
  void ranges(String invariant, int status) {
    assertThat(status(invariant)).isEqualTo(status);
  }
}
