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
  /// @param before the facts about that state
  public static Independence of(
      Frame step,
      SequencedMap<Formula, Fact> variables,
      Map<Fact, Formula> before,
      Formulas formulas) {
    Independence independence = new Independence();
    Footprints footprints = new Footprints(variables, before, formulas);
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

  /// What a branch reads and changes.
  ///
  /// @param constants the changed facts that become a constant, with that constant
  private record Footprint(Set<Fact> reads, Set<Fact> changes, Map<Fact, Formula> constants) {

    boolean isIndependentOf(Footprint other) {
      return apartFrom(other) && other.apartFrom(this);
    }

    /// Whether this changes nothing that the other reads, and nothing otherwise than the other.
    private boolean apartFrom(Footprint other) {
      for (Fact fact : changes) {
        if (other.reads.contains(fact)
            || (other.changes.contains(fact)
                && (!constants.containsKey(fact)
                    || constants.get(fact) != other.constants.get(fact)))) {
          return false;
        }
      }
      return true;
    }
  }

  private record Footprints(
      SequencedMap<Formula, Fact> variables, Map<Fact, Formula> before, Formulas formulas) {

    Footprint of(Branch branch) {
      Map<Fact, Formula> after = Facts.of(branch.values(), formulas);
      Set<Fact> facts = new HashSet<>(before.keySet());
      facts.addAll(after.keySet());
      Set<Fact> reads = new HashSet<>();
      read(branch.guard(), reads);
      Set<Fact> changes = new HashSet<>();
      Map<Fact, Formula> constants = new HashMap<>();
      for (Fact fact : facts) {
        Formula result = after.getOrDefault(fact, formulas.falsity());
        if (result != before.getOrDefault(fact, formulas.falsity())) {
          changes.add(fact);
          if (result.isConstant()) {
            constants.put(fact, result);
          }
          read(result, reads);
        }
      }
      return new Footprint(reads, changes, constants);
    }

    private void read(Formula formula, Set<Fact> to) {
      for (Formula variable : formulas.variables(formula)) {
        Fact fact = variables.get(variable);
        if (fact != null) {
          to.add(fact);
        }
      }
    }
  }
}
