package skolem.solver.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// What is left of a budget.
class BudgetTest {
  private static final Budget TEN =
      Budget.of(Duration.ofSeconds(10)).withMemory(5L).withHelpAfter(Duration.ofSeconds(4));

  @Test
  void timeIsUsedUp() {
    assertThat(TEN.after(Duration.ofSeconds(3).toNanos()))
        .isEqualTo(new Budget(Duration.ofSeconds(7), 5L, Duration.ofSeconds(1)));
    assertThat(TEN.after(Duration.ofSeconds(5).toNanos()))
        .isEqualTo(new Budget(Duration.ofSeconds(5), 5L, Duration.ZERO));
    assertThat(TEN.after(Duration.ofHours(1).toNanos()))
        .isEqualTo(new Budget(Duration.ofMillis(1), 5L, Duration.ZERO));
    assertThat(Budget.UNLIMITED.after(7)).isEqualTo(Budget.UNLIMITED);
  }

  @Test
  void aShareIsOfTheTime() {
    assertThat(TEN.share(2))
        .isEqualTo(new Budget(Duration.ofSeconds(5), 5L, Duration.ofSeconds(4)));
    assertThat(Budget.UNLIMITED.share(2)).isEqualTo(Budget.UNLIMITED);
  }

  @Test
  void theSmallerLimitsCount() {
    Budget other = Budget.of(Duration.ofSeconds(2)).withMemory(9L);
    assertThat(TEN.within(other))
        .isEqualTo(new Budget(Duration.ofSeconds(2), 5L, Duration.ofSeconds(4)));
    assertThat(other.within(TEN)).isEqualTo(new Budget(Duration.ofSeconds(2), 5L, null));
    assertThat(TEN.within(Budget.UNLIMITED)).isEqualTo(TEN);
  }
}
