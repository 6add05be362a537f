package skolem.benchmarks.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/// Medians do not depend on the order of the numbers.
class FiguresTest {
  @Test
  void theMedianOfAnOddNumberIsTheMiddleOne() {
    assertThat(Figures.of(List.of(9.0, 1.0, 2.0))).isEqualTo(new Figures(2, 1, 9));
  }

  @Test
  void theMedianOfAnEvenNumberIsTheMeanOfTheMiddleTwo() {
    assertThat(Figures.of(List.of(10.0, 1.0, 4.0, 2.0))).isEqualTo(new Figures(3, 1, 10));
  }

  @Test
  void nothingHasNoMedian() {
    assertThatThrownBy(() -> Figures.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    assertThat(Figures.median(List.of(OptionalDouble.empty()))).isEmpty();
  }

  @Test
  void whatIsNotKnownIsLeftOut() {
    assertThat(Figures.median(List.of(OptionalDouble.empty(), OptionalDouble.of(4)))).hasValue(4);
  }
}
