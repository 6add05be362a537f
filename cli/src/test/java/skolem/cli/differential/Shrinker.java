package skolem.cli.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Makes a failing text smaller: puts in the place of each part the least text of its type, or a
/// part of it that has the same type, as long as the failure stays.
final class Shrinker {
  private static final int MOST_TRIALS = 600;

  private final Predicate<Term> fails;
  private int trials;

  private Shrinker(Predicate<Term> fails) {
    this.fails = fails;
  }

  static Term shrink(Term failing, Predicate<Term> fails) {
    return new Shrinker(fails).shrink(failing);
  }

  private Term shrink(Term failing) {
    Term current = failing;
    int at = 0;
    while (trials < MOST_TRIALS && at < current.all().size()) {
      Term smaller = smaller(current, current.all().get(at));
      if (smaller == current) {
        at++;
      } else {
        current = smaller;
      }
    }
    return current;
  }

  private Term smaller(Term whole, Term part) {
    for (Term replacement : replacements(part)) {
      Term candidate = whole.with(part, replacement);
      if (trials++ < MOST_TRIALS && fails.test(candidate)) {
        return candidate;
      }
    }
    return whole;
  }

  private static List<Term> replacements(Term part) {
    List<Term> replacements = new ArrayList<>();
    if (!part.text().equals(part.trivial())) {
      replacements.add(new Term(part.type(), part.trivial(), List.of(part.trivial())));
    }
    for (Term inner : part.all()) {
      if (inner != part
          && inner.type().equals(part.type())
          && !inner.text().equals(part.text())
          && !inner.text().equals(part.trivial())) {
        replacements.add(inner);
      }
    }
    return replacements;
  }
}
