---------------------------- MODULE BagsTheorems ----------------------------
(* The definitions that come with the theorems; the theorems are for proofs. *)
EXTENDS Bags

LOCAL INSTANCE FiniteSets
LOCAL INSTANCE Naturals

Scaling(n, B) == IF n > 0 THEN [e \in DOMAIN B |-> n * B[e]] ELSE EmptyBag

SeqToBag(seq) ==
  [e \in {seq[i] : i \in DOMAIN seq} |-> Cardinality({i \in DOMAIN seq : seq[i] = e})]
=============================================================================
