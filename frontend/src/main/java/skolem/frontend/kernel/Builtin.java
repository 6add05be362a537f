package skolem.frontend.kernel;

/// The operators that the engines know, by family.
///
/// Operands are values unless a comment says otherwise.
public enum Builtin {
  // Logic
  NOT(1),
  EQUIVALENT(2),
  EQUAL(2),
  NOT_EQUAL(2),

  // Sets
  IN(2),
  NOT_IN(2),
  SUBSET_EQ(2),
  CUP(2),
  CAP(2),
  SET_MINUS(2),
  /// `UNION S`.
  BIG_UNION(1),
  /// `SUBSET S`.
  POWER_SET(1),
  /// `STRING`.
  STRINGS(0),

  // Functions
  DOMAIN(1),

  // Naturals, Integers, Reals
  NATURALS(0),
  INTEGERS(0),
  REALS(0),
  INFINITY(0),
  PLUS(2),
  MINUS(2),
  NEGATE(1),
  TIMES(2),
  /// `\div`, rounded down.
  DIVIDE(2),
  /// `%`, for a positive divisor.
  MODULO(2),
  POWER(2),
  /// `/` of Reals.
  RATIO(2),
  LESS(2),
  LESS_EQUAL(2),
  GREATER(2),
  GREATER_EQUAL(2),
  /// `a..b`.
  RANGE(2),

  // Sequences
  /// `Seq(S)`.
  SEQUENCES(1),
  LEN(1),
  HEAD(1),
  TAIL(1),
  APPEND(2),
  CONCAT(2),
  /// `SubSeq(s, m, n)`.
  SUB_SEQ(3),
  /// `SelectSeq(s, Test(_))`: the second operand is an operator.
  SELECT_SEQ(2),

  // FiniteSets
  CARDINALITY(1),
  IS_FINITE_SET(1),

  // TLC
  /// `a :> b`.
  SINGLE_MAP(2),
  /// `f @@ g`; the left function wins.
  OVERRIDE(2),
  PERMUTATIONS(1),
  /// `SortSeq(s, Op(_, _))`: the second operand is an operator.
  SORT_SEQ(2),
  /// `Assert(condition, message)`.
  ASSERT(2),
  /// `Print(message, value)`.
  PRINT(2),
  /// `PrintT(message)`.
  PRINT_T(1),
  TO_STRING(1),
  /// `TLCEval(e)`.
  EVALUATE(1),
  RANDOM_ELEMENT(1),
  JAVA_TIME(0),
  TLC_GET(1),
  TLC_SET(2),
  /// `Any`, which contains every value.
  ANY(0),

  // Folds
  /// `FoldValues(Op(_, _), base, S)`: `Op(x, result so far)` for the elements of S in ascending
  /// order.
  FOLD_SET(3),
  /// `FoldFromLeft(Op(_, _), base, s)`: `Op(result so far, x)` from the first element to the last.
  FOLD_LEFT(3),
  /// `FoldFromRight(Op(_, _), base, s)`: `Op(x, result so far)` from the last element to the first.
  FOLD_RIGHT(3),

  /// `IsBag(v)`: whether v is a function with positive integers only.
  IS_BAG(1),
  /// `AsBag(v)`: v, which has no value where it is no such function.
  AS_BAG(1),

  /// `NotSupported(name)`: the refusal of the operator of that name, where it is evaluated.
  UNSUPPORTED(1);

  private final int arity;

  Builtin(int arity) {
    this.arity = arity;
  }

  /// How many operands it takes.
  public int arity() {
    return arity;
  }
}
