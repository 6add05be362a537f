------------------------- MODULE NaturalsInduction --------------------------
EXTENDS Integers
(* Theorems for proofs; nothing in it can be evaluated.                       *)
=============================================================================
