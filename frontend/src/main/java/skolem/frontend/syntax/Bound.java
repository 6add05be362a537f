package skolem.frontend.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;
import skolem.frontend.source.Span;

/// `p, q \in S`, or `p, q` without a set where the quantifier is unbounded.
///
/// @param set null where unbounded
public record Bound(List<Pattern> patterns, @Nullable Expr set, Span span) {

  /// What a bound introduces: one name `x`, or a tuple of names `<<x, y>>`.
  ///
  /// @param tuple whether the names are written as a tuple (also `<<x>>`)
  public record Pattern(List<Identifier> names, boolean tuple, Span span) {
    public Pattern {
      names = List.copyOf(names);
    }
  }

  public Bound {
    patterns = List.copyOf(patterns);
  }
}
