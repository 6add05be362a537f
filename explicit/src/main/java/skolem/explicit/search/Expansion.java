package skolem.explicit.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import skolem.frontend.source.RejectedException;

/// What a worker counted when it expanded one state.
final class Expansion {
  private final List<String> actions = new ArrayList<>(4);
  private int[] lastOrdinals = new int[4];
  private long[] successors = new long[8];
  private int within;
  private int generated;
  private boolean aborted;
  private @Nullable RejectedException error;

  /// Counts a successor.
  ///
  /// @return its ordinal, from 1
  @SuppressWarnings("ReferenceEquality")
  int count(String action) {
    generated++;
    int runs = actions.size();
    if (runs == 0 || actions.getLast() != action) {
      actions.add(action);
      if (runs == lastOrdinals.length) {
        lastOrdinals = Arrays.copyOf(lastOrdinals, 2 * runs);
      }
      runs++;
    }
    lastOrdinals[runs - 1] = generated;
    return generated;
  }

  /// Notes a successor within the constraints.
  void note(long fingerprint) {
    if (within == successors.length) {
      successors = Arrays.copyOf(successors, 2 * within);
    }
    successors[within++] = fingerprint;
  }

  /// The search must end at once: the counts are not complete.
  void abort() {
    aborted = true;
  }

  void fail(RejectedException rejected) {
    error = rejected;
  }

  /// All successors, each as often as it was found.
  int generated() {
    return generated;
  }

  boolean aborted() {
    return aborted;
  }

  /// What ended the enumeration of the successors, or null.
  @Nullable RejectedException error() {
    return error;
  }

  /// The number of different successors within the constraints.
  int outDegree() {
    Arrays.sort(successors, 0, within);
    int different = 0;
    for (int i = 0; i < within; i++) {
      if (i == 0 || successors[i] != successors[i - 1]) {
        different++;
      }
    }
    return different;
  }

  /// Takes the number of steps of one action.
  interface Tally {
    void add(String action, int steps);
  }

  /// The steps by action, those up to an ordinal.
  void tally(int limit, Tally tally) {
    int before = 0;
    for (int run = 0; run < actions.size() && before < limit; run++) {
      int last = Math.min(limit, lastOrdinals[run]);
      tally.add(actions.get(run), last - before);
      before = last;
    }
  }
}
