package skolem.frontend.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import skolem.frontend.source.Code;

/// Which names a standard module brings in, and which it keeps to itself: SANY 2.2 has said of
/// each.
class StandardModulesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "EXTENDS Sequences\nNat == {0, 1}",
        "EXTENDS Bags, TLC\nNat == {0, 1}",
        "EXTENDS TLC\nSeq == 0",
        "EXTENDS TLC\nCardinality == 0",
        "EXTENDS FiniteSets\na + b == 0",
        "EXTENDS Bags\nA == 1 :> 2",
        "EXTENDS Bags\nA == PrintT(1)",
        "EXTENDS Reals\nA == 1..2 \\cup Int \\cup Nat",
        "EXTENDS SequencesExt\nA == Cardinality({1}) + 1",
      })
  void aNameIsThereOrFree(String body) {
    assertThat(Resolved.body(body).messages()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EXTENDS TLC\nA == 0..1",
        "EXTENDS TLC\nA == Len(<<>>)",
        "EXTENDS TLC\nA == Cardinality({})",
        "EXTENDS Sequences\nA == 1 + 1",
        "EXTENDS Bags\nA == 1 + 1",
        "EXTENDS FiniteSets\nA == Len(<<>>)",
      })
  void aNameIsNotThere(String body) {
    assertThat(Resolved.body(body).codes()).contains(Code.UNKNOWN_NAME).hasSize(1);
  }
}
