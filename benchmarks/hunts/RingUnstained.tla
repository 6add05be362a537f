--------------------------- MODULE RingUnstained ---------------------------
(***************************************************************************)
(* Detection of termination with nodes that stay white when they receive:  *)
(* the counts alone do not tell that a node was woken behind the token.    *)
(*                                                                         *)
(* Depth, for n nodes: a whole round, as the first token is stained:       *)
(* StartRound and n - 1 times PassOn.  Some node works in the end behind   *)
(* the token, so it was woken there, by a node before the token; the       *)
(* message is in the sender's count and not in the receiver's.  A message  *)
(* the other way makes the sum 0, and its receiver has to rest: two sends, *)
(* two receipts, one rest.  Together n + 5.                                *)
(***************************************************************************)
EXTENDS RingTermination

ReceiveWhite(i) ==
  /\ coming[i] > 0
  /\ coming' = [coming EXCEPT ![i] = @ - 1]
  /\ balance' = [balance EXCEPT ![i] = @ - 1]
  /\ active' = [active EXCEPT ![i] = TRUE]
  /\ UNCHANGED <<black, token>>
=============================================================================
