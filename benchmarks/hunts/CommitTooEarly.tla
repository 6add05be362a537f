--------------------------- MODULE CommitTooEarly ---------------------------
(***************************************************************************)
(* Two-phase commit with a manager that was told how many answers to wait  *)
(* for before more resource managers joined: those may still abort.        *)
(*                                                                         *)
(* Depth: each of Enough managers prepares, and its message is received;   *)
(* then Commit, one manager obeys, and another aborts: 2 * Enough + 3.     *)
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
