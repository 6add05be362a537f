------------------------ MODULE PaxosUncheckedBallot ------------------------
(***************************************************************************)
(* Paxos with acceptors that vote without a look at what they have         *)
(* promised: a late proposal of a lower ballot still gets their votes.     *)
(*                                                                         *)
(* Depth: a value is chosen in each of two ballots; each needs its         *)
(* Prepare, the promises of a majority, its Propose, and the votes of a    *)
(* majority: 4 + 4 * m steps for majorities of m.                          *)
(***************************************************************************)
EXTENDS Paxos

AcceptAnyBallot(a, b, v) ==
  /\ [kind |-> "propose", ballot |-> b, value |-> v] \in network
  /\ promised' = [promised EXCEPT ![a] = b]
  /\ vote' = [vote EXCEPT ![a] = [ballot |-> b, value |-> v]]
  /\ Send([kind |-> "accept", ballot |-> b, value |-> v, from |-> a])
=============================================================================
