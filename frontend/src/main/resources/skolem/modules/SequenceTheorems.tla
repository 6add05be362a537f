-------------------------- MODULE SequenceTheorems --------------------------
EXTENDS Sequences
(* Theorems for proofs; nothing in it can be evaluated.                       *)
=============================================================================
