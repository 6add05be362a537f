package skolem.solver.lemma;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import skolem.encoder.abstraction.Fact;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Lanes;
import skolem.encoder.unroll.Frame;
import skolem.encoder.unroll.Unrolling;

/// Random behaviours, 64 at a time: which facts are true in their states.
final class Simulation {
  private static final int TRIES = 16;

  private final RandomWalk walk;
  private final int longest;
  private final Unrolling initial;
  private final List<Formula> initialFacts;
  private final Lanes beginning;
  private final SplittableRandom random = new SplittableRandom(1);
  private final int[] age = new int[Long.SIZE];
  private final int[] idle = new int[Long.SIZE];

  private Simulation(RandomWalk walk, Unrolling initial, int longest, Lanes beginning) {
    this.walk = walk;
    this.longest = longest;
    this.initial = initial;
    Map<Fact, Formula> known = initial.facts(0);
    this.initialFacts =
        walk.facts().stream()
            .map(fact -> known.getOrDefault(fact, initial.formulas().falsity()))
            .toList();
    this.beginning = beginning;
  }

  /// What the simulated states show.
  ///
  /// @param columns for each fact, its truth value in each state, 64 states to a word
  record Samples(List<Fact> facts, List<long[]> columns) {}

  /// @param walk to take the steps; it is somewhere afterwards
  /// @param initial an unrolling with frame 0 only
  /// @param longest how many steps a behaviour may have
  /// @param words how many groups of 64 states to sample
  /// @return null where initial states depend on integers in a way that is not simulated, or where
  ///   none is found
  static @Nullable Samples run(RandomWalk walk, Unrolling initial, int longest, int words) {
    List<Formula> beginnings = new ArrayList<>(initial.facts(0).values());
    beginnings.addAll(initial.last().constraints());
    Lanes beginning = Lanes.of(beginnings, initial.formulas());
    return beginning == null
        ? null
        : new Simulation(walk, initial, longest, beginning).samples(words);
  }

  private @Nullable Samples samples(int words) {
    if (restart(-1L) != 0) {
      return null;
    }
    long[][] columns = new long[walk.facts().size()][words];
    for (int word = 0; word < words; word++) {
      for (int i = 0; i < columns.length; i++) {
        columns[i][word] = walk.word(i);
      }
      restart(finished(walk.step()));
    }
    return new Samples(walk.facts(), List.of(columns));
  }

  /// Puts lanes into initial states.
  ///
  /// @return the lanes for which none was found
  private long restart(long lanes) {
    long left = lanes;
    for (int i = 0; i < TRIES && left != 0; i++) {
      Map<Formula, Long> chosen = new HashMap<>();
      List<Frame.Arrival> arrivals = initial.last().arrivals();
      long[] selectors = randomPartition(arrivals.size());
      for (int a = 0; a < arrivals.size(); a++) {
        chosen.put(arrivals.get(a).taken(), selectors[a]);
      }
      beginning.evaluate(v -> chosen.computeIfAbsent(v, _ -> random.nextLong()));
      long valid = left;
      for (Formula constraint : initial.last().constraints()) {
        valid &= beginning.word(constraint);
      }
      walk.put(valid, initialFacts.stream().mapToLong(beginning::word).toArray());
      left &= ~valid;
    }
    for (int lane = 0; lane < Long.SIZE; lane++) {
      if ((lanes >>> lane & 1) != 0) {
        age[lane] = 0;
        idle[lane] = 0;
      }
    }
    return left;
  }

  private long[] randomPartition(int parts) {
    long[] partition = new long[parts];
    for (int lane = 0; lane < Long.SIZE && parts > 0; lane++) {
      partition[random.nextInt(parts)] |= 1L << lane;
    }
    return partition;
  }

  /// The lanes whose behaviours have become too long, or do not go on.
  private long finished(long moved) {
    long finished = 0;
    for (int lane = 0; lane < Long.SIZE; lane++) {
      boolean moves = (moved >>> lane & 1) != 0;
      age[lane] += moves ? 1 : 0;
      idle[lane] = moves ? 0 : idle[lane] + 1;
      if (age[lane] >= longest || idle[lane] >= TRIES) {
        finished |= 1L << lane;
      }
    }
    return finished;
  }
}
