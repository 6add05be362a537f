package skolem.solver.lemma;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import skolem.solver.session.Budget;

/// The time that a search for lemmas may take.
///
/// @param nanoTime when it is over
record Allowance(long nanoTime) {

  static Allowance of(Duration time) {
    return new Allowance(System.nanoTime() + time.toNanos());
  }

  /// What is left for a question to the solver; null where nothing is.
  @Nullable Budget left() {
    long left = nanoTime - System.nanoTime();
    return left <= 0 ? null : Budget.of(Duration.ofNanos(left));
  }
}
