package skolem.frontend.pluscal;

import java.util.List;
import java.util.stream.Stream;
import skolem.frontend.source.Span;

/// An algorithm as it is written.
///
/// @param heading where it begins: `--algorithm` or `--fair algorithm`
/// @param definitions what `define` holds; empty where there is none
/// @param body of an algorithm without processes; empty where there are processes
record Algorithm(
    Span heading,
    String name,
    boolean fair,
    List<Declaration> variables,
    Fragment definitions,
    List<Macro> macros,
    List<Procedure> procedures,
    List<ProcessDeclaration> processes,
    List<Statement> body) {

  /// A variable and its initial value or values.
  ///
  /// @param member whether the variable is any element of the value, or else is the value
  /// @param initialised whether a value is written; `value` is `defaultInitValue` where not
  record Declaration(
      Place place, String name, boolean member, Fragment value, boolean initialised) {
    Declaration(Place place, String name, boolean member, Fragment value) {
      this(place, name, member, value, true);
    }

    /// The constant that is the value of variables without one.
    static final String DEFAULT = "defaultInitValue";

    static Declaration uninitialised(Place place, String name) {
      return new Declaration(
          place, name, false, Fragment.of(Token.Kind.NAME, DEFAULT, place.span()), false);
    }

    Declaration changed(String newName, Fragment newValue) {
      return new Declaration(place, newName, member, newValue, initialised);
    }
  }

  record Macro(Place place, String name, List<String> parameters, List<Statement> body) {
    public Macro {
      parameters = List.copyOf(parameters);
      body = List.copyOf(body);
    }
  }

  record Procedure(
      Place place,
      String name,
      List<Declaration> parameters,
      List<Declaration> variables,
      List<Statement> body) {
    public Procedure {
      parameters = List.copyOf(parameters);
      variables = List.copyOf(variables);
      body = List.copyOf(body);
    }

    /// Its parameters and variables.
    Stream<Declaration> declarations() {
      return Stream.concat(parameters.stream(), variables.stream());
    }

    Procedure with(List<Statement> newBody) {
      return new Procedure(place, name, parameters, variables, newBody);
    }
  }

  /// How much a process must go on.
  enum Fairness {
    NONE,
    WEAK,
    STRONG
  }

  /// @param member whether there is a process for each element of `identifier`, or else one process
  record ProcessDeclaration(
      Place place,
      String name,
      boolean member,
      Fragment identifier,
      Fairness fairness,
      List<Declaration> variables,
      List<Statement> body) {
    public ProcessDeclaration {
      variables = List.copyOf(variables);
      body = List.copyOf(body);
    }

    ProcessDeclaration with(List<Statement> newBody) {
      return new ProcessDeclaration(place, name, member, identifier, fairness, variables, newBody);
    }
  }

  Algorithm {
    variables = List.copyOf(variables);
    macros = List.copyOf(macros);
    procedures = List.copyOf(procedures);
    processes = List.copyOf(processes);
    body = List.copyOf(body);
  }

  boolean isMultiprocess() {
    return !processes.isEmpty();
  }

  /// The variables, also of procedures and processes, and the parameters.
  Stream<Declaration> declarations() {
    return Stream.of(
            variables.stream(),
            procedures.stream().flatMap(Procedure::declarations),
            processes.stream().flatMap(p -> p.variables().stream()))
        .flatMap(s -> s);
  }
}
