package skolem.solver.lemma;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import skolem.solver.session.Budget;

/// The time that a search for lemmas may take.
///
/// @param nanoTime when it is over
/// @param question what each question to the solver may take of it
record Allowance(long nanoTime, Budget question) {

  static Allowance of(Duration time, Budget question) {
    return new Allowance(System.nanoTime() + time.toNanos(), question);
  }

  /// What is left for a question to the solver; null where nothing is.
  @Nullable Budget left() {
    long left = nanoTime - System.nanoTime();
    return left <= 0 ? null : question.within(Budget.of(Duration.ofNanos(left)));
  }
}
