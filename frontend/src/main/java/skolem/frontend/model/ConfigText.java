package skolem.frontend.model;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import skolem.frontend.model.ModelConfig.ConfigValue;
import skolem.frontend.model.ModelConfig.Constant;
import skolem.frontend.syntax.Identifier;

/// A configuration as the text of a `.cfg` file, with a line for each name.
final class ConfigText {
  private final StringBuilder out = new StringBuilder();

  private ConfigText() {}

  static String of(ModelConfig config) {
    ConfigText text = new ConfigText();
    text.constants(config.constants());
    text.name("SPECIFICATION", config.specification());
    text.name("INIT", config.init());
    text.name("NEXT", config.next());
    text.names("INVARIANT", config.invariants());
    text.names("PROPERTY", config.properties());
    text.names("CONSTRAINT", config.constraints());
    text.names("ACTION_CONSTRAINT", config.actionConstraints());
    text.names("POSTCONDITION", config.postconditions());
    text.name("VIEW", config.view());
    text.name("ALIAS", config.alias());
    text.name("SYMMETRY", config.symmetry());
    if (config.checkDeadlock() != null) {
      text.out.append("CHECK_DEADLOCK ").append(truth(config.checkDeadlock())).append('\n');
    }
    return text.out.toString();
  }

  private void name(String section, @Nullable Identifier name) {
    if (name != null) {
      names(section, List.of(name));
    }
  }

  private void names(String section, List<Identifier> names) {
    names.forEach(name -> out.append(section).append(' ').append(name.name()).append('\n'));
  }

  private void constants(List<Constant> constants) {
    if (!constants.isEmpty()) {
      out.append("CONSTANTS\n");
    }
    for (Constant constant : constants) {
      Identifier module = constant.module();
      String of = module == null ? "" : "[" + module.name() + "]";
      out.append("  ").append(constant.name().name());
      switch (constant) {
        case Constant.Assignment(_, _, var arguments, var value) -> {
          if (!arguments.isEmpty()) {
            out.append('(').append(list(arguments)).append(')');
          }
          out.append(" = ").append(of).append(text(value)).append('\n');
        }
        case Constant.Replacement(_, _, var definition) ->
            out.append(" <- ").append(of).append(definition.name()).append('\n');
      }
    }
  }

  private static String list(List<ConfigValue> values) {
    return values.stream().map(ConfigText::text).collect(Collectors.joining(", "));
  }

  private static String text(ConfigValue value) {
    return switch (value) {
      case ConfigValue.Numeral(var number) -> number.toString();
      case ConfigValue.Text(var text) -> '"' + text + '"';
      case ConfigValue.Truth(var truth) -> truth(truth);
      case ConfigValue.Atom(var name) -> name.name();
      case ConfigValue.Collection(var elements) -> "{" + list(elements) + "}";
    };
  }

  private static String truth(boolean value) {
    return value ? "TRUE" : "FALSE";
  }
}
