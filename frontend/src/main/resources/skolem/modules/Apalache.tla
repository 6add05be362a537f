------------------------------ MODULE Apalache ------------------------------
(* The operators of Apalache, as ordinary TLA+. Those that steer its encoder *)
(* have no effect.                                                           *)
LOCAL INSTANCE Naturals
LOCAL INSTANCE SkolemPrimitives
CONSTANTS _ := _   \* equality

Skolem(e) == e

Expand(S) == S

ConstCardinality(e) == e

Gen(n) == NotSupported("Gen")

Guess(S) == CHOOSE x \in S : TRUE

SetAsFun(S) ==
  [x \in {p[1] : p \in S} |-> (CHOOSE p \in S : p[1] = x)[2]]

MkSeq(N, F(_)) == [i \in 1..N |-> F(i)]

(* The first len values of f, and cap of them at most.                       *)
FunAsSeq(f, len, cap) == [i \in 1..(IF len < cap THEN len ELSE cap) |-> f[i]]

Repeat(F(_, _), N, x) == FoldValues(LAMBDA i, acc : F(acc, i), x, 1..N)

(* The elements of a set in ascending order.                                 *)
ApaFoldSet(Op(_, _), v, S) == FoldValues(LAMBDA x, acc : Op(acc, x), v, S)

ApaFoldSeqLeft(Op(_, _), v, seq) == FoldFromLeft(Op, v, seq)
=============================================================================
