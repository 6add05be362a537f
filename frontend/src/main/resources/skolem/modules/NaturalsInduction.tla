------------------------- MODULE NaturalsInduction --------------------------
(* The definitions that come with the theorems; the theorems are for proofs. *)
EXTENDS Integers

NatInductiveDefHypothesis(f, f0, Def(_, _)) ==
  f = CHOOSE g : g = [n \in Nat |-> IF n > 0 THEN Def(g[n - 1], n) ELSE f0]

NatInductiveDefConclusion(f, f0, Def(_, _)) ==
  f = [n \in Nat |-> IF n > 0 THEN Def(f[n - 1], n) ELSE f0]

FiniteNatInductiveDefHypothesis(f, c, Def(_, _), m, n) ==
  f = CHOOSE g : g = [k \in m..n |-> IF k > m THEN Def(g[k - 1], k) ELSE c]

FiniteNatInductiveDefConclusion(f, c, Def(_, _), m, n) ==
  f = [k \in m..n |-> IF k > m THEN Def(f[k - 1], k) ELSE c]
=============================================================================
