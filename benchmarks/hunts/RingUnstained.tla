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
(*                                                                         *)
(* States at fewer steps, for 6 nodes: from the 3072 initial states in     *)
(* which nodes 0, 1 and 2 work, these send k <= 10 messages to nodes 3, 4  *)
(* and 5: (k + 1)(k + 2) / 2 ways to divide them among the senders, as     *)
(* many among the receivers: 3072 * 12,298 = 37,779,456.                   *)
(***************************************************************************)
EXTENDS RingTermination

ReceiveWhite(i) ==
  /\ coming[i] > 0
  /\ coming' = [coming EXCEPT ![i] = @ - 1]
  /\ balance' = [balance EXCEPT ![i] = @ - 1]
  /\ active' = [active EXCEPT ![i] = TRUE]
  /\ UNCHANGED <<black, token>>
=============================================================================
