package skolem.solver.lemma;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import skolem.encoder.abstraction.Fact;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.formula.Lanes;
import skolem.encoder.unroll.Frame;
import skolem.encoder.unroll.Unrolling;

/// Random behaviours, 64 at a time: which facts are true in their states.
///
/// The states serve to discard candidates only: nothing rests on how many there are.
final class Simulation {
  private static final int TRIES = 16;

  private final TwoStates circuit;
  private final Formula escape;
  private final int longest;
  private final SplittableRandom random = new SplittableRandom(1);
  private final Lanes guards;
  private final Lanes results;
  private final Lanes beginning;
  private final Unrolling initial;
  private final Map<Fact, Formula> initialFacts;
  private final Map<Fact, Long> state = new HashMap<>();
  private final int[] age = new int[Long.SIZE];
  private final int[] idle = new int[Long.SIZE];

  private Simulation(
      TwoStates circuit,
      Formula escape,
      Unrolling initial,
      int longest,
      Lanes guards,
      Lanes results,
      Lanes beginning) {
    this.circuit = circuit;
    this.escape = escape;
    this.initial = initial;
    this.initialFacts = initial.facts(0);
    this.longest = longest;
    this.guards = guards;
    this.results = results;
    this.beginning = beginning;
  }

  /// What the simulated states show.
  ///
  /// @param columns for each fact, its truth value in each state, 64 states to a word
  record Samples(List<Fact> facts, List<long[]> columns) {}

  /// @param escape where the second state of the circuit is none that the first could be
  /// @param initial an unrolling with frame 0 only
  /// @param longest how many steps a behaviour may have
  /// @param words how many groups of 64 states to sample
  /// @return null where the model computes with integers in a way that is not simulated, or where
  ///   no initial state is found
  static @Nullable Samples run(
      TwoStates circuit, Formula escape, Unrolling initial, int longest, int words) {
    Formulas formulas = circuit.formulas();
    List<Formula> enabled = new ArrayList<>();
    circuit.step().arrivals().forEach(a -> enabled.add(a.branch().guard()));
    enabled.add(circuit.danger().unsafe());
    enabled.add(circuit.danger().limit());
    enabled.add(circuit.within());
    List<Formula> beginnings = new ArrayList<>(initial.facts(0).values());
    beginnings.addAll(initial.last().constraints());
    Lanes guards = Lanes.of(enabled, formulas);
    List<Formula> after = new ArrayList<>(circuit.after().values());
    after.add(escape);
    Lanes results = Lanes.of(after, formulas);
    Lanes beginning = Lanes.of(beginnings, initial.formulas());
    if (guards == null || results == null || beginning == null) {
      return null;
    }
    return new Simulation(circuit, escape, initial, longest, guards, results, beginning)
        .walk(words);
  }

  private @Nullable Samples walk(int words) {
    circuit.variables().values().forEach(fact -> state.put(fact, 0L));
    if (restart(-1L) != 0) {
      return null;
    }
    List<Fact> facts = List.copyOf(circuit.variables().values());
    long[][] columns = new long[facts.size()][words];
    for (int word = 0; word < words; word++) {
      for (int i = 0; i < facts.size(); i++) {
        columns[i][word] = state.getOrDefault(facts.get(i), 0L);
      }
      advance();
    }
    return new Samples(facts, List.of(columns));
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
      assign(valid, initialFacts, beginning);
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

  private void assign(long lanes, Map<Fact, Formula> facts, Lanes evaluated) {
    for (Map.Entry<Fact, Long> entry : state.entrySet()) {
      Formula formula = facts.get(entry.getKey());
      long value = formula == null ? 0L : evaluated.word(formula);
      entry.setValue((entry.getValue() & ~lanes) | (value & lanes));
    }
  }

  private void advance() {
    Map<Formula, Long> chosen = new HashMap<>();
    circuit.variables().forEach((v, fact) -> chosen.put(v, state.getOrDefault(fact, 0L)));
    List<Frame.Arrival> arrivals = circuit.step().arrivals();
    // The selectors are not known yet; the guards do not mention them.
    guards.evaluate(v -> chosen.computeIfAbsent(v, _ -> random.nextLong()));
    long[] enabled = new long[arrivals.size()];
    for (int i = 0; i < enabled.length; i++) {
      enabled[i] = guards.word(arrivals.get(i).branch().guard());
    }
    long[] selectors = new long[arrivals.size()];
    TwoStates.Danger danger = circuit.danger();
    long lanes =
        guards.word(circuit.within())
            & ~guards.word(danger.unsafe())
            & ~guards.word(danger.limit());
    long moving = choose(enabled, lanes, selectors);
    for (int i = 0; i < enabled.length; i++) {
      chosen.put(arrivals.get(i).taken(), selectors[i]);
    }
    results.evaluate(v -> chosen.computeIfAbsent(v, _ -> random.nextLong()));
    long escaped = moving & results.word(escape);
    assign(moving & ~escaped, circuit.after(), results);
    restart(finished(moving) | escaped);
  }

  /// For each of the lanes, one of the enabled branches.
  ///
  /// @return the lanes that have one
  private long choose(long[] enabled, long lanes, long[] selectors) {
    long moving = 0;
    for (int lane = 0; lane < Long.SIZE; lane++) {
      long bit = 1L << lane;
      if ((lanes & bit) == 0) {
        continue;
      }
      int seen = 0;
      int taken = -1;
      for (int i = 0; i < enabled.length; i++) {
        if ((enabled[i] & bit) != 0 && random.nextInt(++seen) == 0) {
          taken = i;
        }
      }
      if (taken >= 0) {
        selectors[taken] |= bit;
        moving |= bit;
      }
    }
    return moving;
  }

  /// The lanes whose behaviours have become too long, or do not go on.
  private long finished(long moving) {
    long finished = 0;
    for (int lane = 0; lane < Long.SIZE; lane++) {
      boolean moves = (moving >>> lane & 1) != 0;
      age[lane] += moves ? 1 : 0;
      idle[lane] = moves ? 0 : idle[lane] + 1;
      if (age[lane] >= longest || idle[lane] >= TRIES) {
        finished |= 1L << lane;
      }
    }
    return finished;
  }
}
