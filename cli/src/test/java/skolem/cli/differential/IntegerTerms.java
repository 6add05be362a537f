package skolem.cli.differential;

import java.util.List;
import skolem.cli.differential.Type.Basic;

/// Random integers.
final class IntegerTerms {
  private final TermGenerator generator;
  private final Scope scope;
  private final int fuel;

  IntegerTerms(TermGenerator generator, Scope scope, int fuel) {
    this.generator = generator;
    this.scope = scope;
    this.fuel = fuel;
  }

  Term arithmetic() {
    Term left = generator.term(Basic.INTEGER, scope, fuel);
    Term right = generator.term(Basic.INTEGER, scope, fuel);
    return switch (generator.random().nextInt(8)) {
      case 0, 1 -> Term.of(Basic.INTEGER, "(", left, " + ", right, ")");
      case 2 -> Term.of(Basic.INTEGER, "(", left, " - ", right, ")");
      case 3 -> Term.of(Basic.INTEGER, "(", left, " * ", right, ")");
      case 4 -> Term.of(Basic.INTEGER, "(", left, " \\div ", divisor(right), ")");
      case 5 -> Term.of(Basic.INTEGER, "(", left, " % ", divisor(right), ")");
      case 6 -> Term.of(Basic.INTEGER, "(-", left, ")");
      default ->
          Term.of(Basic.INTEGER, "((", left, ")^" + (1 + generator.random().nextInt(2)) + ")");
    };
  }

  private Object divisor(Term right) {
    return generator.risk() ? right : generator.oneOf(List.of("2", "3"));
  }

  Term counting() {
    Type element = generator.basicType();
    return switch (generator.random().nextInt(6)) {
      case 0, 1 ->
          Term.of(
              Basic.INTEGER,
              "Cardinality(",
              generator.term(new Type.SetOf(element), scope, fuel),
              ")");
      case 2 ->
          Term.of(
              Basic.INTEGER, "Len(", generator.term(new Type.Sequence(element), scope, fuel), ")");
      case 3 ->
          Term.of(
              Basic.INTEGER,
              "SumSet((",
              generator.term(new Type.SetOf(Basic.INTEGER), scope, fuel),
              ") \\cap 0..2)");
      case 4 ->
          Term.of(Basic.INTEGER, "Down((", generator.term(Basic.INTEGER, scope, fuel), ") % 5)");
      default ->
          Term.of(Basic.INTEGER, "fib[(", generator.term(Basic.INTEGER, scope, fuel), ") % 6]");
    };
  }
}
