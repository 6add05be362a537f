package skolem.encoder.formula;

import java.util.ArrayList;
import java.util.List;

/// Makes a part again from what its own parts have become, and simplifies on the way.
interface Rebuilding {
  Formulas formulas();

  /// What a part of what is rebuilt has become.
  Formula image(Formula part);

  /// The same for a term.
  IntTerm image(IntTerm part);

  /// A positive formula, of the images of its parts; a variable stays as it is.
  default Formula rebuilt(Formula formula) {
    return switch (formula.node()) {
      case Formula.True(), Formula.Variable _ -> formula;
      case Formula.And(var conjuncts) -> {
        List<Formula> images = new ArrayList<>(conjuncts.size());
        for (Formula conjunct : conjuncts) {
          Formula image = image(conjunct);
          if (image.isFalse()) {
            yield image;
          }
          if (!image.isTrue()) {
            images.add(image);
          }
        }
        yield formulas().and(images);
      }
      case Formula.LessEqual(var left, var right) ->
          formulas().lessEqual(image(left), image(right));
      case Formula.Equal(var left, var right) -> formulas().equal(image(left), image(right));
      case Formula.Exists(var bound, var body) -> formulas().exists(bound, image(body));
    };
  }

  default IntTerm rebuilt(IntTerm term) {
    IntTerms terms = formulas().terms();
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
