--------------------------- MODULE ShardTakenBack ---------------------------
(***************************************************************************)
(* The handing over of shards with servers that presume an offer to be     *)
(* lost after enough time-outs, and serve the shard again.                 *)
(*                                                                         *)
(* Depth: Offer, Patience time-outs, the last of which takes the shard     *)
(* back, and Take: Patience + 2.                                           *)
(*                                                                         *)
(* Initial states, for 4 servers and 16 shards: 4^16 = 4,294,967,296.      *)
(***************************************************************************)
EXTENDS ShardHandoff

TimeOutAndTakeBack(s, x) ==
  /\ x \in waits[s]
  /\ late[x] < Patience
  /\ late' = [late EXCEPT ![x] = @ + 1]
  /\ IF late[x] + 1 = Patience
       THEN /\ serves' = [serves EXCEPT ![s] = @ \cup {x}]
            /\ waits' = [waits EXCEPT ![s] = @ \ {x}]
       ELSE UNCHANGED <<serves, waits>>
  /\ UNCHANGED <<offers, answers>>
=============================================================================
