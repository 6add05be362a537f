-------------------------------- MODULE Bags --------------------------------
(* A bag is a function from its elements to how often each is in it.         *)
EXTENDS TLC
LOCAL INSTANCE Naturals
LOCAL INSTANCE SkolemPrimitives

IsABag(B) == IsBag(B)

BagToSet(B) == DOMAIN B

SetToBag(S) == [e \in S |-> 1]

BagIn(e, B) == e \in DOMAIN B /\ B[e] > 0

EmptyBag == SetToBag({})

CopiesIn(e, B) == IF e \in DOMAIN B THEN B[e] ELSE 0

B1 (+) B2 ==
  [e \in DOMAIN AsBag(B1) \cup DOMAIN AsBag(B2) |->
     CopiesIn(e, B1) + CopiesIn(e, B2)]

B1 (-) B2 ==
  [e \in {d \in DOMAIN B1 : B1[d] > CopiesIn(d, B2)} |-> B1[e] - CopiesIn(e, B2)]

LOCAL Total(f) == FoldValues(LAMBDA e, sum : sum + f[e], 0, DOMAIN f)

BagUnion(S) ==
  [e \in UNION {DOMAIN B : B \in S} |-> Total([B \in S |-> CopiesIn(e, B)])]

B1 \sqsubseteq B2 ==
  \A e \in DOMAIN B1 : B1[e] <= CopiesIn(e, B2)

SubBag(B) ==
  LET counts == [e \in DOMAIN B |-> 0..B[e]]
      picks == {f \in [DOMAIN B -> UNION {counts[e] : e \in DOMAIN B}] :
                  \A e \in DOMAIN B : f[e] \in counts[e]}
  IN  {[e \in {d \in DOMAIN B : f[d] > 0} |-> f[e]] : f \in picks}

BagOfAll(F(_), B) ==
  [e \in {F(d) : d \in DOMAIN B} |->
     Total([d \in {x \in DOMAIN B : F(x) = e} |-> B[d]])]

BagCardinality(B) == Total(AsBag(B))
=============================================================================
