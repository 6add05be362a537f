package skolem.solver.pruning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import skolem.encoder.formula.Assignment;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.formula.Lanes;
import skolem.encoder.unroll.Frame;

/// Behaviours that reach the last frame, taken at random from the unrolling itself: assignments of
/// its variables, 64 to a word. What one of them shows can be true.
final class RandomBehaviours {
  private static final int WORDS = 8;
  private static final int TRIES = 4;

  private final Formulas formulas;
  private final SplittableRandom random = new SplittableRandom(1);
  private final Map<Formula, long[]> values = new LinkedHashMap<>();
  private boolean lost;
  private int replaced;

  RandomBehaviours(Formulas formulas) {
    this.formulas = formulas;
  }

  /// Goes on to the next frame, each behaviour by a branch that it enables. One that cannot go on
  /// gives its place to another.
  void advance(Frame frame) {
    if (lost) {
      return;
    }
    List<Formula> guards = new ArrayList<>();
    frame.arrivals().forEach(arrival -> guards.add(arrival.branch().guard()));
    Lanes enabled = Lanes.of(guards, formulas);
    Lanes constraints = Lanes.of(frame.constraints(), formulas);
    if (enabled == null || constraints == null) {
      lost = true;
      return;
    }
    long[] alive = new long[WORDS];
    for (int word = 0; word < WORDS; word++) {
      for (int i = 0; i < TRIES && alive[word] != -1L; i++) {
        alive[word] |= step(word, ~alive[word], frame.arrivals(), enabled, constraints);
      }
    }
    lost = !replaceDead(alive);
  }

  /// Draws anew, in these lanes, what the step leaves open.
  ///
  /// @return the lanes in which the step is one
  private long step(
      int word, long lanes, List<Frame.Arrival> arrivals, Lanes enabled, Lanes constraints) {
    Map<Formula, Long> drawn = new LinkedHashMap<>();
    enabled.evaluate(variable -> value(variable, word, lanes, drawn));
    long[] selectors = new long[arrivals.size()];
    for (int lane = 0; lane < Long.SIZE; lane++) {
      int seen = 0;
      int taken = -1;
      for (int i = 0; i < selectors.length; i++) {
        boolean open = (enabled.word(arrivals.get(i).branch().guard()) >>> lane & 1) != 0;
        if (open && random.nextInt(++seen) == 0) {
          taken = i;
        }
      }
      if (taken >= 0) {
        selectors[taken] |= 1L << lane;
      }
    }
    for (int i = 0; i < selectors.length; i++) {
      if (!arrivals.get(i).taken().isConstant()) {
        drawn.put(arrivals.get(i).taken(), selectors[i]);
      }
    }
    constraints.evaluate(variable -> value(variable, word, lanes, drawn));
    drawn.forEach((variable, drawnWord) -> {
      long[] all = values.computeIfAbsent(variable, _ -> new long[WORDS]);
      all[word] = (all[word] & ~lanes) | (drawnWord & lanes);
    });
    return lanes & constraints.all();
  }

  private long value(Formula variable, int word, long lanes, Map<Formula, Long> drawn) {
    long[] known = values.get(variable);
    Long fresh = drawn.get(variable);
    if (known == null && fresh == null) {
      fresh = random.nextLong();
      drawn.put(variable, fresh);
    }
    long old = known == null ? 0 : known[word];
    return fresh == null ? old : (old & ~lanes) | (fresh & lanes);
  }

  /// @return whether there is any that is alive
  private boolean replaceDead(long[] alive) {
    List<Integer> living = new ArrayList<>();
    for (int i = 0; i < WORDS * Long.SIZE; i++) {
      if ((alive[i / Long.SIZE] >>> (i % Long.SIZE) & 1) != 0) {
        living.add(i);
      }
    }
    if (living.isEmpty()) {
      return false;
    }
    for (int i = 0; i < WORDS * Long.SIZE; i++) {
      if ((alive[i / Long.SIZE] >>> (i % Long.SIZE) & 1) == 0) {
        int from = living.get(random.nextInt(living.size()));
        for (long[] words : values.values()) {
          put(words, i, (words[from / Long.SIZE] >>> (from % Long.SIZE) & 1) != 0);
        }
      }
    }
    return true;
  }

  private static void put(long[] words, int at, boolean value) {
    long bit = 1L << at % Long.SIZE;
    words[at / Long.SIZE] = value ? words[at / Long.SIZE] | bit : words[at / Long.SIZE] & ~bit;
  }

  /// Takes a behaviour that a solver found, in the place of one of these.
  void add(Assignment behaviour) {
    int place = replaced++ % (WORDS * Long.SIZE);
    values.forEach((variable, words) -> put(words, place, behaviour.value(variable)));
  }

  /// The formulas among these that are true of one of the behaviours.
  List<Formula> shown(List<Formula> candidates) {
    List<Formula> shown = new ArrayList<>();
    Lanes lanes = lost ? null : Lanes.of(candidates, formulas);
    if (lanes == null) {
      return shown;
    }
    long[] any = new long[candidates.size()];
    for (int word = 0; word < WORDS; word++) {
      int at = word;
      lanes.evaluate(variable -> values.containsKey(variable) ? values.get(variable)[at] : 0L);
      for (int i = 0; i < any.length; i++) {
        any[i] |= lanes.word(candidates.get(i));
      }
    }
    for (int i = 0; i < any.length; i++) {
      if (any[i] != 0) {
        shown.add(candidates.get(i));
      }
    }
    return shown;
  }
}
