--------------------------- MODULE FoldsTheorems ----------------------------
(* Theorems for proofs; nothing in it can be evaluated.                       *)
EXTENDS Folds, FiniteSets
=============================================================================
