package skolem.solver.lemma;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import skolem.encoder.formula.Formula;
import skolem.solver.session.Answer;
import skolem.solver.session.Budget;
import skolem.solver.session.SolverSession;

/// The time that a search for lemmas may take.
///
/// @param nanoTime when it is over
/// @param question what each question to the solver may take of it
record Allowance(long nanoTime, Budget question) {

  /// Nothing is left.
  static final class SpentException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  static Allowance of(Duration time, Budget question) {
    return new Allowance(System.nanoTime() + time.toNanos(), question);
  }

  /// All but a quarter of what is left.
  Allowance most() {
    return new Allowance(nanoTime - (nanoTime - System.nanoTime()) / 4, question);
  }

  /// At most so much of it.
  Allowance within(Duration time) {
    return new Allowance(
        nanoTime - Math.max(0, nanoTime - System.nanoTime() - time.toNanos()), question);
  }

  /// What is left for a question to the solver; null where nothing is, or the thread is told to
  /// stop.
  @Nullable Budget left() {
    long left = nanoTime - System.nanoTime();
    return left <= 0 || Thread.currentThread().isInterrupted()
        ? null
        : question.within(Budget.of(Duration.ofNanos(left)));
  }

  /// Asks a question in what is left.
  ///
  /// @throws SpentException where nothing is
  Answer ask(SolverSession session, List<Formula> assumptions) {
    Budget left = left();
    if (left == null) {
      throw new SpentException();
    }
    return session.check(assumptions, left);
  }
}
