--------------------------- MODULE Randomization ----------------------------
(* Sets by chance; refused where they are evaluated.                         *)
LOCAL INSTANCE SkolemPrimitives

RandomSubset(k, S) == NotSupported("RandomSubset")
RandomSetOfSubsets(k, n, S) == NotSupported("RandomSetOfSubsets")
RandomSubsetSet(k, probability, S) == NotSupported("RandomSubsetSet")
TestRandomSetOfSubsets(k, n, S) == NotSupported("TestRandomSetOfSubsets")
=============================================================================
