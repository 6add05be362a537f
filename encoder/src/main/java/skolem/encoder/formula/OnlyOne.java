package skolem.encoder.formula;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A formula where one of some variables is TRUE and all others are FALSE, for any of them.
///
/// Which parts are constant then is computed for all of these cases at once, by ternary simulation
/// (Eichelberger, Hazard detection in combinational and sequential switching circuits, 1965) with a
/// lane for each. Only the other parts are rebuilt, for one case at a time; those that do not
/// mention its variable, once for all.
public final class OnlyOne extends BottomUp implements Rebuilding {
  private final Formulas formulas;
  private final Formula formula;
  private final Map<Formula, Integer> variables = new HashMap<>();
  private final int oldest;
  private final @Nullable Place[] places;
  private final Map<IntTerm, Place> termPlaces = new HashMap<>();
  private int current = -1;

  /// What is known of a part that mentions some of the variables. Each variable is a lane, for the
  /// case that it is TRUE.
  private static final class Place {
    private final BitSet mentioned;
    private final BitSet holds;
    private final BitSet fails;
    private @Nullable Part image;
    private int imageOf = -1;

    /// What it is in the cases of all variables that it does not mention.
    private @Nullable Part otherwise;

    /// @param mentioned the variables that it mentions
    /// @param holds the lanes in which it is TRUE, as far as that is known
    /// @param fails the lanes in which it is FALSE, as far as that is known
    Place(BitSet mentioned, BitSet holds, BitSet fails) {
      this.mentioned = mentioned;
      this.holds = holds;
      this.fails = fails;
    }
  }

  OnlyOne(Formulas formulas, Formula formula, Collection<Formula> variables) {
    this.formulas = formulas;
    this.formula = formula;
    variables.forEach(variable -> this.variables.putIfAbsent(variable, this.variables.size()));
    this.oldest = variables.stream().mapToInt(Formula::id).min().orElse(formula.id());
    this.places = new Place[Math.max(formula.id() - oldest, 0) + 1];
    new TernarySimulation().settle(formula);
  }

  /// @param variable one of them
  public Formula where(Formula variable) {
    Integer number = variables.get(variable);
    if (number == null) {
      throw new IllegalArgumentException("not one of the variables: " + variable.id());
    }
    current = number;
    settle(formula);
    return image(formula);
  }

  @Override
  public Formulas formulas() {
    return formulas;
  }

  @Override
  boolean isKnown(Part part) {
    Place place = place(part);
    return place == null
        || place.holds.get(current)
        || place.fails.get(current)
        || remembered(place) != null;
  }

  @Override
  boolean isNeeded(List<? extends Part> parts, int at, Part whole) {
    return true;
  }

  @Override
  void compute(Part part) {
    Place place = place(part);
    if (place == null) {
      throw new IllegalStateException("what mentions no variable is not rebuilt");
    }
    Part image =
        switch (part) {
          case Formula some -> rebuilt(some.positive());
          case IntTerm term -> rebuilt(term);
        };
    if (place.mentioned.get(current)) {
      place.image = image;
      place.imageOf = current;
    } else {
      place.otherwise = image;
    }
  }

  @Override
  public Formula image(Formula part) {
    Place place = place(part);
    if (place == null) {
      return part;
    }
    Formula image =
        place.holds.get(current) || place.fails.get(current)
            ? formulas.constant(place.holds.get(current))
            : (Formula) known(place);
    return part.negated() ? image.not() : image;
  }

  @Override
  public IntTerm image(IntTerm part) {
    Place place = place(part);
    return place == null ? part : (IntTerm) known(place);
  }

  private Part known(Place place) {
    Part image = remembered(place);
    if (image == null) {
      throw new IllegalStateException("a part is not rebuilt");
    }
    return image;
  }

  private @Nullable Part remembered(Place place) {
    if (!place.mentioned.get(current)) {
      return place.otherwise;
    }
    return place.imageOf == current ? place.image : null;
  }

  /// @return null for what mentions none of the variables
  private @Nullable Place place(Part part) {
    return switch (part) {
      // A formula is younger than its parts: one older than all variables mentions none.
      case Formula some -> some.id() < oldest ? null : places[some.id() - oldest];
      case IntTerm term -> termPlaces.get(term);
    };
  }

  /// Gives each part that mentions some of the variables its place.
  private final class TernarySimulation extends BottomUp {
    private final BitSet all = new BitSet();
    private final Set<Part> done = new HashSet<>();

    /// Sets that are equal are shared.
    private final Map<BitSet, BitSet> shared = new HashMap<>();

    TernarySimulation() {
      all.set(0, variables.size());
    }

    @Override
    boolean isKnown(Part part) {
      return switch (part) {
        case Formula some -> some.id() < oldest || done.contains(some.positive());
        case IntTerm term -> done.contains(term);
      };
    }

    @Override
    boolean isNeeded(List<? extends Part> parts, int at, Part whole) {
      return true;
    }

    @Override
    void compute(Part part) {
      formulas.checkTime();
      switch (part) {
        case Formula some -> {
          Formula positive = some.positive();
          Integer number = variables.get(positive);
          done.add(positive);
          places[some.id() - oldest] = number == null ? simulated(positive) : lane(number);
        }
        case IntTerm term -> {
          done.add(term);
          Place place = simulated(term);
          if (place != null) {
            termPlaces.put(term, place);
          }
        }
      }
    }

    private Place lane(int number) {
      BitSet itself = new BitSet();
      itself.set(number);
      BitSet others = (BitSet) all.clone();
      others.clear(number);
      return new Place(itself, itself, others);
    }

    private @Nullable Place simulated(Part part) {
      BitSet mentioned = new BitSet();
      for (Part each : parts(part)) {
        Place place = place(each);
        if (place != null) {
          mentioned.or(place.mentioned);
        }
      }
      if (mentioned.isEmpty()) {
        return null;
      }
      BitSet holds = new BitSet();
      BitSet fails = new BitSet();
      if (part instanceof Formula some) {
        switch (some.node()) {
          case Formula.And(var conjuncts) -> conjunction(conjuncts, holds, fails);
          case Formula.Exists(_, var body) -> conjunction(List.of(body), holds, fails);
          case Formula.True(), Formula.Variable _, Formula.LessEqual _, Formula.Equal _ -> {}
        }
      }
      return new Place(shared(mentioned), shared(holds), shared(fails));
    }

    private void conjunction(List<Formula> conjuncts, BitSet holds, BitSet fails) {
      holds.or(all);
      for (Formula conjunct : conjuncts) {
        Place place = place(conjunct);
        if (place == null) {
          holds.clear();
        } else {
          holds.and(conjunct.negated() ? place.fails : place.holds);
          fails.or(conjunct.negated() ? place.holds : place.fails);
        }
      }
    }

    private BitSet shared(BitSet set) {
      return shared.computeIfAbsent(set, _ -> set);
    }
  }
}
