package skolem.benchmarks.loops;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import skolem.encoder.formula.Formula;
import skolem.encoder.symbolic.SymValue;

/// The loops do what their names say.
class InnerLoopsTest {
  private final InnerLoops loops = new InnerLoops();

  @Test
  void knownFormulasAreNotMadeAgain() {
    Formula first = loops.knownFormulas();
    assertThat(loops.knownFormulas()).isSameAs(first);
  }

  /// Each element may be in the merged set, and nothing else.
  @Test
  void mergeKeepsAllElements() {
    assertThat(loops.merge())
        .isInstanceOfSatisfying(
            SymValue.SetOf.class, set -> assertThat(set.members()).hasSize(200));
  }

  /// 16 times 16 pairs.
  @Test
  void unionSplitsThePair() {
    assertThat(loops.unionWithSplit())
        .isInstanceOfSatisfying(
            SymValue.SetOf.class, set -> assertThat(set.members()).hasSize(256));
  }
}
