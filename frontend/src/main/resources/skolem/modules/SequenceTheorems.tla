-------------------------- MODULE SequenceTheorems --------------------------
(* Theorems for proofs; nothing in it can be evaluated.                       *)
EXTENDS Sequences, Functions
=============================================================================
