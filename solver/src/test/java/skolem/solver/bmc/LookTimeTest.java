package skolem.solver.bmc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LookTimeTest {
  private static Duration milliseconds(long milliseconds) {
    return Duration.ofMillis(milliseconds);
  }

  @Test
  void firstLookTakesNoLongerThanTheSearchBeforeIt() {
    assertThat(LookTime.of(milliseconds(6_000), false)).isEqualTo(milliseconds(6_000));
    assertThat(LookTime.of(milliseconds(60_000), false)).isEqualTo(milliseconds(20_000));
  }

  @Test
  void shortSearchesAreLookedAtForLonger() {
    assertThat(LookTime.of(milliseconds(10), false)).isEqualTo(milliseconds(1_000));
    assertThat(LookTime.of(milliseconds(300), false)).isEqualTo(milliseconds(3_000));
    assertThat(LookTime.of(milliseconds(1_000), false)).isEqualTo(milliseconds(5_000));
  }

  @Test
  void anotherLookTakesPartOfTheSearch() {
    assertThat(LookTime.of(milliseconds(40_000), true)).isEqualTo(milliseconds(10_000));
    assertThat(LookTime.of(milliseconds(6_000), true)).isEqualTo(milliseconds(5_000));
  }

  @Test
  void endOfASearchIsLookedAtForPartOfIt() {
    assertThat(LookTime.atBound(milliseconds(100))).isEqualTo(milliseconds(1_000));
    assertThat(LookTime.atBound(milliseconds(10_000))).isEqualTo(milliseconds(2_500));
  }

  @Test
  void lemmasAreLookedForForLonger() {
    assertThat(LookTime.forLemmas(milliseconds(500), false)).isEqualTo(milliseconds(5_000));
    assertThat(LookTime.forLemmas(milliseconds(6_000), false)).isEqualTo(milliseconds(12_000));
    assertThat(LookTime.forLemmas(milliseconds(12_000), true)).isEqualTo(milliseconds(6_000));
  }
}
