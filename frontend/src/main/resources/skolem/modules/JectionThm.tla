----------------------------- MODULE JectionThm -----------------------------
(* Theorems for proofs; nothing in it can be evaluated.                       *)
EXTENDS Functions, Integers, FiniteSets
=============================================================================
