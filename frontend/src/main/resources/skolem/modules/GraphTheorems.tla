--------------------------- MODULE GraphTheorems ----------------------------
(* Theorems for proofs; nothing in it can be evaluated.                       *)
EXTENDS Graphs, Sequences
=============================================================================
