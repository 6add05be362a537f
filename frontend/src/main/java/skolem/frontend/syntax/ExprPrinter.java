package skolem.frontend.syntax;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import skolem.frontend.syntax.Expr.Step;

/// Prints expressions on a page so that they parse back to the same trees.
///
/// Bulleted lists are aligned; whatever follows a list without a bracket in between begins a line
/// at the column of its bullets, which ends the list. Each printing method returns the column of
/// the outermost list that is still open at its end, or [#CLOSED].
final class ExprPrinter {
  private static final int CLOSED = 0;

  private final Page page;
  private final UnitPrinter units;
  private final Set<Expr> tall = Collections.newSetFromMap(new IdentityHashMap<>());

  ExprPrinter(Page page, UnitPrinter units) {
    this.page = page;
    this.units = units;
  }

  @SuppressWarnings("CanIgnoreReturnValueSuggester")
  int print(Expr expr) {
    return switch (expr) {
      case Expr.NumberLiteral(String text, _) -> closed(text);
      case Expr.StringLiteral(String text, _) -> closed(quoted(text));
      case Expr.BooleanLiteral(boolean value, _) -> closed(value ? "TRUE" : "FALSE");
      case Expr.At _ -> closed("@");
      case Expr.Reference(List<Step> path, _) -> path(path);
      case Expr.Prefix(Expr.Symbol operator, Expr operand, _) -> {
        page.add(prefix(operator.symbol()));
        yield print(operand);
      }
      case Expr.Infix infix -> chain(infix);
      case Expr.Postfix(Expr.Symbol operator, Expr operand, _) -> {
        follow(print(operand), false);
        yield closed(operator.symbol());
      }
      case Expr.Parenthesized(Expr inner, _) -> {
        page.add("(");
        print(inner);
        yield closed(")");
      }
      case Expr.Junction junction -> junction(junction);
      case Expr.Product(List<Expr> factors, _) -> product(factors);
      case Expr.Quantified _, Expr.Choose _, Expr.Lambda _ -> binder(expr);
      case Expr.SetEnumeration _, Expr.SetFilter _, Expr.SetMap _ -> set(expr);
      case Expr.FunctionConstructor _,
          Expr.FunctionSet _,
          Expr.RecordConstructor _,
          Expr.RecordSet _,
          Expr.Except _ ->
          function(expr);
      case Expr.FunctionApplication(Expr function, List<Expr> arguments, _) -> {
        follow(print(function), false);
        page.add("[");
        list(arguments, this::print);
        yield closed("]");
      }
      case Expr.FieldAccess(Expr record, Identifier field, _) -> {
        follow(print(record), false);
        yield closed(member(field));
      }
      case Expr.Tuple(List<Expr> elements, _) -> {
        page.add("<<");
        list(elements, this::print);
        yield closed(">>");
      }
      case Expr.If _, Expr.Case _ -> choice(expr);
      case Expr.Let(List<Unit> definitions, Expr body, _) -> let(definitions, body);
      case Expr.Labelled labelled -> labelled(labelled);
      case Expr.ActionBox(Expr action, Expr subscript, _) -> action("[", action, "]_", subscript);
      case Expr.ActionAngle(Expr action, Expr subscript, _) ->
          action("<<", action, ">>_", subscript);
      case Expr.Fairness(boolean strong, Expr subscript, Expr action, _) -> {
        page.add(strong ? "SF_" : "WF_");
        print(subscript);
        page.add("(");
        print(action);
        yield closed(")");
      }
    };
  }

  private static String prefix(String symbol) {
    return switch (symbol) {
      case "~", "[]", "<>" -> symbol;
      case "-." -> "- ";
      default -> symbol + " ";
    };
  }

  private int closed(String text) {
    page.add(text);
    return CLOSED;
  }

  /// Goes on after an operand: on a new line where that ends the list the operand ends with.
  private void follow(int open, boolean space) {
    if (open != CLOSED) {
      page.line(open);
    } else if (space) {
      page.add(" ");
    }
  }

  /// Bullets as infix operators are spelled as words where they could continue a list.
  private void infix(int open, String symbol) {
    follow(open, true);
    String spelling = symbol;
    if (open != CLOSED && symbol.equals("/\\")) {
      spelling = "\\land";
    } else if (open != CLOSED && symbol.equals("\\/")) {
      spelling = "\\lor";
    }
    page.add(spelling).add(" ");
  }

  <T> void list(List<T> items, Consumer<T> printer) {
    String separator = "";
    for (T item : items) {
      page.add(separator);
      printer.accept(item);
      separator = ", ";
    }
  }

  // ── Names ───────────────────────────────────────────────────────────────────────────────────

  private int path(List<Step> path) {
    String separator = "";
    for (Step step : path) {
      page.add(separator);
      step(step);
      boolean exclamation = step instanceof Step.Named named && named.name().name().endsWith("!");
      separator = exclamation ? " !" : "!";
    }
    return CLOSED;
  }

  private void step(Step step) {
    switch (step) {
      case Step.Named(Identifier name, List<Expr> arguments, _) -> {
        page.add(name.name());
        arguments(arguments);
      }
      case Step.Index(int index, _) -> page.add(Integer.toString(index));
      case Step.Side(boolean left, _) -> page.add(left ? "<<" : ">>");
      case Step.Whole _ -> page.add(":");
      case Step.Function _ -> page.add("@");
      case Step.Applied(List<Expr> arguments, _) -> arguments(arguments);
    }
  }

  private void arguments(List<Expr> arguments) {
    if (!arguments.isEmpty()) {
      page.add("(");
      list(arguments, this::argument);
      page.add(")");
    }
  }

  /// A bare symbol stands between spaces, lest `(+)` and `(*` mean something else.
  private void argument(Expr argument) {
    if (argument instanceof Expr.Reference(List<Step> path, _)
        && path.getFirst() instanceof Step.Named(Identifier name, _, _)
        && Operators.canonical(name.name()) != null) {
      page.add(" ");
      print(argument);
      page.add(" ");
    } else {
      print(argument);
    }
  }

  private static String member(Identifier field) {
    boolean digit = Character.isDigit(field.name().charAt(0));
    return (digit ? ". " : ".") + field.name();
  }

  private static String quoted(String text) {
    return "\""
        + text.replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replace("\n", "\\n")
            .replace("\t", "\\t")
            .replace("\f", "\\f")
            .replace("\r", "\\r")
        + "\"";
  }

  // ── Lists and operators ─────────────────────────────────────────────────────────────────────

  private int junction(Expr.Junction junction) {
    int column = page.column();
    String bullet = junction.conjunction() ? "/\\ " : "\\/ ";
    for (int i = 0; i < junction.items().size(); i++) {
      if (i > 0) {
        page.line(column);
      }
      page.add(bullet);
      print(junction.items().get(i));
    }
    return column;
  }

  /// Goes down the left operands in a loop, for they may be many.
  private int chain(Expr.Infix last) {
    List<Expr.Infix> operations = new ArrayList<>();
    Expr first = last;
    while (first instanceof Expr.Infix infix) {
      operations.add(infix);
      first = infix.left();
    }
    int open = print(first);
    for (Expr.Infix infix : operations.reversed()) {
      infix(open, infix.operator().symbol());
      open = print(infix.right());
    }
    return open;
  }

  private int product(List<Expr> factors) {
    int open = print(factors.getFirst());
    for (Expr factor : factors.subList(1, factors.size())) {
      infix(open, "\\X");
      open = print(factor);
    }
    return open;
  }

  private int labelled(Expr.Labelled labelled) {
    page.add(labelled.label().name());
    if (!labelled.parameters().isEmpty()) {
      page.add("(");
      list(labelled.parameters(), name -> page.add(name.name()));
      page.add(")");
    }
    page.add(" :: ");
    return print(labelled.body());
  }

  // ── Binders ─────────────────────────────────────────────────────────────────────────────────

  private int binder(Expr expr) {
    int column = page.column();
    return switch (expr) {
      case Expr.Quantified(Expr.Quantifier quantifier, List<Bound> bounds, Expr body, _) -> {
        page.add(
            switch (quantifier) {
              case FORALL -> "\\A ";
              case EXISTS -> "\\E ";
              case TEMPORAL_FORALL -> "\\AA ";
              case TEMPORAL_EXISTS -> "\\EE ";
            });
        bounds(bounds);
        yield body(column, body);
      }
      case Expr.Choose(Bound.Pattern pattern, Expr set, Expr body, _) -> {
        page.add("CHOOSE ");
        pattern(pattern);
        if (set != null) {
          page.add(" \\in ");
          print(set);
        }
        yield body(column, body);
      }
      case Expr.Lambda(List<Identifier> parameters, Expr body, _) -> {
        page.add("LAMBDA ");
        list(parameters, name -> page.add(name.name()));
        yield body(column, body);
      }
      default -> throw new IllegalArgumentException(expr.toString());
    };
  }

  /// The body of what began at `column`; a list begins a line of its own.
  private int body(int column, Expr body) {
    page.add(" :");
    onward(column, body);
    return print(body);
  }

  /// Goes on to the body of what began at `column`: on the next line where it is a list.
  void onward(int column, Expr body) {
    if (body instanceof Expr.Junction) {
      page.line(column + 2);
    } else {
      page.add(" ");
    }
  }

  void bounds(List<Bound> bounds) {
    list(bounds, this::bound);
  }

  private void bound(Bound bound) {
    list(bound.patterns(), this::pattern);
    if (bound.set() != null) {
      page.add(" \\in ");
      print(bound.set());
    }
  }

  private void pattern(Bound.Pattern pattern) {
    page.add(pattern.tuple() ? "<<" : "");
    list(pattern.names(), name -> page.add(name.name()));
    page.add(pattern.tuple() ? ">>" : "");
  }

  // ── Brackets ────────────────────────────────────────────────────────────────────────────────

  private int set(Expr expr) {
    page.add("{");
    switch (expr) {
      case Expr.SetEnumeration(List<Expr> elements, _) -> list(elements, this::print);
      case Expr.SetFilter(Bound.Pattern pattern, Expr set, Expr predicate, _) -> {
        pattern(pattern);
        page.add(" \\in ");
        print(set);
        page.add(" : ");
        print(predicate);
      }
      case Expr.SetMap(Expr element, List<Bound> bounds, _) -> {
        print(element);
        page.add(" : ");
        bounds(bounds);
      }
      default -> throw new IllegalArgumentException(expr.toString());
    }
    return closed("}");
  }

  private int function(Expr expr) {
    page.add("[");
    switch (expr) {
      case Expr.FunctionConstructor(List<Bound> bounds, Expr body, _) -> {
        bounds(bounds);
        page.add(" |-> ");
        print(body);
      }
      case Expr.FunctionSet(Expr domain, Expr range, _) -> {
        print(domain);
        page.add(" -> ");
        print(range);
      }
      case Expr.RecordConstructor(List<Expr.Field> fields, _) ->
          list(fields, field -> field(field, " |-> "));
      case Expr.RecordSet(List<Expr.Field> fields, _) -> list(fields, field -> field(field, " : "));
      case Expr.Except(Expr function, List<Expr.Update> updates, _) -> {
        print(function);
        page.add(" EXCEPT ");
        list(updates, this::update);
      }
      default -> throw new IllegalArgumentException(expr.toString());
    }
    return closed("]");
  }

  private void field(Expr.Field field, String arrow) {
    page.add(field.name().name()).add(arrow);
    print(field.value());
  }

  private void update(Expr.Update update) {
    page.add("!");
    for (Expr.Selector selector : update.path()) {
      switch (selector) {
        case Expr.Selector.Index(List<Expr> arguments, _) -> {
          page.add("[");
          list(arguments, this::print);
          page.add("]");
        }
        case Expr.Selector.Member(Identifier name) -> page.add(member(name));
      }
    }
    page.add(" = ");
    print(update.value());
  }

  private int action(String open, Expr action, String close, Expr subscript) {
    page.add(open);
    print(action);
    page.add(close);
    return print(subscript);
  }

  // ── Control ─────────────────────────────────────────────────────────────────────────────────

  /// IF and CASE stand on one line where nothing in them breaks it.
  private int choice(Expr expr) {
    int length = page.length();
    int column = page.column();
    if (!tall.contains(expr)) {
      int open = choice(expr, 0);
      if (!page.brokenSince(length)) {
        return open;
      }
      tall.add(expr);
      page.truncate(length);
    }
    return choice(expr, column + 2);
  }

  private int choice(Expr expr, int indent) {
    return switch (expr) {
      case Expr.If(Expr condition, Expr thenBranch, Expr elseBranch, _) -> {
        page.add("IF ");
        print(condition);
        divide(indent);
        page.add("THEN ");
        print(thenBranch);
        divide(indent);
        page.add("ELSE ");
        yield print(elseBranch);
      }
      case Expr.Case(List<Expr.Arm> arms, Expr other, _) -> {
        int open = CLOSED;
        String opener = "CASE ";
        for (Expr.Arm arm : arms) {
          if (!opener.equals("CASE ")) {
            divide(indent);
          }
          page.add(opener);
          print(arm.condition());
          page.add(" -> ");
          open = print(arm.value());
          opener = "[] ";
        }
        if (other != null) {
          divide(indent);
          page.add("[] OTHER -> ");
          open = print(other);
        }
        yield open;
      }
      default -> throw new IllegalArgumentException(expr.toString());
    };
  }

  private void divide(int indent) {
    if (indent > 0) {
      page.line(indent);
    } else {
      page.add(" ");
    }
  }

  private int let(List<Unit> definitions, Expr body) {
    int column = page.column();
    page.add("LET ");
    for (int i = 0; i < definitions.size(); i++) {
      if (i > 0) {
        page.line(column + 4);
      }
      units.print(definitions.get(i));
    }
    page.line(column).add("IN  ");
    return print(body);
  }
}
