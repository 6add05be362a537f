package skolem.encoder.formula;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Rebuilds formulas with some variables replaced, and simplifies on the way.
class Substitution extends BottomUp {
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

  /// Takes what a part is in another substitution.
  final void copy(Substitution other, Part part) {
    switch (part) {
      case Formula formula -> done.put(formula.positive(), other.image(formula.positive()));
      case IntTerm term -> doneTerms.put(term, other.image(term));
    }
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
      case Formula formula -> done.put(formula.positive(), rebuilt(formula.positive()));
      case IntTerm term -> doneTerms.put(term, rebuilt(term));
    }
  }

  private Formula image(Formula formula) {
    if (formula.id() < oldest) {
      return formula;
    }
    Formula image = done.get(formula.positive());
    if (image == null) {
      throw new IllegalStateException("a part is not rebuilt: " + formula.id());
    }
    return formula.negated() ? image.not() : image;
  }

  private IntTerm image(IntTerm term) {
    IntTerm image = doneTerms.get(term);
    if (image == null) {
      throw new IllegalStateException("a part is not rebuilt: " + term);
    }
    return image;
  }

  private Formula rebuilt(Formula formula) {
    return switch (formula.node()) {
      case Formula.True() -> formula;
      case Formula.Variable _ -> {
        Formula image = images.get(formula);
        yield image == null ? formula : repeated ? image(image) : image;
      }
      case Formula.And(var conjuncts) -> {
        List<Formula> parts = new ArrayList<>(conjuncts.size());
        for (Formula conjunct : conjuncts) {
          parts.add(image(conjunct));
        }
        yield formulas.and(parts);
      }
      case Formula.LessEqual(var left, var right) -> formulas.lessEqual(image(left), image(right));
      case Formula.Equal(var left, var right) -> formulas.equal(image(left), image(right));
      case Formula.Exists(var bound, var body) -> formulas.exists(bound, image(body));
    };
  }

  private IntTerm rebuilt(IntTerm term) {
    IntTerms terms = formulas.terms();
    return switch (term.node()) {
      case IntTerm.Constant _, IntTerm.Variable _ -> term;
      case IntTerm.Sum(var left, var right) -> terms.sum(image(left), image(right));
      case IntTerm.Product(var left, var right) -> terms.product(image(left), image(right));
      case IntTerm.Quotient(var left, var right) -> terms.quotient(image(left), image(right));
      case IntTerm.Remainder(var left, var right) -> terms.remainder(image(left), image(right));
      case IntTerm.Choice(var condition, var then, var otherwise) ->
          terms.choice(image(condition), image(then), image(otherwise));
    };
  }
}
