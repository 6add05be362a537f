---------------------------- MODULE Statistics ------------------------------
(* Statistical tests; refused where they are evaluated.                      *)
EXTENDS Naturals
LOCAL INSTANCE SkolemPrimitives

ChiSquare(expected, actual, alpha) == NotSupported("ChiSquare")
=============================================================================
