package skolem.cli.differential;

import java.util.List;
import skolem.cli.differential.Type.Basic;

/// Random formulas.
final class BooleanTerms {
  private final TermGenerator generator;
  private final Scope scope;
  private final int fuel;

  BooleanTerms(TermGenerator generator, Scope scope, int fuel) {
    this.generator = generator;
    this.scope = scope;
    this.fuel = fuel;
  }

  private Term formula() {
    return generator.term(Basic.BOOLEAN, scope, fuel);
  }

  private static Term of(Object... parts) {
    return Term.of(Basic.BOOLEAN, parts);
  }

  Term any() {
    return switch (generator.random().nextInt(11)) {
      case 0 -> of("(", formula(), " /\\ ", formula(), ")");
      case 1 -> of("(", formula(), " \\/ ", formula(), ")");
      case 2 -> of("(", formula(), generator.oneOf(List.of(" => ", " <=> ")), formula(), ")");
      case 3 -> of("(~", formula(), ")");
      case 4, 5 -> comparison();
      case 6 -> order();
      case 7 -> membership();
      case 8 -> describedMembership();
      case 9 -> inclusion();
      default -> quantified();
    };
  }

  private Type type() {
    return scope.names().isEmpty() || generator.chance(40)
        ? generator.type(1)
        : generator.oneOf(scope.names()).type();
  }

  private Term comparison() {
    Type type = type();
    return of(
        "((",
        generator.term(type, scope, fuel),
        generator.oneOf(List.of(") = (", ") # (")),
        generator.term(type, scope, fuel),
        "))");
  }

  private Term order() {
    return of(
        "((",
        generator.term(Basic.INTEGER, scope, fuel),
        generator.oneOf(List.of(") < (", ") <= (", ") > (", ") >= (")),
        generator.term(Basic.INTEGER, scope, fuel),
        "))");
  }

  private Term membership() {
    Type type = type();
    return of(
        "((",
        generator.term(type, scope, fuel),
        generator.oneOf(List.of(") \\in (", ") \\notin (")),
        generator.smallSet(type, scope, fuel),
        "))");
  }

  private Term inclusion() {
    Type type = new Type.SetOf(generator.type(1));
    return of(
        "((",
        generator.term(type, scope, fuel),
        ") \\subseteq (",
        generator.term(type, scope, fuel),
        "))");
  }

  /// Membership in a set that is described rather than listed.
  private Term describedMembership() {
    Type type = type();
    return of("((", generator.term(type, scope, fuel), ") \\in ", described(type), ")");
  }

  private Term described(Type type) {
    Term set =
        switch (type) {
          case Basic.INTEGER ->
              Term.of(
                  new Type.SetOf(type),
                  generator.oneOf(List.of("Nat", "Int", "(Nat \\ {1})", "(0..2 \\cup Nat)")));
          case Basic.BOOLEAN -> Term.of(new Type.SetOf(type), "BOOLEAN");
          case Basic.STRING -> Term.of(new Type.SetOf(type), "STRING");
          case Basic.ATOM -> generator.smallSet(type, scope, fuel);
          case Type.SetOf(Type element) ->
              Term.of(
                  new Type.SetOf(type), "(SUBSET ", generator.smallSet(element, scope, fuel), ")");
          case Type.Function(Basic key, Type result) ->
              Term.of(new Type.SetOf(type), "[" + Type.domain(key) + " -> ", part(result), "]");
          case Type.Sequence(Type element) ->
              Term.of(new Type.SetOf(type), "Seq(", part(element), ")");
          case Type.Tuple(List<Type> parts) ->
              Term.of(
                  new Type.SetOf(type),
                  "((",
                  part(parts.get(0)),
                  ") \\X (",
                  part(parts.get(1)),
                  "))");
          case Type.RecordOf record -> recordSet(record);
          case Type.Either(Type left, Type right) ->
              Term.of(new Type.SetOf(type), "(", described(left), " \\cup ", described(right), ")");
          case Type.Form _ -> throw new IllegalArgumentException("not a value");
        };
    return set;
  }

  private Term part(Type type) {
    return generator.chance(50) ? described(type) : generator.smallSet(type, scope, fuel - 1);
  }

  private Term recordSet(Type.RecordOf type) {
    List<Object> parts = new java.util.ArrayList<>();
    type.fields()
        .forEach((field, of) -> {
          parts.add((parts.isEmpty() ? "[" : ", ") + field + " : ");
          parts.add(part(of));
        });
    parts.add("]");
    return Term.of(new Type.SetOf(type), parts.toArray());
  }

  private Term quantified() {
    String quantifier = generator.oneOf(List.of("\\A ", "\\E "));
    Type first = generator.type(1);
    Type second = generator.basicType();
    String a = generator.fresh("b");
    String b = generator.fresh("b");
    Term set = generator.smallSet(first, scope, fuel);
    Term other = generator.smallSet(second, scope, fuel);
    return switch (generator.random().nextInt(5)) {
      case 0 ->
          of(
              "(" + quantifier + a + ", " + b + " \\in ",
              set,
              " : ",
              generator.term(Basic.BOOLEAN, scope.with(a, first).with(b, first), fuel),
              ")");
      case 1 ->
          of(
              "(" + quantifier + a + " \\in ",
              set,
              ", " + b + " \\in ",
              other,
              " : ",
              generator.term(Basic.BOOLEAN, scope.with(a, first).with(b, second), fuel),
              ")");
      case 2 ->
          of(
              "(" + quantifier + "<<" + a + ", " + b + ">> \\in (",
              set,
              ") \\X (",
              other,
              ") : ",
              generator.term(Basic.BOOLEAN, scope.with(a, first).with(b, second), fuel),
              ")");
      case 3 ->
          of(
              "(" + quantifier + a + " \\in SUBSET ",
              generator.smallSet(second, scope, fuel - 1),
              " : ",
              generator.term(Basic.BOOLEAN, scope.with(a, new Type.SetOf(second)), fuel),
              ")");
      default ->
          of(
              "(" + quantifier + a + " \\in ",
              set,
              " : ",
              generator.term(Basic.BOOLEAN, scope.with(a, first), fuel),
              ")");
    };
  }
}
