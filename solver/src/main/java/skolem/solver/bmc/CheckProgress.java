package skolem.solver.bmc;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import skolem.frontend.model.Model;
import skolem.frontend.value.ModelValue;
import skolem.frontend.verdict.Outcome;
import skolem.frontend.verdict.Vacuity;
import skolem.solver.session.SessionStatistics;

/// How far a bounded check is: what it has found out stays known when it is interrupted.
///
/// Written by the checker's thread, read by any.
public final class CheckProgress {
  private final Model model;
  private final CheckOptions options;
  private final long start = System.nanoTime();
  private final List<Integer> branches = new ArrayList<>();
  private final List<Outcome.Violated> violations = new ArrayList<>();
  private SessionStatistics statistics = new SessionStatistics("no solver", 0, 0, 0, 0, List.of());
  private Duration besides = Duration.ZERO;
  private List<List<ModelValue>> interchanged = List.of();
  private final List<CheckReport.EngineFailed> failures = new ArrayList<>();
  private List<String> leftOut = List.of();
  private int nodes;
  private int doneDepth = -1;
  private boolean deadlockKnown = true;

  CheckProgress(Model model, CheckOptions options) {
    this.model = model;
    this.options = options;
  }

  /// What is known now, where the check ends for this reason.
  public CheckReport interrupted(String reason) {
    return report(new End.GaveUp(reason), List.of());
  }

  synchronized CheckReport report(End end, List<Vacuity> vacuity) {
    Duration solving = Duration.ofNanos(statistics.solverNanoseconds()).plus(besides);
    return new CheckReport(
        new VerdictAssembly(model, options, deadlockKnown, doneDepth).verdict(end, violations),
        doneDepth,
        branches,
        vacuity,
        interchanged,
        leftOut,
        failures,
        elapsed().minus(solving),
        solving,
        nodes,
        statistics);
  }

  /// Time since the check began.
  public Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  synchronized void entered(int branchesOfStep) {
    branches.add(branchesOfStep);
  }

  synchronized void done(int depth) {
    doneDepth = depth;
  }

  synchronized void found(Outcome.Violated violated) {
    violations.add(violated);
  }

  synchronized void deadlockIsNotKnown() {
    deadlockKnown = false;
  }

  synchronized void interchanges(List<List<ModelValue>> sets) {
    interchanged = sets;
  }

  synchronized void leavesOut(List<String> variables) {
    leftOut = variables;
  }

  /// @param soFar of the session of the search
  /// @param solvingBesides inside solvers, in other sessions on the same thread
  synchronized void spent(SessionStatistics soFar, Duration solvingBesides, int nodesSoFar) {
    statistics = soFar;
    besides = solvingBesides;
    for (String how : soFar.failures().subList(failures.size(), soFar.failures().size())) {
      failures.add(new CheckReport.EngineFailed(how, doneDepth + 1));
    }
    nodes = nodesSoFar;
  }

  synchronized int doneDepth() {
    return doneDepth;
  }

  /// Whether the initial states are still to be made.
  synchronized boolean isBeforeInitialStates() {
    return branches.isEmpty();
  }
}
