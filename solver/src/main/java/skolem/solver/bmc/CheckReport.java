package skolem.solver.bmc;

import java.time.Duration;
import java.util.List;
import skolem.frontend.verdict.Verdict;
import skolem.solver.session.SessionStatistics;

/// What a bounded check found, and what it cost.
///
/// @param safeDepth no state after at most this many steps is bad, but for the violations that were
///   found; -1 where that is not even known of initial states
/// @param branches of each step that was encoded, from the initial states on
/// @param vacuous whether the model has no initial state at all
public record CheckReport(
    Verdict verdict,
    int safeDepth,
    List<Integer> branches,
    boolean vacuous,
    Duration encoding,
    Duration solving,
    int nodes,
    SessionStatistics solver) {
  public CheckReport {
    branches = List.copyOf(branches);
  }
}
