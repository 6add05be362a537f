package skolem.encoder.formula;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Rebuilds formulas with some variables replaced, and simplifies on the way.
final class Substitution extends BottomUp implements Rebuilding {
  private final Formulas formulas;
  private final Map<Formula, Formula> images;
  private final Map<Formula, Formula> done = new HashMap<>();
  private final Map<IntTerm, IntTerm> doneTerms = new HashMap<>();
  private final boolean repeated;
  private final int oldest;

  /// @param repeated whether images are rebuilt too, so that none of the variables is left: they
  ///   may mention one another, though not in a circle
  Substitution(Formulas formulas, Map<Formula, Formula> images, boolean repeated) {
    this.formulas = formulas;
    this.images = images;
    this.repeated = repeated;
    this.oldest = images.keySet().stream().mapToInt(Formula::id).min().orElse(Integer.MAX_VALUE);
  }

  Formula apply(Formula formula) {
    settle(formula);
    return image(formula);
  }

  @Override
  boolean isKnown(Part part) {
    return switch (part) {
      // A formula is younger than its parts: an older one than all variables is left as it is.
      case Formula formula -> formula.id() < oldest || done.containsKey(formula.positive());
      case IntTerm term -> doneTerms.containsKey(term);
    };
  }

  @Override
  boolean isNeeded(List<? extends Part> parts, int at, Part whole) {
    return true;
  }

  @Override
  List<? extends Part> parts(Part part) {
    return repeated && part instanceof Formula formula && images.containsKey(formula.positive())
        ? List.of(images.get(formula.positive()))
        : super.parts(part);
  }

  @Override
  void compute(Part part) {
    switch (part) {
      case Formula formula -> done.put(formula.positive(), replaced(formula.positive()));
      case IntTerm term -> doneTerms.put(term, rebuilt(term));
    }
  }

  private Formula replaced(Formula formula) {
    Formula image = images.get(formula);
    if (image == null) {
      return rebuilt(formula);
    }
    return repeated ? image(image) : image;
  }

  @Override
  public Formulas formulas() {
    return formulas;
  }

  @Override
  public Formula image(Formula formula) {
    if (formula.id() < oldest) {
      return formula;
    }
    Formula image = done.get(formula.positive());
    if (image == null) {
      throw new IllegalStateException("a part is not rebuilt: " + formula.id());
    }
    return formula.negated() ? image.not() : image;
  }

  @Override
  public IntTerm image(IntTerm term) {
    IntTerm image = doneTerms.get(term);
    if (image == null) {
      throw new IllegalStateException("a part is not rebuilt: " + term);
    }
    return image;
  }
}
