package skolem.solver.bmc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ForecastTest {
  private static final Duration LEAST = millis(400);

  private static Duration millis(long milliseconds) {
    return Duration.ofMillis(milliseconds);
  }

  /// A search that has come to depth 2; depth 1 took 100 ms of solving and 20 of encoding.
  private static Forecast atDepthTwo(int length) {
    return Forecast.before(length + 1)
        .next(millis(0), millis(10))
        .next(millis(50), millis(30))
        .next(millis(150), millis(50));
  }

  @Test
  void theDepthsThatAreLeftAreExpectedToBeLikeTheLast() {
    // Depth 2 only.
    assertTrue(atDepthTwo(2).exceeds(millis(100)));
    assertFalse(atDepthTwo(2).exceeds(millis(101)));
    // Depths 2 and 3.
    assertTrue(atDepthTwo(3).exceeds(millis(200)));
    assertFalse(atDepthTwo(3).exceeds(millis(201)));
  }

  @Test
  void noMoreDepthsAreForeseenThanThereHaveBeenOrTen() {
    assertTrue(atDepthTwo(1_000_000).exceeds(millis(1000)));
    assertFalse(atDepthTwo(1_000_000).exceeds(millis(1001)));
    Forecast later = atDepthTwo(1_000_000);
    for (int depth = 3; depth <= 15; depth++) {
      later = later.next(millis(100L * depth), millis(100));
    }
    assertTrue(later.exceeds(millis(1500)));
    assertFalse(later.exceeds(millis(1501)));
  }

  @Test
  void nothingIsExpectedBeforeTheFirstQuestion() {
    assertFalse(Forecast.before(6).next(millis(0), millis(10)).exceeds(millis(1)));
  }

  @Test
  void toLookAtAnyStateCostsAsManyFrames() {
    assertEquals(LEAST, atDepthTwo(5).priceOfAnyState(LEAST));
    assertEquals(millis(100), atDepthTwo(5).priceOfAnyState(millis(1)));
    assertEquals(millis(600), atDepthTwo(5).priceOfLemmas(LEAST));
    assertEquals(millis(700), atDepthTwo(5).priceOfLemmas(millis(700)));
  }

  @Test
  void theLastQuestionMayTakeAsLongAsAllBeforeOrTwiceThePrice() {
    Forecast last = atDepthTwo(5).next(millis(900), millis(70)).next(millis(950), millis(90));
    assertFalse(last.isLast());
    assertEquals(LEAST, last.patience(LEAST));
    last = last.next(millis(1000), millis(110));
    assertTrue(last.isLast());
    assertEquals(millis(1000), last.patience(LEAST));
    assertEquals(millis(4000), last.patience(millis(2000)));
  }
}
