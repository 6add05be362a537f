package skolem.frontend.pluscal;

import java.util.List;
import java.util.function.UnaryOperator;

/// What a statement does.
sealed interface Command {
  /// `variable subscript := value`; the subscript is empty where there is none.
  record Assignment(Place place, String variable, Fragment subscript, Fragment value) {}

  /// `x := e || y := f`: all right-hand sides in the state before.
  record Assign(List<Assignment> assignments) implements Command {
    public Assign {
      assignments = List.copyOf(assignments);
    }
  }

  /// `await` and `when`.
  record Await(Fragment condition) implements Command {}

  /// @param member whether the variable is any element of the value, or else is the value
  record With(String variable, boolean member, Fragment value, List<Statement> body)
      implements Command {
    public With {
      body = List.copyOf(body);
    }
  }

  record Either(List<List<Statement>> clauses) implements Command {
    public Either {
      clauses = clauses.stream().map(List::copyOf).toList();
    }
  }

  record While(Fragment condition, List<Statement> body) implements Command {
    public While {
      body = List.copyOf(body);
    }
  }

  /// @param otherwise empty where there is no `else`
  record If(Fragment condition, List<Statement> then, List<Statement> otherwise)
      implements Command {
    public If {
      then = List.copyOf(then);
      otherwise = List.copyOf(otherwise);
    }
  }

  record Goto(String target) implements Command {}

  record Call(String procedure, List<Fragment> arguments) implements Command {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  record Return() implements Command {}

  /// A call whose procedure returns to where this one was called.
  record CallReturn(String procedure, List<Fragment> arguments) implements Command {
    public CallReturn {
      arguments = List.copyOf(arguments);
    }
  }

  record CallGoto(String procedure, List<Fragment> arguments, String target) implements Command {
    public CallGoto {
      arguments = List.copyOf(arguments);
    }
  }

  record MacroCall(String macro, List<Fragment> arguments) implements Command {
    public MacroCall {
      arguments = List.copyOf(arguments);
    }
  }

  record Assert(Fragment condition) implements Command {}

  record Print(Fragment value) implements Command {}

  record Skip() implements Command {}

  /// The statement sequences directly inside.
  default List<List<Statement>> bodies() {
    return switch (this) {
      case With w -> List.of(w.body());
      case Either e -> e.clauses();
      case While w -> List.of(w.body());
      case If i -> List.of(i.then(), i.otherwise());
      case Assign _, Await _, Goto _, Call _, Return _, CallReturn _, CallGoto _, MacroCall _ ->
          List.of();
      case Assert _, Print _, Skip _ -> List.of();
    };
  }

  /// This with each sequence directly inside changed, first to last.
  default Command withBodies(UnaryOperator<List<Statement>> change) {
    return switch (this) {
      case With w -> new With(w.variable(), w.member(), w.value(), change.apply(w.body()));
      case Either e -> new Either(e.clauses().stream().map(change).toList());
      case While w -> new While(w.condition(), change.apply(w.body()));
      case If i -> new If(i.condition(), change.apply(i.then()), change.apply(i.otherwise()));
      case Assign _, Await _, Goto _, Call _, Return _, CallReturn _, CallGoto _, MacroCall _ ->
          this;
      case Assert _, Print _, Skip _ -> this;
    };
  }

  /// This with each expression of its own changed; those of statements inside stay.
  default Command withExpressions(UnaryOperator<Fragment> change) {
    return switch (this) {
      case Assign a ->
          new Assign(
              a.assignments().stream()
                  .map(s ->
                      new Assignment(
                          s.place(),
                          s.variable(),
                          change.apply(s.subscript()),
                          change.apply(s.value())))
                  .toList());
      case Await a -> new Await(change.apply(a.condition()));
      case With w -> new With(w.variable(), w.member(), change.apply(w.value()), w.body());
      case Either e -> e;
      case While w -> new While(change.apply(w.condition()), w.body());
      case If i -> new If(change.apply(i.condition()), i.then(), i.otherwise());
      case Call c -> new Call(c.procedure(), changed(c.arguments(), change));
      case CallReturn c -> new CallReturn(c.procedure(), changed(c.arguments(), change));
      case CallGoto c -> new CallGoto(c.procedure(), changed(c.arguments(), change), c.target());
      case MacroCall c -> new MacroCall(c.macro(), changed(c.arguments(), change));
      case Assert a -> new Assert(change.apply(a.condition()));
      case Print p -> new Print(change.apply(p.value()));
      case Goto _, Return _, Skip _ -> this;
    };
  }

  private static List<Fragment> changed(List<Fragment> fragments, UnaryOperator<Fragment> change) {
    return fragments.stream().map(change).toList();
  }
}
