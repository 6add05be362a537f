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

  private boolean risk() {
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

  private Term leaf(Type type, Scope scope) {
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
          enclosed(type, "{", literals(element, random.nextInt(3)), "}");
      case Type.Function(Basic key, Type result) ->
          Term.of(
              type, "[" + fresh("k") + " \\in " + Type.domain(key) + " |-> ", literal(result), "]");
      case Type.Sequence(Type element) ->
          enclosed(type, "<<", literals(element, random.nextInt(3)), ">>");
      case Type.Tuple(List<Type> parts) ->
          enclosed(type, "<<", parts.stream().map(this::literal).toList(), ">>");
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

  private static Term enclosed(Type type, String open, List<Term> terms, String close) {
    List<Object> parts = new ArrayList<>();
    parts.add(open);
    parts.addAll(Term.joined(terms, ", "));
    parts.add(close);
    return Term.of(type, parts.toArray());
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
    options.add(() -> conditional(type, scope, fuel));
    options.add(() -> definition(type, scope, fuel));
    options.add(() ->
        oneOf(
                List.<Supplier<Term>>of(
                    () -> choose(type, scope, fuel),
                    () -> higherOrder(type, scope, fuel),
                    () -> passedThrough(type, scope, fuel)))
            .get());
    for (Operator operator : operators) {
      if (operator.result().equals(type)) {
        options.add(() -> call(operator, scope, fuel));
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

  private Term conditional(Type type, Scope scope, int fuel) {
    Term condition = term(Basic.BOOLEAN, scope, fuel);
    if (chance(60)) {
      return Term.of(
          type,
          "(IF ",
          condition,
          " THEN ",
          term(type, scope, fuel),
          " ELSE ",
          term(type, scope, fuel),
          ")");
    }
    List<Object> parts = new ArrayList<>();
    parts.addAll(List.of("(CASE ", condition, " -> ", term(type, scope, fuel), " [] "));
    parts.addAll(List.of(term(Basic.BOOLEAN, scope, fuel - 1), " -> ", term(type, scope, fuel)));
    if (!risk()) {
      parts.addAll(List.of(" [] OTHER -> ", term(type, scope, fuel - 1)));
    }
    parts.add(")");
    return Term.of(type, parts.toArray());
  }

  private Term definition(Type type, Scope scope, int fuel) {
    if (risk()) {
      return partialDefinition(type, scope, fuel);
    }
    Type local = type(1);
    String name = fresh("d");
    if (chance(60)) {
      return Term.of(
          type,
          "(LET " + name + " == ",
          term(local, scope, fuel),
          " IN ",
          term(type, scope.with(name, local), fuel),
          ")");
    }
    String parameter = fresh("p");
    Basic of = basicType();
    return Term.of(
        type,
        "(LET " + name + "(" + parameter + ") == ",
        term(type, scope.with(parameter, of), fuel),
        " IN " + name + "(",
        term(of, scope, fuel - 1),
        "))");
  }

  /// A definition that has no value on one of the ways on which it is used.
  private Term partialDefinition(Type type, Scope scope, int fuel) {
    String name = fresh("d");
    String partial = fresh("d");
    Scope inside = scope.with(name, Basic.INTEGER).with(partial, Basic.INTEGER);
    return Term.of(
        type,
        "(LET " + name + " == ",
        term(Basic.INTEGER, scope, fuel),
        " "
            + partial
            + " == 6 \\div "
            + name
            + " IN IF "
            + name
            + " # 0 /\\ "
            + partial
            + " > 1 THEN ",
        term(type, inside, fuel),
        " ELSE IF " + partial + " = 1 THEN ",
        term(type, inside, fuel),
        " ELSE ",
        literal(type),
        ")");
  }

  private Term choose(Type type, Scope scope, int fuel) {
    String name = fresh("c");
    Term set = smallSet(type, scope, fuel);
    Term predicate = term(Basic.BOOLEAN, scope.with(name, type), fuel);
    if (risk()) {
      return Term.of(type, "(CHOOSE " + name + " \\in ", set, " : ", predicate, ")");
    }
    return Term.of(
        type,
        "(LET S" + name + " == {" + name + " \\in ",
        set,
        " : ",
        predicate,
        "} IN IF S" + name + " = {} THEN ",
        literal(type),
        " ELSE CHOOSE " + name + " \\in S" + name + " : TRUE)");
  }

  private Term higherOrder(Type type, Scope scope, int fuel) {
    String parameter = fresh("q");
    Term body = term(type, scope.with(parameter, type), fuel);
    return Term.of(
        type,
        oneOf(List.of("Twice", "Once")) + "(LAMBDA " + parameter + " : ",
        body,
        ", ",
        term(type, scope, fuel - 1),
        ")");
  }

  /// Through a container and out again.
  private Term passedThrough(Type type, Scope scope, int fuel) {
    Term inner = term(type, scope, fuel);
    return switch (random.nextInt(5)) {
      case 0 -> Term.of(type, "<<0, ", inner, ">>[2]");
      case 1 -> Term.of(type, "[n |-> ", inner, ", w |-> 0].n");
      case 2 -> Term.of(type, "Head(<<", inner, ">>)");
      case 3 -> {
        Basic key = basicType();
        Term at = literal(key);
        yield Term.of(
            type,
            "[[" + fresh("k") + " \\in " + Type.domain(key) + " |-> ",
            literal(type),
            "] EXCEPT ![" + at.text() + "] = ",
            inner,
            "][",
            key == Basic.INTEGER ? literal(key).text().replace("3", "1") : leaf(key, scope),
            "]");
      }
      default ->
          Term.of(
              type,
              "(",
              literal(Basic.ATOM),
              " :> ",
              inner,
              " @@ m1 :> ",
              literal(type),
              " @@ m2 :> ",
              literal(type),
              ")[",
              leaf(Basic.ATOM, scope),
              "]");
    };
  }

  private Term call(Operator operator, Scope scope, int fuel) {
    List<Term> arguments = new ArrayList<>();
    for (Type parameter : operator.parameters()) {
      arguments.add(term(parameter, scope, fuel - 1));
    }
    return arguments.isEmpty()
        ? Term.of(operator.result(), operator.name())
        : enclosed(operator.result(), operator.name() + "(", arguments, ")");
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
        options.add(() -> arithmetic(scope, fuel));
        options.add(() -> counting(scope, fuel));
      }
      case Basic.STRING, Basic.ATOM -> {}
      case Type.Form _ -> {}
      case Type.SetOf(Type element) -> {
        SetTerms sets = new SetTerms(this, scope, fuel);
        options.add(() -> sets.any(element));
        options.add(() -> sets.any(element));
      }
      case Type.Function f -> {
        options.add(() -> function(f, scope, fuel));
        options.add(() -> except(f, scope, fuel));
      }
      case Type.Sequence s -> {
        options.add(() -> sequence(s, scope, fuel));
        options.add(() -> sequence(s, scope, fuel));
      }
      case Type.Tuple(List<Type> parts) -> {
        options.add(() ->
            enclosed(type, "<<", parts.stream().map(p -> term(p, scope, fuel)).toList(), ">>"));
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
        options.add(() -> changedRecord(record, scope, fuel));
      }
      case Type.Either(Type left, Type right) ->
          options.add(() -> term(chance(50) ? left : right, scope, fuel));
    }
  }

  private Term arithmetic(Scope scope, int fuel) {
    Term left = term(Basic.INTEGER, scope, fuel);
    Term right = term(Basic.INTEGER, scope, fuel);
    return switch (random.nextInt(8)) {
      case 0, 1 -> Term.of(Basic.INTEGER, "(", left, " + ", right, ")");
      case 2 -> Term.of(Basic.INTEGER, "(", left, " - ", right, ")");
      case 3 -> Term.of(Basic.INTEGER, "(", left, " * ", right, ")");
      case 4 -> Term.of(Basic.INTEGER, "(", left, " \\div ", divisor(right), ")");
      case 5 -> Term.of(Basic.INTEGER, "(", left, " % ", divisor(right), ")");
      case 6 -> Term.of(Basic.INTEGER, "(-", left, ")");
      default -> Term.of(Basic.INTEGER, "((", left, ")^" + (1 + random.nextInt(2)) + ")");
    };
  }

  private Object divisor(Term right) {
    return risk() ? right : oneOf(List.of("2", "3"));
  }

  private Term counting(Scope scope, int fuel) {
    Type element = basicType();
    return switch (random.nextInt(6)) {
      case 0, 1 ->
          Term.of(Basic.INTEGER, "Cardinality(", term(new Type.SetOf(element), scope, fuel), ")");
      case 2 -> Term.of(Basic.INTEGER, "Len(", term(new Type.Sequence(element), scope, fuel), ")");
      case 3 ->
          Term.of(
              Basic.INTEGER,
              "SumSet((",
              term(new Type.SetOf(Basic.INTEGER), scope, fuel),
              ") \\cap 0..2)");
      case 4 -> Term.of(Basic.INTEGER, "Down((", term(Basic.INTEGER, scope, fuel), ") % 5)");
      default -> Term.of(Basic.INTEGER, "fib[(", term(Basic.INTEGER, scope, fuel), ") % 6]");
    };
  }

  private Term function(Type.Function type, Scope scope, int fuel) {
    String key = fresh("k");
    Scope inside = scope.with(key, type.key());
    return switch (random.nextInt(8)) {
      case 0 ->
          Term.of(
              type,
              "((",
              term(type.key(), scope, fuel),
              ") :> ",
              term(type.result(), scope, fuel),
              " @@ ",
              term(type, scope, fuel),
              ")");
      case 1 -> Term.of(type, "((", term(type, scope, fuel), ") @@ ", term(type, scope, fuel), ")");
      case 2 ->
          Term.of(
              type,
              "[" + key + " \\in ",
              smallSet(type.key(), scope, fuel),
              " |-> ",
              term(type.result(), inside, fuel),
              "]");
      case 3 -> {
        String self = fresh("r");
        yield type.key() == Basic.INTEGER && type.result() == Basic.INTEGER
            ? Term.of(
                type,
                "(LET " + self + "[" + key + " \\in 0..2] == IF " + key + " <= 0 THEN ",
                term(type.result(), scope, fuel),
                " ELSE " + self + "[" + key + " - 1] + ",
                term(type.result(), inside, fuel),
                " IN " + self + ")")
            : except(type, scope, fuel);
      }
      default ->
          Term.of(
              type,
              "[" + key + " \\in " + Type.domain(type.key()) + " |-> ",
              term(type.result(), inside, fuel),
              "]");
    };
  }

  private Term except(Type.Function type, Scope scope, int fuel) {
    List<Object> parts = new ArrayList<>();
    parts.addAll(List.of("[", term(type, scope, fuel), " EXCEPT "));
    int count = 1 + random.nextInt(2);
    for (int i = 0; i < count; i++) {
      parts.add(i == 0 ? "![" : ", ![");
      parts.add(term(type.key(), scope, fuel - 1));
      parts.add("]");
      Type changed = type.result();
      if (changed instanceof Type.Function(Basic key, Type result) && chance(50)) {
        parts.addAll(List.of("[", term(key, scope, fuel - 1), "]"));
        changed = result;
      } else if (changed instanceof Type.RecordOf(var fields) && chance(50)) {
        Map.Entry<String, Type> field = oneOf(List.copyOf(fields.entrySet()));
        parts.add("." + field.getKey());
        changed = field.getValue();
      }
      parts.addAll(List.of(" = ", term(changed, scope.with("@", changed), fuel)));
    }
    parts.add("]");
    return Term.of(type, parts.toArray());
  }

  private Term changedRecord(Type.RecordOf type, Scope scope, int fuel) {
    Map.Entry<String, Type> field = oneOf(List.copyOf(type.fields().entrySet()));
    Type changed = field.getValue();
    return Term.of(
        type,
        "[",
        term(type, scope, fuel),
        " EXCEPT !." + field.getKey() + " = ",
        term(changed, scope.with("@", changed), fuel),
        "]");
  }

  private Term sequence(Type.Sequence type, Scope scope, int fuel) {
    Type element = type.element();
    return switch (random.nextInt(9)) {
      case 0, 1 ->
          Term.of(type, "Append(", term(type, scope, fuel), ", ", term(element, scope, fuel), ")");
      case 2 -> {
        String name = fresh("s");
        String tail =
            risk()
                ? "Tail(" + name + ")"
                : "IF " + name + " = <<>> THEN <<>> ELSE Tail(" + name + ")";
        yield Term.of(type, "(LET " + name + " == ", term(type, scope, fuel), " IN " + tail + ")");
      }
      case 3 ->
          Term.of(type, "((", term(type, scope, fuel), ") \\o (", term(type, scope, fuel), "))");
      case 4 -> {
        String name = fresh("s");
        yield Term.of(
            type,
            "(LET " + name + " == ",
            term(type, scope, fuel),
            risk()
                ? " IN SubSeq(" + name + ", 1, 2))"
                : " IN SubSeq(" + name + ", 2, Len(" + name + ")))");
      }
      case 5 -> {
        String name = fresh("e");
        yield Term.of(
            type,
            "SelectSeq(",
            term(type, scope, fuel),
            ", LAMBDA " + name + " : ",
            term(Basic.BOOLEAN, scope.with(name, element), fuel),
            ")");
      }
      case 6 -> Term.of(type, "Rev(", term(type, scope, fuel), ")");
      case 7 -> {
        String name = fresh("i");
        yield Term.of(
            type,
            "[" + name + " \\in 1..((",
            term(Basic.INTEGER, scope, fuel - 1),
            ") % 3) |-> ",
            term(element, scope.with(name, Basic.INTEGER), fuel),
            "]");
      }
      default -> {
        List<Term> elements = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
          elements.add(term(element, scope, fuel));
        }
        yield enclosed(type, "<<", elements, ">>");
      }
    };
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
    return enclosed(type, "{", elements, "}");
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
    return enclosed(new Type.SetOf(element), "{", elements, "}");
  }

  Random random() {
    return random;
  }
}
