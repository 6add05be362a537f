----------------------- MODULE TwoPhaseCommitAlgorithm ----------------------
(***************************************************************************)
(* Two-phase commit as an algorithm, with a transaction manager that may   *)
(* crash while it waits for the resource managers.                         *)
(*                                                                         *)
(* Consistency survives the crash; progress does not: resource managers    *)
(* that are prepared wait for ever.  NobodyWaitsForEver is violated, and   *)
(* its trace shows how.                                                    *)
(***************************************************************************)
CONSTANTS RM, TM

(*
--algorithm TwoPhaseCommit {
  variables
    rmState = [rm \in RM |-> "working"],
    decision = "none",
    crashed = FALSE;

  define {
    Decided == decision \in {"commit", "abort"}
    AllPrepared == \A rm \in RM : rmState[rm] = "prepared"
    SomeAborted == \E rm \in RM : rmState[rm] = "aborted"
  }

  process (manager = TM) {
    wait:
      either { await AllPrepared; decision := "commit"; }
      or { await SomeAborted; decision := "abort"; }
      or { crashed := TRUE; }
  }

  process (participant \in RM) {
    vote:
      either { rmState[self] := "prepared"; }
      or { rmState[self] := "aborted"; };
    obey:
      if (rmState[self] = "prepared") {
        await Decided;
        rmState[self] := IF decision = "commit" THEN "committed" ELSE "aborted";
      }
  }
}
*)

Consistent ==
  \A r1, r2 \in RM : ~ (rmState[r1] = "aborted" /\ rmState[r2] = "committed")

\* Violated: a participant is prepared, and the manager has crashed without a decision.
NobodyWaitsForEver ==
  ~ (crashed /\ ~ Decided /\ \E rm \in RM : rmState[rm] = "prepared")
=============================================================================
