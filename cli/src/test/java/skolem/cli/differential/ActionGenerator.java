package skolem.cli.differential;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import skolem.cli.differential.Type.Basic;
import skolem.cli.differential.Type.Form;

/// Random initial predicates and actions: each gives every variable a value, on every way through
/// it.
final class ActionGenerator {
  private final TermGenerator terms;
  private final List<Scope.Name> variables;

  ActionGenerator(TermGenerator terms, List<Scope.Name> variables) {
    this.terms = terms;
    this.variables = List.copyOf(variables);
  }

  private static Term action(Object... parts) {
    return Term.of(Form.ACTION, parts);
  }

  // ── Initially ───────────────────────────────────────────────────────────────────────────────

  /// A conjunct for each variable; later ones mention earlier ones.
  List<Term> initial() {
    List<Term> conjuncts = new ArrayList<>();
    Scope scope = Scope.empty();
    for (Scope.Name variable : variables) {
      String name = variable.text();
      Type type = variable.type();
      Term conjunct =
          switch (terms.random().nextInt(5)) {
            case 0, 1 -> action(name + " \\in ", terms.filledSet(type, scope, 1));
            case 2 ->
                action(
                    "(\\/ " + name + " = ",
                    terms.term(type, scope, 1),
                    "\n         \\/ " + name + " = ",
                    terms.term(type, scope, 1),
                    ")");
            default -> action(name + " = ", terms.term(type, scope, 1));
          };
      conjuncts.add(conjunct);
      scope = scope.with(name, type);
    }
    return conjuncts;
  }

  // ── Steps ───────────────────────────────────────────────────────────────────────────────────

  Term action(Scope scope) {
    List<Scope.Name> order = new ArrayList<>(variables);
    Collections.shuffle(order, terms.random());
    return action(order, scope, 2);
  }

  /// An action that assigns these variables.
  private Term action(List<Scope.Name> open, Scope scope, int fuel) {
    if (open.isEmpty()) {
      return guard(scope);
    }
    if (fuel == 0) {
      return assignments(open, scope);
    }
    return switch (terms.random().nextInt(10)) {
      case 0, 1 -> guarded(open, scope, fuel - 1);
      case 2 -> disjunction(open, scope, fuel - 1);
      case 3 -> quantified(open, scope, fuel - 1);
      case 4 -> conditional(open, scope, fuel - 1);
      case 5 -> local(open, scope, fuel - 1);
      case 6 -> split(open, scope, fuel - 1);
      default -> assignments(open, scope);
    };
  }

  private Term guard(Scope scope) {
    Term formula = terms.term(Basic.BOOLEAN, scope, 2);
    return new Term(Form.ACTION, "TRUE", List.of(formula));
  }

  private Term guarded(List<Scope.Name> open, Scope scope, int fuel) {
    Term guard = enabling(scope);
    return action("(", guard, " /\\ ", action(open, scope, fuel), ")");
  }

  private Term enabling(Scope scope) {
    if (terms.chance(6)) {
      return new Term(
          Form.ACTION, "TRUE", List.of("(ENABLED ", assignments(variables, unprimed()), ")"));
    }
    return guard(scope);
  }

  private Scope unprimed() {
    return new Scope(variables);
  }

  private Term disjunction(List<Scope.Name> open, Scope scope, int fuel) {
    return action("(", action(open, scope, fuel), " \\/ ", action(open, scope, fuel), ")");
  }

  /// A disjunction under a conjunction.
  private Term split(List<Scope.Name> open, Scope scope, int fuel) {
    List<Scope.Name> first = open.subList(0, 1);
    List<Scope.Name> rest = open.subList(1, open.size());
    Scope later = scope.with(first.getFirst().text() + "'", first.getFirst().type());
    return action(
        "(",
        disjunction(first, scope, fuel),
        " /\\ ",
        rest.isEmpty() ? guard(later) : action(rest, later, fuel),
        ")");
  }

  private Term quantified(List<Scope.Name> open, Scope scope, int fuel) {
    Type type = terms.chance(70) ? terms.basicType() : terms.type(1);
    String name = terms.fresh("b");
    if (terms.chance(25)) {
      Type of = new Type.SetOf(Basic.ATOM);
      return action(
          "(\\E " + name + " \\in SUBSET {m1, m2} : ",
          action(open, scope.with(name, of), fuel),
          ")");
    }
    if (terms.chance(15)) {
      Type of = new Type.Function(Basic.ATOM, Basic.BOOLEAN);
      return action(
          "(\\E " + name + " \\in [{m1, m2} -> BOOLEAN] : ",
          action(open, scope.with(name, of), fuel),
          ")");
    }
    return action(
        "(\\E " + name + " \\in ",
        terms.smallSet(type, scope, 1),
        " : ",
        action(open, scope.with(name, type), fuel),
        ")");
  }

  private Term conditional(List<Scope.Name> open, Scope scope, int fuel) {
    Term condition = terms.term(Basic.BOOLEAN, scope, 2);
    if (terms.chance(70)) {
      return action(
          "(IF ",
          condition,
          " THEN ",
          action(open, scope, fuel),
          " ELSE ",
          action(open, scope, fuel),
          ")");
    }
    return action(
        "(CASE ",
        condition,
        " -> ",
        action(open, scope, fuel),
        " [] OTHER -> ",
        action(open, scope, fuel),
        ")");
  }

  private Term local(List<Scope.Name> open, Scope scope, int fuel) {
    Type type = terms.type(1);
    String name = terms.fresh("d");
    if (terms.chance(30)) {
      Basic of = terms.basicType();
      String parameter = terms.fresh("p");
      return action(
          "(LET " + name + "(" + parameter + ") == ",
          action(open, scope.with(parameter, of), fuel),
          " IN " + name + "(",
          terms.term(of, scope, 1),
          "))");
    }
    return action(
        "(LET " + name + " == ",
        terms.term(type, scope, 2),
        " IN ",
        action(open, scope.with(name, type), fuel),
        ")");
  }

  /// A conjunction that assigns the variables one after the other.
  private Term assignments(List<Scope.Name> open, Scope scope) {
    List<Object> parts = new ArrayList<>();
    parts.add("(");
    Scope here = scope;
    for (int i = 0; i < open.size(); i++) {
      if (i > 0) {
        parts.add(" /\\ ");
      }
      Scope.Name variable = open.get(i);
      if (i + 1 < open.size() && terms.chance(10)) {
        Scope.Name next = open.get(++i);
        parts.add("UNCHANGED <<" + variable.text() + ", " + next.text() + ">>");
        here = here.with(next.text() + "'", next.type());
      } else {
        parts.add(assignment(variable, here));
      }
      here = here.with(variable.text() + "'", variable.type());
      if (terms.chance(10)) {
        parts.add(" /\\ ");
        parts.add(guard(here));
      }
    }
    parts.add(")");
    return action(parts.toArray());
  }

  private Term assignment(Scope.Name variable, Scope scope) {
    String name = variable.text();
    Type type = variable.type();
    List<Object> parts =
        switch (terms.random().nextInt(8)) {
          case 0 -> List.of("UNCHANGED " + name);
          case 1 -> List.of(name + "' \\in ", terms.filledSet(type, scope, 1));
          case 2 -> {
            String bound = terms.fresh("b");
            Type of = terms.basicType();
            yield List.of(
                "(\\E " + bound + " \\in ",
                terms.smallSet(of, scope, 1),
                " : " + name + "' = ",
                terms.term(type, scope.with(bound, of), 2),
                ")");
          }
          default -> List.of(name + "' = ", terms.term(type, scope, 2));
        };
    return new Term(Form.ACTION, name + "' = " + name, parts);
  }
}
