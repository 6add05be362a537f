package skolem.frontend.random;

import java.util.List;
import java.util.function.Consumer;
import skolem.frontend.syntax.Bound;
import skolem.frontend.syntax.Expr;
import skolem.frontend.syntax.Identifier;

/// Writes expressions in any of the layouts and spellings that the language allows; it knows
/// nothing of how the front end prints.
final class FreeLayout {
  private final Choice choice;
  private final Sheet sheet;
  private final UnitLayout units;

  FreeLayout(Choice choice, Sheet sheet, UnitLayout units) {
    this.choice = choice;
    this.sheet = sheet;
    this.units = units;
  }

  void write(Expr expr) {
    switch (expr) {
      case Expr.NumberLiteral(String text, _) -> sheet.add(text);
      case Expr.StringLiteral(String text, _) -> sheet.add(quoted(text));
      case Expr.BooleanLiteral(boolean value, _) -> sheet.add(value ? "TRUE" : "FALSE");
      case Expr.At _ -> sheet.add("@");
      case Expr.Reference(List<Expr.Step> path, _) -> path(path);
      case Expr.Prefix(Expr.Symbol symbol, Expr operand, _) -> {
        sheet.add(symbol.symbol());
        write(operand);
      }
      case Expr.Postfix(Expr.Symbol symbol, Expr operand, _) -> {
        write(operand);
        sheet.add(symbol.symbol());
      }
      case Expr.Infix(Expr.Symbol symbol, Expr left, Expr right, _) -> {
        if (left instanceof Expr.Junction junction) {
          listBefore(junction, symbol.symbol());
        } else {
          write(left);
          sheet.add(symbol.symbol());
        }
        write(right);
      }
      case Expr.Parenthesized(Expr inner, _) -> enclosed("(", inner, ")");
      case Expr.Junction junction -> {
        int _ = list(junction);
      }
      case Expr.Product(List<Expr> factors, _) -> {
        write(factors.getFirst());
        factors.stream()
            .skip(1)
            .forEach(factor -> {
              sheet.add("\\X");
              write(factor);
            });
      }
      case Expr.Quantified(var quantifier, List<Bound> bounds, Expr body, _) -> {
        sheet.add(
            switch (quantifier) {
              case FORALL -> "\\A";
              case EXISTS -> "\\E";
              case TEMPORAL_FORALL -> "\\AA";
              case TEMPORAL_EXISTS -> "\\EE";
            });
        bounds(bounds);
        sheet.add(":");
        write(body);
      }
      case Expr.Choose(Bound.Pattern pattern, Expr set, Expr body, _) -> {
        sheet.add("CHOOSE");
        pattern(pattern);
        if (set != null) {
          sheet.add("\\in");
          write(set);
        }
        sheet.add(":");
        write(body);
      }
      case Expr.Lambda(List<Identifier> parameters, Expr body, _) -> {
        sheet.add("LAMBDA");
        listed(parameters, name -> sheet.add(name.name()));
        sheet.add(":");
        write(body);
      }
      case Expr.SetEnumeration(List<Expr> elements, _) -> enclosed("{", elements, "}");
      case Expr.SetFilter(Bound.Pattern pattern, Expr set, Expr predicate, _) -> {
        sheet.add("{");
        pattern(pattern);
        sheet.add("\\in");
        write(set);
        sheet.add(":");
        write(predicate);
        sheet.add("}");
      }
      case Expr.SetMap(Expr element, List<Bound> bounds, _) -> {
        sheet.add("{");
        write(element);
        sheet.add(":");
        bounds(bounds);
        sheet.add("}");
      }
      case Expr.FunctionConstructor(List<Bound> bounds, Expr body, _) -> {
        sheet.add("[");
        bounds(bounds);
        sheet.add("|->");
        write(body);
        sheet.add("]");
      }
      case Expr.FunctionSet(Expr domain, Expr range, _) -> {
        sheet.add("[");
        write(domain);
        sheet.add("->");
        write(range);
        sheet.add("]");
      }
      case Expr.FunctionApplication(Expr function, List<Expr> arguments, _) -> {
        write(function);
        enclosed("[", arguments, "]");
      }
      case Expr.RecordConstructor(List<Expr.Field> fields, _) -> record(fields, "|->");
      case Expr.RecordSet(List<Expr.Field> fields, _) -> record(fields, ":");
      case Expr.FieldAccess(Expr record, Identifier field, _) -> {
        write(record);
        sheet.add(".").add(field.name());
      }
      case Expr.Except(Expr function, List<Expr.Update> updates, _) -> {
        sheet.add("[");
        write(function);
        sheet.add("EXCEPT");
        listed(updates, this::update);
        sheet.add("]");
      }
      case Expr.Tuple(List<Expr> elements, _) -> enclosed("<<", elements, ">>");
      case Expr.If(Expr condition, Expr then, Expr otherwise, _) -> {
        sheet.add("IF");
        write(condition);
        sheet.add("THEN");
        write(then);
        sheet.add("ELSE");
        write(otherwise);
      }
      case Expr.Case(List<Expr.Arm> arms, Expr other, _) -> cases(arms, other);
      case Expr.Let(var definitions, Expr body, _) -> {
        sheet.add("LET");
        definitions.forEach(units::write);
        sheet.add("IN");
        write(body);
      }
      case Expr.Labelled labelled -> throw new IllegalArgumentException(labelled.toString());
      case Expr.ActionBox(Expr action, Expr subscript, _) -> {
        enclosed("[", action, "]_");
        write(subscript);
      }
      case Expr.ActionAngle(Expr action, Expr subscript, _) -> {
        enclosed("<<", action, ">>_");
        write(subscript);
      }
      case Expr.Fairness(boolean strong, Expr.Tuple(List<Expr> variables, _), Expr action, _) -> {
        sheet.exactly(strong ? "SF_" : "WF_").append("<<");
        listed(variables, this::write);
        sheet.exactly(">>");
        enclosed("(", action, ")");
      }
      case Expr.Fairness fairness -> throw new IllegalArgumentException(fairness.toString());
    }
  }

  // ── Parts ───────────────────────────────────────────────────────────────────────────────────

  private void path(List<Expr.Step> path) {
    for (int i = 0; i < path.size(); i++) {
      if (!(path.get(i) instanceof Expr.Step.Named(Identifier name, List<Expr> arguments, _))) {
        throw new IllegalArgumentException(path.toString());
      }
      if (i > 0) {
        sheet.exactly("!");
      }
      sheet.add(name.name());
      if (!arguments.isEmpty()) {
        enclosed("(", arguments, ")");
      }
    }
  }

  private static String quoted(String text) {
    return "\""
        + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\t", "\\t")
        + "\"";
  }

  /// Writes a list; gives the column of its bullets.
  private int list(Expr.Junction junction) {
    int column = sheet.beginList();
    boolean unicode = choice.oneIn(4);
    String bullet = junction.conjunction() ? (unicode ? "∧" : "/\\") : (unicode ? "∨" : "\\/");
    for (Expr item : junction.items()) {
      sheet.bullet(column, bullet);
      write(item);
    }
    sheet.endList();
    return column;
  }

  /// A list with an operator after it, which must not look like one more bullet.
  private void listBefore(Expr.Junction junction, String symbol) {
    int column = list(junction);
    String spelling =
        switch (symbol) {
          case "/\\" -> "\\land";
          case "\\/" -> "\\lor";
          default -> symbol;
        };
    sheet.addAfterList(column, spelling);
  }

  private void cases(List<Expr.Arm> arms, @org.jspecify.annotations.Nullable Expr other) {
    String word = "CASE";
    for (Expr.Arm arm : arms) {
      sheet.exactly(word);
      write(arm.condition());
      sheet.add("->");
      write(arm.value());
      word = "[]";
    }
    if (other != null) {
      sheet.exactly("[]").add("OTHER").add("->");
      write(other);
    }
  }

  void bounds(List<Bound> bounds) {
    listed(bounds, this::bound);
  }

  private void bound(Bound bound) {
    listed(bound.patterns(), this::pattern);
    if (bound.set() != null) {
      sheet.add("\\in");
      write(bound.set());
    }
  }

  private void pattern(Bound.Pattern pattern) {
    if (pattern.tuple()) {
      sheet.add("<<");
    }
    listed(pattern.names(), name -> sheet.add(name.name()));
    if (pattern.tuple()) {
      sheet.add(">>");
    }
  }

  private void record(List<Expr.Field> fields, String arrow) {
    sheet.add("[");
    listed(
        fields,
        field -> {
          sheet.add(field.name().name()).add(arrow);
          write(field.value());
        });
    sheet.add("]");
  }

  private void update(Expr.Update update) {
    sheet.exactly("!");
    for (Expr.Selector selector : update.path()) {
      switch (selector) {
        case Expr.Selector.Index(List<Expr> arguments, _) -> enclosed("[", arguments, "]");
        case Expr.Selector.Member(Identifier name) -> sheet.add(".").add(name.name());
      }
    }
    sheet.add("=");
    write(update.value());
  }

  private void enclosed(String open, Expr inner, String close) {
    sheet.add(open);
    write(inner);
    sheet.add(close);
  }

  private void enclosed(String open, List<Expr> inner, String close) {
    sheet.add(open);
    listed(inner, this::write);
    sheet.add(close);
  }

  <T> void listed(List<T> items, Consumer<T> writer) {
    for (int i = 0; i < items.size(); i++) {
      if (i > 0) {
        sheet.add(",");
      }
      writer.accept(items.get(i));
    }
  }
}
