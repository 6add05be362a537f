package skolem.encoder.symbolic;

import org.jspecify.annotations.Nullable;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;

/// The condition under which an expression is evaluated at all: what left-to-right evaluation has
/// found on the way to it. The formula is built only when it is asked for.
public final class Path {
  private final Formulas formulas;
  private final @Nullable Path outer;
  private final Formula condition;
  private final int depth;
  private @Nullable Formula formula;

  private Path(Formulas formulas, @Nullable Path outer, Formula condition) {
    this.formulas = formulas;
    this.outer = outer;
    this.condition = condition;
    this.depth = outer == null ? 0 : outer.depth + 1;
  }

  /// The path to what is always evaluated.
  public static Path start(Formulas formulas) {
    return new Path(formulas, null, formulas.truth());
  }

  /// This path, and `condition` holds.
  public Path and(Formula more) {
    return more.isTrue() ? this : new Path(formulas, this, more);
  }

  /// Whether the last condition shows that nothing is evaluated here.
  public boolean isDead() {
    return condition.isFalse();
  }

  /// Whether evaluation that comes here has come to `other`, as far as the way here shows.
  public boolean isWithin(Path other) {
    if (other.outer == null && other.condition.isTrue()) {
      return true;
    }
    Path path = this;
    while (path != null && path.depth > other.depth) {
      path = path.outer;
    }
    return path == other;
  }

  /// Whether `other` is the negation of a condition on the way here.
  boolean excludes(Formula other) {
    for (Path path = this; path != null; path = path.outer) {
      if (path.condition == other.not()) {
        return true;
      }
    }
    return false;
  }

  Formula truth() {
    return formulas.truth();
  }

  /// How many conditions there are on the way here.
  public int length() {
    return depth;
  }

  public Formula formula() {
    if (formula == null) {
      formula = outer == null ? condition : formulas.and(outer.formula(), condition);
    }
    return formula;
  }
}
