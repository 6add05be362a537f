----------------------- MODULE FiniteSetsExtTheorems ------------------------
(* Theorems for proofs; nothing in it can be evaluated.                       *)
EXTENDS FiniteSetsExt, FiniteSets, Integers
=============================================================================
