-------------------------- MODULE FunctionTheorems --------------------------
EXTENDS Functions
(* Theorems for proofs; nothing in it can be evaluated.                       *)
=============================================================================
