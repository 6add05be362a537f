package skolem.frontend.resolve;

import org.jspecify.annotations.Nullable;
import skolem.frontend.kernel.Level;

/// What stands for a parameter: an expression or an operator, with its level.
///
/// @param leveling of the expression, or of the operator as far as it does not depend on arguments
/// @param definition of an operator with a definition, else null
/// @param parameter the operator, where that is itself a parameter, else null
record LevelArgument(
    Leveling leveling, @Nullable OperatorLevel definition, @Nullable LevelParameter parameter) {

  static LevelArgument expression(Leveling leveling) {
    return new LevelArgument(leveling, null, null);
  }

  static LevelArgument operator(OperatorLevel definition) {
    Leveling outer = definition.body();
    for (LevelParameter parameter : definition.parameters()) {
      outer = LevelSubstitution.without(outer, parameter);
    }
    return new LevelArgument(outer, definition, null);
  }

  static LevelArgument parameter(LevelParameter parameter) {
    return new LevelArgument(Leveling.of(Level.CONSTANT, parameter), null, parameter);
  }
}
