package skolem.frontend.resolve;

import java.util.List;
import skolem.frontend.kernel.Level;

/// The level of an operator's applications, as it follows from the levels of the arguments.
///
/// @param parameters the operator's own, in order
/// @param body the level of what it is defined by
public record OperatorLevel(List<LevelParameter> parameters, Leveling body) {
  public OperatorLevel {
    parameters = List.copyOf(parameters);
  }

  /// The level of an application to constants.
  public Level level() {
    return body.level();
  }

  /// Whether an application has at least the level of its argument `index`.
  public boolean counts(int index) {
    return body.counted().contains(parameters.get(index));
  }

  /// The highest level that argument `index` may have.
  public Level maximum(int index) {
    return body.limit(parameters.get(index));
  }

  /// Whether equals may be replaced by equals in argument `index`.
  public boolean transparent(int index) {
    return !body.opaque().contains(parameters.get(index));
  }

  boolean transparent() {
    return parameters.stream().noneMatch(body.opaque()::contains);
  }
}
