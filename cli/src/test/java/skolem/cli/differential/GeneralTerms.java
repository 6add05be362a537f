package skolem.cli.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import skolem.cli.differential.Type.Basic;

/// Random terms of any type, which pass a value on.
final class GeneralTerms {
  private final TermGenerator generator;
  private final Scope scope;
  private final int fuel;

  GeneralTerms(TermGenerator generator, Scope scope, int fuel) {
    this.generator = generator;
    this.scope = scope;
    this.fuel = fuel;
  }

  Term conditional(Type type) {
    Term condition = generator.term(Basic.BOOLEAN, scope, fuel);
    if (generator.chance(60)) {
      return Term.of(
          type,
          "(IF ",
          condition,
          " THEN ",
          generator.term(type, scope, fuel),
          " ELSE ",
          generator.term(type, scope, fuel),
          ")");
    }
    List<Object> parts = new ArrayList<>();
    parts.addAll(List.of("(CASE ", condition, " -> ", generator.term(type, scope, fuel), " [] "));
    parts.addAll(
        List.of(
            generator.term(Basic.BOOLEAN, scope, fuel - 1),
            " -> ",
            generator.term(type, scope, fuel)));
    if (!generator.risk()) {
      parts.addAll(List.of(" [] OTHER -> ", generator.term(type, scope, fuel - 1)));
    }
    parts.add(")");
    return Term.of(type, parts.toArray());
  }

  Term definition(Type type) {
    if (generator.risk()) {
      return partialDefinition(type);
    }
    Type local = generator.type(1);
    String name = generator.fresh("d");
    if (generator.chance(60)) {
      return Term.of(
          type,
          "(LET " + name + " == ",
          generator.term(local, scope, fuel),
          " IN ",
          generator.term(type, scope.with(name, local), fuel),
          ")");
    }
    String parameter = generator.fresh("p");
    Basic of = generator.basicType();
    return Term.of(
        type,
        "(LET " + name + "(" + parameter + ") == ",
        generator.term(type, scope.with(parameter, of), fuel),
        " IN " + name + "(",
        generator.term(of, scope, fuel - 1),
        "))");
  }

  /// A definition that has no value on one of the ways on which it is used.
  private Term partialDefinition(Type type) {
    String name = generator.fresh("d");
    String partial = generator.fresh("d");
    Scope inside = scope.with(name, Basic.INTEGER).with(partial, Basic.INTEGER);
    return Term.of(
        type,
        "(LET " + name + " == ",
        generator.term(Basic.INTEGER, scope, fuel),
        " "
            + partial
            + " == 6 \\div "
            + name
            + " IN IF "
            + name
            + " # 0 /\\ "
            + partial
            + " > 1 THEN ",
        generator.term(type, inside, fuel),
        " ELSE IF " + partial + " = 1 THEN ",
        generator.term(type, inside, fuel),
        " ELSE ",
        generator.literal(type),
        ")");
  }

  /// By CHOOSE, as an operand of an operator that takes operators, or through a container.
  Term inAnotherWay(Type type) {
    return generator
        .oneOf(
            List.<Supplier<Term>>of(
                () -> choose(type), () -> higherOrder(type), () -> passedThrough(type)))
        .get();
  }

  private Term choose(Type type) {
    String name = generator.fresh("c");
    Term set = generator.smallSet(type, scope, fuel);
    Term predicate = generator.term(Basic.BOOLEAN, scope.with(name, type), fuel);
    if (generator.risk()) {
      return Term.of(type, "(CHOOSE " + name + " \\in ", set, " : ", predicate, ")");
    }
    return Term.of(
        type,
        "(LET S" + name + " == {" + name + " \\in ",
        set,
        " : ",
        predicate,
        "} IN IF S" + name + " = {} THEN ",
        generator.literal(type),
        " ELSE CHOOSE " + name + " \\in S" + name + " : TRUE)");
  }

  private Term higherOrder(Type type) {
    String parameter = generator.fresh("q");
    Term body = generator.term(type, scope.with(parameter, type), fuel);
    return Term.of(
        type,
        generator.oneOf(List.of("Twice", "Once")) + "(LAMBDA " + parameter + " : ",
        body,
        ", ",
        generator.term(type, scope, fuel - 1),
        ")");
  }

  /// Through a container and out again.
  private Term passedThrough(Type type) {
    Term inner = generator.term(type, scope, fuel);
    return switch (generator.random().nextInt(5)) {
      case 0 -> Term.of(type, "<<0, ", inner, ">>[2]");
      case 1 -> Term.of(type, "[n |-> ", inner, ", w |-> 0].n");
      case 2 -> Term.of(type, "Head(<<", inner, ">>)");
      case 3 -> {
        Basic key = generator.basicType();
        Term at = generator.literal(key);
        yield Term.of(
            type,
            "[[" + generator.fresh("k") + " \\in " + Type.domain(key) + " |-> ",
            generator.literal(type),
            "] EXCEPT ![" + at.text() + "] = ",
            inner,
            "][",
            key == Basic.INTEGER
                ? generator.literal(key).text().replace("3", "1")
                : generator.leaf(key, scope),
            "]");
      }
      default ->
          Term.of(
              type,
              "(",
              generator.literal(Basic.ATOM),
              " :> ",
              inner,
              " @@ m1 :> ",
              generator.literal(type),
              " @@ m2 :> ",
              generator.literal(type),
              ")[",
              generator.leaf(Basic.ATOM, scope),
              "]");
    };
  }

  Term call(TermGenerator.Operator operator) {
    List<Term> arguments = new ArrayList<>();
    for (Type parameter : operator.parameters()) {
      arguments.add(generator.term(parameter, scope, fuel - 1));
    }
    return arguments.isEmpty()
        ? Term.of(operator.result(), operator.name())
        : Term.enclosed(operator.result(), operator.name() + "(", arguments, ")");
  }
}
