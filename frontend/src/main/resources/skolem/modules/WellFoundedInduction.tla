------------------------ MODULE WellFoundedInduction ------------------------
(* The definitions that come with the theorems; the theorems are for proofs. *)
EXTENDS NaturalsInduction

(* A relation is a set of pairs <<lesser, greater>>.                         *)

IsTransitivelyClosedOn(R, S) ==
  \A x, y, z \in S : {<<x, y>>, <<y, z>>} \subseteq R => <<x, z>> \in R

(* Every subset but the empty one has a minimal element, which is to say     *)
(* that no sequence descends for ever.                                       *)
IsWellFoundedOn(R, S) ==
  \A T \in SUBSET S : T # {} => \E x \in T : \A y \in T : <<y, x>> \notin R

SetLessThan(x, R, S) == {y \in S : <<y, x>> \in R}

OpToRel(_ \prec _, S) == {p \in S \X S : p[1] \prec p[2]}

PreImage(f(_), S, R) == {p \in S \X S : <<f(p[1]), f(p[2])>> \in R}

(* The smallest transitively closed set of pairs that contains R on S.       *)
TransitiveClosureOn(R, S) ==
  {p \in S \X S :
     \A Q \in SUBSET (S \X S) :
       IsTransitivelyClosedOn(Q, S) /\ R \cap (S \X S) \subseteq Q => p \in Q}

LexPairOrdering(R1, R2, S1, S2) ==
  {p \in (S1 \X S2) \X (S1 \X S2) :
     IF p[1][1] = p[2][1]
     THEN <<p[1][1], p[1][1]>> \in R1 \/ <<p[1][2], p[2][2]>> \in R2
     ELSE <<p[1][1], p[2][1]>> \in R1}

LexProductOrdering(R, S, n) ==
  {p \in [1..n -> S] \X [1..n -> S] :
     \E k \in 1..n :
       <<p[1][k], p[2][k]>> \in R /\ \A i \in 1..(k - 1) : p[1][i] = p[2][i]}

(* Definitions by recursion: the value at x depends on lesser elements only. *)

WFDefOn(R, S, Def(_, _)) ==
  \A g, h : \A x \in S :
    (\A y \in SetLessThan(x, R, S) : g[y] = h[y]) => Def(g, x) = Def(h, x)

OpDefinesFcn(f, S, Def(_, _)) == f = CHOOSE g : g = [x \in S |-> Def(g, x)]

WFInductiveDefines(f, S, Def(_, _)) == f = [x \in S |-> Def(f, x)]

WFInductiveUnique(S, Def(_, _)) ==
  \A g, h :
    WFInductiveDefines(g, S, Def) /\ WFInductiveDefines(h, S, Def) => g = h
=============================================================================
