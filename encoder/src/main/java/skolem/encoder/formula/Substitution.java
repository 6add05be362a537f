package skolem.encoder.formula;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Rebuilds formulas with some variables replaced, and simplifies on the way.
final class Substitution {
  private final Formulas formulas;
  private final Map<Formula, Formula> images;
  private final Map<Formula, Formula> done = new HashMap<>();
  private final Map<IntTerm, IntTerm> doneTerms = new HashMap<>();

  Substitution(Formulas formulas, Map<Formula, Formula> images) {
    this.formulas = formulas;
    this.images = images;
  }

  Formula apply(Formula formula) {
    Formula positive = formula.positive();
    Formula image = done.get(positive);
    if (image == null) {
      image = rebuilt(positive);
      done.put(positive, image);
    }
    return formula.negated() ? image.not() : image;
  }

  private Formula rebuilt(Formula formula) {
    return switch (formula.node()) {
      case Formula.True() -> formula;
      case Formula.Variable _ -> images.getOrDefault(formula, formula);
      case Formula.And(var conjuncts) -> {
        List<Formula> parts = new ArrayList<>(conjuncts.size());
        for (Formula conjunct : conjuncts) {
          parts.add(apply(conjunct));
        }
        yield formulas.and(parts);
      }
      case Formula.LessEqual(var left, var right) -> formulas.lessEqual(apply(left), apply(right));
      case Formula.Equal(var left, var right) -> formulas.equal(apply(left), apply(right));
      case Formula.Exists(var bound, var body) -> formulas.exists(bound, apply(body));
    };
  }

  private IntTerm apply(IntTerm term) {
    IntTerm image = doneTerms.get(term);
    if (image == null) {
      image = rebuilt(term);
      doneTerms.put(term, image);
    }
    return image;
  }

  private IntTerm rebuilt(IntTerm term) {
    IntTerms terms = formulas.terms();
    return switch (term.node()) {
      case IntTerm.Constant _, IntTerm.Variable _ -> term;
      case IntTerm.Sum(var left, var right) -> terms.sum(apply(left), apply(right));
      case IntTerm.Product(var left, var right) -> terms.product(apply(left), apply(right));
      case IntTerm.Quotient(var left, var right) -> terms.quotient(apply(left), apply(right));
      case IntTerm.Remainder(var left, var right) -> terms.remainder(apply(left), apply(right));
      case IntTerm.Choice(var condition, var then, var otherwise) ->
          terms.choice(apply(condition), apply(then), apply(otherwise));
    };
  }
}
