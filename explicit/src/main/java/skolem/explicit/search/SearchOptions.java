package skolem.explicit.search;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// How far to search, with how many threads, and whom to tell.
///
/// @param maxSteps no state beyond this many steps is visited
/// @param workers how many threads expand states; the result does not depend on it
/// @param goOn whether to search on after a violation, for the first one of each property
/// @param progress told now and then
/// @param output takes what `Print` and `PrintT` write, in the order of the search; with several
///   workers the invariants may be evaluated, and write, more than once for one state
/// @param interrupted asked often; true ends the search with what it has covered
/// @param graph takes every state and step that is found, or null
public record SearchOptions(
    int maxSteps,
    int workers,
    boolean goOn,
    Progress progress,
    Consumer<String> output,
    BooleanSupplier interrupted,
    @Nullable GraphSink graph) {

  public SearchOptions {
    if (workers < 1) {
      throw new IllegalArgumentException(workers + " workers");
    }
  }

  /// Told of the state of a search, several times a second.
  @FunctionalInterface
  public interface Progress {
    /// @param level the level whose states are being expanded, from 1
    /// @param waiting the states that are found and not expanded
    void report(int level, long generated, int distinct, int waiting);
  }

  /// To the end, on one thread, in silence.
  public static SearchOptions unbounded() {
    return new SearchOptions(
        Integer.MAX_VALUE, 1, false, (_, _, _, _) -> {}, _ -> {}, () -> false, null);
  }

  public SearchOptions withMaxSteps(int steps) {
    return new SearchOptions(steps, workers, goOn, progress, output, interrupted, graph);
  }

  public SearchOptions withWorkers(int threads) {
    return new SearchOptions(maxSteps, threads, goOn, progress, output, interrupted, graph);
  }

  /// Goes on after a violation.
  public SearchOptions goingOn() {
    return new SearchOptions(maxSteps, workers, true, progress, output, interrupted, graph);
  }

  public SearchOptions withProgress(Progress listener) {
    return new SearchOptions(maxSteps, workers, goOn, listener, output, interrupted, graph);
  }

  public SearchOptions withOutput(Consumer<String> consumer) {
    return new SearchOptions(maxSteps, workers, goOn, progress, consumer, interrupted, graph);
  }

  public SearchOptions withInterruption(BooleanSupplier asked) {
    return new SearchOptions(maxSteps, workers, goOn, progress, output, asked, graph);
  }

  public SearchOptions withGraph(GraphSink sink) {
    return new SearchOptions(maxSteps, workers, goOn, progress, output, interrupted, sink);
  }
}
