------------------------------- MODULE Quorum -------------------------------
(* The quorum systems on S: not empty, any two quorums meet, and a set that  *)
(* contains a quorum is one.                                                 *)
QuorumSystem(S) ==
  {Q \in SUBSET SUBSET S :
     /\ Q # {}
     /\ \A A, B \in Q : A \cap B # {}
     /\ \A A \in Q : \A B \in SUBSET S : A \subseteq B => B \in Q}
=============================================================================
