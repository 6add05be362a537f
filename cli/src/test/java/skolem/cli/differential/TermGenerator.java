package skolem.cli.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import skolem.cli.differential.Type.Basic;

/// Random expressions of a type, mostly defined: what may have no value is guarded, except now and
/// then where errors are asked for.
final class TermGenerator {
  private static final List<String> STRINGS = List.of("\"a\"", "\"b\"");
  private static final List<String> ATOMS = List.of("m1", "m2");

  /// An operator of the module that generated text may apply.
  record Operator(String name, List<Type> parameters, Type result) {}

  private final Random random;
  private final boolean risky;
  private final List<Operator> operators = new ArrayList<>();
  private final List<Type> favourites = new ArrayList<>();
  private int names;

  /// @param risky whether some expressions shall have no value
  TermGenerator(Random random, boolean risky) {
    this.random = random;
    this.risky = risky;
  }

  void declare(Operator operator) {
    operators.add(operator);
  }

  /// Makes more expressions of this type, and of its parts.
  void favour(Type type) {
    favourites.add(type);
    switch (type) {
      case Basic _, Type.Form _ -> {}
      case Type.SetOf(Type element) -> favour(element);
      case Type.Function(_, Type result) -> favour(result);
      case Type.Sequence(Type element) -> favour(element);
      case Type.Tuple(List<Type> parts) -> parts.forEach(this::favour);
      case Type.RecordOf(var fields) -> fields.values().forEach(this::favour);
      case Type.Either(Type left, Type right) -> {
        favour(left);
        favour(right);
      }
    }
  }

  String fresh(String prefix) {
    return prefix + names++;
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  boolean risk() {
    return risky && chance(12);
  }

  <T> T oneOf(List<T> options) {
    return options.get(random.nextInt(options.size()));
  }

  // ── Types ───────────────────────────────────────────────────────────────────────────────────

  Basic basicType() {
    return oneOf(List.of(Basic.values()));
  }

  Type type(int depth) {
    if (!favourites.isEmpty() && chance(45)) {
      Type favourite = oneOf(favourites);
      if (depth > 0 || favourite instanceof Basic) {
        return favourite;
      }
    }
    if (depth == 0) {
      return basicType();
    }
    return switch (random.nextInt(10)) {
      case 0, 1, 2 -> basicType();
      case 3, 4 -> new Type.SetOf(type(depth - 1));
      case 5, 6 -> new Type.Function(basicType(), type(depth - 1));
      case 7 -> new Type.Sequence(type(depth - 1));
      case 8 -> new Type.Tuple(List.of(type(depth - 1), type(0)));
      default -> Type.RecordOf.of(Map.of("n", type(depth - 1), "t", Basic.STRING));
    };
  }

  /// Also types with values of two kinds.
  Type variableType() {
    if (!chance(12)) {
      return type(2);
    }
    Type plain = Type.RecordOf.of(Map.of("n", basicType(), "t", Basic.STRING));
    Type other =
        chance(50)
            ? Basic.ATOM
            : Type.RecordOf.of(Map.of("t", Basic.STRING, "w", type(1), "z", Basic.INTEGER));
    return new Type.Either(plain, other);
  }

  // ── Terms ───────────────────────────────────────────────────────────────────────────────────

  Term term(Type type, Scope scope, int fuel) {
    if (risky && chance(2)) {
      return Term.of(type, generate(type(1), scope, fuel));
    }
    return generate(type, scope, fuel);
  }

  private Term generate(Type type, Scope scope, int fuel) {
    if (fuel <= 0 || chance(12)) {
      return leaf(type, scope);
    }
    List<Supplier<Term>> options = new ArrayList<>();
    addGeneral(options, type, scope, fuel - 1);
    if (!scope.of(type).isEmpty()) {
      options.add(() -> leaf(type, scope));
      options.add(() -> leaf(type, scope));
    }
    for (int i = 0; i < 2; i++) {
      addSpecific(options, type, scope, fuel - 1);
    }
    return oneOf(options).get();
  }

  /// A name in scope, or a constant.
  Term leaf(Type type, Scope scope) {
    List<Scope.Name> names = scope.of(type);
    return !names.isEmpty() && chance(85) ? Term.of(type, oneOf(names).text()) : literal(type);
  }

  /// A constant.
  Term literal(Type type) {
    return switch (type) {
      case Basic basic ->
          Term.of(
              type,
              switch (basic) {
                case BOOLEAN -> oneOf(List.of("TRUE", "FALSE"));
                case INTEGER -> oneOf(List.of("0", "1", "2", "3"));
                case STRING -> oneOf(STRINGS);
                case ATOM -> oneOf(ATOMS);
              });
      case Type.Form form -> Term.of(type, form.trivial());
      case Type.SetOf(Type element) ->
          Term.enclosed(type, "{", literals(element, random.nextInt(3)), "}");
      case Type.Function(Basic key, Type result) ->
          Term.of(
              type, "[" + fresh("k") + " \\in " + Type.domain(key) + " |-> ", literal(result), "]");
      case Type.Sequence(Type element) ->
          Term.enclosed(type, "<<", literals(element, random.nextInt(3)), ">>");
      case Type.Tuple(List<Type> parts) ->
          Term.enclosed(type, "<<", parts.stream().map(this::literal).toList(), ">>");
      case Type.RecordOf record -> record(record, this::literal);
      case Type.Either(Type left, Type right) -> literal(chance(50) ? left : right);
    };
  }

  private List<Term> literals(Type type, int count) {
    List<Term> terms = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      terms.add(literal(type));
    }
    return terms;
  }

  private interface Field {
    Term of(Type type);
  }

  private static Term record(Type.RecordOf type, Field field) {
    List<Object> parts = new ArrayList<>();
    for (Map.Entry<String, Type> entry : type.fields().entrySet()) {
      parts.add((parts.isEmpty() ? "[" : ", ") + entry.getKey() + " |-> ");
      parts.add(field.of(entry.getValue()));
    }
    parts.add("]");
    return Term.of(type, parts.toArray());
  }

  // ── Any type ────────────────────────────────────────────────────────────────────────────────

  private void addGeneral(List<Supplier<Term>> options, Type type, Scope scope, int fuel) {
    GeneralTerms general = new GeneralTerms(this, scope, fuel);
    options.add(() -> general.conditional(type));
    options.add(() -> general.definition(type));
    options.add(() -> general.inAnotherWay(type));
    for (Operator operator : operators) {
      if (operator.result().equals(type)) {
        options.add(() -> general.call(operator));
      }
    }
    for (Scope.Name name : scope.names()) {
      addParts(options, name, type, scope, fuel);
      addParts(options, name, type, scope, fuel);
    }
  }

  /// The parts of a value in scope that have the type.
  private void addParts(
      List<Supplier<Term>> options, Scope.Name name, Type type, Scope scope, int fuel) {
    switch (name.type()) {
      case Type.Function(Basic key, Type result) when result.equals(type) ->
          options.add(() -> applied(name.text(), key, type, scope, fuel));
      case Type.Sequence(Type element) when element.equals(type) -> {
        options.add(() -> guarded(name.text() + " # <<>>", "Head(" + name.text() + ")", type));
        options.add(
            () -> guarded("Len(" + name.text() + ") > 1", name.text() + "[" + "2" + "]", type));
      }
      case Type.Tuple(List<Type> parts) -> {
        for (int i = 0; i < parts.size(); i++) {
          if (parts.get(i).equals(type)) {
            String part = name.text() + "[" + (i + 1) + "]";
            options.add(() -> Term.of(type, part));
          }
        }
      }
      case Type.RecordOf(var fields) ->
          fields.forEach((field, fieldType) -> {
            if (fieldType.equals(type)) {
              options.add(() -> Term.of(type, name.text() + "." + field));
            }
          });
      case Type.Either(Type.RecordOf(var fields), Type.RecordOf _) -> {
        for (Map.Entry<String, Type> field : fields.entrySet()) {
          if (field.getValue().equals(type)) {
            String text = name.text() + "." + field.getKey();
            options.add(
                () -> guarded("\"" + field.getKey() + "\" \\in DOMAIN " + name.text(), text, type));
          }
        }
      }
      case Basic _, Type.Form _, Type.SetOf _, Type.Function _, Type.Sequence _, Type.Either _ -> {}
    }
  }

  private Term applied(String function, Basic key, Type type, Scope scope, int fuel) {
    Term argument = term(key, scope, fuel);
    if (risk()) {
      return Term.of(type, function, "[", argument, "]");
    }
    String name = fresh("k");
    return Term.of(
        type,
        "(LET " + name + " == ",
        argument,
        " IN IF "
            + name
            + " \\in DOMAIN "
            + function
            + " THEN "
            + function
            + "["
            + name
            + "] ELSE ",
        literal(type),
        ")");
  }

  private Term guarded(String guard, String text, Type type) {
    return risk()
        ? Term.of(type, text)
        : Term.of(type, "(IF " + guard + " THEN " + text + " ELSE ", literal(type), ")");
  }

  // ── One type ────────────────────────────────────────────────────────────────────────────────

  private void addSpecific(List<Supplier<Term>> options, Type type, Scope scope, int fuel) {
    switch (type) {
      case Basic.BOOLEAN -> {
        BooleanTerms booleans = new BooleanTerms(this, scope, fuel);
        for (int i = 0; i < 3; i++) {
          options.add(booleans::any);
        }
      }
      case Basic.INTEGER -> {
        IntegerTerms integers = new IntegerTerms(this, scope, fuel);
        options.add(integers::arithmetic);
        options.add(integers::counting);
      }
      case Basic.STRING, Basic.ATOM -> {}
      case Type.Form _ -> {}
      case Type.SetOf(Type element) -> {
        SetTerms sets = new SetTerms(this, scope, fuel);
        options.add(() -> sets.any(element));
        options.add(() -> sets.any(element));
      }
      case Type.Function f -> {
        FunctionTerms functions = new FunctionTerms(this, scope, fuel);
        options.add(() -> functions.function(f));
        options.add(() -> functions.except(f));
      }
      case Type.Sequence s -> {
        SequenceTerms sequences = new SequenceTerms(this, scope, fuel);
        options.add(() -> sequences.any(s));
        options.add(() -> sequences.any(s));
      }
      case Type.Tuple(List<Type> parts) -> {
        options.add(() ->
            Term.enclosed(
                type, "<<", parts.stream().map(p -> term(p, scope, fuel)).toList(), ">>"));
        options.add(() ->
            Term.of(
                type,
                "[",
                term(type, scope, fuel),
                " EXCEPT ![1] = ",
                term(parts.getFirst(), scope.with("@", parts.getFirst()), fuel),
                "]"));
      }
      case Type.RecordOf record -> {
        options.add(() -> record(record, t -> term(t, scope, fuel)));
        options.add(() -> new FunctionTerms(this, scope, fuel).changedRecord(record));
      }
      case Type.Either(Type left, Type right) ->
          options.add(() -> term(chance(50) ? left : right, scope, fuel));
    }
  }

  /// A set of few elements, to choose from or to quantify over.
  Term smallSet(Type element, Scope scope, int fuel) {
    Type.SetOf type = new Type.SetOf(element);
    List<Scope.Name> names = scope.of(type);
    if (!names.isEmpty() && chance(40)) {
      return Term.of(type, oneOf(names).text());
    }
    if (element instanceof Basic basic && chance(50)) {
      return basic == Basic.INTEGER && chance(40)
          ? Term.of(type, "(0..((", term(Basic.INTEGER, scope, fuel - 1), ") % 4))")
          : Term.of(type, Type.domain(basic));
    }
    if (chance(30)) {
      return Term.of(type, "(", term(type, scope, fuel - 1), ")");
    }
    List<Term> elements = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      elements.add(term(element, scope, Math.min(fuel - 1, 1)));
    }
    return Term.enclosed(type, "{", elements, "}");
  }

  /// A set of few elements, and mostly of one at least.
  Term filledSet(Type element, Scope scope, int fuel) {
    if (chance(20)) {
      return smallSet(element, scope, fuel);
    }
    List<Term> elements = new ArrayList<>();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      elements.add(term(element, scope, fuel));
    }
    return Term.enclosed(new Type.SetOf(element), "{", elements, "}");
  }

  Random random() {
    return random;
  }
}
