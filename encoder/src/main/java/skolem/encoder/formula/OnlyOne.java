package skolem.encoder.formula;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A formula where one of some variables is TRUE and all others are FALSE, for any of them: what
/// does not depend on that one is rebuilt once for all.
public final class OnlyOne {
  private final Formulas formulas;
  private final Formula formula;
  private final Map<Formula, Integer> numbers = new HashMap<>();
  private final Map<Formula, Formula> none = new HashMap<>();
  private final Mentions mentions = new Mentions();
  private final Substitution allFalse;

  OnlyOne(Formulas formulas, Formula formula, Collection<Formula> variables) {
    this.formulas = formulas;
    this.formula = formula;
    for (Formula variable : variables) {
      numbers.put(variable, numbers.size());
      none.put(variable, formulas.falsity());
    }
    this.allFalse = new Substitution(formulas, none, /* repeated= */ false);
    allFalse.apply(formula);
    mentions.settle(formula);
  }

  /// @param variable one of them
  public Formula where(Formula variable) {
    Integer number = numbers.get(variable);
    if (number == null) {
      throw new IllegalArgumentException("not one of the variables: " + variable.id());
    }
    Map<Formula, Formula> images = new HashMap<>(none);
    images.put(variable, formulas.truth());
    return new Substitution(formulas, images, /* repeated= */ false) {
      @Override
      boolean isKnown(Part part) {
        if (!super.isKnown(part) && !mentions.of(part).get(number)) {
          copy(allFalse, part);
        }
        return super.isKnown(part);
      }
    }.apply(formula);
  }

  /// Which of the variables each part mentions.
  private final class Mentions extends BottomUp {
    private static final BitSet NOTHING = new BitSet();

    private final Map<Part, BitSet> known = new HashMap<>();

    BitSet of(Part part) {
      return known.getOrDefault(positive(part), NOTHING);
    }

    private static Part positive(Part part) {
      return part instanceof Formula formula ? formula.positive() : part;
    }

    @Override
    boolean isKnown(Part part) {
      return known.containsKey(positive(part));
    }

    @Override
    boolean isNeeded(List<? extends Part> parts, int at, Part whole) {
      return true;
    }

    @Override
    void compute(Part part) {
      BitSet all = new BitSet();
      if (part instanceof Formula variable && numbers.containsKey(variable.positive())) {
        all.set(numbers.get(variable.positive()));
      }
      parts(part).forEach(each -> all.or(of(each)));
      known.put(positive(part), all);
    }
  }
}
