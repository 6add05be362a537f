package skolem.solver.lemma;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import skolem.encoder.abstraction.Fact;
import skolem.encoder.formula.Assignment;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.formula.Lanes;
import skolem.encoder.unroll.Frame;

/// Random steps from states that there is room for, in 64 lanes at a time.
///
/// The states serve to discard candidates only: nothing rests on where the walk comes.
final class RandomWalk {
  private final TwoStates circuit;
  private final Formula escape;
  private final Lanes guards;
  private final Lanes results;
  private final SplittableRandom random = new SplittableRandom(1);
  private final List<Formula> variables;
  private final List<Fact> facts;
  private final Map<Fact, Integer> indices = new HashMap<>();
  private final List<Formula> after = new ArrayList<>();
  private final long[] state;

  /// The words of the variables in the step that is taken, and in which step they were set.
  private final long[] inputs;

  private final int[] set;
  private int steps;

  private RandomWalk(TwoStates circuit, Formula escape, Lanes guards, Lanes results) {
    this.circuit = circuit;
    this.escape = escape;
    this.guards = guards;
    this.results = results;
    this.variables = List.copyOf(circuit.variables().keySet());
    this.facts = List.copyOf(circuit.variables().values());
    for (Fact fact : facts) {
      indices.put(fact, after.size());
      after.add(circuit.after().getOrDefault(fact, circuit.formulas().falsity()));
    }
    this.state = new long[facts.size()];
    this.inputs = new long[circuit.formulas().size()];
    this.set = new int[inputs.length];
  }

  /// @param escape where the second state of the circuit is none that the first could be
  /// @return null where the model computes with integers in a way that is not simulated
  static @Nullable RandomWalk of(TwoStates circuit, Formula escape) {
    Formulas formulas = circuit.formulas();
    List<Formula> enabled = new ArrayList<>();
    circuit.step().arrivals().forEach(a -> enabled.add(a.branch().guard()));
    enabled.add(circuit.danger().unsafe());
    enabled.add(circuit.danger().limit());
    enabled.add(circuit.within());
    List<Formula> after = new ArrayList<>(circuit.after().values());
    after.add(escape);
    Lanes guards = Lanes.of(enabled, formulas);
    Lanes results = Lanes.of(after, formulas);
    return guards == null || results == null
        ? null
        : new RandomWalk(circuit, escape, guards, results);
  }

  /// What tells the states apart.
  List<Fact> facts() {
    return facts;
  }

  /// In which lanes a fact is true.
  ///
  /// @param fact its place among the facts
  long word(int fact) {
    return state[fact];
  }

  /// A clause about these facts, to be looked at often.
  Watched watched(Clause clause) {
    return new Watched(
        clause.literals().stream()
            .mapToInt(
                l -> 2 * Objects.requireNonNull(indices.get(l.fact())) + (l.positive() ? 1 : 0))
            .toArray());
  }

  /// A clause, by its literals: the place of each fact, doubled, and one more where it is asserted.
  final class Watched {
    private final int[] literals;

    private Watched(int[] literals) {
      this.literals = literals;
    }

    /// In which lanes it is true.
    long word() {
      long any = 0;
      for (int literal : literals) {
        any |= (literal & 1) != 0 ? state[literal >> 1] : ~state[literal >> 1];
      }
      return any;
    }
  }

  /// Puts lanes into other states.
  ///
  /// @param words for each fact, in which lanes it is to be true
  void put(long lanes, long[] words) {
    for (int i = 0; i < state.length; i++) {
      state[i] = (state[i] & ~lanes) | (words[i] & lanes);
    }
  }

  /// Puts all lanes into the state that a step leads to.
  ///
  /// @param step an assignment for the circuit
  /// @return whether there is room for that state, so that steps can be taken from it
  boolean follow(Assignment step) {
    results.evaluate(variable -> step.value(variable) ? -1L : 0L);
    put(-1L, second());
    return results.word(escape) == 0;
  }

  private long[] second() {
    return after.stream().mapToLong(results::word).toArray();
  }

  /// Takes a step in each lane from the state of which there is a known one, to a state that there
  /// is room for.
  ///
  /// @return the lanes in which one was taken
  long step() {
    steps++;
    for (int i = 0; i < state.length; i++) {
      set(variables.get(i), state[i]);
    }
    List<Frame.Arrival> arrivals = circuit.step().arrivals();
    // The selectors are not known yet; the guards do not mention them.
    guards.evaluate(this::input);
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
      set(arrivals.get(i).taken(), selectors[i]);
    }
    results.evaluate(this::input);
    long moved = moving & ~results.word(escape);
    put(moved, second());
    return moved;
  }

  private void set(Formula variable, long word) {
    inputs[variable.id()] = word;
    set[variable.id()] = steps;
  }

  private long input(Formula variable) {
    if (set[variable.id()] != steps) {
      set(variable, random.nextLong());
    }
    return inputs[variable.id()];
  }

  /// For each of the lanes, one of the enabled branches.
  ///
  /// @return the lanes that have one
  private long choose(long[] enabled, long lanes, long[] selectors) {
    int[] choices = new int[Long.SIZE];
    for (long word : enabled) {
      for (long left = word & lanes; left != 0; left &= left - 1) {
        choices[Long.numberOfTrailingZeros(left)]++;
      }
    }
    long moving = 0;
    int[] chosen = new int[Long.SIZE];
    for (int lane = 0; lane < Long.SIZE; lane++) {
      if (choices[lane] > 0) {
        chosen[lane] = random.nextInt(choices[lane]);
        moving |= 1L << lane;
      }
    }
    for (int i = 0; i < enabled.length; i++) {
      for (long left = enabled[i] & lanes; left != 0; left &= left - 1) {
        int lane = Long.numberOfTrailingZeros(left);
        if (chosen[lane]-- == 0) {
          selectors[i] |= 1L << lane;
        }
      }
    }
    return moving;
  }
}
