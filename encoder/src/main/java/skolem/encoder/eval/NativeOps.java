package skolem.encoder.eval;

import skolem.encoder.formula.Formulas;
import skolem.encoder.symbolic.Algebra;
import skolem.encoder.symbolic.Site;
import skolem.encoder.symbolic.SymValue;
import skolem.frontend.kernel.Expr;
import skolem.frontend.source.Code;

/// The operators that the engines know: each to the class of its family.
final class NativeOps {
  private final SymbolicEvaluator evaluator;
  private final Algebra algebra;
  private final Formulas formulas;
  private final SetOps sets;
  private final SetRules setRules;
  private final FunctionOps functions;
  private final FunctionRules rules;
  private final ArithmeticOps arithmetic;
  private final SequenceOps sequences;
  private final FoldOps folds;
  private final CheckerOps checker;

  NativeOps(
      SymbolicEvaluator evaluator,
      Quantification quantification,
      Algebra algebra,
      FunctionRules rules) {
    this.evaluator = evaluator;
    this.algebra = algebra;
    this.formulas = algebra.formulas();
    this.rules = rules;
    this.sets = new SetOps(algebra);
    this.setRules = new SetRules(evaluator, quantification, algebra);
    this.functions = new FunctionOps(evaluator, algebra);
    this.arithmetic = new ArithmeticOps(algebra);
    this.sequences = new SequenceOps(evaluator, algebra);
    this.checker = new CheckerOps(algebra);
    this.folds = new FoldOps(evaluator, algebra, sequences);
  }

  SymValue apply(Expr.Native e, Context context) {
    Site site = context.site(e.span());
    return switch (e.builtin()) {
      case NOT -> algebra.bool(evaluator.holds(e.value(0), context).not());
      case EQUIVALENT ->
          algebra.bool(
              formulas.iff(
                  evaluator.holds(e.value(0), context), evaluator.holds(e.value(1), context)));
      case EQUAL -> algebra.bool(algebra.equal(left(e, context), right(e, context), site));
      case NOT_EQUAL ->
          algebra.bool(algebra.equal(left(e, context), right(e, context), site).not());

      case IN -> algebra.bool(setRules.member(left(e, context), e.value(1), context, site));
      case NOT_IN ->
          algebra.bool(setRules.member(left(e, context), e.value(1), context, site).not());
      case SUBSET_EQ -> algebra.bool(algebra.subset(left(e, context), right(e, context), site));
      case CUP -> sets.union(left(e, context), right(e, context), site);
      case CAP -> sets.intersection(left(e, context), right(e, context), site);
      case SET_MINUS -> sets.difference(left(e, context), right(e, context), site);
      case BIG_UNION -> bigUnion(e, context, site);
      case POWER_SET -> new SymValue.PowerSet(evaluator.set(e.value(0), context));
      case STRINGS -> new SymValue.Strings();

      case DOMAIN -> rules.domain(e.value(0), context, site);

      case NATURALS -> new SymValue.Integers(true);
      case INTEGERS -> new SymValue.Integers(false);
      case PLUS, MINUS, TIMES, DIVIDE, MODULO, POWER ->
          arithmetic.binary(e.builtin(), left(e, context), right(e, context), site);
      case NEGATE ->
          arithmetic.binary(
              skolem.frontend.kernel.Builtin.MINUS, algebra.integer(0), left(e, context), site);
      case LESS, LESS_EQUAL, GREATER, GREATER_EQUAL ->
          algebra.bool(arithmetic.compare(e.builtin(), left(e, context), right(e, context), site));
      case RANGE -> arithmetic.range(left(e, context), right(e, context), site);
      case REALS, INFINITY, RATIO ->
          throw site.unsupported("real numbers are not supported: scale the quantity to integers");

      case SEQUENCES -> new SymValue.Sequences(evaluator.set(e.value(0), context));
      case LEN -> sequences.length(left(e, context), site);
      case HEAD -> sequences.head(left(e, context), site);
      case TAIL -> sequences.tail(left(e, context), site);
      case APPEND -> sequences.append(left(e, context), right(e, context), site);
      case CONCAT -> sequences.concat(left(e, context), right(e, context), site);
      case SUB_SEQ ->
          sequences.subSequence(
              left(e, context), right(e, context), evaluator.evaluate(e.value(2), context), site);
      case SELECT_SEQ -> sequences.select(left(e, context), e.operator(1), context, site);

      case CARDINALITY -> sets.cardinality(left(e, context), site);
      case IS_FINITE_SET -> algebra.bool(sets.isFinite(left(e, context), site));

      case SINGLE_MAP -> functions.single(left(e, context), right(e, context), site);
      case OVERRIDE -> functions.override(left(e, context), right(e, context), site);
      case PERMUTATIONS -> sets.permutations(left(e, context), site);
      case ASSERT -> {
        var condition = evaluator.holds(e.value(0), context);
        context
            .faults()
            .report(
                context.path(), condition.not(), Code.ASSERT, e.span(), "the assertion is false");
        yield algebra.bool(condition);
      }
      case PRINT -> right(e, context);
      case PRINT_T -> algebra.bool(formulas.truth());
      case EVALUATE -> left(e, context);
      case ANY -> new SymValue.Anything();
      case SORT_SEQ -> sequences.sort(left(e, context), e.operator(1), context, site);
      case TO_STRING -> checker.text(left(e, context), site);
      case TLC_GET -> checker.get(left(e, context), context.states().place(), site);
      case TLC_SET -> {
        right(e, context);
        yield checker.set(left(e, context), site);
      }
      case RANDOM_ELEMENT, JAVA_TIME ->
          throw site.unsupported(
              "an operator that gives another value each time is not supported: let \\E choose");

      case FOLD_SET ->
          folds.overSet(
              e.operator(0),
              right(e, context),
              evaluator.evaluate(e.value(2), context),
              context,
              site);
      case FOLD_LEFT ->
          folds.fromLeft(
              e.operator(0),
              right(e, context),
              evaluator.evaluate(e.value(2), context),
              context,
              site);
      case FOLD_RIGHT ->
          folds.fromRight(
              e.operator(0),
              right(e, context),
              evaluator.evaluate(e.value(2), context),
              context,
              site);
      case IS_BAG -> algebra.bool(functions.isBag(left(e, context)));
      case AS_BAG -> {
        SymValue bag = left(e, context);
        site.undefined(functions.isBag(bag).not(), "a bag is expected here");
        yield bag;
      }
      case UNSUPPORTED ->
          throw site.unsupported(algebra.constant(left(e, context)) + " is not supported");
    };
  }

  /// `UNION S`: of the members themselves where they are written in place, without splitting them
  /// into all that they may be; they may be large, or infinite.
  private SymValue bigUnion(Expr.Native e, Context context, Site site) {
    return switch (e.value(0)) {
      case Expr.SetEnumeration(var members, _) -> {
        SymValue union = SetOps.EMPTY;
        for (Expr member : members) {
          union = sets.union(union, evaluator.evaluate(member, context), site);
        }
        yield union;
      }
      case Expr.SetMap map -> {
        UnionOfMany union = new UnionOfMany();
        evaluator.forEach(
            map.bindings(),
            context,
            map.span(),
            (guard, inside) -> {
              Site there = inside.site(map.element().span());
              SymValue member = sets.where(guard, evaluator.evaluate(map.element(), inside), there);
              union.all = sets.union(union.all, member, there);
            });
        yield union.all;
      }
      default -> sets.bigUnion(left(e, context), site);
    };
  }

  private static final class UnionOfMany {
    private SymValue all = SetOps.EMPTY;
  }

  private SymValue left(Expr.Native e, Context context) {
    return evaluator.evaluate(e.value(0), context);
  }

  private SymValue right(Expr.Native e, Context context) {
    return evaluator.evaluate(e.value(1), context);
  }
}
