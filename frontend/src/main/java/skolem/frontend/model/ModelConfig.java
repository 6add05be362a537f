package skolem.frontend.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  /// This with these constants of the root instead of what it says of them.
  ModelConfig with(List<Constant> given) {
    Set<String> names = given.stream().map(c -> c.name().name()).collect(Collectors.toSet());
    List<Constant> all = new ArrayList<>(constants);
    all.removeIf(c -> c.module() == null && names.contains(c.name().name()));
    all.addAll(given);
    return new ModelConfig(
        all,
        specification,
        init,
        next,
        invariants,
        properties,
        constraints,
        actionConstraints,
        postconditions,
        view,
        alias,
        symmetry,
        checkDeadlock);
  }

  /// All names of definitions, but those of the CONSTANT sections.
  Stream<Identifier> names() {
    Stream<@Nullable Identifier> single =
        Stream.of(specification, init, next, view, alias, symmetry);
    Stream<Identifier> listed =
        Stream.of(invariants, properties, constraints, actionConstraints, postconditions)
            .flatMap(List::stream);
    return Stream.concat(single.filter(Objects::nonNull).map(Objects::requireNonNull), listed);
  }

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
