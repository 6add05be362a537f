--------------------------- MODULE TwoPhaseCommit ---------------------------
(***************************************************************************)
(* Two-phase commit: a transaction manager asks resource managers to       *)
(* prepare, and commits when all of them have.                             *)
(*                                                                         *)
(* Messages are never lost and never removed, so the network is the set of *)
(* all messages sent.  A resource manager may abort on its own for as long *)
(* as it is working.                                                       *)
(***************************************************************************)
CONSTANT RM  \* the resource managers

VARIABLES
  rmState,     \* what each resource manager does
  tmState,     \* what the transaction manager does
  tmPrepared,  \* the resource managers known to be prepared
  msgs         \* the messages sent

vars == <<rmState, tmState, tmPrepared, msgs>>

Message == [type : {"prepared"}, rm : RM] \cup [type : {"commit", "abort"}]

TypeOK ==
  /\ rmState \in [RM -> {"working", "prepared", "committed", "aborted"}]
  /\ tmState \in {"init", "committed", "aborted"}
  /\ tmPrepared \subseteq RM
  /\ msgs \subseteq Message

Init ==
  /\ rmState = [rm \in RM |-> "working"]
  /\ tmState = "init"
  /\ tmPrepared = {}
  /\ msgs = {}

Send(m) == msgs' = msgs \cup {m}

\* A resource manager tells that it is prepared.
Prepare(rm) ==
  /\ rmState[rm] = "working"
  /\ rmState' = [rmState EXCEPT ![rm] = "prepared"]
  /\ Send([type |-> "prepared", rm |-> rm])
  /\ UNCHANGED <<tmState, tmPrepared>>

\* A resource manager aborts before it is prepared.
ChooseToAbort(rm) ==
  /\ rmState[rm] = "working"
  /\ rmState' = [rmState EXCEPT ![rm] = "aborted"]
  /\ UNCHANGED <<tmState, tmPrepared, msgs>>

\* The transaction manager learns that a resource manager is prepared.
ReceivePrepared(rm) ==
  /\ tmState = "init"
  /\ [type |-> "prepared", rm |-> rm] \in msgs
  /\ tmPrepared' = tmPrepared \cup {rm}
  /\ UNCHANGED <<rmState, tmState, msgs>>

Commit ==
  /\ tmState = "init"
  /\ tmPrepared = RM
  /\ tmState' = "committed"
  /\ Send([type |-> "commit"])
  /\ UNCHANGED <<rmState, tmPrepared>>

Abort ==
  /\ tmState = "init"
  /\ tmState' = "aborted"
  /\ Send([type |-> "abort"])
  /\ UNCHANGED <<rmState, tmPrepared>>

\* A resource manager does what the transaction manager has decided.
Obey(rm) ==
  /\ \/ /\ [type |-> "commit"] \in msgs
        /\ rmState' = [rmState EXCEPT ![rm] = "committed"]
     \/ /\ [type |-> "abort"] \in msgs
        /\ rmState' = [rmState EXCEPT ![rm] = "aborted"]
  /\ UNCHANGED <<tmState, tmPrepared, msgs>>

Next ==
  \/ Commit
  \/ Abort
  \/ \E rm \in RM :
       Prepare(rm) \/ ChooseToAbort(rm) \/ ReceivePrepared(rm) \/ Obey(rm)

Spec == Init /\ [][Next]_vars

\* No two resource managers come to different decisions.
Consistent ==
  \A r1, r2 \in RM : ~ (rmState[r1] = "aborted" /\ rmState[r2] = "committed")

-----------------------------------------------------------------------------
(* Why it is consistent: an inductive invariant.                             *)

MessagesTellTheTruth ==
  /\ \A rm \in RM : [type |-> "prepared", rm |-> rm] \in msgs => rmState[rm] # "working"
  /\ [type |-> "commit"] \in msgs <=> tmState = "committed"
  /\ [type |-> "abort"] \in msgs <=> tmState = "aborted"
  /\ \A rm \in tmPrepared : [type |-> "prepared", rm |-> rm] \in msgs

AbortedForAReason ==
  \A rm \in RM :
    rmState[rm] = "aborted" =>
      tmState = "aborted" \/ [type |-> "prepared", rm |-> rm] \notin msgs

CommittedForAReason ==
  /\ \A rm \in RM : rmState[rm] = "committed" => tmState = "committed"
  /\ tmState = "committed" => tmPrepared = RM

Ind ==
  /\ TypeOK
  /\ MessagesTellTheTruth
  /\ AbortedForAReason
  /\ CommittedForAReason
-----------------------------------------------------------------------------
\* Not invariants: that they are violated shows runs in which the transaction ends.
NeverAborted == \A rm \in RM : rmState[rm] # "aborted"
NeverAllCommitted == ~ \A rm \in RM : rmState[rm] = "committed"
=============================================================================
