------------------------ MODULE SequencesExtTheorems ------------------------
(* The definitions that come with the theorems; the theorems are for proofs. *)
EXTENDS Sequences, SequencesExt, Functions, Integers, WellFoundedInduction

StrictPrefixesDetermineDef(S, Def(_, _)) ==
  WFDefOn(OpToRel(IsStrictPrefix, Seq(S)), Seq(S), Def)

StrictSuffixesDetermineDef(S, Def(_, _)) ==
  WFDefOn(OpToRel(IsStrictSuffix, Seq(S)), Seq(S), Def)

TailInductiveDefHypothesis(f, S, f0, Def(_, _)) ==
  f = CHOOSE g :
        g = [s \in Seq(S) |-> IF Len(s) > 0 THEN Def(g[Tail(s)], s) ELSE f0]

TailInductiveDefConclusion(f, S, f0, Def(_, _)) ==
  f = [s \in Seq(S) |-> IF Len(s) > 0 THEN Def(f[Tail(s)], s) ELSE f0]

FrontInductiveDefHypothesis(f, S, f0, Def(_, _)) ==
  f = CHOOSE g :
        g = [s \in Seq(S) |-> IF Len(s) > 0 THEN Def(g[Front(s)], s) ELSE f0]

FrontInductiveDefConclusion(f, S, f0, Def(_, _)) ==
  f = [s \in Seq(S) |-> IF Len(s) > 0 THEN Def(f[Front(s)], s) ELSE f0]
=============================================================================
