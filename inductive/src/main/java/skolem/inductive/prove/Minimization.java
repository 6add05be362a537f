package skolem.inductive.prove;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import skolem.encoder.formula.Assignment;
import skolem.encoder.formula.Formula;
import skolem.solver.session.Answer;
import skolem.solver.session.Budget;
import skolem.solver.session.SolverSession;

/// Makes evidence small, greedily, one element after the other, within a bounded time.
///
/// What is found is shown, and should be the same each time. So the whole may take so much time of
/// the processor, not of the clock, and one question so much that only hard ones are given up, even
/// where the machine is busy.
final class Minimization {
  private static final Duration WHOLE = Duration.ofSeconds(3);
  private static final Budget EACH = Budget.of(Duration.ofSeconds(2));
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private Minimization() {}

  /// A model in which as few choices as possible hold, so that sets have few elements.
  static Assignment least(
      List<Formula> choices, SolverSession session, List<Formula> assumptions, Assignment found) {
    Assignment best = found;
    List<Formula> fixed = new ArrayList<>(assumptions);
    long end = THREADS.getCurrentThreadCpuTime() + WHOLE.toNanos();
    for (Formula choice : choices) {
      if (!best.value(choice)) {
        fixed.add(choice.not());
      } else if (THREADS.getCurrentThreadCpuTime() < end) {
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

  /// Assumptions that contradict the goal, none of which can be left out, as far as time allows.
  static List<Formula> core(SolverSession session, List<Formula> assumptions, Formula goal) {
    List<Formula> needed = new ArrayList<>(assumptions);
    long end = THREADS.getCurrentThreadCpuTime() + WHOLE.toNanos();
    for (Formula candidate : assumptions) {
      if (needed.contains(candidate) && THREADS.getCurrentThreadCpuTime() < end) {
        List<Formula> tried = new ArrayList<>(needed);
        tried.remove(candidate);
        tried.add(goal);
        if (session.check(tried, EACH) instanceof Answer.Unsat(var core)) {
          needed.retainAll(core);
        }
      }
    }
    return needed;
  }
}
