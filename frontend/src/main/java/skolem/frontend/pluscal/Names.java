package skolem.frontend.pluscal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import skolem.frontend.pluscal.Algorithm.Declaration;
import skolem.frontend.pluscal.Algorithm.Procedure;
import skolem.frontend.pluscal.Algorithm.ProcessDeclaration;

/// Makes the names of variables, labels, procedures and processes different from each other, since
/// the module that holds the translation has one scope only.
///
/// Of equal names all but one get a suffix: `_`, then letter by letter the name of the procedure or
/// process that they belong to. Global variables keep theirs.
final class Names {
  /// In the order in which names are made different.
  private enum Kind {
    GLOBAL("Global variable", 0),
    LABEL("Label", 1),
    PROCEDURE("Procedure", 2),
    PROCESS("Process", 3),
    PROCESS_VARIABLE("Process variable", 4),
    PROCEDURE_VARIABLE("Procedure variable", 5),
    PARAMETER("Parameter", 6);

    private final String shown;

    /// The last resort of a suffix.
    private final int number;

    Kind(String shown, int number) {
      this.shown = shown;
      this.number = number;
    }
  }

  /// @param owner the procedure or process that the name belongs to; empty for global ones
  private record Key(Kind kind, String name, String owner) {}

  private static final class Entry {
    private final Key key;
    private final String role;
    private final @Nullable Place place;
    private String chosen;

    Entry(Key key, String role, @Nullable Place place) {
      this.key = key;
      this.role = role;
      this.place = place;
      this.chosen = key.name;
    }
  }

  private final List<Entry> entries = new ArrayList<>();
  private final Map<Key, Entry> index = new HashMap<>();

  private Names() {}

  /// An algorithm without equal names, and comments that say what was renamed.
  record Distinct(Algorithm algorithm, List<String> comments) {}

  /// @throws skolem.frontend.source.RejectedException where a name is declared twice in one place
  static Distinct makeDistinct(Algorithm algorithm) {
    Names names = new Names();
    names.collect(algorithm);
    List<String> comments = names.choose();
    return new Distinct(names.renamed(algorithm), comments);
  }

  private void collect(Algorithm algorithm) {
    enter(Kind.GLOBAL, "pc", "", "", null);
    if (!algorithm.procedures().isEmpty()) {
      enter(Kind.GLOBAL, "stack", "", "", null);
    }
    variables(Kind.GLOBAL, algorithm.variables(), "", "");
    for (Procedure p : algorithm.procedures()) {
      enter(Kind.PROCEDURE, p.name(), "", "", p.place());
      variables(Kind.PROCEDURE_VARIABLE, p.variables(), p.name(), "procedure");
      variables(Kind.PARAMETER, p.parameters(), p.name(), "procedure");
      labels(p.body(), p.name(), "procedure");
    }
    for (ProcessDeclaration p : algorithm.processes()) {
      enter(Kind.PROCESS, p.name(), "", "", p.place());
      variables(Kind.PROCESS_VARIABLE, p.variables(), p.name(), "process");
      labels(p.body(), p.name(), "process");
    }
    labels(algorithm.body(), "", "");
  }

  private void variables(Kind kind, List<Declaration> variables, String owner, String role) {
    for (Declaration variable : variables) {
      if (variable.name().equals(Declaration.DEFAULT)) {
        throw Faults.at(variable.place(), "`" + Declaration.DEFAULT + "` cannot be a variable");
      }
      enter(kind, variable.name(), owner, role, variable.place());
    }
  }

  private void labels(List<Statement> body, String owner, String role) {
    Statement.all(body)
        .forEach(s -> {
          Label label = s.label();
          if (label != null) {
            enter(Kind.LABEL, label.name(), owner, role, s.place());
          }
        });
  }

  private void enter(Kind kind, String name, String owner, String role, @Nullable Place place) {
    Key key = new Key(kind, name, owner);
    boolean local = kind.compareTo(Kind.PROCESS_VARIABLE) >= 0;
    boolean taken =
        index.containsKey(key)
            || (local
                && (index.containsKey(new Key(Kind.GLOBAL, name, ""))
                    || variable(name, owner) != null));
    if (taken && place != null) {
      throw Faults.at(
          place, kind.shown.toLowerCase(Locale.ROOT) + " `" + name + "` is declared twice");
    }
    Entry entry = new Entry(key, role, place);
    entries.add(entry);
    index.put(key, entry);
  }

  private List<String> choose() {
    List<String> comments = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      for (Entry entry : entries) {
        if (entry.key.kind == kind) {
          choose(entry);
          if (!entry.chosen.equals(entry.key.name)) {
            comments.add(comment(entry));
          }
        }
      }
    }
    return comments;
  }

  private void choose(Entry entry) {
    String owner = entry.key.owner;
    for (int length = 0; entry.key.kind != Kind.GLOBAL && isAmbiguous(entry.chosen); length++) {
      if (length == 0) {
        entry.chosen += "_";
      } else if (length <= owner.length()) {
        entry.chosen += owner.charAt(length - 1);
      } else {
        entry.chosen += entry.key.kind.number;
      }
    }
  }

  private boolean isAmbiguous(String name) {
    return entries.stream().filter(e -> e.chosen.equals(name)).count() > 1;
  }

  private static String comment(Entry entry) {
    String owner = entry.key.owner.isEmpty() ? "" : " of " + entry.role + " " + entry.key.owner;
    Place place = entry.place;
    String at = place == null ? "" : " at line " + place.line() + " col " + place.column();
    return "\\* %s %s%s%s changed to %s"
        .formatted(entry.key.kind.shown, entry.key.name, owner, at, entry.chosen);
  }

  private Algorithm renamed(Algorithm algorithm) {
    return new Algorithm(
        algorithm.heading(),
        algorithm.name(),
        algorithm.fair(),
        renamed(algorithm.variables(), ""),
        algorithm.definitions(),
        List.of(),
        algorithm.procedures().stream()
            .map(p ->
                new Procedure(
                    p.place(),
                    chosen(Kind.PROCEDURE, p.name(), ""),
                    renamed(p.parameters(), p.name()),
                    renamed(p.variables(), p.name()),
                    body(p.body(), p.name())))
            .toList(),
        algorithm.processes().stream()
            .map(p ->
                new ProcessDeclaration(
                    p.place(),
                    chosen(Kind.PROCESS, p.name(), ""),
                    p.member(),
                    p.identifier(),
                    p.fairness(),
                    renamed(p.variables(), p.name()),
                    body(p.body(), p.name())))
            .toList(),
        body(algorithm.body(), ""));
  }

  private List<Declaration> renamed(List<Declaration> variables, String owner) {
    return variables.stream()
        .map(d -> d.changed(variableName(d.name(), owner), expression(d.value(), owner)))
        .toList();
  }

  private List<Statement> body(List<Statement> statements, String owner) {
    return statements.stream().map(s -> statement(s, owner)).toList();
  }

  private Statement statement(Statement statement, String owner) {
    Label label = statement.label();
    Label renamed = label == null ? null : label.named(chosen(Kind.LABEL, label.name(), owner));
    Command inside =
        statement
            .command()
            .withExpressions(e -> expression(e, owner))
            .withBodies(b -> body(b, owner));
    Command command =
        switch (inside) {
          case Command.Assign a ->
              new Command.Assign(
                  a.assignments().stream()
                      .map(s ->
                          new Command.Assignment(
                              s.place(),
                              variableName(s.variable(), owner),
                              s.subscript(),
                              s.value()))
                      .toList());
          case Command.Goto g -> new Command.Goto(target(statement, g.target(), owner));
          case Command.Call c -> new Command.Call(procedure(c.procedure()), c.arguments());
          case Command.CallReturn c ->
              new Command.CallReturn(procedure(c.procedure()), c.arguments());
          case Command.CallGoto c ->
              new Command.CallGoto(
                  procedure(c.procedure()), c.arguments(), target(statement, c.target(), owner));
          default -> inside;
        };
    return new Statement(renamed, statement.place(), command);
  }

  private String target(Statement statement, String label, String owner) {
    boolean end = label.equals(StepText.DONE) || label.equals("Error");
    if (!end && !index.containsKey(new Key(Kind.LABEL, label, owner))) {
      throw Faults.at(statement.place(), "there is no label `" + label + "` to go to");
    }
    return chosen(Kind.LABEL, label, owner);
  }

  private String procedure(String name) {
    return chosen(Kind.PROCEDURE, name, "");
  }

  private String chosen(Kind kind, String name, String owner) {
    Entry entry = index.get(new Key(kind, name, owner));
    return entry == null ? name : entry.chosen;
  }

  private String variableName(String name, String owner) {
    Entry entry = variable(name, owner);
    return entry == null ? name : entry.chosen;
  }

  private @Nullable Entry variable(String name, String owner) {
    for (Kind kind : List.of(Kind.PROCESS_VARIABLE, Kind.PROCEDURE_VARIABLE, Kind.PARAMETER)) {
      Entry entry = index.get(new Key(kind, name, owner));
      if (entry != null) {
        return entry;
      }
    }
    return null;
  }

  private Fragment expression(Fragment expression, String owner) {
    return expression.replaced(i -> {
      Token token = expression.tokens().get(i);
      if (!token.isName() || !expression.isUse(i)) {
        return null;
      }
      String name = variableName(token.text(), owner);
      return name.equals(token.text()) ? null : Fragment.of(Token.Kind.NAME, name, token.span());
    });
  }
}
