package skolem.cli.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import skolem.cli.differential.Type.Basic;
import skolem.cli.differential.Type.Form;

/// Random modules: a few variables, an initial predicate, a next-state relation of several actions,
/// and invariants. The same seed gives the same module.
final class SpecificationGenerator {
  /// The head of every module, with operators that expressions apply.
  static final String PRELUDE =
      """
      ---- MODULE Test ----
      EXTENDS Integers, Sequences, FiniteSets, TLC
      CONSTANTS m1, m2
      RECURSIVE SumSet(_), Down(_), Rev(_)
      SumSet(S) == IF S = {} THEN 0 ELSE LET e == CHOOSE z \\in S : TRUE IN e + SumSet(S \\ {e})
      Down(n) == IF n <= 0 THEN 0 ELSE 1 + Down(n - 1)
      Rev(s) == IF s = <<>> THEN <<>> ELSE Append(Rev(Tail(s)), Head(s))
      fib[n \\in 0..5] == IF n < 2 THEN n ELSE fib[n-1] + fib[n-2]
      MapSet(F(_), S) == {F(z) : z \\in S}
      Once(F(_), z) == F(z)
      Twice(F(_), z) == F(F(z))
      """;

  private static final String CONFIGURATION =
      """
      CONSTANTS
        m1 = m1
        m2 = m2
      INIT Init
      NEXT Next
      INVARIANT Inv
      """;

  /// The configuration of an expression module.
  static String expressionConfiguration(long seed) {
    return CONFIGURATION;
  }

  /// One of the model values is typed, or both, of one letter or of two.
  static String typedConfiguration(long seed) {
    String other = List.of("n", "A_2", "B_1").get((int) (seed % 3));
    return CONFIGURATION.replace("m1 = m1", "m1 = A_1").replace("m2 = m2", "m2 = " + other);
  }

  /// The configuration of a behaviour module: every fourth looks for deadlocks.
  static String behaviourConfiguration(long seed) {
    return CONFIGURATION
        + "CONSTRAINT Bound\nCHECK_DEADLOCK "
        + (seed % 4 == 0 ? "TRUE\n" : "FALSE\n");
  }

  private final Random random;
  private final TermGenerator terms;
  private final List<Scope.Name> variables = new ArrayList<>();
  private final List<Object> units = new ArrayList<>();
  private boolean placed;

  private SpecificationGenerator(long seed) {
    this.random = new Random(seed);
    boolean risky = random.nextInt(100) < 35;
    this.terms = new TermGenerator(random, risky);
    units.add(PRELUDE);
  }

  private static Term text(Object... parts) {
    return Term.of(Form.TEXT, parts);
  }

  private void unit(Object... parts) {
    units.add(text(parts));
    units.add("\n");
  }

  private Term module() {
    units.add("====\n");
    return text(units.toArray());
  }

  // ── Expressions ─────────────────────────────────────────────────────────────────────────────

  /// A module whose invariant `Inv` is any expression (of any type) over variables that may have
  /// several values initially.
  static Term expression(long seed) {
    SpecificationGenerator generator = new SpecificationGenerator(seed);
    generator.declareVariables(1 + generator.random.nextInt(3));
    generator.operator();
    List<Term> conjuncts = new ArrayList<>();
    for (Scope.Name variable : generator.variables) {
      List<Term> values = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        values.add(generator.terms.literal(variable.type()));
      }
      List<Object> parts = new ArrayList<>();
      parts.add(variable.text() + " \\in {");
      parts.addAll(Term.joined(values, ", "));
      parts.add("}");
      conjuncts.add(Term.of(Form.ACTION, parts.toArray()));
    }
    generator.initially(conjuncts);
    generator.unit("Next == UNCHANGED " + generator.tuple());
    Type type = generator.terms.chance(40) ? Basic.BOOLEAN : generator.terms.type(2);
    Term body = generator.terms.term(type, generator.scope(), 3);
    generator.unit("Inv == ", body);
    return generator.module();
  }

  private Scope scope() {
    Scope scope = new Scope(variables);
    return placed ? scope.with("TLCGet(\"level\")", Basic.INTEGER) : scope;
  }

  private String tuple() {
    return "<<" + String.join(", ", variables.stream().map(Scope.Name::text).toList()) + ">>";
  }

  private void declareVariables(int count) {
    for (int i = 0; i < count; i++) {
      Type type = terms.variableType();
      variables.add(new Scope.Name(List.of("x", "y", "z").get(i), type));
      terms.favour(type);
    }
    units.add(
        "VARIABLES " + String.join(", ", variables.stream().map(Scope.Name::text).toList()) + "\n");
  }

  private void initially(List<Term> conjuncts) {
    List<Object> parts = new ArrayList<>();
    parts.add("Init == /\\ ");
    parts.addAll(Term.joined(conjuncts, "\n        /\\ "));
    unit(parts.toArray());
  }

  /// An operator of values, to be applied by other text.
  private void operator() {
    for (int i = random.nextInt(3); i > 0; i--) {
      String name = terms.fresh("Op");
      Scope scope = scope();
      List<Type> parameters = new ArrayList<>();
      List<String> names = new ArrayList<>();
      for (int j = random.nextInt(3); j > 0; j--) {
        Type type = terms.type(1);
        String parameter = terms.fresh("p");
        parameters.add(type);
        names.add(parameter);
        scope = scope.with(parameter, type);
      }
      Type result = terms.type(1);
      String head = names.isEmpty() ? name : name + "(" + String.join(", ", names) + ")";
      unit(head + " == ", terms.term(result, scope, 2));
      terms.declare(new TermGenerator.Operator(name, parameters, result));
    }
  }

  // ── Behaviours ──────────────────────────────────────────────────────────────────────────────

  /// A module with `Init`, `Next` and the invariant `Inv`.
  static Term behaviour(long seed) {
    SpecificationGenerator generator = new SpecificationGenerator(seed);
    generator.declareVariables(2 + generator.random.nextInt(2));
    generator.operator();
    generator.behaviour();
    return generator.module();
  }

  /// The same, where everything but the initial predicate may ask for the place of a state in its
  /// behaviour.
  static Term placedBehaviour(long seed) {
    SpecificationGenerator generator = new SpecificationGenerator(seed);
    generator.placed = true;
    generator.terms.favour(Basic.INTEGER);
    generator.declareVariables(2);
    generator.operator();
    generator.behaviour();
    return generator.module();
  }

  private void behaviour() {
    ActionGenerator actions = new ActionGenerator(terms, variables);
    initially(actions.initial());
    List<Term> disjuncts = new ArrayList<>();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      disjuncts.add(definedAction(actions));
    }
    List<Object> next = new ArrayList<>();
    next.add("Next == \\/ ");
    next.addAll(Term.joined(disjuncts, "\n        \\/ "));
    unit(next.toArray());
    unit("Inv == ", invariant());
    unit("Bound == ", terms.chance(8) ? terms.term(Basic.BOOLEAN, scope(), 1) : truth());
  }

  private static Term truth() {
    return Term.of(Basic.BOOLEAN, "TRUE");
  }

  private Term invariant() {
    return switch (random.nextInt(4)) {
      case 0 -> terms.term(Basic.BOOLEAN, scope(), 2);
      case 1 -> rarelyFalse();
      default ->
          Term.of(Basic.BOOLEAN, "(", terms.term(Basic.BOOLEAN, scope(), 2), " \\in BOOLEAN)");
    };
  }

  private Term rarelyFalse() {
    Scope.Name first = terms.oneOf(variables);
    Scope.Name second = terms.oneOf(variables);
    Term unlikely =
        Term.of(
            Basic.BOOLEAN,
            "(" + first.text() + " = ",
            terms.literal(first.type()),
            " => " + second.text() + " # ",
            terms.literal(second.type()),
            ")");
    return Term.of(
        Basic.BOOLEAN,
        "(/\\ TRUE\n        /\\ ",
        unlikely,
        "\n        /\\ ",
        terms.chance(30) ? terms.term(Basic.BOOLEAN, scope(), 1) : unlikely,
        ")");
  }

  private Term definedAction(ActionGenerator actions) {
    String name = terms.fresh("Act");
    Scope scope = scope();
    if (terms.chance(50)) {
      unit(name + " == ", actions.action(scope));
      return Term.of(Form.ACTION, name);
    }
    Type type = terms.chance(80) ? terms.basicType() : terms.type(1);
    String parameter = terms.fresh("p");
    unit(name + "(" + parameter + ") == ", actions.action(scope.with(parameter, type)));
    String bound = terms.fresh("b");
    return Term.of(
        Form.ACTION,
        "\\E " + bound + " \\in ",
        terms.smallSet(type, scope, 1),
        " : " + name + "(" + bound + ")");
  }
}
