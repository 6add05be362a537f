package skolem.frontend.syntax;

import java.util.List;
import skolem.frontend.source.Span;

/// A module: its name, what it extends, and its units in order.
///
/// @param gaps what else it may define, in units that could not be read
public record ModuleTree(
    Identifier name, List<Identifier> extended, List<Unit> units, Gaps gaps, Span span) {
  public ModuleTree {
    extended = List.copyOf(extended);
    units = List.copyOf(units);
  }
}
