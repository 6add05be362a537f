--------------------------- MODULE QuorumTheorems ---------------------------
(* Theorems for proofs; nothing in it can be evaluated.                       *)
EXTENDS Quorum, Integers, FiniteSets
=============================================================================
