------------------------- MODULE FiniteSetTheorems --------------------------
EXTENDS FiniteSets
(* Theorems for proofs; nothing in it can be evaluated.                       *)
=============================================================================
