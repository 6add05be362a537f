------------------------------ MODULE BagsExt -------------------------------
(* More operators on bags, with the names and meanings of the community      *)
(* modules.                                                                  *)
LOCAL INSTANCE Bags
LOCAL INSTANCE Integers
LOCAL INSTANCE SkolemPrimitives

BagAdd(B, x) == [e \in DOMAIN B \cup {x} |-> CopiesIn(e, B) + IF e = x THEN 1 ELSE 0]

BagRemove(B, x) ==
  LET left == {e \in DOMAIN B : e # x \/ B[e] > 1}
  IN  [e \in left |-> IF e = x THEN B[e] - 1 ELSE B[e]]

BagRemoveAll(B, x) == [e \in DOMAIN B \ {x} |-> B[e]]

(* The copies of one element are folded first, each starting from base. The  *)
(* order of the elements is ours, whatever choose may say.                   *)
MapThenFoldBag(op(_, _), base, f(_), choose(_), B) ==
  LET copies(x) == FoldValues(LAMBDA i, acc : op(acc, f(x)), base, 1..B[x])
  IN  FoldValues(LAMBDA x, acc : op(copies(x), acc), base, DOMAIN B)

FoldBag(op(_, _), base, B) ==
  MapThenFoldBag(op, base, LAMBDA x : x, LAMBDA S : CHOOSE x \in S : TRUE, B)

SumBag(B) == FoldValues(LAMBDA x, sum : sum + x * B[x], 0, DOMAIN B)

ProductBag(B) == FoldValues(LAMBDA x, product : product * x ^ B[x], 1, DOMAIN B)
=============================================================================
