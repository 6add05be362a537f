-------------------------- MODULE PaxosHalfQuorum --------------------------
(***************************************************************************)
(* Paxos with quorums of half of the acceptors: two of them may have no    *)
(* acceptor in common, so two ballots choose different values.             *)
(*                                                                         *)
(* Depth: a value is chosen in each of two ballots, for in one ballot one  *)
(* value is proposed.  Each ballot needs its Prepare, the promises of a    *)
(* quorum, its Propose, and the votes of a quorum; no step serves two      *)
(* ballots.  With n acceptors, n even, that is 4 + 4 * (n / 2) steps.      *)
(***************************************************************************)
EXTENDS Paxos

HalfOrMore == {some \in SUBSET Acceptor : Cardinality(some) * 2 >= Cardinality(Acceptor)}
=============================================================================
