package skolem.encoder.formula;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A formula where one of some variables is TRUE and all others are FALSE, for any of them: what
/// does not depend on that one is rebuilt once for all.
public final class OnlyOne implements Rebuilding {
  private static final BitSet NOTHING = new BitSet();

  private final Formulas formulas;
  private final Formula formula;
  private final Map<Formula, Integer> variables = new HashMap<>();
  private final Place[] formulaPlaces;
  private final Map<IntTerm, Place> termPlaces = new HashMap<>();
  private final List<List<Place>> dependents = new ArrayList<>();
  private int current = -1;

  /// What is known of a part.
  private static final class Place {
    private final Part part;
    private final Part allFalse;
    private final BitSet mentioned;
    private Part image;
    private int imageOf = -1;

    /// @param part positive, where it is a formula
    /// @param allFalse what it is where all variables are FALSE
    /// @param mentioned numbers of the variables that it mentions
    Place(Part part, Part allFalse, BitSet mentioned) {
      this.part = part;
      this.allFalse = allFalse;
      this.mentioned = mentioned;
      this.image = allFalse;
    }
  }

  OnlyOne(Formulas formulas, Formula formula, Collection<Formula> variables) {
    this.formulas = formulas;
    this.formula = formula;
    Map<Formula, Formula> none = new HashMap<>();
    for (Formula variable : variables) {
      this.variables.put(variable, this.variables.size());
      none.put(variable, formulas.falsity());
      dependents.add(new ArrayList<>());
    }
    formulaPlaces = new Place[formula.id() + 1];
    Substitution allFalse = new Substitution(formulas, none, /* repeated= */ false);
    allFalse.apply(formula);
    new Places(allFalse).settle(formula);
  }

  /// @param variable one of them
  public Formula where(Formula variable) {
    Integer number = variables.get(variable);
    if (number == null) {
      throw new IllegalArgumentException("not one of the variables: " + variable.id());
    }
    current = number;
    for (Place place : dependents.get(number)) {
      place.image =
          switch (place.part) {
            case Formula part -> part == variable ? formulas.truth() : rebuilt(part);
            case IntTerm part -> rebuilt(part);
          };
      place.imageOf = number;
    }
    return image(formula);
  }

  @Override
  public Formulas formulas() {
    return formulas;
  }

  @Override
  public Formula image(Formula part) {
    Formula image = (Formula) image(formulaPlaces[part.id()]);
    return part.negated() ? image.not() : image;
  }

  @Override
  public IntTerm image(IntTerm part) {
    return (IntTerm) image(termPlaces.get(part));
  }

  private Part image(@Nullable Place place) {
    if (place == null) {
      throw new IllegalStateException("not a part of the formula");
    }
    return place.imageOf == current ? place.image : place.allFalse;
  }

  private @Nullable Place place(Part part) {
    return switch (part) {
      case Formula formula -> formulaPlaces[formula.id()];
      case IntTerm term -> termPlaces.get(term);
    };
  }

  /// Gives each part its place, and each variable the parts that mention it, below what they are
  /// parts of.
  private final class Places extends BottomUp {
    private final Substitution allFalse;

    Places(Substitution allFalse) {
      this.allFalse = allFalse;
    }

    @Override
    boolean isKnown(Part part) {
      return place(part) != null;
    }

    @Override
    boolean isNeeded(List<? extends Part> parts, int at, Part whole) {
      return true;
    }

    @Override
    void compute(Part part) {
      Place place = made(part);
      switch (part) {
        case Formula formula -> formulaPlaces[formula.id()] = place;
        case IntTerm term -> termPlaces.put(term, place);
      }
      place.mentioned.stream().forEach(number -> dependents.get(number).add(place));
    }

    private Place made(Part part) {
      return switch (part) {
        case Formula formula -> {
          Formula positive = formula.positive();
          Integer number = variables.get(positive);
          BitSet mentioned = number == null ? mentionedIn(part) : only(number);
          yield new Place(positive, allFalse.image(positive), mentioned);
        }
        case IntTerm term -> new Place(term, allFalse.image(term), mentionedIn(part));
      };
    }

    private static BitSet only(int number) {
      BitSet itself = new BitSet();
      itself.set(number);
      return itself;
    }

    /// Parts that mention the same as one of theirs share its set.
    private BitSet mentionedIn(Part whole) {
      BitSet all = NOTHING;
      boolean own = false;
      for (Part part : parts(whole)) {
        Place place = place(part);
        BitSet more = place == null ? NOTHING : place.mentioned;
        if (more.isEmpty() || more.equals(all)) {
          continue;
        }
        if (all.isEmpty()) {
          all = more;
        } else {
          all = own ? all : (BitSet) all.clone();
          own = true;
          all.or(more);
        }
      }
      return all;
    }
  }
}
