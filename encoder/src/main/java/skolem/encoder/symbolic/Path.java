package skolem.encoder.symbolic;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;

/// The condition under which an expression is evaluated at all: what left-to-right evaluation has
/// found on the way to it. The formula is built only when it is asked for.
///
/// What is evaluated once and used in several places is evaluated on a path of its own, which
/// begins there: what is found on it, errors above all, must not depend on how the first of those
/// places was reached.
public final class Path {
  /// A conjunction of more is not looked into for what is excluded.
  private static final int FEW = 16;

  private final Formulas formulas;
  private final @Nullable Path outer;
  private final Formula condition;

  /// Whether the path begins here, and `outer` is only the way to its beginning.
  private final boolean begins;

  private final int length;
  private @Nullable Formula formula;

  private Path(Formulas formulas, @Nullable Path outer, Formula condition, boolean begins) {
    this.formulas = formulas;
    this.outer = outer;
    this.condition = condition;
    this.begins = begins;
    this.length = outer == null ? 0 : begins ? outer.length : outer.length + 1;
  }

  /// The path to what is always evaluated.
  public static Path start(Formulas formulas) {
    return new Path(formulas, null, formulas.truth(), true);
  }

  /// This path, and `condition` holds.
  public Path and(Formula more) {
    return more.isTrue() ? this : new Path(formulas, this, more, false);
  }

  /// A path that begins at the end of this one.
  public Path afresh() {
    return new Path(formulas, this, formulas.truth(), true);
  }

  /// Whether this is the path to what is always evaluated.
  public boolean isStart() {
    return outer == null;
  }

  /// Whether evaluation that comes here has come to `other`, as far as the way here shows.
  public boolean isWithin(Path other) {
    if (other.isStart()) {
      return true;
    }
    for (Path path = this; path != null && path.length >= other.length; path = path.outer) {
      if (path == other) {
        return true;
      }
    }
    return false;
  }

  /// What is left of a disjunction without the cases that a condition on this path excludes, as far
  /// as that is seen at once.
  Formula remaining(Formula cases) {
    if (begins) {
      return cases;
    }
    if (excludes(cases)) {
      return formulas.falsity();
    }
    if (!(cases.negated() && cases.node() instanceof Formula.And(var none))) {
      return cases;
    }
    List<Formula> left = new ArrayList<>(none.size());
    for (Formula not : none) {
      if (!excludes(not.not())) {
        left.add(not.not());
      }
    }
    return left.size() == none.size() ? cases : formulas.or(left);
  }

  private boolean excludes(Formula conjunction) {
    List<Formula> conjuncts =
        !conjunction.negated()
                && conjunction.node() instanceof Formula.And(var all)
                && all.size() <= FEW
            ? all
            : List.of();
    for (Path path = this; path != null && !path.begins; path = path.outer) {
      Formula not = path.condition.not();
      if (not == conjunction || conjuncts.contains(not)) {
        return true;
      }
    }
    return false;
  }

  Formula truth() {
    return formulas.truth();
  }

  /// How many conditions there are on the way here, those before the path's beginning included.
  public int length() {
    return length;
  }

  /// That evaluation comes here from the path's beginning.
  public Formula formula() {
    Formula known = formula;
    if (known == null) {
      known = outer == null || begins ? condition : formulas.and(outer.formula(), condition);
      formula = known;
    }
    return known;
  }

  /// That evaluation comes here at all.
  public Formula wholeFormula() {
    Formula whole = formula();
    for (Path path = this; path != null; path = path.outer) {
      if (path.begins && path.outer != null) {
        whole = formulas.and(path.outer.formula(), whole);
      }
    }
    return whole;
  }
}
