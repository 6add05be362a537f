--------------------------- MODULE FiniteSetsExt ----------------------------
(* More operators on finite sets, with the names and meanings of the         *)
(* community modules.                                                        *)
EXTENDS Integers, FiniteSets, Folds, Functions
LOCAL INSTANCE SkolemPrimitives

(* The least element is the first that op is applied to.                     *)
FoldSet(op(_, _), base, set) == FoldValues(op, base, set)

ReduceSet(op(_, _), set, acc) == FoldValues(op, acc, set)

SumSet(set) == FoldValues(LAMBDA x, sum : sum + x, 0, set)

ProductSet(set) == FoldValues(LAMBDA x, product : product * x, 1, set)

MapThenSumSet(op(_), set) == FoldValues(LAMBDA x, sum : sum + op(x), 0, set)

-----------------------------------------------------------------------------

FlattenSet(S) == UNION S

SymDiff(A, B) == (A \cup B) \ (A \cap B)

Quantify(S, P(_)) == Cardinality({x \in S : P(x)})

(* The subsets of size k; built up one element of S at a time.               *)
kSubset(k, S) ==
  LET small == FoldValues(
                 LAMBDA x, sets : sets \cup
                   {T \cup {x} : T \in {U \in sets : Cardinality(U) < k}},
                 {{}}, S)
  IN  {T \in small : Cardinality(T) = k}

-----------------------------------------------------------------------------

(* Of a set that is not empty.                                               *)
Max(S) ==
  FoldValues(LAMBDA x, m : IF x > m THEN x ELSE m, CHOOSE x \in S : TRUE, S)

Min(S) ==
  FoldValues(LAMBDA x, m : IF x < m THEN x ELSE m, CHOOSE x \in S : TRUE, S)

-----------------------------------------------------------------------------

(* The sets that have one element of each set, and no other.                 *)
Choices(Sets) ==
  FoldValues(
    LAMBDA T, chosen : UNION {{C \cup {x} : x \in T} : C \in chosen},
    {{}}, Sets)

(* An error unless exactly one element of S satisfies P.                     *)
ChooseUnique(S, P(_)) == CHOOSE x \in S : {y \in S : P(y)} = {x}
=============================================================================
