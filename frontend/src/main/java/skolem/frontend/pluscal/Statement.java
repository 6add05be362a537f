package skolem.frontend.pluscal;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A command at its place, with the label that begins a step there if there is one.
record Statement(@Nullable Label label, Place place, Command command) {
  Statement labelled(@Nullable Label other) {
    return new Statement(other, place, command);
  }

  Statement with(Command other) {
    return new Statement(label, place, other);
  }

  /// These statements and all inside them, in order of the text.
  static Stream<Statement> all(List<Statement> statements) {
    return statements.stream()
        .flatMap(s ->
            Stream.concat(Stream.of(s), s.command().bodies().stream().flatMap(Statement::all)));
  }

  static boolean hasLabel(List<Statement> statements) {
    return all(statements).anyMatch(s -> s.label() != null);
  }
}
