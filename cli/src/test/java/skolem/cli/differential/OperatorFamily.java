package skolem.cli.differential;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import skolem.frontend.model.Model;

/// A table of expressions about one family of operators, read from a text: lines of declarations, a
/// line `---`, then an expression a line, with or without the value that it must have.
///
/// @param constants model values
/// @param variables separated by commas
/// @param init the initial predicate, which gives each variable several values
/// @param definitions a unit of a module each
record OperatorFamily(
    String name,
    String modules,
    List<String> constants,
    String variables,
    String init,
    List<String> definitions,
    List<Row> rows) {
  private static final String CONFIGURATION = "INIT Init\nNEXT Next\nINVARIANT Inv\n";

  /// What a table says of an expression that the symbolic engine does not support.
  static final String REFUSED = "refused";

  /// An expression of the table.
  ///
  /// @param value as TLA+ writes it, or `error`, or `refused` where the symbolic engine says that
  ///   it does not support the expression; null where it is not stated
  record Row(String expression, @Nullable String value) {
    private static Row read(String line) {
      String[] parts = line.strip().split(" +is +", 2);
      return new Row(parts[0], parts.length == 1 ? null : parts[1]);
    }
  }

  static OperatorFamily read(String name) {
    String path = "families/" + name + ".txt";
    try (InputStream in = OperatorFamily.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalArgumentException("there is no " + path);
      }
      return parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static OperatorFamily parse(String name, List<String> lines) {
    String modules = "Integers, Sequences, FiniteSets, TLC";
    List<String> constants = List.of();
    String variables = "";
    String init = "";
    List<String> definitions = new ArrayList<>();
    int at = 0;
    for (; !lines.get(at).equals("---"); at++) {
      String[] parts = lines.get(at).split(" ", 2);
      switch (parts[0]) {
        case "#" -> {}
        case "extends" -> modules += ", " + parts[1];
        case "constants" -> constants = List.of(parts[1].split(", "));
        case "variables" -> variables = parts[1];
        case "init" -> init = parts[1];
        case "define" -> definitions.add(parts[1]);
        default -> throw new IllegalArgumentException(name + ", line " + (at + 1));
      }
    }
    List<Row> rows = lines.subList(at + 1, lines.size()).stream().map(Row::read).toList();
    return new OperatorFamily(name, modules, constants, variables, init, definitions, rows);
  }

  /// A model whose invariant is the expression.
  Model model(Row row) {
    String module =
        """
        ---- MODULE Test ----
        EXTENDS %s
        %s
        VARIABLES %s
        %s
        Init == %s
        Next == UNCHANGED <<%s>>
        Inv == %s
        ====
        """
            .formatted(
                modules,
                constants.isEmpty() ? "" : "CONSTANTS " + String.join(", ", constants),
                variables,
                String.join("\n", definitions),
                init,
                variables,
                row.expression());
    String values =
        constants.stream().map(c -> "CONSTANT %s = %s\n".formatted(c, c)).collect(joining());
    return Modules.load(module, CONFIGURATION + values);
  }
}
