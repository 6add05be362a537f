package skolem.encoder.unroll;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import skolem.encoder.abstraction.Fact;
import skolem.encoder.abstraction.Facts;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.symbolic.SymValue;
import skolem.encoder.transition.Branch;
import skolem.encoder.transition.Trail;

/// Which branches can be swapped where one follows the other, and of each such pair, the order that
/// need not be looked at (Wang, Yang, Kahlon, Gupta: Peephole partial order reduction, TACAS 2008).
///
/// Branches are independent where neither changes a fact that the other reads, and each fact that
/// both change is made the same constant by both. Every state that is reached in some number of
/// steps is then reached in as many without the orders left out: sorting a behaviour by swaps ends.
/// The states on the way are others, so a property of steps, of constraints on states, or of whole
/// behaviours must not be asked of what is left.
public final class Independence {
  private final Map<Trail, Integer> numbers = new HashMap<>();
  private final List<BitSet> later = new ArrayList<>();

  private Independence() {}

  /// @param step from an arbitrary state
  /// @param variables of that state, each with the fact that it stands for
  /// @param state a value for each variable
  public static Independence of(
      Frame step, SequencedMap<Formula, Fact> variables, List<SymValue> state, Formulas formulas) {
    Independence independence = new Independence();
    Footprints footprints = new Footprints(variables, state, formulas);
    List<Footprint> known = new ArrayList<>();
    for (Frame.Arrival arrival : step.arrivals()) {
      Trail trail = arrival.branch().trail();
      if (trail != null) {
        independence.numbers.put(trail, known.size());
        known.add(footprints.of(arrival.branch()));
      }
    }
    for (int i = 0; i < known.size(); i++) {
      BitSet swappable = new BitSet();
      for (int j = i + 1; j < known.size(); j++) {
        swappable.set(j, known.get(i).isIndependentOf(known.get(j)));
      }
      independence.later.add(swappable);
    }
    return independence;
  }

  /// That no step and its successor are in an order that need not be looked at.
  ///
  /// @param first the frame that the step leads to
  /// @param second the frame that its successor leads to
  public List<Formula> inOrder(Frame first, Frame second, Formulas formulas) {
    Map<Integer, Formula> before = new HashMap<>();
    for (Frame.Arrival arrival : first.arrivals()) {
      Integer number = number(arrival.branch());
      if (number != null) {
        before.put(number, arrival.taken());
      }
    }
    Map<BitSet, Formula> anyOf = new HashMap<>();
    List<Formula> constraints = new ArrayList<>();
    for (Frame.Arrival arrival : second.arrivals()) {
      Integer number = number(arrival.branch());
      if (number != null && !later.get(number).isEmpty()) {
        Formula outOfOrder =
            anyOf.computeIfAbsent(
                later.get(number),
                set ->
                    formulas.or(
                        set.stream()
                            .mapToObj(i -> before.getOrDefault(i, formulas.falsity()))
                            .toList()));
        constraints.add(formulas.and(arrival.taken(), outOfOrder).not());
      }
    }
    return constraints;
  }

  private @Nullable Integer number(Branch branch) {
    return branch.trail() == null ? null : numbers.get(branch.trail());
  }

  /// What a branch reads and changes, by the numbers of the facts.
  ///
  /// @param toTrue the changed facts that hold afterwards, whatever the state
  /// @param toFalse the changed facts that do not
  private record Footprint(BitSet reads, BitSet changes, BitSet toTrue, BitSet toFalse) {

    boolean isIndependentOf(Footprint other) {
      return !changes.intersects(other.reads)
          && !other.changes.intersects(reads)
          && changesAlike(other);
    }

    /// Whether each fact that both change is made the same constant by both.
    private boolean changesAlike(Footprint other) {
      if (!changes.intersects(other.changes)) {
        return true;
      }
      BitSet unlike = common(changes, other.changes);
      unlike.andNot(common(toTrue, other.toTrue));
      unlike.andNot(common(toFalse, other.toFalse));
      return unlike.isEmpty();
    }

    private static BitSet common(BitSet one, BitSet other) {
      BitSet both = (BitSet) one.clone();
      both.and(other);
      return both;
    }
  }

  private static final class Footprints {
    private final Map<Formula, Fact> variables;
    private final List<SymValue> state;
    private final List<Map<Fact, Formula>> before = new ArrayList<>();
    private final Formulas formulas;
    private final Map<Fact, Integer> numbers = new HashMap<>();

    Footprints(Map<Formula, Fact> variables, List<SymValue> state, Formulas formulas) {
      this.variables = variables;
      this.state = state;
      this.formulas = formulas;
      for (int i = 0; i < state.size(); i++) {
        before.add(Facts.of(i, state.get(i), formulas));
      }
    }

    Footprint of(Branch branch) {
      Footprint footprint = new Footprint(new BitSet(), new BitSet(), new BitSet(), new BitSet());
      List<Formula> read = new ArrayList<>();
      read.add(branch.guard());
      for (int i = 0; i < state.size(); i++) {
        if (branch.values().get(i) != state.get(i)) {
          Map<Fact, Formula> after = Facts.of(i, branch.values().get(i), formulas);
          read.addAll(changed(before.get(i), after, footprint));
        }
      }
      for (Formula variable : formulas.variables(read)) {
        Fact fact = variables.get(variable);
        if (fact != null) {
          footprint.reads().set(number(fact));
        }
      }
      return footprint;
    }

    /// Adds what is changed; what that is changed to.
    private List<Formula> changed(
        Map<Fact, Formula> old, Map<Fact, Formula> after, Footprint footprint) {
      Set<Fact> facts = new HashSet<>(old.keySet());
      facts.addAll(after.keySet());
      List<Formula> results = new ArrayList<>();
      for (Fact fact : facts) {
        Formula result = after.getOrDefault(fact, formulas.falsity());
        if (result != old.getOrDefault(fact, formulas.falsity())) {
          int number = number(fact);
          footprint.changes().set(number);
          footprint.toTrue().set(number, result.isTrue());
          footprint.toFalse().set(number, result.isFalse());
          results.add(result);
        }
      }
      return results;
    }

    private int number(Fact fact) {
      return numbers.computeIfAbsent(fact, _ -> numbers.size());
    }
  }
}
