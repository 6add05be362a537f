package skolem.explicit.search;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a search counted, as TLC counts.
///
/// @param initialStates the number of distinct initial states within the constraints
/// @param generated all states found, each as often as it was found
/// @param distinct the different states within the constraints
/// @param waiting the states that were found and not expanded
/// @param depth the number of states on the longest of the shortest paths
/// @param actions for every action of the next-state relation, how often it was taken
/// @param outDegrees of the states that were expanded
public record Statistics(
    int initialStates,
    long generated,
    int distinct,
    int waiting,
    int depth,
    SortedMap<String, ActionCount> actions,
    OutDegrees outDegrees) {

  /// @param steps how often the action led from a state to another
  /// @param distinct how many of the distinct states it found first
  public record ActionCount(long steps, long distinct) {
    static final ActionCount NEVER = new ActionCount(0, 0);

    ActionCount plus(long moreSteps, long moreDistinct) {
      return new ActionCount(steps + moreSteps, distinct + moreDistinct);
    }
  }

  /// How many different states within the constraints states lead to.
  ///
  /// @param states how many states were expanded
  /// @param percentile95 the least number that 95 % of the states do not exceed
  public record OutDegrees(
      long states, int minimum, double average, int percentile95, int maximum) {
    static final OutDegrees NONE = new OutDegrees(0, 0, 0, 0, 0);
  }

  public Statistics {
    actions = Collections.unmodifiableSortedMap(new TreeMap<>(actions));
  }

  static Statistics none() {
    return new Statistics(0, 0, 0, 0, 0, new TreeMap<>(), OutDegrees.NONE);
  }

  /// The actions that no visited state enables.
  public List<String> neverTaken() {
    return actions.entrySet().stream()
        .filter(entry -> entry.getValue().steps() == 0)
        .map(java.util.Map.Entry::getKey)
        .toList();
  }
}
