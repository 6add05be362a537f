package skolem.frontend.pluscal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import skolem.frontend.pluscal.Algorithm.Declaration;
import skolem.frontend.pluscal.Algorithm.Fairness;
import skolem.frontend.pluscal.Algorithm.Macro;
import skolem.frontend.pluscal.Algorithm.Procedure;
import skolem.frontend.pluscal.Algorithm.ProcessDeclaration;
import skolem.frontend.source.Span;

/// Reads an algorithm: its declarations and, by [StatementParser], what it does.
final class AlgorithmParser {
  private static final Set<String> DECLARATION_ENDS =
      Set.of("begin", "{", "procedure", "process", "fair", "define", "macro");

  private final Cursor cursor;
  private final Span heading;
  private final boolean fair;
  private final String name;
  private final boolean braces;
  private final StatementParser statements;

  private AlgorithmParser(List<Token> tokens, Span heading, boolean fair) {
    this.cursor = new Cursor(tokens);
    this.heading = heading;
    this.fair = fair;
    this.name = cursor.name("the name of the algorithm").text();
    this.braces = cursor.take("{");
    this.statements = new StatementParser(cursor, braces);
  }

  /// An algorithm and the tokens that it consists of.
  record Parsed(Algorithm algorithm, List<Token> tokens) {}

  /// @param tokens those after the heading
  /// @throws skolem.frontend.source.RejectedException at the first token that does not fit
  static Parsed parse(List<Token> tokens, Span heading, boolean fair) {
    AlgorithmParser parser = new AlgorithmParser(tokens, heading, fair);
    Algorithm algorithm = parser.algorithm();
    return new Parsed(algorithm, tokens.subList(0, parser.cursor.taken()));
  }

  private Algorithm algorithm() {
    List<Declaration> variables = variables();
    Fragment definitions = cursor.at("define") ? definitions() : Fragment.EMPTY;
    List<Macro> macros = new ArrayList<>();
    while (cursor.at("macro")) {
      macros.add(macro());
    }
    List<Procedure> procedures = new ArrayList<>();
    while (cursor.at("procedure")) {
      procedures.add(procedure());
    }
    List<ProcessDeclaration> processes = new ArrayList<>();
    while (cursor.at("process") || (cursor.at("fair") && !fairBodyFollows())) {
      processes.add(process());
    }
    boolean fairBody = processes.isEmpty() && cursor.take("fair");
    if (fairBody) {
      cursor.take("+");
    }
    List<Statement> body = processes.isEmpty() ? body() : List.of();
    close("algorithm");
    return new Algorithm(
        heading,
        name,
        fair || fairBody,
        variables,
        definitions,
        macros,
        procedures,
        processes,
        body);
  }

  /// Whether `fair` stands before the body of an algorithm without processes, as it once could.
  private boolean fairBodyFollows() {
    return cursor.peek(cursor.peek(1).is("+") ? 2 : 1).is(braces ? "{" : "begin");
  }

  private List<Statement> body() {
    Token start = cursor.peek();
    open();
    List<Statement> body = statements.sequence();
    if (braces) {
      cursor.expect("}");
    }
    return nonEmpty(body, start);
  }

  private static List<Statement> nonEmpty(List<Statement> body, Token start) {
    if (body.isEmpty()) {
      throw Faults.at(start.span(), "there is no statement here");
    }
    return body;
  }

  private void open() {
    cursor.expect(braces ? "{" : "begin");
  }

  private void close(String what) {
    if (braces) {
      cursor.expect("}");
    } else {
      cursor.expect("end");
      cursor.expect(what);
    }
  }

  /// The statements between `begin` and `end`, or in braces.
  private List<Statement> enclosed(String what) {
    Token start = cursor.peek();
    open();
    List<Statement> body = nonEmpty(statements.sequence(), start);
    close(what);
    cursor.take(";");
    return body;
  }

  private Fragment definitions() {
    cursor.next();
    if (braces) {
      cursor.expect("{");
    }
    Fragment definitions = cursor.definitions();
    close("define");
    cursor.take(";");
    return definitions;
  }

  private Macro macro() {
    cursor.next();
    Token macro = cursor.name("the name of the macro");
    List<String> parameters = new ArrayList<>();
    cursor.expect("(");
    while (!cursor.at(")")) {
      if (!parameters.isEmpty()) {
        cursor.expect(",");
      }
      parameters.add(cursor.name("a parameter").text());
    }
    cursor.next();
    Token start = cursor.peek();
    open();
    List<Statement> body = nonEmpty(statements.macroBody(), start);
    close("macro");
    cursor.take(";");
    return new Macro(Place.of(macro), macro.text(), parameters, body);
  }

  private Procedure procedure() {
    Token word = cursor.next();
    String procedure = cursor.name("the name of the procedure").text();
    List<Declaration> parameters = new ArrayList<>();
    cursor.expect("(");
    while (!cursor.at(")")) {
      if (!parameters.isEmpty()) {
        cursor.expect(",");
      }
      parameters.add(parameter());
    }
    cursor.next();
    List<Declaration> locals = variables();
    for (Declaration local : locals) {
      if (local.member()) {
        throw Faults.at(local.place(), "a variable of a procedure can be initialised by `=` only");
      }
    }
    return new Procedure(Place.of(word), procedure, parameters, locals, enclosed("procedure"));
  }

  private Declaration parameter() {
    Token parameter = cursor.name("a parameter");
    Place place = Place.of(parameter);
    return cursor.take("=")
        ? new Declaration(place, parameter.text(), false, initialValue(parameter))
        : Declaration.uninitialised(place, parameter.text());
  }

  private Fragment initialValue(Token variable) {
    return cursor.expression("the initial value of `" + variable.text() + "`");
  }

  private ProcessDeclaration process() {
    Fairness fairness = Fairness.NONE;
    if (cursor.take("fair")) {
      fairness = cursor.take("+") ? Fairness.STRONG : Fairness.WEAK;
    }
    Token word = cursor.expect("process");
    if (braces) {
      cursor.expect("(");
    }
    String process = cursor.name("the name of the process").text();
    boolean member = statements.equalOrIn();
    Fragment identifier = cursor.expression("the identifier of the process");
    if (braces) {
      cursor.expect(")");
    }
    List<Declaration> locals = variables();
    return new ProcessDeclaration(
        Place.of(word), process, member, identifier, fairness, locals, enclosed("process"));
  }

  private List<Declaration> variables() {
    List<Declaration> variables = new ArrayList<>();
    if (cursor.take("variable") || cursor.take("variables")) {
      while (!cursor.atAny(DECLARATION_ENDS)) {
        variables.add(variable());
        cursor.commaOrSemicolon();
      }
    }
    return variables;
  }

  private Declaration variable() {
    Token variable = cursor.name("a variable");
    Place place = Place.of(variable);
    if (!cursor.at("=") && !cursor.at("\\in") && !cursor.at("∈")) {
      return Declaration.uninitialised(place, variable.text());
    }
    boolean member = statements.equalOrIn();
    return new Declaration(place, variable.text(), member, initialValue(variable));
  }
}
