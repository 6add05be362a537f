package skolem.frontend.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import skolem.frontend.syntax.Identifier;

/// A model configuration as it is written: the sections of a `.cfg` file.
///
/// @param specification null where INIT and NEXT are given, or none
/// @param checkDeadlock null where the file does not say
public record ModelConfig(
    List<Constant> constants,
    @Nullable Identifier specification,
    @Nullable Identifier init,
    @Nullable Identifier next,
    List<Identifier> invariants,
    List<Identifier> properties,
    List<Identifier> constraints,
    List<Identifier> actionConstraints,
    List<Identifier> postconditions,
    @Nullable Identifier view,
    @Nullable Identifier alias,
    @Nullable Identifier symmetry,
    @Nullable Boolean checkDeadlock) {

  /// An item of a CONSTANT section.
  public sealed interface Constant {
    Identifier name();

    /// The module that the name belongs to, null for the root.
    @Nullable Identifier module();

    /// `name = value`, or `name(arg, …) = value` where there are arguments.
    record Assignment(
        Identifier name,
        @Nullable Identifier module,
        List<ConfigValue> arguments,
        ConfigValue value)
        implements Constant {}

    /// `name <- definition`.
    record Replacement(Identifier name, @Nullable Identifier module, Identifier definition)
        implements Constant {}
  }

  /// A value as a configuration writes it.
  public sealed interface ConfigValue {
    record Numeral(java.math.BigInteger value) implements ConfigValue {}

    record Text(String value) implements ConfigValue {}

    record Truth(boolean value) implements ConfigValue {}

    /// A model value.
    record Atom(Identifier name) implements ConfigValue {}

    record Collection(List<ConfigValue> elements) implements ConfigValue {}
  }
}
