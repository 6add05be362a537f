---- MODULE DiffusingLine ----
\* Termination detection of a diffusing computation on a line of N processes: the first one leads,
\* and neighbours may send to each other, except to the leader.
EXTENDS EWD687a_Ind
CONSTANT N

LineProcs == 1..N
LineEdges == {<<i, i + 1>> : i \in 1..(N - 1)} \cup {<<i + 1, i>> : i \in 2..(N - 1)}
LineLeader == 1
====
