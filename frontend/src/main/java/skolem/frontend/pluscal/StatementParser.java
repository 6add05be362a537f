package skolem.frontend.pluscal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the statements of an algorithm, in the syntax with `begin` and `end` or in that with
/// braces.
final class StatementParser {
  private static final Set<String> SEQUENCE_ENDS = Set.of("end", "else", "elsif", "or");

  private final Cursor cursor;
  private final boolean braces;
  private boolean inMacro;

  StatementParser(Cursor cursor, boolean braces) {
    this.cursor = cursor;
    this.braces = braces;
  }

  /// The statements up to what ends a sequence.
  List<Statement> sequence() {
    List<Statement> statements = new ArrayList<>();
    while (!(braces ? cursor.at("}") : cursor.atAny(SEQUENCE_ENDS))) {
      statements.addAll(statement());
    }
    return statements;
  }

  /// The body of a macro, where no label may stand.
  List<Statement> macroBody() {
    inMacro = true;
    List<Statement> body = sequence();
    inMacro = false;
    return body;
  }

  /// One statement, or the several of a block in braces.
  private List<Statement> statement() {
    Label label = label();
    if (braces && cursor.at("{")) {
      return block(label);
    }
    Token first = cursor.peek();
    Command command = command(first);
    return List.of(new Statement(label, Place.of(first), command));
  }

  private List<Statement> block(@Nullable Label label) {
    Token brace = cursor.expect("{");
    List<Statement> statements = sequence();
    cursor.expect("}");
    cursor.semicolon();
    if (statements.isEmpty()) {
      throw Faults.at(brace.span(), "a list of statements is empty");
    }
    Statement first = statements.getFirst();
    if (label == null) {
      return statements;
    }
    if (first.label() != null) {
      throw Faults.at(first.label().place(), "a statement has two labels");
    }
    List<Statement> labelled = new ArrayList<>(statements);
    labelled.set(0, first.labelled(label));
    return labelled;
  }

  private @Nullable Label label() {
    Token name = cursor.peek();
    if (!name.isName() || Cursor.isWord(name.text()) || !cursor.peek(1).is(":")) {
      return null;
    }
    cursor.next();
    cursor.next();
    if (inMacro) {
      throw Faults.at(name.span(), "a label may not appear in a macro");
    }
    if (name.is("Done") || name.is("Error")) {
      throw Faults.at(name.span(), "`" + name.text() + "` cannot be a label");
    }
    Label.Strength strength =
        cursor.take("+")
            ? Label.Strength.PLUS
            : cursor.take("-") ? Label.Strength.MINUS : Label.Strength.PLAIN;
    return new Label(name.text(), strength, Place.of(name));
  }

  private Command command(Token first) {
    return switch (first.text()) {
      case "if" -> conditional();
      case "either" -> either(first);
      case "with" -> with(first);
      case "while" -> loop(first);
      case "when", "await" -> new Command.Await(ended("the condition of `%s`"));
      case "print" -> new Command.Print(ended("the expression of `%s`"));
      case "assert" -> new Command.Assert(ended("the condition of `%s`"));
      case "skip" -> {
        cursor.next();
        cursor.semicolon();
        yield new Command.Skip();
      }
      case "call" -> call();
      case "return" -> {
        cursor.next();
        cursor.semicolon();
        yield new Command.Return();
      }
      case "goto" -> {
        cursor.next();
        yield new Command.Goto(target());
      }
      default -> cursor.peek(1).is("(") ? macroCall() : assignment();
    };
  }

  /// The expression after this word, and the `;`.
  private Fragment ended(String what) {
    Fragment expression = cursor.expression(what.formatted(cursor.next().text()));
    cursor.semicolon();
    return expression;
  }

  private String target() {
    Token token = cursor.next();
    if (!token.isName() && token.kind() != Token.Kind.STRING) {
      throw Faults.at(token.span(), "expected a label but found " + token.shown());
    }
    cursor.semicolon();
    return token.text().replace("\"", "");
  }

  private Command conditional() {
    cursor.next();
    Fragment condition = condition("the condition of `if`");
    if (braces) {
      List<Statement> then = statement();
      return new Command.If(condition, then, cursor.take("else") ? statement() : List.of());
    }
    cursor.expect("then");
    List<Statement> then = sequence();
    if (cursor.at("elsif")) {
      Token inner = cursor.peek();
      Command other = conditional();
      return new Command.If(condition, then, List.of(new Statement(null, Place.of(inner), other)));
    }
    List<Statement> otherwise = cursor.take("else") ? sequence() : List.of();
    end("if");
    return new Command.If(condition, then, otherwise);
  }

  private Fragment condition(String what) {
    if (!braces) {
      return cursor.expression(what);
    }
    cursor.expect("(");
    Fragment condition = cursor.expression(what);
    cursor.expect(")");
    return condition;
  }

  private void end(String word) {
    cursor.expect("end");
    cursor.expect(word);
    cursor.semicolon();
  }

  private Command either(Token start) {
    cursor.next();
    List<List<Statement>> clauses = new ArrayList<>();
    do {
      List<Statement> clause = braces ? statement() : sequence();
      if (clause.isEmpty()) {
        throw Faults.at(start.span(), "a clause of `either` is empty");
      }
      clauses.add(clause);
    } while (cursor.take("or"));
    if (!braces) {
      end("either");
    }
    if (clauses.size() == 1) {
      throw Faults.at(start.span(), "`either` has no `or`");
    }
    return new Command.Either(clauses);
  }

  private Command with(Token start) {
    cursor.next();
    if (braces) {
      cursor.expect("(");
    }
    return binding(start);
  }

  /// One variable of a `with` and, inside it, the others and the body.
  private Command.With binding(Token start) {
    Token variable = cursor.name("a variable");
    boolean member = equalOrIn();
    Fragment value = cursor.expression("the value of `" + variable.text() + "`");
    if (!cursor.at(")")) {
      cursor.commaOrSemicolon();
    }
    List<Statement> body;
    if (cursor.take(braces ? ")" : "do")) {
      body = braces ? statement() : sequence();
      if (!braces) {
        end("with");
      }
    } else {
      body = List.of(new Statement(null, Place.of(start), binding(start)));
    }
    if (body.isEmpty()) {
      throw Faults.at(start.span(), "the body of this `with` is missing");
    }
    return new Command.With(variable.text(), member, value, body);
  }

  /// Whether `\in` was taken, or else `=`.
  boolean equalOrIn() {
    if (cursor.take("=")) {
      return false;
    }
    if (cursor.take("\\in") || cursor.take("∈")) {
      return true;
    }
    throw cursor.expected("`=` or `\\in`");
  }

  private Command loop(Token start) {
    if (inMacro) {
      throw Faults.at(start.span(), "`while` may not appear in a macro");
    }
    cursor.next();
    Fragment condition = condition("the condition of `while`");
    List<Statement> body;
    if (braces) {
      body = statement();
    } else {
      cursor.expect("do");
      body = sequence();
      end("while");
    }
    if (body.isEmpty()) {
      throw Faults.at(start.span(), "the body of this `while` is missing");
    }
    return new Command.While(condition, body);
  }

  private Command call() {
    cursor.next();
    String procedure = cursor.name("the name of a procedure").text();
    List<Fragment> arguments = arguments();
    cursor.semicolon();
    if (cursor.take("return")) {
      cursor.semicolon();
      return new Command.CallReturn(procedure, arguments);
    }
    return cursor.take("goto")
        ? new Command.CallGoto(procedure, arguments, target())
        : new Command.Call(procedure, arguments);
  }

  private Command macroCall() {
    String macro = cursor.name("a statement").text();
    List<Fragment> arguments = arguments();
    cursor.semicolon();
    return new Command.MacroCall(macro, arguments);
  }

  private List<Fragment> arguments() {
    List<Fragment> arguments = new ArrayList<>();
    cursor.expect("(");
    if (!cursor.at(")")) {
      do {
        arguments.add(cursor.expression("an argument"));
      } while (cursor.take(","));
    }
    cursor.expect(")");
    return arguments;
  }

  private Command assignment() {
    List<Command.Assignment> assignments = new ArrayList<>();
    do {
      Token variable = cursor.name("a statement");
      Fragment subscript = cursor.expressionOrNone(false);
      cursor.expect(":=");
      Fragment value = cursor.expression("the right-hand side of the assignment");
      assignments.add(
          new Command.Assignment(Place.of(variable), variable.text(), subscript, value));
    } while (cursor.take("||"));
    cursor.semicolon();
    return new Command.Assign(assignments);
  }
}
