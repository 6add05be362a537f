package skolem.explicit.eval;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import skolem.explicit.eval.CombinedSet.Combination;
import skolem.frontend.kernel.Builtin;
import skolem.frontend.kernel.Expr;
import skolem.frontend.value.BoolValue;
import skolem.frontend.value.Value;

/// Hands each built-in operator to its family, in the order of [Builtin].
final class Builtins {
  private static final Set<Builtin> SETS =
      Collections.unmodifiableSet(
          EnumSet.of(
              Builtin.CUP,
              Builtin.CAP,
              Builtin.SET_MINUS,
              Builtin.BIG_UNION,
              Builtin.POWER_SET,
              Builtin.STRINGS,
              Builtin.DOMAIN,
              Builtin.NATURALS,
              Builtin.INTEGERS,
              Builtin.REALS,
              Builtin.RANGE,
              Builtin.SEQUENCES,
              Builtin.ANY));

  private final Evaluator evaluator;
  private final LogicOps logic;
  private final SetOps sets;
  private final FunctionOps functions;
  private final ArithmeticOps arithmetic;
  private final SequenceOps sequences;
  private final TlcOps tlc;
  private final FoldOps folds;

  Builtins(Evaluator evaluator, LogicOps logic, SetOps sets, FunctionOps functions, TlcOps tlc) {
    this.evaluator = evaluator;
    this.logic = logic;
    this.sets = sets;
    this.functions = functions;
    this.arithmetic = new ArithmeticOps(evaluator);
    this.sequences = new SequenceOps(evaluator);
    this.tlc = tlc;
    this.folds = new FoldOps(evaluator);
  }

  Denotation denote(Expr.Native n, Environment env, States states) {
    return SETS.contains(n.builtin())
        ? describe(n, env, states)
        : new Concrete(value(n, env, states));
  }

  Value value(Expr.Native n, Environment env, States states) {
    return switch (n.builtin()) {
      case NOT -> BoolValue.of(!evaluator.holds(n.value(0), env, states));
      case EQUIVALENT ->
          BoolValue.of(
              evaluator.holds(n.value(0), env, states) == evaluator.holds(n.value(1), env, states));
      case EQUAL -> BoolValue.of(logic.equal(n, env, states));
      case NOT_EQUAL -> BoolValue.of(!logic.equal(n, env, states));

      case IN -> BoolValue.of(sets.contains(n, env, states));
      case NOT_IN -> BoolValue.of(!sets.contains(n, env, states));
      case SUBSET_EQ -> BoolValue.of(sets.subsetEq(n, env, states));
      case CUP,
          CAP,
          SET_MINUS,
          BIG_UNION,
          POWER_SET,
          STRINGS,
          DOMAIN,
          NATURALS,
          INTEGERS,
          REALS,
          RANGE,
          SEQUENCES,
          ANY ->
          describe(n, env, states).toValue(n.span());

      case INFINITY, RATIO ->
          throw EvaluationErrors.unsupported(n.span(), "real numbers are not supported");
      case PLUS -> arithmetic.plus(n, env, states);
      case MINUS -> arithmetic.minus(n, env, states);
      case NEGATE -> arithmetic.negate(n, env, states);
      case TIMES -> arithmetic.times(n, env, states);
      case DIVIDE -> arithmetic.divide(n, env, states);
      case MODULO -> arithmetic.modulo(n, env, states);
      case POWER -> arithmetic.power(n, env, states);
      case LESS -> BoolValue.of(arithmetic.compare(n, env, states) < 0);
      case LESS_EQUAL -> BoolValue.of(arithmetic.compare(n, env, states) <= 0);
      case GREATER -> BoolValue.of(arithmetic.compare(n, env, states) > 0);
      case GREATER_EQUAL -> BoolValue.of(arithmetic.compare(n, env, states) >= 0);

      case LEN -> sequences.length(n, env, states);
      case HEAD -> sequences.head(n, env, states);
      case TAIL -> sequences.tail(n, env, states);
      case APPEND -> sequences.append(n, env, states);
      case CONCAT -> sequences.concat(n, env, states);
      case SUB_SEQ -> sequences.subSequence(n, env, states);
      case SELECT_SEQ -> sequences.select(n, env, states);

      case CARDINALITY -> sets.cardinality(n, env, states);
      case IS_FINITE_SET -> BoolValue.of(sets.isFinite(n, env, states));

      case SINGLE_MAP -> tlc.singleMap(n, env, states);
      case OVERRIDE -> tlc.override(n, env, states);
      case PERMUTATIONS -> tlc.permutations(n, env, states);
      case SORT_SEQ -> sequences.sort(n, env, states);
      case ASSERT -> tlc.assertion(n, env, states);
      case PRINT -> tlc.print(n, env, states);
      case PRINT_T -> tlc.printT(n, env, states);
      case TO_STRING -> tlc.text(n, env, states);
      case EVALUATE -> evaluator.value(n.value(0), env, states);
      case TLC_GET -> tlc.get(n, env, states);
      case TLC_SET -> tlc.set(n, env, states);
      case RANDOM_ELEMENT ->
          throw EvaluationErrors.unsupported(n.span(), "RandomElement is not supported");
      case JAVA_TIME -> throw EvaluationErrors.unsupported(n.span(), "JavaTime is not supported");

      case FOLD_SET -> folds.overSet(n, env, states);
      case FOLD_LEFT -> folds.fromLeft(n, env, states);
      case FOLD_RIGHT -> folds.fromRight(n, env, states);
      case IS_BAG -> BoolValue.of(functions.isBag(n, env, states));
      case AS_BAG -> functions.asBag(n, env, states);
      case UNSUPPORTED ->
          throw EvaluationErrors.unsupported(
              n.span(), evaluator.value(n.value(0), env, states) + " is not supported");
    };
  }

  private DescribedSet describe(Expr.Native n, Environment env, States states) {
    return switch (n.builtin()) {
      case CUP -> sets.combine(Combination.UNION, n, env, states);
      case CAP -> sets.combine(Combination.INTERSECTION, n, env, states);
      case SET_MINUS -> sets.combine(Combination.DIFFERENCE, n, env, states);
      case BIG_UNION -> sets.bigUnion(n, env, states);
      case POWER_SET -> sets.powerSet(n, env, states);
      case STRINGS -> InfiniteSet.STRINGS;
      case DOMAIN -> functions.domain(n, env, states);
      case NATURALS -> InfiniteSet.NATURALS;
      case INTEGERS -> InfiniteSet.INTEGERS;
      case REALS -> InfiniteSet.REALS;
      case RANGE -> sets.range(n, env, states);
      case SEQUENCES -> sets.sequences(n, env, states);
      case ANY -> InfiniteSet.EVERYTHING;
      default -> throw new IllegalStateException(n.builtin() + " is not a set");
    };
  }
}
