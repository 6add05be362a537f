package skolem.solver.bmc;

import java.time.Duration;
import java.util.List;
import skolem.frontend.value.ModelValue;
import skolem.frontend.verdict.Vacuity;
import skolem.frontend.verdict.Verdict;
import skolem.solver.session.SessionStatistics;

/// What a bounded check found, and what it cost.
///
/// @param safeDepth no state after at most this many steps is bad, but for the violations that were
///   found; -1 where that is not even known of initial states
/// @param branches of each step that was encoded, from the initial states on
/// @param vacuity what makes the verdict say less than it seems to; empty where a violation or the
///   solver ended the search
/// @param interchanged sets of values of which one order of use was looked at only
/// @param leftOut variables that nothing asked about depends on, and which were not computed
/// @param failures of engines
public record CheckReport(
    Verdict verdict,
    int safeDepth,
    List<Integer> branches,
    List<Vacuity> vacuity,
    List<List<ModelValue>> interchanged,
    List<String> leftOut,
    List<EngineFailed> failures,
    Duration encoding,
    Duration solving,
    int nodes,
    SessionStatistics solver) {
  public CheckReport {
    branches = List.copyOf(branches);
    vacuity = List.copyOf(vacuity);
    interchanged = List.copyOf(interchanged);
    leftOut = List.copyOf(leftOut);
    failures = List.copyOf(failures);
  }

  /// An engine failed; depths before this one were finished.
  ///
  /// @param how which engine, and what happened
  public record EngineFailed(String how, int depth) {}

  /// Whether the model has no initial state at all.
  public boolean vacuous() {
    return vacuity.contains(new Vacuity.NoInitialState());
  }
}
