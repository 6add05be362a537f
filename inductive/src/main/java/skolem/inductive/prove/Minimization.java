package skolem.inductive.prove;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import skolem.encoder.formula.Assignment;
import skolem.encoder.formula.Formula;
import skolem.encoder.unroll.Unrolling;
import skolem.solver.session.Answer;
import skolem.solver.session.Budget;
import skolem.solver.session.SolverSession;

/// Makes a counterexample to induction small: as few choices as possible hold in its first state,
/// so that sets have few elements.
///
/// Greedy, one choice after the other, each decision kept; bounded in time.
final class Minimization {
  private static final Duration WHOLE = Duration.ofSeconds(3);
  private static final Budget EACH = Budget.of(Duration.ofMillis(300));

  private Minimization() {}

  static Assignment least(
      Unrolling unrolling, SolverSession session, List<Formula> assumptions, Assignment found) {
    Assignment best = found;
    List<Formula> fixed = new ArrayList<>(assumptions);
    long end = System.nanoTime() + WHOLE.toNanos();
    for (Formula choice : unrolling.choices()) {
      if (!best.value(choice)) {
        fixed.add(choice.not());
      } else if (System.nanoTime() < end) {
        List<Formula> tried = new ArrayList<>(fixed);
        tried.add(choice.not());
        if (session.check(tried, EACH) instanceof Answer.Sat(var smaller)) {
          best = smaller;
          fixed = tried;
        } else {
          fixed.add(choice);
        }
      }
    }
    return best;
  }
}
