package skolem.frontend.pluscal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Cuts a labelled body into steps and makes control explicit: loops, labels inside other
/// statements, jumps, calls and returns become assignments to `pc`.
final class ControlFlow {
  private final ProcedureCalls calls;
  private final boolean usesPc;
  private final @Nullable String procedure;

  /// @param procedure the one that holds the body, null where none does
  ControlFlow(ProcedureCalls calls, boolean usesPc, @Nullable String procedure) {
    this.calls = calls;
    this.usesPc = usesPc;
    this.procedure = procedure;
  }

  /// The end of a step: its statements, the steps that come of labels inside them, and whether
  /// control still has to be sent on.
  private record Tail(List<Statement> statements, List<Step> inner, boolean open) {}

  /// @param body begins with a labelled statement
  /// @param next the label where control goes after it
  List<Step> steps(List<Statement> body, String next) {
    List<Step> steps = new ArrayList<>();
    int start = 0;
    while (start < body.size()) {
      int end = start + 1;
      while (end < body.size() && body.get(end).label() == null) {
        end++;
      }
      String after = end < body.size() ? name(body.get(end)) : next;
      steps.addAll(step(body.subList(start, end), after));
      start = end;
    }
    return steps;
  }

  private static String name(Statement statement) {
    return label(statement).name();
  }

  private static Label label(Statement statement) {
    Label label = statement.label();
    if (label == null) {
      throw new IllegalStateException("a step begins with a label");
    }
    return label;
  }

  private List<Step> step(List<Statement> statements, String next) {
    Statement first = statements.getFirst();
    if (first.command() instanceof Command.While loop) {
      return loop(first, loop, statements.subList(1, statements.size()), next);
    }
    Tail tail = closed(statements, next, first.place());
    List<Step> steps = new ArrayList<>();
    steps.add(new Step(label(first), checked(first, tail.statements)));
    steps.addAll(tail.inner);
    return steps;
  }

  /// @param rest what follows the loop in the step in which its condition is false
  private List<Step> loop(
      Statement statement, Command.While loop, List<Statement> rest, String next) {
    Split body = Split.of(loop.body());
    String again = name(statement);
    Tail inside = closed(body.prefix, body.entry(again), statement.place());
    Tail after = closed(rest, next, statement.place());
    boolean forever = isTrue(loop.condition());
    List<Statement> statements =
        forever
            ? inside.statements
            : List.of(
                new Statement(
                    null,
                    statement.place(),
                    new Command.If(loop.condition(), inside.statements, after.statements)));
    List<Step> steps = new ArrayList<>();
    steps.add(new Step(label(statement), checked(statement, statements)));
    steps.addAll(steps(body.labelled, again));
    steps.addAll(inside.inner);
    if (!forever) {
      steps.addAll(after.inner);
    }
    return steps;
  }

  private static boolean isTrue(Fragment condition) {
    return condition.tokens().stream().map(Token::text).toList().equals(List.of("(", "TRUE", ")"))
        || condition.isSingle("TRUE");
  }

  private List<Statement> checked(Statement first, List<Statement> statements) {
    if (!usesPc) {
      return statements;
    }
    Place place = label(first).place();
    Fragment here = StepText.own(place, "pc").then(" = ").then(StepText.string(place, name(first)));
    List<Statement> all = new ArrayList<>();
    all.add(new Statement(null, place, new Command.Await(here)));
    all.addAll(statements);
    return all;
  }

  /// The statements before the first label of a sequence, and the others.
  private record Split(List<Statement> prefix, List<Statement> labelled) {
    static Split of(List<Statement> statements) {
      int i = 0;
      while (i < statements.size() && statements.get(i).label() == null) {
        i++;
      }
      return new Split(statements.subList(0, i), statements.subList(i, statements.size()));
    }

    /// Where control goes after the prefix.
    String entry(String next) {
      return labelled.isEmpty() ? next : name(labelled.getFirst());
    }
  }

  /// The tail that sends control to `next` where it does not send it elsewhere.
  private Tail closed(List<Statement> statements, String next, Place place) {
    Tail tail = tail(statements, next);
    if (!tail.open) {
      return tail;
    }
    Place last = statements.isEmpty() ? place : statements.getLast().place();
    List<Statement> all = new ArrayList<>(tail.statements);
    all.add(StepText.jump(last, next));
    return new Tail(all, tail.inner, false);
  }

  /// Only the last statement of a step may move control.
  private Tail tail(List<Statement> statements, String next) {
    if (statements.isEmpty()) {
      return new Tail(List.of(), List.of(), usesPc);
    }
    List<Statement> before = statements.subList(0, statements.size() - 1);
    Tail end = last(statements.getLast(), next);
    List<Statement> all = new ArrayList<>(before);
    all.addAll(end.statements);
    return new Tail(all, end.inner, end.open && usesPc);
  }

  private Tail last(Statement statement, String next) {
    Place place = statement.place();
    return switch (statement.command()) {
      case Command.Goto jump -> moved(List.of(StepText.jump(place, jump.target())));
      case Command.Call call -> moved(calls.call(place, call.procedure(), call.arguments(), next));
      case Command.CallGoto call ->
          moved(calls.call(place, call.procedure(), call.arguments(), call.target()));
      case Command.CallReturn call ->
          moved(calls.callReturn(place, call.procedure(), call.arguments(), procedure));
      case Command.Return _ -> moved(calls.comeBack(place, procedure));
      case Command.If _, Command.Either _ ->
          Statement.hasLabel(List.of(statement.labelled(null)))
              ? labelled(statement, next)
              : branching(statement, next);
      case Command.With with -> {
        Tail body = tail(with.body(), next);
        Command inside =
            new Command.With(with.variable(), with.member(), with.value(), body.statements);
        yield new Tail(List.of(statement.with(inside)), body.inner, body.open);
      }
      case Command.Assign _, Command.Await _, Command.Assert _, Command.Print _, Command.Skip _ ->
          new Tail(List.of(statement), List.of(), true);
      case Command.While _, Command.MacroCall _ ->
          throw new IllegalStateException("a loop begins a step, and macro calls are expanded");
    };
  }

  private static Tail moved(List<Statement> statements) {
    return new Tail(statements, List.of(), false);
  }

  /// A statement with branches and without labels: control is sent on inside only where some branch
  /// moves it.
  private Tail branching(Statement statement, String next) {
    boolean open = statement.command().bodies().stream().allMatch(body -> tail(body, next).open);
    Command inside =
        statement
            .command()
            .withBodies(body ->
                (open ? tail(body, next) : closed(body, next, statement.place())).statements);
    return new Tail(List.of(statement.with(inside)), List.of(), open);
  }

  /// A statement with branches in which steps begin: every branch sends control on.
  private Tail labelled(Statement statement, String next) {
    List<Step> inner = new ArrayList<>();
    List<Step> deeper = new ArrayList<>();
    boolean either = statement.command() instanceof Command.Either;
    Command inside =
        statement
            .command()
            .withBodies(body -> {
              Split split = Split.of(body);
              Tail prefix = closed(split.prefix, split.entry(next), statement.place());
              if (either) {
                inner.addAll(prefix.inner);
              } else {
                deeper.addAll(prefix.inner);
              }
              inner.addAll(steps(split.labelled, next));
              return prefix.statements;
            });
    inner.addAll(deeper);
    return new Tail(List.of(statement.with(inside)), inner, false);
  }
}
