package skolem.solver.bmc;

import java.util.function.Supplier;
import skolem.solver.session.Budget;

/// The time of one question, which is asked in slices: what is prepared between them does not
/// count.
final class QuestionTime {
  private final Budget limit;
  private final Supplier<Budget> leftOfSearch;
  private long used;

  /// @param limit for all slices together
  /// @param leftOfSearch what is left of the time for the search at any moment
  QuestionTime(Budget limit, Supplier<Budget> leftOfSearch) {
    this.limit = limit;
    this.leftOfSearch = leftOfSearch;
  }

  /// What the next slice may take at the most.
  Budget left() {
    return limit.after(used).within(leftOfSearch.get());
  }

  /// A slice has taken so long.
  void took(long nanoseconds) {
    used += nanoseconds;
  }

  /// Why the question was given up: its time is over, or what the solver says.
  String whyGivenUp(String reason) {
    return limit.usedUpBy(used) ? limit.exceeded() : reason;
  }
}
