package skolem.frontend.pluscal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import skolem.frontend.source.Span;

/// Writes the statements of a step as a TLA+ action.
///
/// A variable that the step has assigned is primed where it is read later; each branch says what it
/// leaves unchanged of what another changes, and the action what no branch changes.
final class StepWriter {
  private static final int LINE = 65;
  private static final int SHORT_NAME = 5;

  /// Operators that bind tighter than `=`, and symbols that are none.
  private static final Set<String> TIGHT =
      Set.of(
          "(",
          ")",
          "[",
          "]",
          "{",
          "}",
          "<<",
          ">>",
          ",",
          ".",
          "!",
          "@",
          "'",
          "+",
          "-",
          "*",
          "/",
          "..",
          "%",
          "^",
          "\\o",
          "\\X",
          "\\cup",
          "\\cap",
          "\\union",
          "\\intersect",
          "\\div",
          ":",
          "|->",
          "->",
          ":>",
          "@@");

  private final Scope scope;
  private final @Nullable Fragment self;

  /// The variables of the translation.
  ///
  /// @param all in the order of the declarations
  /// @param local those that have a value for each process
  record Scope(boolean multiprocess, Set<String> all, Set<String> local) {}

  /// @param self the process that takes the step, null where there is but one
  StepWriter(Scope scope, @Nullable Fragment self) {
    this.scope = scope;
    this.self = self;
  }

  /// @param name of the action, with its parameter
  Fragment definition(String name, Step step) {
    Span account = step.label().place().span();
    Set<String> changed = new LinkedHashSet<>();
    List<Fragment> conjuncts = sequence(step.statements(), changed);
    unchanged(scope.all, changed, account).ifPresentAdd(conjuncts);
    return Fragment.of(name, account).then(" == ").then(Fragment.junction("/\\", conjuncts));
  }

  private List<Fragment> sequence(List<Statement> statements, Set<String> changed) {
    List<Fragment> conjuncts = new ArrayList<>();
    for (Statement statement : statements) {
      conjuncts.add(statement(statement, changed));
    }
    return conjuncts;
  }

  private Fragment statement(Statement statement, Set<String> changed) {
    Span account = statement.place().span();
    return switch (statement.command()) {
      case Command.Assign assign -> assign(statement, assign, changed);
      case Command.Await await -> read(await.condition(), changed);
      case Command.With with -> with(with, account, changed);
      case Command.Either either -> either(either, account, changed);
      case Command.If branch -> branch(branch, account, changed);
      case Command.Assert check -> {
        Fragment condition = Fragment.of("Assert(", account).then(read(check.condition(), changed));
        String message = "\"Failure of assertion at " + statement.place().described() + ".\")";
        yield condition.isShort(LINE - message.length())
            ? condition.then(", ").then(message)
            : condition.then(", ").above(Fragment.of(message, account), "Assert(".length());
      }
      case Command.Print print ->
          Fragment.of("PrintT(", account).then(read(print.value(), changed)).then(")");
      case Command.Skip _ -> Fragment.of("TRUE", account);
      case Command.While _, Command.Goto _, Command.Call _, Command.Return _ -> throw unexpected();
      case Command.CallReturn _, Command.CallGoto _, Command.MacroCall _ -> throw unexpected();
    };
  }

  private static IllegalStateException unexpected() {
    return new IllegalStateException("a step holds no control any more");
  }

  /// The expression as it is read after these variables have been assigned.
  Fragment read(Fragment expression, Set<String> changed) {
    return expression.replaced(i -> {
      Token token = expression.tokens().get(i);
      boolean added = token.kind() == Token.Kind.ADDED;
      if (!added && !(token.isName() && expression.isUse(i))) {
        return null;
      }
      boolean primed = !added && changed.contains(token.text());
      boolean own = self != null && (added || scope.local.contains(token.text()));
      if (!primed && !own) {
        return null;
      }
      Fragment name =
          Fragment.of(Token.Kind.FIXED, primed ? token.text() + "'" : token.text(), token.span());
      return own ? name.then(subscript(token.span())) : name;
    });
  }

  private Fragment subscript(Span account) {
    return self == null
        ? Fragment.EMPTY
        : Fragment.of("[", account).then(self).then(Fragment.of("]", account));
  }

  private Fragment with(Command.With with, Span account, Set<String> changed) {
    Fragment value = read(with.value(), changed);
    Fragment head =
        with.member()
            ? Fragment.of("\\E " + with.variable() + " \\in ", account).then(value).then(":")
            : Fragment.of("LET " + with.variable() + " == ", account).then(value).then(" IN");
    return head.above(Fragment.junction("/\\", sequence(with.body(), changed)), 2);
  }

  private Fragment either(Command.Either either, Span account, Set<String> changed) {
    List<List<Fragment>> clauses = new ArrayList<>();
    List<Set<String>> changes = new ArrayList<>();
    Set<String> union = new LinkedHashSet<>(changed);
    for (List<Statement> body : either.clauses()) {
      Set<String> inside = new LinkedHashSet<>(changed);
      clauses.add(sequence(body, inside));
      changes.add(inside);
      union.addAll(inside);
    }
    List<Fragment> disjuncts = new ArrayList<>();
    for (int i = 0; i < clauses.size(); i++) {
      unchanged(union, changes.get(i), account).ifPresentAdd(clauses.get(i));
      disjuncts.add(Fragment.list("/\\", clauses.get(i)));
    }
    changed.addAll(union);
    return Fragment.list("\\/", disjuncts);
  }

  private Fragment branch(Command.If branch, Span account, Set<String> changed) {
    Fragment test = Fragment.of("IF ", account).then(read(branch.condition(), changed));
    Set<String> inThen = new LinkedHashSet<>(changed);
    Set<String> inElse = new LinkedHashSet<>(changed);
    List<Fragment> then = sequence(branch.then(), inThen);
    List<Fragment> otherwise = sequence(branch.otherwise(), inElse);
    if (otherwise.isEmpty()) {
      otherwise.add(Fragment.of("TRUE", account));
    }
    unchanged(inElse, inThen, account).ifPresentAdd(then);
    unchanged(inThen, inElse, account).ifPresentAdd(otherwise);
    if (then.isEmpty()) {
      then.add(Fragment.of("TRUE", account));
    }
    changed.addAll(inThen);
    changed.addAll(inElse);
    Fragment yes = Fragment.of("THEN ", account).then(Fragment.list("/\\", then));
    Fragment no = Fragment.of("ELSE ", account).then(Fragment.list("/\\", otherwise));
    return test.above(yes.above(no, 0), 3);
  }

  private Fragment assign(Statement statement, Command.Assign assign, Set<String> changed) {
    TreeMap<String, List<Command.Assignment>> byVariable =
        assign.assignments().stream()
            .collect(
                Collectors.groupingBy(
                    Command.Assignment::variable, TreeMap::new, Collectors.toList()));
    List<Fragment> conjuncts = new ArrayList<>();
    byVariable.forEach((variable, group) -> {
      Command.Assignment first = group.getFirst();
      if (!scope.all.contains(variable)) {
        throw Faults.at(first.place(), "assignment to undeclared variable `" + variable + "`");
      }
      boolean whole = group.stream().anyMatch(a -> a.subscript().isEmpty());
      if (changed.contains(variable) || (group.size() > 1 && whole)) {
        throw Faults.at(statement.place(), "`" + variable + "` is assigned twice in one step");
      }
      conjuncts.add(assigned(variable, group, changed));
    });
    changed.addAll(byVariable.keySet());
    return Fragment.junction("/\\", conjuncts);
  }

  private Fragment assigned(String variable, List<Command.Assignment> group, Set<String> changed) {
    Span account = group.getFirst().place().span();
    Fragment primed = Fragment.of(variable, account).then("' = ");
    boolean own =
        self != null
            && (scope.local.contains(variable)
                || variable.equals("pc")
                || variable.equals("stack"));
    if (!own && group.getFirst().subscript().isEmpty()) {
      return primed.then(operand(read(group.getFirst().value(), changed)));
    }
    List<Fragment> updates = new ArrayList<>();
    for (Command.Assignment assignment : group) {
      Span place = assignment.place().span();
      updates.add(
          Fragment.of("!", place)
              .then(own ? subscript(place) : Fragment.EMPTY)
              .then(read(assignment.subscript(), changed))
              .then(Fragment.of(" = ", place))
              .then(read(assignment.value(), changed)));
    }
    Fragment all = updates.getFirst();
    for (Fragment update : updates.subList(1, updates.size())) {
      all = all.then(",").above(update, 0);
    }
    return primed.then(Fragment.of("[" + variable + " EXCEPT ", account)).then(all).then("]");
  }

  /// The expression as the right operand of `=`: in parentheses where it may bind weaker.
  static Fragment operand(Fragment expression) {
    int depth = 0;
    boolean tight = true;
    for (Token token : expression.tokens()) {
      if (Brackets.opens(token.text())) {
        depth++;
      } else if (Brackets.closes(token.text())) {
        depth--;
      } else if (depth == 0 && token.kind() == Token.Kind.SYMBOL) {
        tight &= TIGHT.contains(token.text());
      }
    }
    return tight ? expression : Fragment.of("(", expression.span()).then(expression).then(")");
  }

  /// What says that those of `variables` that are not changed stay.
  private Unchanged unchanged(Set<String> variables, Set<String> changed, Span account) {
    return new Unchanged(
        scope.all.stream().filter(v -> variables.contains(v) && !changed.contains(v)).toList(),
        account);
  }

  /// @param variables in order; where there is none, nothing is said
  private record Unchanged(List<String> variables, Span account) {
    void ifPresentAdd(List<Fragment> conjuncts) {
      if (!variables.isEmpty()) {
        conjuncts.add(conjunct());
      }
    }

    private Fragment conjunct() {
      String first = variables.getFirst();
      if (variables.size() > 1) {
        return Fragment.of("UNCHANGED << ", account)
            .then(NameList.of(variables, account))
            .then(" >>");
      }
      return first.length() > SHORT_NAME
          ? Fragment.of("UNCHANGED " + first, account)
          : Fragment.of(first + "' = " + first, account);
    }
  }
}
