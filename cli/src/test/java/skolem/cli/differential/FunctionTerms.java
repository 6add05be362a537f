package skolem.cli.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import skolem.cli.differential.Type.Basic;

/// Random functions and records, made anew or changed.
final class FunctionTerms {
  private final TermGenerator generator;
  private final Scope scope;
  private final int fuel;

  FunctionTerms(TermGenerator generator, Scope scope, int fuel) {
    this.generator = generator;
    this.scope = scope;
    this.fuel = fuel;
  }

  Term function(Type.Function type) {
    String key = generator.fresh("k");
    Scope inside = scope.with(key, type.key());
    return switch (generator.random().nextInt(8)) {
      case 0 ->
          Term.of(
              type,
              "((",
              generator.term(type.key(), scope, fuel),
              ") :> ",
              generator.term(type.result(), scope, fuel),
              " @@ ",
              generator.term(type, scope, fuel),
              ")");
      case 1 ->
          Term.of(
              type,
              "((",
              generator.term(type, scope, fuel),
              ") @@ ",
              generator.term(type, scope, fuel),
              ")");
      case 2 ->
          Term.of(
              type,
              "[" + key + " \\in ",
              generator.smallSet(type.key(), scope, fuel),
              " |-> ",
              generator.term(type.result(), inside, fuel),
              "]");
      case 3 -> {
        String self = generator.fresh("r");
        yield type.key() == Basic.INTEGER && type.result() == Basic.INTEGER
            ? Term.of(
                type,
                "(LET " + self + "[" + key + " \\in 0..2] == IF " + key + " <= 0 THEN ",
                generator.term(type.result(), scope, fuel),
                " ELSE " + self + "[" + key + " - 1] + ",
                generator.term(type.result(), inside, fuel),
                " IN " + self + ")")
            : except(type);
      }
      default ->
          Term.of(
              type,
              "[" + key + " \\in " + Type.domain(type.key()) + " |-> ",
              generator.term(type.result(), inside, fuel),
              "]");
    };
  }

  Term except(Type.Function type) {
    List<Object> parts = new ArrayList<>();
    parts.addAll(List.of("[", generator.term(type, scope, fuel), " EXCEPT "));
    int count = 1 + generator.random().nextInt(2);
    for (int i = 0; i < count; i++) {
      parts.add(i == 0 ? "![" : ", ![");
      parts.add(generator.term(type.key(), scope, fuel - 1));
      parts.add("]");
      Type changed = type.result();
      if (changed instanceof Type.Function(Basic key, Type result) && generator.chance(50)) {
        parts.addAll(List.of("[", generator.term(key, scope, fuel - 1), "]"));
        changed = result;
      } else if (changed instanceof Type.RecordOf(var fields) && generator.chance(50)) {
        Map.Entry<String, Type> field = generator.oneOf(List.copyOf(fields.entrySet()));
        parts.add("." + field.getKey());
        changed = field.getValue();
      }
      parts.addAll(List.of(" = ", generator.term(changed, scope.with("@", changed), fuel)));
    }
    parts.add("]");
    return Term.of(type, parts.toArray());
  }

  Term changedRecord(Type.RecordOf type) {
    Map.Entry<String, Type> field = generator.oneOf(List.copyOf(type.fields().entrySet()));
    Type changed = field.getValue();
    return Term.of(
        type,
        "[",
        generator.term(type, scope, fuel),
        " EXCEPT !." + field.getKey() + " = ",
        generator.term(changed, scope.with("@", changed), fuel),
        "]");
  }
}
