package skolem.cli.differential;

import java.util.List;
import java.util.Set;
import skolem.cli.differential.Type.Basic;

/// Random sets.
final class SetTerms {
  private final TermGenerator generator;
  private final Scope scope;
  private final int fuel;

  SetTerms(TermGenerator generator, Scope scope, int fuel) {
    this.generator = generator;
    this.scope = scope;
    this.fuel = fuel;
  }

  Term any(Type element) {
    Type.SetOf type = new Type.SetOf(element);
    return switch (generator.random().nextInt(9)) {
      case 0, 1 -> combined(type);
      case 2 -> filtered(type);
      case 3 -> mapped(type);
      case 4 -> Term.of(type, "UNION ", generator.smallSet(type, scope, fuel));
      case 5 -> special(type);
      case 6 -> special(type);
      default -> generator.smallSet(element, scope, fuel);
    };
  }

  private Term set(Type type) {
    return generator.term(type, scope, fuel);
  }

  private Term combined(Type type) {
    String operator = generator.oneOf(List.of(") \\cup (", ") \\cap (", ") \\ ("));
    return Term.of(type, "((", set(type), operator, set(type), "))");
  }

  private Term filtered(Type.SetOf type) {
    String name = generator.fresh("f");
    Term predicate = generator.term(Basic.BOOLEAN, scope.with(name, type.element()), fuel);
    return Term.of(
        type,
        "{" + name + " \\in ",
        generator.smallSet(type.element(), scope, fuel),
        " : ",
        predicate,
        "}");
  }

  private Term mapped(Type.SetOf type) {
    String name = generator.fresh("g");
    Type from = generator.type(1);
    Term element = generator.term(type.element(), scope.with(name, from), fuel);
    if (generator.chance(30)) {
      return Term.of(
          type,
          "MapSet(LAMBDA " + name + " : ",
          element,
          ", ",
          generator.smallSet(from, scope, fuel),
          ")");
    }
    if (generator.chance(30)) {
      String second = generator.fresh("g");
      return Term.of(
          type,
          "{",
          generator.term(type.element(), scope.with(name, from).with(second, Basic.INTEGER), fuel),
          " : " + name + " \\in ",
          generator.smallSet(from, scope, fuel),
          ", " + second + " \\in ",
          generator.smallSet(Basic.INTEGER, scope, fuel),
          "}");
    }
    return Term.of(
        type, "{", element, " : " + name + " \\in ", generator.smallSet(from, scope, fuel), "}");
  }

  /// What only sets of some elements have.
  private Term special(Type.SetOf type) {
    return switch (type.element()) {
      case Type.SetOf(Type inner) ->
          Term.of(type, "(SUBSET ", generator.smallSet(inner, scope, fuel - 1), ")");
      case Basic.INTEGER ->
          Term.of(
              type,
              "((",
              generator.term(Basic.INTEGER, scope, fuel - 1),
              ") % 3)..((",
              generator.term(Basic.INTEGER, scope, fuel - 1),
              ") % 4)");
      case Basic key -> {
        Type.Function function = new Type.Function(key, generator.basicType());
        yield Term.of(type, "(DOMAIN (", generator.term(function, scope, fuel), "))");
      }
      case Type.Function(Basic key, Basic result) when key != Basic.INTEGER ->
          Term.of(
              type,
              "[",
              generator.smallSet(key, scope, 0),
              " -> ",
              generator.smallSet(result, scope, 0),
              "]");
      case Type.Tuple(List<Type> parts) ->
          Term.of(
              type,
              "((",
              generator.smallSet(parts.get(0), scope, fuel - 1),
              ") \\X (",
              generator.smallSet(parts.get(1), scope, fuel - 1),
              "))");
      case Type.RecordOf(var fields) when fields.keySet().equals(Set.of("n", "t")) ->
          Term.of(
              type,
              "[n : ",
              generator.smallSet(List.copyOf(fields.values()).getFirst(), scope, fuel - 1),
              ", t : ",
              generator.smallSet(Basic.STRING, scope, fuel - 1),
              "]");
      case Type.Function _, Type.Sequence _, Type.RecordOf _, Type.Either _, Type.Form _ ->
          combined(type);
    };
  }
}
