package skolem.frontend.resolve;

import skolem.frontend.syntax.Identifier;

/// What the level of an expression may depend on, because something else will stand for it.
public sealed interface LevelParameter {
  /// A parameter of an operator, of a LAMBDA, or of an instance.
  record Formal(Identifier name) implements LevelParameter {
    /// The name says enough, and places take long.
    @Override
    public int hashCode() {
      return name.name().hashCode();
    }
  }

  /// A constant or variable that an instance of its module replaces.
  record Declared(Symbol symbol) implements LevelParameter {}

  /// The place of an argument of an operator that is itself a parameter.
  record Position(LevelParameter operator, int argument) {}

  /// Says that `parameter` stands inside an argument of an operator that is itself a parameter.
  record Flow(Position into, LevelParameter parameter) {}
}
