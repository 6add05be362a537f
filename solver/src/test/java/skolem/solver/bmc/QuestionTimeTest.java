package skolem.solver.bmc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import skolem.solver.session.Budget;

class QuestionTimeTest {
  private static Budget seconds(long seconds) {
    return Budget.of(Duration.ofSeconds(seconds));
  }

  private static long nanoseconds(long seconds) {
    return Duration.ofSeconds(seconds).toNanos();
  }

  @Test
  void slicesShareTheTime() {
    QuestionTime time = new QuestionTime(seconds(10), () -> Budget.UNLIMITED);
    assertEquals(seconds(10), time.left());
    time.took(nanoseconds(3));
    time.took(nanoseconds(4));
    assertEquals(seconds(3), time.left());
  }

  @Test
  void noSliceOutlastsTheSearch() {
    QuestionTime time = new QuestionTime(seconds(10), () -> seconds(2));
    assertEquals(seconds(2), time.left());
    time.took(nanoseconds(9));
    assertEquals(seconds(1), time.left());
  }

  @Test
  void theTimeIsTheReasonWhereItIsOver() {
    QuestionTime time = new QuestionTime(seconds(10), () -> Budget.UNLIMITED);
    time.took(nanoseconds(9));
    assertEquals("the solver gave up", time.whyGivenUp("the solver gave up"));
    time.took(nanoseconds(1));
    assertEquals("timed out after 10 s", time.whyGivenUp("the solver gave up"));
  }
}
