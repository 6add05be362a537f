package skolem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import skolem.cli.command.CommandRun;

/// Sets by rule and their parts, asked about values that may be of another kind than their
/// elements: TLC 2.18 has said of each whether it is an error (75), is false (12) or holds (0).
class SetsByRuleTest {
  @TempDir private Path folder;

  private int status(String command, String next, String invariant) {
    String spec =
        new SpecificationFolder(folder)
            .writeModule(
                "---- MODULE Spec ----\nEXTENDS Integers, Sequences, FiniteSets\nCONSTANT A_1\n"
                    + "VARIABLE x\nInit == x \\in 0..1\nNext == "
                    + next
                    + "\nInv == "
                    + invariant
                    + "\n====\n",
                "INIT Init\nNEXT Next\nINVARIANT Inv\nCONSTANT A_1 = A_1\nCHECK_DEADLOCK FALSE\n");
    return CommandRun.of(command, spec).status();
  }

  private void requireStatus(String next, String invariant, int status) {
    assertThat(status("check", next, invariant)).isEqualTo(status);
    assertThat(status("explore", next, invariant)).isEqualTo(status);
  }

  /// Whether a value can be asked about is up to the set that the elements are taken from.
  @ParameterizedTest
  @CsvSource({
    "'<<x>> \\notin {a \\in [f : 0..1] : x >= 0}', 75",
    "'A_1 \\notin {a \\in [f : 0..1] : x > 5}', 75",
    "'x \\notin {a \\in SUBSET {1, 2} : x > 5}', 75",
    "'x \\notin {a \\in {1} \\X {2} : x > 5}', 75",
    "'\"a\" \\notin {a \\in SUBSET {1} \\cup {{2}} : x > 5}', 75",
    "'x \\notin {a \\in [{1} -> {2}] : x > 5}', 75",
    "'[f |-> TRUE] \\notin {a \\in [f : {1}] : x > 5}', 75",
    "'{x} \\notin {a \\in SUBSET {\"p\", \"q\"} : \\E b \\in a : b = \"p\"}', 75",
    "'3 \\notin IF x = 0 THEN {w \\in SUBSET {1, 2} : x > 5} ELSE {}', 75",
    "'{<<x>>} \\subseteq {w \\in [f : {1}] : x > 5}', 75",
    "'{w \\in [f : {1}] : x > 5} \\subseteq {<<x>>}', 0",
    "'{x + 5} \\notin {a \\in {c \\in SUBSET {1, 2} : x >= 0} : x = \"c\"}', 0",
    "'5 \\in {a \\in 1..(x + 6) : 10 \\div (a - 1) > 0}', 75",
    "'{w \\in SUBSET {1, 2} : w # {}} = {{1}, {2}, {1, 2}}', 0",
    "'({1} \\in {q \\in SUBSET (IF x = 0 THEN {1} ELSE {\"a\"}) : x < 5}) \\in BOOLEAN', 75",
    "'({1} \\in IF x = 0 THEN {q \\in SUBSET {\"a\"} : TRUE} ELSE {{1}}) \\in BOOLEAN', 75",
  })
  void filtered(String invariant, int status) {
    requireStatus("UNCHANGED x", invariant, status);
  }

  /// An intersection is gone through by the side that is written out.
  @ParameterizedTest
  @CsvSource({
    "'<<x, 5>> \\notin ({0} \\X {1}) \\cap {A_1}', 75",
    "'{x} \\notin SUBSET {7} \\cap {\"a\"}', 75",
    "'{} \\subseteq Seq({1}) \\cap {\"f\"}', 75",
    "'{x + 5} \\notin SUBSET {\"a\"} \\cap {{\"b\"}, {x}}', 75",
    "'\\A v \\in {x} \\cup {w \\in [id : 0..1] : TRUE} : TRUE', 0",
    "'\\A v \\in {w \\in [id : 0..1] : TRUE} \\cup {x} : TRUE', 0",
    "'{w \\in SUBSET {1, 2} : TRUE} \\cup {x} = {5}', 75",
    "'{x} \\notin {w \\in SUBSET {1, 2} : TRUE} \\ {{1}}', 0",
    "'\"a\" \\notin {w \\in SUBSET {1, 2} : TRUE} \\ {{1}}', 75",
    "'\"a\" \\notin {w \\in SUBSET {1, 2} : TRUE} \\cap {{1}}', 75",
    "'\"a\" \\notin {w \\in SUBSET {1, 2} : x > 5} \\cup {{1}}', 75",
    "'({1} \\in {q \\in SUBSET {x} : TRUE} \\cup {q \\in SUBSET {\"a\"} : x = 0}) \\in BOOLEAN', 75",
    "'<<x>> \\notin {w \\in [f : {1}] : x > 5} \\cap {v \\in [f : {1}] : x > 5}', 75",
    "'Cardinality({w \\in SUBSET {1, 2} : TRUE} \\ {{1}}) = 4', 12",
    "'Cardinality({w \\in SUBSET {1, 2} : TRUE} \\cap {v \\in SUBSET {1} : TRUE}) = 4', 12",
  })
  void combined(String invariant, int status) {
    requireStatus("UNCHANGED x", invariant, status);
  }

  @ParameterizedTest
  @CsvSource({
    "'x'' \\in {0, 1} /\\ x'' \\notin {a \\in SUBSET {1, 2} : x = 7}', 75",
    "'<<x>> \\notin {a \\in [f : 0..1] : x >= 0} /\\ x'' = x', 75",
    "'\\E s \\in {a \\in SUBSET {1, 2} : x \\in a} : x'' \\in s /\\ x'' = x', 0",
  })
  void inAnAction(String next, int status) {
    requireStatus(next, "x < 3", status);
  }

  /// A set that is the result of a function is written out, and has as such no element of another
  /// size; TLC, which still asks the set by rule, ends with an error.
  @ParameterizedTest
  @ValueSource(strings = {"[i \\in {1} |-> Q][1]", "Head(<<Q>>)", "[[a |-> {}] EXCEPT !.a = Q].a"})
  void inAFunction(String set) {
    String invariant =
        "LET Q == {q \\in SUBSET {1, 2} : Cardinality(q) > x} IN {<<1>>, <<2>>, <<3>>} \\notin "
            + set;
    requireStatus("UNCHANGED x", invariant, 0);
  }

  /// A set that in each of many steps is one of two parts of another one.
  @Test
  void inManySteps() {
    String invariant =
        """
        LET RECURSIVE P(_, _)
            P(S, k) == IF k = 0 THEN S ELSE
                       P(IF (k + x) % 2 = 0 THEN {q \\in S : k \\notin q} ELSE S, k - 1)
        IN {7} \\notin P({q \\in SUBSET (1..3) : x \\notin q}, 20)\
        """;
    assertThat(status("check", "UNCHANGED x", invariant)).isZero();
  }

  /// A table of what a recursion comes to keeps what its set is a part of.
  @ParameterizedTest
  @ValueSource(strings = {"TRUE", "x = 0", "x > 5"})
  void asArgumentsOfARecursion(String predicate) {
    String invariant =
        """
        LET RECURSIVE P(_, _)
            P(S, k) == IF k = 0 THEN S ELSE P(S, k - 1)
        IN <<x>> \\notin P({a \\in [f : 0..1] : %s}, 2)\
        """
            .formatted(predicate);
    requireStatus("UNCHANGED x", invariant, 75);
  }

  /// Each step makes the set of one more that is described in another way.
  @Test
  void aSetOfManyIsNotAskedAboutWhatMayBeAnError() {
    String invariant =
        """
        LET RECURSIVE P(_, _)
            P(S, k) == IF k = 0 THEN S ELSE P(S \\cup {q \\in SUBSET {k} : x < 5}, k - 1)
        IN 7 \\notin P({q \\in SUBSET (1..3) : x \\notin q}, %d)\
        """;
    assertThat(status("check", "UNCHANGED x", invariant.formatted(5))).isEqualTo(75);
    assertThat(status("check", "UNCHANGED x", invariant.formatted(50))).isEqualTo(30);
  }
}
