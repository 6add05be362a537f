package skolem.frontend.pluscal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import skolem.frontend.pluscal.Algorithm.Declaration;
import skolem.frontend.pluscal.Algorithm.Procedure;

/// Gives a label to each statement that must begin a step and has none.
///
/// The rules are those of the PlusCal manual, section 3.7: a label before the first statement, a
/// `while`, what follows a `call`, `return` or `goto` or a statement with a label in it, and a
/// second assignment to a variable in one step; none inside a `with`.
final class LabelRules {
  private final String root;
  private final Set<String> used = new HashSet<>();
  private final Set<String> procedureVariables = new LinkedHashSet<>();
  private final List<Label> added = new ArrayList<>();
  private @Nullable String procedure;
  private int number;

  /// What is known after a sequence.
  ///
  /// @param assigned the variables that its last step assigns so far
  /// @param breaks whether what follows must begin a step
  private record Outcome(List<Statement> statements, Set<String> assigned, boolean breaks) {}

  /// An algorithm that obeys the rules, and the labels that it needed for that.
  record Labelled(Algorithm algorithm, List<Label> added) {}

  private LabelRules(Algorithm algorithm, String root) {
    this.root = root;
    Stream.of(
            algorithm.procedures().stream().map(Procedure::body),
            algorithm.processes().stream().map(Algorithm.ProcessDeclaration::body),
            Stream.of(algorithm.body()))
        .flatMap(s -> s)
        .flatMap(Statement::all)
        .map(Statement::label)
        .forEach(label -> {
          if (label != null) {
            used.add(label.name());
          }
        });
    for (Procedure p : algorithm.procedures()) {
      p.parameters().stream().map(Declaration::name).forEach(procedureVariables::add);
      p.variables().stream().map(Declaration::name).forEach(procedureVariables::add);
    }
  }

  /// @param root what the names of added labels begin with
  /// @throws skolem.frontend.source.RejectedException where a label would be needed inside a `with`
  static Labelled apply(Algorithm algorithm, String root) {
    LabelRules rules = new LabelRules(algorithm, root);
    List<Algorithm.ProcessDeclaration> processes =
        algorithm.processes().stream().map(p -> p.with(rules.body(null, p.body()))).toList();
    List<Procedure> procedures =
        algorithm.procedures().stream().map(p -> p.with(rules.body(p.name(), p.body()))).toList();
    Algorithm labelled =
        new Algorithm(
            algorithm.heading(),
            algorithm.name(),
            algorithm.fair(),
            algorithm.variables(),
            algorithm.definitions(),
            List.of(),
            procedures,
            processes,
            algorithm.isMultiprocess() ? List.of() : rules.body(null, algorithm.body()));
    return new Labelled(labelled, List.copyOf(rules.added));
  }

  private List<Statement> body(@Nullable String of, List<Statement> statements) {
    procedure = of;
    return sequence(statements, true, false, Set.of()).statements;
  }

  private Outcome sequence(
      List<Statement> statements, boolean first, boolean inWith, Set<String> before) {
    List<Statement> result = new ArrayList<>();
    Set<String> assigned = new HashSet<>(before);
    boolean mustBreak = first;
    boolean hasLabel = false;
    for (Statement statement : statements) {
      Statement current = statement;
      if (current.label() != null && inWith) {
        throw Faults.at(current.label().place(), "a label inside a `with` statement");
      }
      if (mustBreak && inWith) {
        throw Faults.at(
            current.place(), "a statement follows `call`, `return` or `goto` inside a `with`");
      }
      if (current.command() instanceof Command.While && inWith) {
        throw Faults.at(current.place(), "a `while` inside a `with` statement");
      }
      if (mustBreak || current.command() instanceof Command.While) {
        current = labelled(current);
      }
      if (current.label() != null) {
        assigned.clear();
      }
      Outcome inside = command(current, inWith, assigned);
      current = inside.statements.getFirst();
      hasLabel |= current.label() != null;
      assigned = new HashSet<>(inside.assigned);
      mustBreak = inside.breaks;
      result.add(current);
    }
    return new Outcome(result, assigned, hasLabel || mustBreak);
  }

  /// The statement with what is inside it labelled, after `assigned` have been assigned in its
  /// step.
  private Outcome command(Statement statement, boolean inWith, Set<String> assigned) {
    return switch (statement.command()) {
      case Command.If _, Command.Either _ -> branches(statement, inWith, assigned);
      case Command.While loop -> {
        Outcome body = sequence(loop.body(), false, false, Set.of());
        yield new Outcome(
            List.of(statement.with(new Command.While(loop.condition(), body.statements))),
            Set.of(),
            false);
      }
      case Command.With with -> with(statement, with, inWith, assigned);
      case Command.Assign assign -> {
        Set<String> variables = new LinkedHashSet<>();
        assign.assignments().forEach(a -> variables.add(a.variable()));
        yield simple(statement, variables, inWith, assigned, false);
      }
      case Command.Call call -> call(statement, call.procedure(), inWith, assigned);
      case Command.CallGoto call -> call(statement, call.procedure(), inWith, assigned);
      case Command.Return _, Command.CallReturn _ -> call(statement, procedure, inWith, assigned);
      case Command.Goto _ -> simple(statement, Set.of(), inWith, assigned, true);
      case Command.Await _, Command.Assert _, Command.Print _, Command.Skip _ ->
          simple(statement, Set.of(), inWith, assigned, false);
      case Command.MacroCall _ -> throw new IllegalStateException("macro calls are expanded");
    };
  }

  private Outcome branches(Statement statement, boolean inWith, Set<String> assigned) {
    Set<String> after = new HashSet<>();
    boolean[] breaks = {false};
    Command command =
        statement
            .command()
            .withBodies(body -> {
              Outcome branch = sequence(body, false, inWith, assigned);
              after.addAll(branch.assigned);
              breaks[0] |= branch.breaks;
              return branch.statements;
            });
    return new Outcome(List.of(statement.with(command)), after, breaks[0]);
  }

  private Outcome with(
      Statement statement, Command.With with, boolean inWith, Set<String> assigned) {
    Outcome body = sequence(with.body(), false, true, inWith ? assigned : Set.of());
    Statement current =
        statement.with(
            new Command.With(with.variable(), with.member(), with.value(), body.statements));
    Set<String> after = new HashSet<>(body.assigned);
    if (!inWith && meet(assigned, body.assigned)) {
      current = labelled(current);
    } else {
      after.addAll(assigned);
    }
    return new Outcome(List.of(current), after, body.breaks);
  }

  /// A call or return sets `stack`, and the variables of procedures where it concerns this one.
  private Outcome call(
      Statement statement, @Nullable String of, boolean inWith, Set<String> assigned) {
    Set<String> variables = new LinkedHashSet<>();
    variables.add("stack");
    if (of == null || of.equals(procedure)) {
      variables.addAll(procedureVariables);
    }
    return simple(statement, variables, inWith, assigned, true);
  }

  private Outcome simple(
      Statement statement,
      Set<String> variables,
      boolean inWith,
      Set<String> assigned,
      boolean breaks) {
    Set<String> after = new HashSet<>(variables);
    if (!meet(assigned, variables)) {
      after.addAll(assigned);
      return new Outcome(List.of(statement), after, breaks);
    }
    if (inWith) {
      throw Faults.at(
          statement.place(), "a second assignment to a variable inside a `with` statement");
    }
    return new Outcome(List.of(labelled(statement)), after, breaks);
  }

  private static boolean meet(Set<String> some, Set<String> others) {
    return others.stream().anyMatch(some::contains);
  }

  private Statement labelled(Statement statement) {
    if (statement.label() != null) {
      return statement;
    }
    String name;
    do {
      name = root + ++number;
    } while (used.contains(name));
    Label label = new Label(name, Label.Strength.PLAIN, statement.place());
    added.add(label);
    return statement.labelled(label);
  }
}
