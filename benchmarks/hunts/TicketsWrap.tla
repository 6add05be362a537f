---------------------------- MODULE TicketsWrap ----------------------------
(***************************************************************************)
(* The ticket lock with a counter of few bits: tickets are numbers modulo  *)
(* Places, and when more processes wait than there are, two are called at  *)
(* once.                                                                   *)
(*                                                                         *)
(* Depth: two equal tickets are Places tickets apart, so Places + 1 are    *)
(* taken, and the first and the last of them enter: Places + 3.            *)
(*                                                                         *)
(* States at fewer steps, for 20 processes and 6 places: any 7 processes,  *)
(* in any order, have tickets, 390,700,800.                                *)
(***************************************************************************)
EXTENDS TicketLock

CONSTANT Places

TakeFew(p) ==
  /\ pc[p] = "idle"
  /\ ticket' = [ticket EXCEPT ![p] = next]
  /\ next' = (next + 1) % Places
  /\ pc' = [pc EXCEPT ![p] = "wait"]
  /\ UNCHANGED serving

LeaveFew(p) ==
  /\ pc[p] = "critical"
  /\ serving' = (serving + 1) % Places
  /\ pc' = [pc EXCEPT ![p] = "idle"]
  /\ UNCHANGED <<next, ticket>>
=============================================================================
