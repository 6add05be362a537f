----------------------- MODULE LeaderElectionForgetful -----------------------
(***************************************************************************)
(* The election with nodes that keep their vote in memory only: a node     *)
(* that crashes forgets it, and votes twice in one term.                   *)
(*                                                                         *)
(*   skolem check examples/bugs/LeaderElectionForgetful.tla --path examples*)
(***************************************************************************)
EXTENDS LeaderElection

CrashAndForget(n) ==
  /\ role' = [role EXCEPT ![n] = "follower"]
  /\ ballots' = [ballots EXCEPT ![n] = {}]
  /\ vote' = [vote EXCEPT ![n] = Nobody]
  /\ UNCHANGED <<term, messages, elected>>

ForgetfulNext ==
  \E n \in Node :
    \/ Stand(n)
    \/ Lead(n)
    \/ CrashAndForget(n)
    \/ \E other \in Node : Grant(n, other) \/ Count(n, other)

ForgetfulSpec == Init /\ [][ForgetfulNext]_vars
=============================================================================
