package skolem.explicit.search;

import java.util.function.Consumer;

/// How far to search, and whom to tell.
///
/// @param maxSteps no state beyond this many steps is visited
/// @param progress told after each level
/// @param output takes what `Print` and `PrintT` write
public record SearchOptions(int maxSteps, Progress progress, Consumer<String> output) {

  /// Told of the state of a search.
  @FunctionalInterface
  public interface Progress {
    /// @param depth the levels that are complete
    /// @param waiting the states of the next level
    void level(int depth, long generated, int distinct, int waiting);
  }

  /// To the end, in silence.
  public static SearchOptions unbounded() {
    return new SearchOptions(Integer.MAX_VALUE, (_, _, _, _) -> {}, _ -> {});
  }

  public SearchOptions withMaxSteps(int steps) {
    return new SearchOptions(steps, progress, output);
  }
}
