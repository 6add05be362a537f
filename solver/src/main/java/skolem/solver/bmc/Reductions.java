package skolem.solver.bmc;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/// Which means may be used to make a search shorter; no verdict depends on them.
///
/// @param allowed the means
/// @param patience how long a question to the solver, or all that are expected, may take before
///   they are used, and a search that stays small before frames are pruned; zero to use them from
///   the first step on
public record Reductions(Set<Reduction> allowed, Duration patience) {
  public static final Reductions ALL =
      new Reductions(EnumSet.allOf(Reduction.class), Duration.ofMillis(400));
  public static final Reductions NONE = new Reductions(Set.of(), ALL.patience());

  /// A means to look at fewer behaviours, at less of each, or with more engines.
  public enum Reduction {
    /// All depths at once, where a step from any safe state of the right form leads to a safe
    /// state.
    INDUCTION,
    /// Lemmas about the states, found by simulation and proved by induction.
    LEMMAS,
    /// Lemmas found backwards from the bad states, beside the search, on another processor.
    DIRECTED,
    /// Of two steps that can be swapped, one order only.
    ORDER,
    /// Hard questions to two engines at a time, on two processors.
    PORTFOLIO,
    /// Questions that are not answered within their share of the time in parts, one for each
    /// action.
    CUBES,
    /// Frames without the values and branches that no behaviour reaches.
    PRUNING,
    /// Of behaviours that differ in the names of interchangeable values, one only.
    SYMMETRY,
    /// States without the variables that nothing asked about depends on.
    CONE
  }

  public Reductions {
    allowed = Set.copyOf(allowed);
    if (patience.isNegative()) {
      throw new IllegalArgumentException("a patience of " + patience);
    }
  }

  public Reductions without(Reduction reduction) {
    Set<Reduction> others = EnumSet.noneOf(Reduction.class);
    others.addAll(allowed);
    others.remove(reduction);
    return new Reductions(others, patience);
  }

  public Reductions after(Duration time) {
    return new Reductions(allowed, time);
  }
}
