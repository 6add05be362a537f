--------------------------- MODULE CommitTooEarly ---------------------------
(***************************************************************************)
(* Two-phase commit with a manager that was told how many answers to wait  *)
(* for before more resource managers joined: those may still abort.        *)
(*                                                                         *)
(* Depth: each of Enough managers prepares, and its message is received;   *)
(* then Commit, one manager obeys, and another aborts: 2 * Enough + 3.     *)
(*                                                                         *)
(* States at fewer steps, for 20 resource managers and Enough = 3: each is *)
(* working, prepared or aborted, and at most 8 are not working:            *)
(* 45,235,089, without those in which messages were received.              *)
(***************************************************************************)
EXTENDS TwoPhaseCommit, Naturals, FiniteSets

CONSTANT Enough

CommitEarly ==
  /\ tmState = "init"
  /\ Cardinality(tmPrepared) >= Enough
  /\ tmState' = "committed"
  /\ Send([type |-> "commit"])
  /\ UNCHANGED <<rmState, tmPrepared>>
=============================================================================
