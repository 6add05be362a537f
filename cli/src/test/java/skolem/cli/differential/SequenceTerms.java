package skolem.cli.differential;

import java.util.ArrayList;
import java.util.List;
import skolem.cli.differential.Type.Basic;

/// Random sequences.
final class SequenceTerms {
  private final TermGenerator generator;
  private final Scope scope;
  private final int fuel;

  SequenceTerms(TermGenerator generator, Scope scope, int fuel) {
    this.generator = generator;
    this.scope = scope;
    this.fuel = fuel;
  }

  Term any(Type.Sequence type) {
    Type element = type.element();
    return switch (generator.random().nextInt(9)) {
      case 0, 1 ->
          Term.of(
              type,
              "Append(",
              generator.term(type, scope, fuel),
              ", ",
              generator.term(element, scope, fuel),
              ")");
      case 2 -> {
        String name = generator.fresh("s");
        String tail =
            generator.risk()
                ? "Tail(" + name + ")"
                : "IF " + name + " = <<>> THEN <<>> ELSE Tail(" + name + ")";
        yield Term.of(
            type, "(LET " + name + " == ", generator.term(type, scope, fuel), " IN " + tail + ")");
      }
      case 3 ->
          Term.of(
              type,
              "((",
              generator.term(type, scope, fuel),
              ") \\o (",
              generator.term(type, scope, fuel),
              "))");
      case 4 -> {
        String name = generator.fresh("s");
        yield Term.of(
            type,
            "(LET " + name + " == ",
            generator.term(type, scope, fuel),
            generator.risk()
                ? " IN SubSeq(" + name + ", 1, 2))"
                : " IN SubSeq(" + name + ", 2, Len(" + name + ")))");
      }
      case 5 -> {
        String name = generator.fresh("e");
        yield Term.of(
            type,
            "SelectSeq(",
            generator.term(type, scope, fuel),
            ", LAMBDA " + name + " : ",
            generator.term(Basic.BOOLEAN, scope.with(name, element), fuel),
            ")");
      }
      case 6 -> Term.of(type, "Rev(", generator.term(type, scope, fuel), ")");
      case 7 -> {
        String name = generator.fresh("i");
        yield Term.of(
            type,
            "[" + name + " \\in 1..((",
            generator.term(Basic.INTEGER, scope, fuel - 1),
            ") % 3) |-> ",
            generator.term(element, scope.with(name, Basic.INTEGER), fuel),
            "]");
      }
      default -> {
        List<Term> elements = new ArrayList<>();
        for (int i = generator.random().nextInt(3); i > 0; i--) {
          elements.add(generator.term(element, scope, fuel));
        }
        yield Term.enclosed(type, "<<", elements, ">>");
      }
    };
  }
}
