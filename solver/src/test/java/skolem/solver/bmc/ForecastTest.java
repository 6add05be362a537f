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

  /// A search to depth 5 that has come to depth 2; depth 1 took 100 ms of solving and 20 of
  /// encoding.
  private static Forecast atDepthTwo() {
    return Forecast.before(6)
        .next(millis(0), millis(10))
        .next(millis(50), millis(30))
        .next(millis(150), millis(50));
  }

  @Test
  void theDepthsThatAreLeftAreExpectedToBeLikeTheLast() {
    // Depths 2, 3, 4 and 5.
    assertTrue(atDepthTwo().exceeds(millis(400)));
    assertFalse(atDepthTwo().exceeds(millis(401)));
  }

  @Test
  void nothingIsExpectedBeforeTheFirstQuestion() {
    assertFalse(Forecast.before(6).next(millis(0), millis(10)).exceeds(millis(1)));
  }

  @Test
  void toLookAtAnyStateCostsAsManyFrames() {
    assertEquals(LEAST, atDepthTwo().priceOfAnyState(LEAST));
    assertEquals(millis(200), atDepthTwo().priceOfAnyState(millis(1)));
  }

  @Test
  void theLastQuestionMayTakeAsLongAsAllBefore() {
    Forecast last = atDepthTwo().next(millis(900), millis(70)).next(millis(950), millis(90));
    assertFalse(last.isLast());
    assertEquals(LEAST, last.patience(LEAST));
    last = last.next(millis(1000), millis(110));
    assertTrue(last.isLast());
    assertEquals(millis(1000), last.patience(LEAST));
    assertEquals(millis(2000), last.patience(millis(2000)));
  }
}
